"""Allocations as the Ukraine Support Tracker counts them."""

from tenu.ledger import KeptClaim
from tenu.questions.counting.amounts import amounts_of, has_note, noted_under
from tenu.questions.counting.rule import Money, Rule
from tenu.record import Stage

REDISTRIBUTED, SUB_ACTIVITY = "tot_sub_activity_value_EUR_redistr", "tot_sub_activity_value_EUR"
_COLUMNS = (REDISTRIBUTED, SUB_ACTIVITY, "tot_activity_value_EUR")


def _money(kept: KeptClaim, currency: str | None) -> list[Money]:
    """Give the sub-activity's value, with the Union's redistribution where the table has it."""
    return noted_under(kept, REDISTRIBUTED, SUB_ACTIVITY) if has_note(kept, *_COLUMNS) else amounts_of(kept, currency)


RULE = Rule(
    name="kiel-allocation",
    version=1,
    words=(
        "What was set aside for a named purpose or delivered, in euros, item by item: only what is told to be an "
        "allocation. In rows of the tracker the sub-activity's value counts, with the Union's redistribution where the "
        "table has it; the value of the whole activity beside it does not."
    ),
    source=f"Ukraine Support Tracker: total bilateral allocations, by {REDISTRIBUTED} where measure is Allocation",
    stages=(Stage.ALLOCATION,),
    currency="EUR",
    money=_money,
)
