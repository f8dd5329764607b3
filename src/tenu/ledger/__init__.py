"""Keep what was said and what people decided; the only place that speaks SQL.

Importing this is light: the database libraries are loaded when a ledger is opened.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenu.ledger.filters import Filters
    from tenu.ledger.kept import Kept, KeptClaim, KeptDocument, Outcome, Paged, State
    from tenu.ledger.ledger import Ledger

__all__ = ["Filters", "Kept", "KeptClaim", "KeptDocument", "Ledger", "Outcome", "Paged", "State"]

_HOMES = {
    "Filters": "filters",
    "Kept": "kept",
    "KeptClaim": "kept",
    "KeptDocument": "kept",
    "Ledger": "ledger",
    "Outcome": "kept",
    "Paged": "kept",
    "State": "kept",
}


def __getattr__(name: str) -> Any:
    """Bring a public name from its file when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"tenu.ledger has no {name}")
    from importlib import import_module

    return getattr(import_module(f"tenu.ledger.{_HOMES[name]}"), name)
