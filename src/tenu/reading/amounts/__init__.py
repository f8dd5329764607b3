"""Amounts: money, counts and percentages in a text, exact, with the words they came from.

`find("1,5 milliard de francs suisses", "fr")` gives one `Amount` of 1500000000 CHF. Places are in code points.
"""

from tenu.reading.amounts.amount import Amount, Bound, Measure
from tenu.reading.amounts.find import find

__all__ = ["Amount", "Bound", "Measure", "find"]
