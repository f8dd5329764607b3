"""Keep what was said and what people decided; the only place that speaks SQL.

Importing this is light: the database libraries are loaded when a ledger is opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenu.ledger.balancing import MatterBalance
    from tenu.ledger.changing import Revision
    from tenu.ledger.doctor import examine
    from tenu.ledger.filters import Filters
    from tenu.ledger.gathering import Gathered
    from tenu.ledger.judging import Decision, Judgement, OvertakenError, Verdict
    from tenu.ledger.kept import Kept, KeptClaim, KeptDocument, KeptVersion, Outcome, Paged, ReadVersion, State
    from tenu.ledger.ledger import Ledger
    from tenu.ledger.linking import Asked, Link, LinkOvertakenError
    from tenu.ledger.matching.kinds import LinkKind
    from tenu.ledger.mattering import Belonging, Matter
    from tenu.ledger.moving import backup, copy, restore
    from tenu.ledger.preparing import prepare
    from tenu.ledger.promises.balance import Balance
    from tenu.ledger.recalling import Entry
    from tenu.ledger.suggested import Suggestion
    from tenu.ledger.tying import Tie
    from tenu.ledger.verifying import Verified
    from tenu.ledger.watching import WatchedAddress, WatchedOutlet, Watching

__all__ = [
    "Asked",
    "Balance",
    "Belonging",
    "Decision",
    "Entry",
    "Filters",
    "Gathered",
    "Judgement",
    "Kept",
    "KeptClaim",
    "KeptDocument",
    "KeptVersion",
    "Ledger",
    "Link",
    "LinkKind",
    "LinkOvertakenError",
    "Matter",
    "MatterBalance",
    "Outcome",
    "OvertakenError",
    "Paged",
    "ReadVersion",
    "Revision",
    "State",
    "Suggestion",
    "Tie",
    "Verdict",
    "Verified",
    "WatchedAddress",
    "WatchedOutlet",
    "Watching",
    "backup",
    "copy",
    "examine",
    "prepare",
    "restore",
]

_HOMES = {
    "Asked": "linking",
    "Balance": "promises.balance",
    "Belonging": "mattering",
    "Decision": "judging",
    "Entry": "recalling",
    "Filters": "filters",
    "Gathered": "gathering",
    "Judgement": "judging",
    "Kept": "kept",
    "KeptClaim": "kept",
    "KeptDocument": "kept",
    "KeptVersion": "kept",
    "Ledger": "ledger",
    "Link": "linking",
    "LinkKind": "matching.kinds",
    "LinkOvertakenError": "linking",
    "Matter": "mattering",
    "MatterBalance": "balancing",
    "Outcome": "kept",
    "OvertakenError": "judging",
    "Paged": "kept",
    "ReadVersion": "kept",
    "Revision": "changing",
    "State": "kept",
    "Suggestion": "suggested",
    "Tie": "tying",
    "Verdict": "judging",
    "Verified": "verifying",
    "WatchedAddress": "watching",
    "WatchedOutlet": "watching",
    "Watching": "watching",
    "backup": "moving",
    "copy": "moving",
    "prepare": "preparing",
    "restore": "moving",
    "examine": "doctor",
}


def __getattr__(name: str) -> Any:
    """Bring a public name from its file when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"tenu.ledger has no {name}")
    return getattr(import_module(f"tenu.ledger.{_HOMES[name]}"), name)
