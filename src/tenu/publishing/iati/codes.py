"""The codes of IATI's lists that tenu writes and reads (iatistandard.org, codelists of release 2.03)."""

from enum import StrEnum

from tenu.reading.cldr import territories
from tenu.record import Stage

VERSION = "2.03"


class Transaction(StrEnum):
    """The types of transaction that tell of promises and deliveries; a pledge is no commitment."""

    OUTGOING_COMMITMENT = "2"
    DISBURSEMENT = "3"
    EXPENDITURE = "4"
    INCOMING_COMMITMENT = "11"
    OUTGOING_PLEDGE = "12"
    INCOMING_PLEDGE = "13"


STAGES = {
    Transaction.OUTGOING_COMMITMENT: Stage.COMMITMENT,
    Transaction.INCOMING_COMMITMENT: Stage.COMMITMENT,
    Transaction.OUTGOING_PLEDGE: Stage.PLEDGE,
    Transaction.INCOMING_PLEDGE: Stage.PLEDGE,
    Transaction.DISBURSEMENT: Stage.DELIVERY,
    Transaction.EXPENDITURE: Stage.DELIVERY,
}
"""What each type says of how far a promise has come."""

OUTGOING = {
    Stage.PLEDGE: Transaction.OUTGOING_PLEDGE,
    Stage.COMMITMENT: Transaction.OUTGOING_COMMITMENT,
    Stage.DELIVERY: Transaction.DISBURSEMENT,
}
INCOMING = {
    Stage.PLEDGE: Transaction.INCOMING_PLEDGE,
    Stage.COMMITMENT: Transaction.INCOMING_COMMITMENT,
    Stage.DELIVERY: Transaction.DISBURSEMENT,
}
"""What is told by those who receive, where nobody says who gives."""


class Organisation(StrEnum):
    """Roles of organisations in an activity."""

    FUNDING = "1"
    IMPLEMENTING = "4"


class ActivityStatus(StrEnum):
    """How far an activity has come."""

    PIPELINE = "1"
    IMPLEMENTATION = "2"
    CANCELLED = "5"


class ActivityDate(StrEnum):
    """What a date of an activity is."""

    PLANNED_START = "1"
    ACTUAL_START = "2"
    PLANNED_END = "3"


OTHER = "90"
"""The organisation type “other”."""


def country_code(iso: str) -> str | None:
    """Give a country's ISO 3166-1 alpha-2 code, as IATI writes it, by its alpha-3 code."""
    territory = territories().get(iso)
    return territory.alpha2 if territory else None


def country_of(code: str) -> str | None:
    """Give the alpha-3 code of a country by its alpha-2 code."""
    return next((one.iso for one in territories().values() if one.alpha2 == code), None)
