"""Commitments as the Ukraine Support Tracker counts them."""

from tenu.ledger import KeptClaim
from tenu.questions.counting.amounts import amounts_of, has_note, noted_under
from tenu.questions.counting.rule import Money, Rule
from tenu.record import Stage

ACTIVITY = "tot_activity_value_EUR"
_COLUMNS = (ACTIVITY, "tot_sub_activity_value_EUR", "tot_sub_activity_value_EUR_redistr")


def _money(kept: KeptClaim, currency: str | None) -> list[Money]:
    """Give the whole activity's value: it stands on an activity's first row, and the rows of its items tell none."""
    return noted_under(kept, ACTIVITY) if has_note(kept, *_COLUMNS) else amounts_of(kept, currency)


RULE = Rule(
    name="kiel-commitment",
    version=1,
    words=(
        "What donors bound themselves to, in euros: commitments, and allocations where no commitment of the same "
        "matter is told, as an allocation is part of a commitment. In rows of the tracker the value of the whole "
        "activity counts (the package), once, and never the values of its items beside it."
    ),
    source="Ukraine Support Tracker: total bilateral commitments, by the column tot_activity_value_EUR over all rows",
    stages=(Stage.COMMITMENT, Stage.ALLOCATION),
    currency="EUR",
    money=_money,
)
