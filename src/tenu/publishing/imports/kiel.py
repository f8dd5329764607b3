"""Rows of a workbook shaped like the Ukraine Support Tracker's main table: one sub-activity a row.

`measure` tells an allocation from a commitment. The row's value in euros is noted as converted where it was reported in
another currency, with the column it comes from: the sub-activity's own, the same with the European Union's
redistribution, and the whole activity's, which stands on the first row of an activity only.
"""

from collections.abc import Iterable, Iterator

from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.header import Expected, cut, find_header
from tenu.publishing.imports.reading import Cells
from tenu.publishing.imports.told import Said, Told, What
from tenu.record import Basis, Kind, Role, Stage, Status, Terms, Value

SHEETS = ("Bilateral Assistance, MAIN DATA", "Bilateral Assistance, Main Data", "MAIN DATA")
SUB_ACTIVITY = "tot_sub_activity_value_EUR"
REDISTRIBUTED = "tot_sub_activity_value_EUR_redistr"
ACTIVITY = "tot_activity_value_EUR"

COLUMNS = (
    Expected("ID", ("activity_id", "id", "activity")),
    Expected("sub_activity_id", ("sub id", "subactivity")),
    Expected("donor", ("countries", "country"), needed=True),
    Expected("announcement_date", ("date", "announcement"), needed=True),
    Expected("aid_type_general", ("type of aid general",), needed=True),
    Expected("aid_type_specific", ("type of aid specific",)),
    Expected("measure", needed=True),
    Expected("explanation", ("description",)),
    Expected("reporting_currency", ("currency",)),
    Expected("source_reported_value", ("reported value",)),
    Expected("item", ()),
    Expected("item_type", ()),
    Expected("item_numb", ("item number", "number of items")),
    Expected(ACTIVITY, ("total monetary value in EUR",)),
    Expected(SUB_ACTIVITY, (), needed=True),
    Expected(REDISTRIBUTED, ()),
    Expected("month", ()),
    Expected("month_exists_dummy", ()),
)
RULE = "kiel: a sub-activity"
LANGUAGE = "en"

_STAGES = {"allocation": Stage.ALLOCATION, "commitment": Stage.COMMITMENT}
_RECIPIENT = "UKR"


def told_by_kiel(rows: Iterable[RawRow], source: str, say: list[str]) -> Iterator[Told]:
    """Give what each row says; sentences on the columns are added to `say`."""
    header, below = find_header(rows, COLUMNS, source)
    say.extend(header.told)
    for row, unread in cut(below, header):
        yield _told(Cells(row, unread))


def _told(cells: Cells) -> Told:
    stage = _STAGES.get((cells.words("measure") or "").strip().lower())
    donor = cells.party(Role.DONOR, "donor")
    if stage is None:
        cells.not_understood("measure", "is neither allocation nor commitment")
    if not donor:
        cells.not_understood("donor", "is no name of a donor")
    if stage is None or not donor:
        return Told((cells.row,), None, RULE, unread=cells.unread)
    said = Said(
        kind=Kind.PLEDGE,
        status=Status.DONE,
        when=cells.day("announcement_date"),
        when_words=cells.words("announcement_date"),
        actors=donor,
        items=(_item(cells),),
    )
    return Told((cells.row,), said, RULE, Terms(stage, tuple(_values(cells))), unread=cells.unread)


def _item(cells: Cells) -> What:
    columns = ("item", "item_type", "aid_type_specific", "aid_type_general")
    column = next((name for name in columns if cells.name(name)), "aid_type_general")
    amount, currency = cells.amount("source_reported_value"), cells.currency("reporting_currency")
    return What(
        name=cells.name(column) or "aid",
        column=column,
        quantity=cells.amount("item_numb"),
        amount=amount if currency is not None else None,
        currency=currency if amount is not None else None,
    )


def _values(cells: Cells) -> Iterator[Value]:
    """Give the values in euros: as stated where the source reports in euros, else as converted."""
    basis = Basis.STATED if (cells.words("reporting_currency") or "EUR").strip().upper() == "EUR" else Basis.CONVERTED
    for column in (SUB_ACTIVITY, REDISTRIBUTED, ACTIVITY):
        amount = cells.amount(column)
        if amount is not None:
            yield Value(amount, "EUR", basis, cells.name("aid_type_general"), note=column)
