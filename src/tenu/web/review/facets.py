"""A claim as named lines to lay beside another: what was proposed, what they made of it, what you did."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenu.record import Claim
from tenu.web.telling import name_of, time_of, worth_of
from tenu.web.wording import N_


@dataclass(frozen=True, slots=True)
class Row:
    """One facet of several claims: its name, what each says, and whether all say the same."""

    name: str
    told: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the claims differ here."""
        return len(set(self.told)) > 1


_NAMES = (
    N_("Kind"),
    N_("Status"),
    N_("When"),
    N_("By when"),
    N_("How often"),
    N_("Who"),
    N_("What"),
    N_("Where"),
    N_("Quotation"),
    N_("Evidence"),
)


def beside(claims: Sequence[Claim], language: str) -> list[Row]:
    """Lay claims beside one another, facet by facet; what none of them says is left out."""
    told = [_facets(claim, language) for claim in claims]
    rows = [Row(name, tuple(facets[place] for facets in told)) for place, name in enumerate(_NAMES)]
    return [row for row in rows if any(row.told)]


def _facets(claim: Claim, language: str) -> tuple[str, ...]:
    return (
        name_of(claim.kind, language),
        name_of(claim.status, language) if claim.status else "",
        time_of(claim.when, language) if claim.when else "",
        time_of(claim.by, language) if claim.by else "",
        claim.recurs or "",
        "; ".join(f"{name_of(actor.role, language)}: {actor.name}" for actor in claim.actors),
        "; ".join(worth_of(item, language) for item in claim.items),
        "; ".join(place.name for place in claim.where),
        claim.quote or "",
        claim.evidence.text,
    )
