"""Lay claims side by side: which of two readings tell the same thing, and what differs; knows no ledger and no file."""

from tenu.pairing.differences import Difference, Slot
from tenu.pairing.sides import Pair, side_by_side

__all__ = ["Difference", "Pair", "Slot", "side_by_side"]
