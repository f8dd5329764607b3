"""Flows of the Financial Tracking Service, as its CSV files have them: one flow a row.

A pledge is a pledge, a commitment a commitment, and what is paid a delivery. The amount in US dollars is FTS's own
conversion where the flow was reported in another currency. Flows between organisations (`internal`, `outgoing`) are no
new money and make no claim; a flow that stands in the file twice makes one.
"""

from collections.abc import Iterable, Iterator

from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.header import Expected, cut, find_header
from tenu.publishing.imports.reading import Cells
from tenu.publishing.imports.told import Said, Told, What
from tenu.record import Basis, Kind, Place, Role, Stage, Status, Terms, Value

COLUMNS = (
    Expected("date"),
    Expected("description"),
    Expected("amountUSD", ("amount usd",), needed=True),
    Expected("srcOrganization", ("source organization",), needed=True),
    Expected("destOrganization", ("destination organization",), needed=True),
    Expected("destGlobalClusters"),
    Expected("destLocations"),
    Expected("contributionType"),
    Expected("boundary"),
    Expected("onBoundary"),
    Expected("status", needed=True),
    Expected("decisionDate"),
    Expected("originalAmount"),
    Expected("originalCurrency"),
    Expected("exchangeRate"),
    Expected("id", ("flow id",), needed=True),
)
RULE = "fts: a flow"
LANGUAGE = "en"

_STAGES = {"pledge": Stage.PLEDGE, "commitment": Stage.COMMITMENT, "paid": Stage.DELIVERY}


def told_by_fts(rows: Iterable[RawRow], source: str, say: list[str]) -> Iterator[Told]:
    """Give what each row says; sentences on the columns are added to `say`."""
    header, below = find_header(rows, COLUMNS, source)
    say.extend(header.told)
    seen: dict[str, int] = {}
    for row, unread in cut(below, header):
        cells = Cells(row, unread)
        flow = cells.words("id") or ""
        if flow in seen:
            cells.not_understood("id", f"repeats the flow of row {seen[flow]}")
            yield Told((row,), None, RULE, unread=cells.unread)
            continue
        if flow:
            seen[flow] = row.number
        yield _told(cells)


def _told(cells: Cells) -> Told:
    status = (cells.words("status") or "").strip().lower()
    stage = _STAGES.get(status)
    boundary = (cells.words("boundary") or "incoming").strip().lower()
    if stage is None:
        cells.not_understood("status", "is neither pledge, commitment nor paid")
    if boundary != "incoming":
        cells.not_understood("boundary", "is no new money: it moves between organisations")
    if stage is None or boundary != "incoming":
        return Told((cells.row,), None, RULE, unread=cells.unread)
    terms, items = _money(cells, stage)
    said = Said(
        kind=Kind.DELIVERY if stage is Stage.DELIVERY else Kind.PLEDGE,
        status=Status.DONE,
        when=cells.day("decisionDate") or cells.day("date"),
        when_words=cells.words("decisionDate") or cells.words("date"),
        where=tuple(Place(code, code) for code in (cells.words("destLocations") or "").split(",") if code),
        actors=(*cells.party(Role.DONOR, "srcOrganization"), *cells.party(Role.RECIPIENT, "destOrganization")),
        items=items,
    )
    return Told((cells.row,), said, RULE, terms, unread=cells.unread)


def _money(cells: Cells, stage: Stage) -> tuple[Terms, tuple[What, ...]]:
    """Give what was reported in another currency as stated and FTS's dollars as converted; else the dollars as stated.

    An original amount of 0 beside dollars that are none is one that nobody filled in.
    """
    dollars = cells.amount("amountUSD")
    original, currency = cells.amount("originalAmount"), cells.currency("originalCurrency")
    name = cells.name("destGlobalClusters") or cells.name("contributionType") or "contribution"
    values: list[Value] = []
    items: tuple[What, ...] = ()
    if original and currency == "USD" and original != dollars:
        cells.not_understood("originalAmount", "is not the amount in dollars that is told beside it")
    if original and currency not in (None, "USD"):
        values.append(Value(original, currency or "", Basis.STATED))
        items = (What(name, "originalAmount", amount=original, currency=currency),)
    elif dollars is not None:
        items = (What(name, "amountUSD", amount=dollars, currency="USD"),)
    if dollars is not None:
        rate = cells.words("exchangeRate")
        note = (f"FTS, at {rate} to the dollar" if rate else "FTS") if values else None
        values.append(Value(dollars, "USD", Basis.CONVERTED if values else Basis.STATED, note=note))
    shared = (cells.words("onBoundary") or "").strip().lower() == "shared"
    return Terms(stage, tuple(values), conditions=("shared with other destinations",) if shared else ()), items
