"""Write IATI 2.03 activities, one a matter, and check the file against the official schema before it is given out.

Who reports is a secondary reporter: it tells of others' activities. Flags that nobody stated (humanitarian, flow,
finance and aid types, sectors) are not written.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from tenu.errors import TenuError
from tenu.publishing.columns import plain
from tenu.publishing.entry import About, Entry, by_matter
from tenu.publishing.headline import headline
from tenu.publishing.iati.codes import (
    OTHER,
    VERSION,
    ActivityDate,
    ActivityStatus,
    Organisation,
    Transaction,
    country_code,
)
from tenu.publishing.iati.transactions import Told, transactions_of
from tenu.publishing.notes import Notes
from tenu.record import Actor, edtf

SCHEMA = Path(__file__).parent / "schema" / "iati-activities-schema.xsd"
UNREGISTERED = "XX-UNREGISTERED-TENU"

_NO_REPORTER = "no reporter’s id was given (--reporter-ref): a registry will not take the file as it is"
_SEVERAL = "several recipient countries of one promise, whose shares nobody states, were left out as countries"
_SEVERAL_DONORS = "joint donors of one amount are named together, as IATI holds one provider a transaction"
_LAWFUL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NothingForIatiError(TenuError):
    """Among the claims there is none that an IATI activity can tell."""


def write_iati(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write activities; NothingForIatiError where no claim promises or brings money on a day."""
    notes = Notes()
    begin = to.tell()
    with etree.xmlfile(to, encoding="UTF-8") as file:
        file.write_declaration()
        made = about.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        with file.element("iati-activities", {"version": VERSION, "generated-datetime": made}):
            for group in by_matter(entries):
                told = transactions_of(group, notes)
                if told:
                    file.write("\n", _activity(group, told, about, notes))
                    notes.wrote("activities")
                    notes.wrote("transactions", len(told))
    if not notes.written:
        raise NothingForIatiError(
            "there is no promise or delivery of money with its day among these claims, and IATI takes nothing else; "
            "look at the filters, or export them as jsonl."
        )
    if about.reporter_ref is None:
        notes.add(_NO_REPORTER, UNREGISTERED)
    to.seek(begin)
    check(to)
    return notes


def check(file: BinaryIO) -> None:
    """Check a file against the official schema, reading it along; what does not fit is refused with its line."""
    try:
        for _, element in etree.iterparse(file, schema=schema(), tag="iati-activity", no_network=True):
            element.clear()
    except etree.XMLSyntaxError as error:
        raise TenuError(f"the activities do not fit the schema of IATI {VERSION}: {error}") from error


@cache
def schema() -> etree.XMLSchema:
    """Give the official schema of release 2.03."""
    return etree.XMLSchema(etree.parse(SCHEMA))


def _activity(group: tuple[Entry, ...], told: list[Told], about: About, notes: Notes) -> etree._Element:
    first = group[0].kept
    reporter = about.reporter_ref or UNREGISTERED
    activity = etree.Element("iati-activity")
    if first.language != "und":
        activity.set("{http://www.w3.org/XML/1998/namespace}lang", first.language)
    etree.SubElement(activity, "iati-identifier").text = f"{reporter}-{group[0].matter}"
    organisation = {"ref": reporter, "type": OTHER, "secondary-reporter": "1"}
    _narrative(etree.SubElement(activity, "reporting-org", organisation), about.reporter)
    _narrative(etree.SubElement(activity, "title"), headline(first.claim))
    for words in dict.fromkeys(entry.kept.claim.evidence.text for entry in group):
        _narrative(etree.SubElement(activity, "description", {"type": "1"}), words)
    _organisations(activity, told)
    etree.SubElement(activity, "activity-status", {"code": _status(group, told).value})
    _dates(activity, group, told)
    _country(activity, told, notes)
    for one in told:
        activity.append(_transaction(one, notes))
    return activity


def _organisations(activity: etree._Element, told: list[Told]) -> None:
    funding = dict.fromkeys(actor.name for one in told for actor in one.providers)
    receiving = dict.fromkeys(actor.name for one in told for actor in one.receivers)
    roles = [(name, Organisation.FUNDING) for name in funding]
    roles += [(name, Organisation.IMPLEMENTING) for name in receiving]
    for name, role in roles or [("not told", Organisation.FUNDING)]:
        _narrative(etree.SubElement(activity, "participating-org", {"role": role.value}), name)


def _status(group: tuple[Entry, ...], told: list[Told]) -> ActivityStatus:
    withdrawn = any(entry.kept.terms is not None and entry.kept.terms.withdrawn for entry in group)
    if withdrawn or any(entry.cancelled for entry in group):
        return ActivityStatus.CANCELLED
    pledges = {Transaction.OUTGOING_PLEDGE, Transaction.INCOMING_PLEDGE}
    return ActivityStatus.PIPELINE if all(one.kind in pledges for one in told) else ActivityStatus.IMPLEMENTATION


def _dates(activity: etree._Element, group: tuple[Entry, ...], told: list[Told]) -> None:
    """Write the first transaction's day as the start (planned where nothing has come), and a deadline as the end."""
    paid = any(one.kind is Transaction.DISBURSEMENT for one in told)
    start = ActivityDate.ACTUAL_START if paid else ActivityDate.PLANNED_START
    first = min(one.day for one in told)
    etree.SubElement(activity, "activity-date", {"type": start, "iso-date": first.isoformat()})
    deadlines = [entry.kept.claim.by for entry in group if entry.kept.claim.by and edtf.valid(entry.kept.claim.by)]
    ends = [last for last in (edtf.latest(by) for by in deadlines) if last is not None]
    if ends and max(ends) >= first:
        etree.SubElement(
            activity, "activity-date", {"type": ActivityDate.PLANNED_END, "iso-date": max(ends).isoformat()}
        )


def _country(activity: etree._Element, told: list[Told], notes: Notes) -> None:
    codes = {country_code(actor.iso) for one in told for actor in one.receivers if actor.iso}
    if len(codes) > 1:
        notes.add(_SEVERAL, told[0].claim)
    elif code := next(iter(codes), None):
        etree.SubElement(activity, "recipient-country", {"code": code})


def _transaction(told: Told, notes: Notes) -> etree._Element:
    day = told.day.isoformat()
    transaction = etree.Element("transaction", {"ref": told.claim})
    etree.SubElement(transaction, "transaction-type", {"code": told.kind.value})
    etree.SubElement(transaction, "transaction-date", {"iso-date": day})
    value = etree.SubElement(transaction, "value", {"currency": told.currency, "value-date": day})
    value.text = plain(told.amount)
    _narrative(etree.SubElement(transaction, "description"), told.words)
    if len(told.providers) > 1:
        notes.add(_SEVERAL_DONORS, told.claim)
    for name, actors in (("provider-org", told.providers), ("receiver-org", told.receivers)):
        if actors:
            _organisation(transaction, name, actors)
    return transaction


def _organisation(transaction: etree._Element, name: str, actors: tuple[Actor, ...]) -> None:
    _narrative(etree.SubElement(transaction, name), "; ".join(actor.name for actor in actors))


def _narrative(parent: etree._Element, text: str) -> None:
    etree.SubElement(parent, "narrative").text = _LAWFUL.sub("\ufffd", text)
