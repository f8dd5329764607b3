"""Compare what a reader found with what people marked; pure functions on claims, and one that opens a marked file."""

from tenu.scoring.comparing import Finding, compare
from tenu.scoring.figures import Figures, Row, Slot, count
from tenu.scoring.marked import Marked, MarkedEntry, MarkedStatement, UnreadableMarksError, open_marked, take_marks

__all__ = [
    "Figures",
    "Finding",
    "Marked",
    "MarkedEntry",
    "MarkedStatement",
    "Row",
    "Slot",
    "UnreadableMarksError",
    "compare",
    "count",
    "open_marked",
    "take_marks",
]
