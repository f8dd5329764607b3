"""What programs ask with: filters, places in lists and conditions, each declared once with an example."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Header, Path, Query

from tenu.errors import UsageError
from tenu.ledger import Filters, State
from tenu.record import Kind, Role, Status, edtf

MOST = 500
"""Entries of one page at most."""

_ALWAYS = r"^[^\x00]*$"  # no database of ours holds U+0000 in what it is asked

Words = Annotated[
    str | None,
    Query(
        description="Words that must all be found, in any form, with or without accents; “phrases” in quotation marks.",
        max_length=500,
        pattern=_ALWAYS,
        examples=["generators hospital"],
    ),
]
After = Annotated[
    str | None,
    Query(
        description="Where the page before ended: `after` of its answer, which stands in its `Link` header too.",
        max_length=20,
        pattern=r"^[0-9a-z]+$",
        examples=["2rw4m1z0hs"],
    ),
]
Limit = Annotated[int, Query(description="Entries of one page at most.", ge=1, le=MOST)]
AsOf = Annotated[
    str | None,
    Query(
        description="What the ledger knew at this moment (ISO 8601, UTC where it names no zone).",
        json_schema_extra={"format": "date-time"},
        max_length=40,
        examples=["2026-10-12T12:00:00Z"],
    ),
]
ClaimId = Annotated[
    str,
    Path(description="A claim’s id, or its beginning.", max_length=80, pattern=_ALWAYS, examples=["3f1c2a9be07d4455"]),
]
DocumentId = Annotated[
    str, Path(description="A document’s id.", max_length=80, pattern=_ALWAYS, examples=["d0a1b2c3d4e5f607"])
]
MatterId = Annotated[
    str,
    Path(
        description="A matter’s id, or that of a claim of it.",
        max_length=80,
        pattern=_ALWAYS,
        examples=["m3f1c2a9be07d4455"],
    ),
]
Seen = Annotated[
    str | None,
    Header(alias="If-Match", description="Make the change only if the claim’s `ETag` is still this one."),
]
Day = Annotated[date | None, Query(examples=["2026-10-12"])]


def moment(as_of: AsOf = None) -> datetime | None:
    """Take the moment that is asked for."""
    if as_of is None:
        return None
    try:
        found = datetime.fromisoformat(as_of)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"“{as_of}” is no moment; write it as 2026-10-12T12:00:00Z.") from None


Moment = Annotated[datetime | None, Depends(moment)]


def filters(
    as_of: Moment,
    kind: Annotated[Kind | None, Query(description="Claims of this kind.", examples=["pledge"])] = None,
    status: Annotated[Status | None, Query(description="Of this status.", examples=["planned"])] = None,
    state: Annotated[State | None, Query(description="What people made of them.", examples=["accepted"])] = None,
    actor: Annotated[
        str | None,
        Query(
            description="A name or some of its words, a country’s code (ISO 3166-1 alpha-3), or an id (`org/nato`).",
            max_length=200,
            pattern=_ALWAYS,
            examples=["Norvelle"],
        ),
    ] = None,
    role: Annotated[Role | None, Query(description="The part that the actor plays.", examples=["donor"])] = None,
    source: Annotated[
        str | None,
        Query(
            description="A document’s address to the letter, or a host (`nato.int`).",
            max_length=2000,
            pattern=_ALWAYS,
            examples=["nato.int"],
        ),
    ] = None,
    document: Annotated[
        str | None,
        Query(description="A document’s id.", max_length=80, pattern=_ALWAYS, examples=["d0a1b2c3d4e5f607"]),
    ] = None,
    language: Annotated[str | None, Query(description="ISO 639-1.", pattern="^[a-z]{2,3}$", examples=["fr"])] = None,
    since: Annotated[date | None, Query(description="Published on this day or later.", examples=["2026-10-01"])] = None,
    until: Annotated[
        date | None, Query(description="Published on this day or before.", examples=["2026-10-31"])
    ] = None,
    during: Annotated[
        str | None,
        Query(
            description="The time that the claim tells of lies in this one (EDTF: day, month, year, `a/b`).",
            max_length=60,
            examples=["2026-10"],
        ),
    ] = None,
) -> Filters:
    """Take the filters of a list of claims."""
    return Filters(kind, status, state, actor, role, source, document, language, since, until, days_of(during), as_of)


def days_of(during: str | None) -> tuple[date, date] | None:
    """Give the first and last day of a time; a period without an end goes on to the calendar's."""
    if during is None:
        return None
    time = edtf.read(during)
    return time.earliest or date.min, time.latest or date.max


Narrowed = Annotated[Filters, Depends(filters)]
