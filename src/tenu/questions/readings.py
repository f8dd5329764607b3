"""A version in the ledger as a reading: its text, and its claims as people left them, under the ledger's ids."""

from dataclasses import replace

from tenu.ledger import ReadVersion
from tenu.record import Reading


def reading_of(version: ReadVersion) -> Reading:
    """Give a version's text and claims as a reading."""
    return Reading(version.document, tuple(replace(kept.claim, id=kept.id) for kept in version.claims))
