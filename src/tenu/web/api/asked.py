"""What programs ask with: filters, places in lists and conditions, each declared once with an example."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

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


def moment(as_of: AsOf = None) -> datetime | None:
    """Take the moment that is asked for."""
    return moment_of(as_of) if as_of is not None else None


def moment_of(text: str) -> datetime:
    """Read a moment; UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"“{text}” is no moment; write it as 2026-10-12T12:00:00Z.") from None


Moment = Annotated[datetime | None, Depends(moment)]


def optional(description: str, pattern: str, example: str, most: int = 200, form: str | None = None) -> Any:
    """Describe something that may be asked for and need not."""
    extra = {"format": form} if form else None
    return Query(description=description, pattern=pattern, max_length=most, examples=[example], json_schema_extra=extra)


_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_EDTF = r"^([0-9X]{4}(-[0-9W]{2,3}(-[0-9]{2})?)?|\.\.)?(/([0-9X]{4}(-[0-9W]{2,3}(-[0-9]{2})?)?|\.\.)?)?$"
_Kind = Annotated[Kind | None, Query(description="Claims of this kind.", examples=["pledge"])]
_Status = Annotated[Status | None, Query(description="Of this status.", examples=["planned"])]
_State = Annotated[State | None, Query(description="What people made of them.", examples=["accepted"])]
_Role = Annotated[Role | None, Query(description="The part that the actor plays.", examples=["donor"])]
_Actor = Annotated[
    str | None,
    optional("A name or some of its words, a country’s code (`UKR`), or an id (`org/nato`).", _ALWAYS, "Norvelle"),
]
_Source = Annotated[
    str | None, optional("A document’s address to the letter, or a host.", _ALWAYS, "nato.int", most=2000)
]
_Document = Annotated[str | None, optional("A document’s id.", _ALWAYS, "d0a1b2c3d4e5f607")]
_Language = Annotated[str | None, optional("ISO 639-1.", "^[a-z]{2,3}$", "fr")]
Since = Annotated[str | None, optional("Published on this day or later.", _DAY, "2026-10-01", form="date")]
Until = Annotated[str | None, optional("Published on this day or before.", _DAY, "2026-10-31", form="date")]
_During = Annotated[
    str | None, optional("Tells of a time in this one (EDTF: day, month, year, `a/b`).", _EDTF, "2026-10")
]
_JudgedBy = Annotated[str | None, optional("A verdict of this person stands on it.", _ALWAYS, "Nora")]
_NotJudgedBy = Annotated[str | None, optional("No verdict of this person stands on it.", _ALWAYS, "Nora")]


def filters(
    as_of: Moment,
    kind: _Kind = None,
    status: _Status = None,
    state: _State = None,
    actor: _Actor = None,
    role: _Role = None,
    source: _Source = None,
    document: _Document = None,
    language: _Language = None,
    since: Since = None,
    until: Until = None,
    during: _During = None,
    judged_by: _JudgedBy = None,
    not_judged_by: _NotJudgedBy = None,
) -> Filters:
    """Take the filters of a list of claims."""
    return Filters(
        kind,
        status,
        state,
        actor,
        role,
        source,
        document,
        language,
        day_of(since),
        day_of(until),
        days_of(during),
        judged_by,
        not_judged_by,
        as_of,
    )


def day_of(day: str | None) -> date | None:
    """Give a day; one that is on no calendar is refused."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"“{day}” is on no calendar; write a day as 2026-10-12.") from None


def days_of(during: str | None) -> tuple[date, date] | None:
    """Give the first and last day of a time; a period without an end goes on to the calendar's."""
    if during is None:
        return None
    time = edtf.read(during)
    return time.earliest or date.min, time.latest or date.max


Narrowed = Annotated[Filters, Depends(filters)]
