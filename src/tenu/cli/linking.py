"""`tenu link`, `unlink`: join claims that tell of one thing."""

from datetime import UTC, datetime

from rich.text import Text

from tenu.cli.table import console_of, who_and_what
from tenu.errors import LedgerError, UsageError
from tenu.ledger import Asked, KeptClaim, Ledger, Link, LinkKind, LinkOvertakenError
from tenu.settings import Settings

_SHORT = 10


def link_claims(settings: Settings, kind: str, claim: str, other: str, reason: str | None, *, stands: bool) -> None:
    """Make a link, or take it back, and say so; on what others have judged meanwhile nothing is written over."""
    with Ledger.open(settings.ledger) as ledger:
        asked = Asked(_kind(kind), claim, other, stands, reason)
        judged = ledger.link_history(asked.kind, claim, other)
        if judged and judged[-1].stands is stands:
            raise LedgerError(f"the two are {_how(judged[-1])} already, by {judged[-1].by}; nothing was changed")
        try:
            link = ledger.link(asked, seen=len(judged), who=settings.who, when=datetime.now(UTC))
        except LinkOvertakenError as overtaken:
            theirs = f"{overtaken.theirs.by} {_how(overtaken.theirs)} them meanwhile"
            raise LedgerError(f"{theirs}; yours was not kept, look at them again with `tenu history {claim}`") from None
        ends = [ledger.claim(one) for one in (link.from_claim, link.to_claim)]
    shown = console_of()
    for end in ends:
        shown.print(_one_line(end))
    shown.print(Text(f"are {_how(link)} as “{link.kind}”; tenu matter {ends[1].id[:_SHORT]} shows the whole", "dim"))


def _one_line(kept: KeptClaim) -> Text:
    told = f"{kept.id[:_SHORT]}  {kept.published or 'no date'}  {kept.claim.kind} · {who_and_what(kept.claim)}"
    return Text(told.rstrip(" ·"))


def _how(link: Link) -> str:
    return "linked" if link.stands else "not linked"


def _kind(word: str) -> LinkKind:
    try:
        return LinkKind(word.lower().replace("-", " "))
    except ValueError:
        raise UsageError(f"a link is one of {', '.join(map(_option, LinkKind))}; not {word!r}.") from None


def _option(kind: LinkKind) -> str:
    return kind.value.replace(" ", "-")
