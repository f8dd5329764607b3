"""Humanitarian funding as the Financial Tracking Service counts it."""

from tenu.questions.counting.amounts import amounts_of
from tenu.questions.counting.rule import Rule
from tenu.record import Stage

RULE = Rule(
    name="fts-funding",
    version=1,
    words=(
        "What was committed or paid, in US dollars: commitments and paid contributions, no pledges. What was paid out "
        "of a commitment that counts is not counted again, nor a flow that is shared between destinations and told "
        "twice. In flows of the service its own conversion to dollars counts."
    ),
    source="OCHA Financial Tracking Service, glossary: funding is commitments and paid contributions, without pledges",
    stages=(Stage.COMMITMENT, Stage.DELIVERY),
    currency="USD",
    money=amounts_of,
)
