"""A document of our own to export: promises, meetings, statements, each cut out of the text."""

from decimal import Decimal

from tenu.record import Item, Kind, Manner, Place, Role, Status
from tests.ledger.writing import Brought, actor, brought, said

TEXT = (
    "Norvelle pledged 12,500,000.50 euros to Sarvenia on 3 March 2025. "
    "It delivered 200 tents by the end of June. "
    "=HYPERLINK(\"http://example.org\") was read out. "
    "The ministers will meet in Castelmorin in September 2025. "
    "“@home we keep our word”, said Maren Oxbury. "
    "Ardolia paid 3 million francs to Sarvenia 𝔘 on 5 March 2025."
)  # fmt: skip


def record() -> Brought:
    """Give the document with its claims."""
    words = [sentence + "." for sentence in TEXT.rstrip(".").split(". ")]
    norvelle = actor(Role.DONOR, "Norvelle; a [small] state")
    sarvenia = actor(Role.RECIPIENT, "Sarvenia", "FRA", "country/FRA")
    return brought(
        TEXT,
        said(
            TEXT, words[0], Kind.PLEDGE, status=Status.DONE, when="2025-03-03", by="2025-12",
            actors=(norvelle, sarvenia), items=(Item("aid", 17, 30, amount=Decimal("12500000.50"), currency="EUR"),),
        ),
        said(
            TEXT, words[1], Kind.DELIVERY, status=Status.DONE, when="../2025-06-30", actors=(norvelle, sarvenia),
            items=(Item("tents", 0, 1, quantity=200), Item("-1 stoves", 0, 1, quantity=10**30)),
        ),
        said(TEXT, words[2], Kind.ACTIVITY, status=Status.DONE, when="2025-W10", where=(Place("+41 hall"),)),
        said(
            TEXT, words[3], Kind.MEETING, status=Status.PLANNED, when="2025-09", where=(Place("Castelmorin"),),
            actors=(actor(Role.PARTICIPANT, "ministers"), actor(Role.HOST, "Kestria", id="org/kestria")),
        ),
        said(
            TEXT, words[4], Kind.STATEMENT, quote="@home we keep our word", manner=Manner.DIRECT,
            actors=(actor(Role.SPEAKER, "Maren Oxbury"),),
        ),
        said(
            TEXT, words[5], Kind.DELIVERY, status=Status.DONE, when="2025-03-05",
            actors=(actor(Role.DONOR, "Ardolia"), sarvenia),
            items=(Item("francs", 0, 1, amount=3000000, currency="CHF"),),
        ),
        source="https://www.example.org/promises", published="2025-03-06", language="en",
    )  # fmt: skip
