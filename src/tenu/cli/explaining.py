"""`tenu explain`: how a document is read, sentence by sentence."""

import sys

from rich.console import Console
from rich.text import Text

from tenu.document import open_document
from tenu.errors import TenuError
from tenu.fetch import Fetched, bring
from tenu.reading.analysis import Analysis
from tenu.reading.explanation import Explained, explain


def explain_source(source: str, date: str | None, language: str | None, parse: bool) -> int:
    """Print what was found in each sentence of a source, and why; give the exit status."""
    failed = 0
    console = Console(width=None if sys.stdout.isatty() else 140, highlight=False)
    for found in bring([source]):
        if not isinstance(found, Fetched):
            failed += _tell(found.error)
            continue
        try:
            document = open_document(
                found.content,
                found.source,
                url=found.url,
                language=language,
                published=date,
                media_type=found.media_type,
            )
            console.print(
                Text(
                    f"{document.title or document.source} · {document.language} · {document.published}\n", style="bold"
                )
            )
            for explained in explain(document):
                _print(console, explained, parse)
        except TenuError as refused:
            failed += _tell(refused)
    return 1 if failed else 0


def _tell(refused: TenuError) -> int:
    print(f"tenu: {refused}", file=sys.stderr)  # noqa: T201
    return 1


def _print(console: Console, explained: Explained, parse: bool) -> None:
    analysis = explained.analysis
    console.print(Text(" ".join(analysis.text.split()), style="bold"))
    if parse:
        console.print(Text(words(analysis), style="dim"))
    for time in explained.times:
        role = f", {time.role.value}" if time.role else ""
        console.print(f"  time      {time.words} = {time.value or f'unread: {time.reason}'}{role}", markup=False)
    for amount in explained.amounts:
        read = (
            f"{amount.value} {amount.currency or amount.unit or ''}".strip()
            if amount.reason is None
            else f"unread: {amount.reason}"
        )
        console.print(f"  amount    {amount.words} = {read} ({amount.kind.value})", markup=False)
    for mention, entity in explained.names:
        console.print(
            f"  name      {mention.text} = {entity.name if entity else mention.name} ({mention.kind.value})",
            markup=False,
        )
    for draft in explained.drafts:
        parts = [f"{actor.role.value}: {actor.name}" for actor in draft.actors] + [item.name for item in draft.items]
        support = "supports" if draft.weak else "fired"
        console.print(
            f"  {support:<10}{draft.rule} → {draft.kind.value}, {draft.status or 'no status'}: {'; '.join(parts)}",
            markup=False,
        )
    for likely in explained.likely:
        signs = ", ".join(f"{sign} {worth:+.1f}" for sign, worth in likely.signs)
        told = f"  words     {likely.kind.value} {likely.likelihood:.0%}" + (f": {signs}" if signs else "")
        console.print(Text(told, style="dim"))
    for miss in explained.misses:
        console.print(Text(f"  nearly    {miss.frame.name}: no {miss.missing}", style="dim"))
    console.print()


def words(analysis: Analysis) -> str:
    """Give each word with its class, its relation and the word that it hangs on."""
    tokens = analysis.tokens
    return " ".join(
        f"{t.text}/{t.upos}" + (f"/{t.deprel}→{tokens[t.head].text}" if t.head != t.i else "/root") for t in tokens
    )
