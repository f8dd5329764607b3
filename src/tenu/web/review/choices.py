"""What the forms of the review offer to choose from."""

from dataclasses import dataclass

from tenu.ledger import LinkKind
from tenu.record import Kind, Manner, Role, Status
from tenu.web.wording import N_

REASONS = (
    N_("The text does not say so"),
    N_("Told already by another claim"),
    N_("Background, not news"),
    N_("Somebody else’s words taken as fact"),
    N_("Words that belong together were torn apart"),
)
"""Why a claim is rejected, most often: one for each key from 1 on."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The closed lists, in the order in which they are offered."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    statuses: tuple[Status, ...] = tuple(Status)
    roles: tuple[Role, ...] = tuple(Role)
    manners: tuple[Manner, ...] = tuple(Manner)
    links: tuple[LinkKind, ...] = tuple(LinkKind)
    reasons: tuple[str, ...] = REASONS


CHOICES = Choices()
