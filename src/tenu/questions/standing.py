"""The open balance of every promise at once: the ledger's own arithmetic over claims gathered in one go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tenu.ledger import Gathered, KeptClaim, LinkKind, Matter
from tenu.ledger.promises.balance import Balance, Told, balance
from tenu.ledger.promises.figures import stage_of
from tenu.questions.scope import Scope
from tenu.record import Kind, Stage, Status

PROMISING = (Stage.PLEDGE, Stage.COMMITMENT, Stage.ALLOCATION)
TO_COME = (Status.PLANNED, Status.EXPECTED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise's matter with the claims that count, its balance, and the matters that deliver it.

    `announced` promises are told as a delivery to come, without a pledge that they are linked to.
    """

    matter: Matter
    claims: tuple[KeptClaim, ...]
    balance: Balance
    deliveries: tuple[Matter, ...]
    announced: bool = False


class Standings:
    """Works out the balance of promises among gathered claims, each once."""

    def __init__(self, gathered: Gathered, scope: Scope) -> None:
        self._gathered = gathered
        self._scope = scope
        self._tranches = _tranches(gathered)
        self._known: dict[str, Standing] = {}

    def all(self) -> Iterable[Standing]:
        """Give each promise of the ledger, the newest document first."""
        for matter in self._gathered.matters:
            claims = self._counting(matter)
            if any(stage_of(claim) in PROMISING for claim in claims):
                yield self.of(matter)
            elif any(is_to_come(claim) for claim in claims) and not _keeps_a_promise(matter):
                yield _announced(matter, claims)

    def of(self, matter: Matter, above: frozenset[str] = frozenset()) -> Standing:
        """Give a promise's balance, with those of its tranches in it."""
        if matter.id not in self._known:
            self._known[matter.id] = self._work_out(matter, above | {matter.id})
        return self._known[matter.id]

    def _work_out(self, matter: Matter, above: frozenset[str]) -> Standing:
        deliveries = self._deliveries(matter)
        parts = {part.id: part for claim in matter.claims for part in self._tranches.get(claim.id, ())}
        tranches = [self.of(part, above) for key, part in parts.items() if key not in above]
        claims = self._counting(matter)
        worked_out = balance(
            Told(claims, matter.links),
            [Told(self._counting(one), one.links) for one in deliveries],
            [tranche.balance for tranche in tranches],
        )
        of_tranches = {one.id: one for tranche in tranches for one in tranche.deliveries}
        came = {one.id: one for one in deliveries} | of_tranches
        return Standing(matter, tuple(claims), worked_out, tuple(came.values()))

    def _deliveries(self, matter: Matter) -> list[Matter]:
        home = self._gathered.home
        found: dict[str, Matter] = {}
        for link in matter.related:
            if link.kind is LinkKind.DELIVERS and (one := home.get(link.from_claim)) and one.id != matter.id:
                found[one.id] = one
        return list(found.values())

    def _counting(self, matter: Matter) -> list[KeptClaim]:
        return [claim for claim in matter.claims if self._scope.counts(claim)]


def is_to_come(claim: KeptClaim) -> bool:
    """Tell whether a claim is of a delivery that was still to come when it was told."""
    return stage_of(claim) is Stage.DELIVERY and claim.claim.status in TO_COME


def is_delivered(claim: KeptClaim) -> bool:
    """Tell whether a claim is of something given."""
    return stage_of(claim) is Stage.DELIVERY and claim.claim.status in (Status.DONE, None)


def _announced(matter: Matter, claims: list[KeptClaim]) -> Standing:
    """Take the claims of a delivery to come for the promise that they are, those of one that came for its keeping."""
    promised = [replace(claim, claim=replace(claim.claim, kind=Kind.PLEDGE)) for claim in claims if is_to_come(claim)]
    came = [claim for claim in claims if is_delivered(claim)]
    denied = any(claim.claim.status is Status.DENIED for claim in claims) and not came
    worked_out = balance(Told(promised, matter.links), [Told(came, matter.links)] if came else [])
    if denied and any(link.kind is LinkKind.CANCELS for link in matter.links):
        worked_out = replace(worked_out, withdrawn=True)
    return Standing(matter, tuple(claims), worked_out, (), True)


def _keeps_a_promise(matter: Matter) -> bool:
    own = {claim.id for claim in matter.claims}
    return any(link.kind is LinkKind.DELIVERS and link.from_claim in own for link in matter.related)


def _tranches(gathered: Gathered) -> Mapping[str, list[Matter]]:
    found: dict[str, list[Matter]] = defaultdict(list)
    for matter in gathered.matters:
        for claim in matter.claims:
            if claim.terms is not None and claim.terms.tranche_of is not None:
                found[claim.terms.tranche_of].append(matter)
    return found
