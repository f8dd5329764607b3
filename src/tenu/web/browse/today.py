"""The day it is on this machine, from which ages and deadlines count."""

from datetime import UTC, date, datetime


def today() -> date:
    """Give the day in this machine's zone."""
    return datetime.now(UTC).astimezone().date()
