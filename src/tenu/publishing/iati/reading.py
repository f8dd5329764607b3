"""Read IATI activities, one after the other: each pledge, commitment, disbursement and expenditure is a claim.

No entity is resolved and no address opened; an activity is forgotten once it is read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tenu.publishing.iati.codes import STAGES, Transaction, country_of
from tenu.publishing.imports.limits import check_size
from tenu.publishing.imports.reading import Cells
from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.publishing.imports.told import NotUnderstood, Row, Said, Told, What
from tenu.record import Kind, Place, Role, Stage, Status, Terms

RULE = "iati: a transaction of type {}"
_NOT_TAKEN = ("budget", "planned-disbursement", "result", "fss", "country-budget-items")
_COUNTRY = "recipient-country"
_KINDS = {Stage.PLEDGE: Kind.PLEDGE, Stage.COMMITMENT: Kind.PLEDGE, Stage.DELIVERY: Kind.DELIVERY}


def told_by_iati(path: Path) -> Iterator[Told]:
    """Give what each transaction says; other parts of an activity are named, and what they are."""
    check_size(path)
    activities = 0
    try:
        for _, element in etree.iterparse(
            path, tag="iati-activity", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            activities += 1
            yield from _activity(element)
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise ImportRefusedError(f"{path} is no XML that can be read: {error}.") from error
    if activities == 0:
        raise ImportRefusedError(f"{path} holds no IATI activity; look whether it is an activity file of release 2.")


def _forget(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]  # type: ignore[union-attr]


def _activity(activity: etree._Element) -> Iterator[Told]:
    shared = {
        "iati-identifier": _text(activity.find("iati-identifier")),
        "title": _narrative(activity.find("title")),
        "activity-status": _code(activity, "activity-status"),
    }
    for transaction in activity.iterfind("transaction"):
        yield _transaction(transaction, activity, shared)
    for name in _NOT_TAKEN:
        for part in activity.iterfind(name):
            words = " ".join(_all_words(part))
            row = Row(_line(part), {**_told(shared), name: words})
            unread = NotUnderstood(row.number, name, words, "is neither promised nor paid by it; kept as words only")
            yield Told((row,), None, RULE.format("none"), unread=(unread,))


def _transaction(transaction: etree._Element, activity: etree._Element, shared: dict[str, str]) -> Told:
    value = transaction.find("value")
    default = activity.get("default-currency", "")
    cells = Cells(
        Row(
            _line(transaction),
            _told(
                {
                    **shared,
                    "transaction-type": _code(transaction, "transaction-type"),
                    "transaction-date": _attribute(transaction, "transaction-date", "iso-date"),
                    "value": _text(value),
                    "currency": (value.get("currency") or default) if value is not None else "",
                    "description": _narrative(transaction.find("description")),
                    "provider-org": _organisation(transaction, activity, "provider-org", "1"),
                    "receiver-org": _organisation(transaction, activity, "receiver-org", "4"),
                    "recipient-country": _code(transaction, _COUNTRY) or _code(activity, _COUNTRY),
                }
            ),
        )
    )
    kind = cells.words("transaction-type") or ""
    rule = RULE.format(kind)
    if kind not in list(Transaction):
        cells.not_understood("transaction-type", "is neither pledge, commitment, disbursement nor expenditure")
        return Told((cells.row,), None, rule, unread=cells.unread)
    stage = STAGES[Transaction(kind)]
    amount, currency = cells.amount("value"), cells.currency("currency")
    country = country_of(cells.words("recipient-country") or "")
    item = cells.name("description") or cells.name("title") or "funds"
    worth = amount is not None and currency is not None
    said = Said(
        kind=_KINDS[stage],
        status=Status.DENIED if shared["activity-status"] == "5" and stage is not Stage.DELIVERY else Status.DONE,
        when=cells.day("transaction-date"),
        when_words=cells.words("transaction-date"),
        where=(Place(cells.words("recipient-country") or "", country),) if country else (),
        actors=(*cells.party(Role.DONOR, "provider-org"), *cells.party(Role.RECIPIENT, "receiver-org")),
        items=(What(item, "value", amount=amount, currency=currency),) if worth else (),
    )
    return Told((cells.row,), said, rule, Terms(stage), unread=cells.unread)


def _organisation(transaction: etree._Element, activity: etree._Element, name: str, role: str) -> str:
    """Give the organisation's name or id: the transaction's, else the only one that has the role in the activity."""
    found = transaction.find(name)
    told = _narrative(found) or (found.get("ref", "") if found is not None else "")
    if told:
        return told
    others = [one for one in activity.iterfind("participating-org") if one.get("role") == role]
    return (_narrative(others[0]) or others[0].get("ref", "")) if len(others) == 1 else ""


def _told(cells: dict[str, str]) -> dict[str, str]:
    return {name: words for name, words in cells.items() if words}


def _code(element: etree._Element, name: str) -> str:
    return _attribute(element, name, "code")


def _attribute(element: etree._Element, name: str, attribute: str) -> str:
    found = element.find(name)
    return found.get(attribute, "") if found is not None else ""


def _narrative(element: etree._Element | None) -> str:
    return _text(element.find("narrative")) if element is not None else ""


def _text(element: etree._Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""


def _line(element: etree._Element) -> int:
    """Give the line of the file on which an element begins."""
    line: Any = element.sourceline
    return int(line or 0)


def _all_words(element: etree._Element) -> Iterator[str]:
    for part in element.iter():
        yield from (f"{name!s} {value!s}" for name, value in part.attrib.items())
        if part.text and part.text.strip():
            yield part.text.strip()
