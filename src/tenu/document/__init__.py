"""Turn bytes into a text whose every sentence can be pointed at."""

from tenu.document.limits import Limits
from tenu.document.opening import open_document

__all__ = ["Limits", "open_document"]
