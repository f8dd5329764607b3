"""Bring back bytes, with where and when."""

from tenu.fetch.bringing import bring
from tenu.fetch.fetched import Fetched, NotBrought, Unchanged

__all__ = ["Fetched", "NotBrought", "Unchanged", "bring"]
