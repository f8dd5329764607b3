"""The line at the foot of a chart: where its figures are from, of which day, and what it does not show."""

from datetime import date

from tenu.publishing.phrases import Language, day, phrase


def foot(on: date, language: Language, source: str | None, *, more: int = 0) -> str:
    """Give the line; `more` counts rows that stand in the table alone."""
    told = phrase("source", language, source=source or phrase("the-record", language), day=day(on, language))
    return told if not more else f"{told} {phrase('more', language, many=more)}"
