"""`tenu suggest`: links that may hold between claims, the surest first, with the reasons; made above a threshold."""

import sys
from datetime import UTC, datetime

from rich.console import Console, Group
from rich.text import Text

from tenu.cli.answers.lines import quoted, table
from tenu.ledger import KeptClaim, Ledger, Suggestion
from tenu.questions.words import words_of
from tenu.settings import Settings


def suggest_links(settings: Settings, above: float | None, limit: int) -> None:
    """Work the suggestions out anew, make those above the threshold, and show what is left to judge."""
    with Ledger.open(settings.ledger) as ledger:
        suggested, made = ledger.suggest_links(who=settings.who, when=datetime.now(UTC), threshold=above)
        page = ledger.suggestions(limit=limit)
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    if above is not None:
        console.print(f"{made} links made that are at least {above:.0%} likely, as {settings.who}.", markup=False)
    console.print(f"{suggested - made} suggested links to judge.\n", markup=False, style="bold")
    rows = table("likely", "link", "between which words, and why", wide="between which words, and why")
    for one in page.entries:
        rows.add_row(f"{one.score:.0%}", one.kind.value, _between(one))
    if page.entries:
        console.print(rows)
    if page.after is not None:
        console.print(Text("There are more; --limit shows them.", style="dim"))


def _between(one: Suggestion) -> Group:
    why = Text("; ".join(one.reasons), style="dim")
    return Group(_told(one.from_claim), _told(one.to_claim), why)


def _told(claim: KeptClaim) -> Text:
    return quoted(words_of(claim), f"{claim.id[:10]} {claim.claim.kind.value}: ")
