"""Money that went out, as IATI counts it."""

from tenu.questions.counting.amounts import amounts_of
from tenu.questions.counting.rule import Rule
from tenu.record import Stage

RULE = Rule(
    name="iati-outgoing",
    version=1,
    words=(
        "What was paid out, each currency by itself: disbursements and expenditures (transaction types 3 and 4), and "
        "deliveries of money that are done. Pledges (12, 13) and commitments (2, 11) are no outgoing money."
    ),
    source="IATI 2.03, code list TransactionType",
    stages=(Stage.DELIVERY,),
    currency=None,
    money=amounts_of,
)
