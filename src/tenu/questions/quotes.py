"""Who said what, in which words: statements by their words and their speaker."""

from dataclasses import dataclass
from datetime import datetime

from tenu.ledger import Filters, KeptClaim, Ledger
from tenu.questions.leaving import Leaving, LeftOut
from tenu.questions.party import Party, parties
from tenu.questions.scope import Scope
from tenu.questions.words import Words, words_of
from tenu.record import Kind, Manner, Role


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said: the quotation, the manner in which it is given, and the words around it."""

    speakers: tuple[Party, ...]
    quote: str
    manner: Manner | None
    words: Words


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotations, those of the newest document first; `more` says that there are further ones."""

    as_of: datetime | None
    quotes: tuple[Quote, ...]
    left_out: tuple[LeftOut, ...]
    more: bool = False


def quotes(ledger: Ledger, scope: Scope, words: str = "", *, speaker: str | None = None, limit: int = 50) -> Quotes:
    """Give the quotations that hold all words in any form, of a speaker where asked."""
    filters = Filters(
        kind=Kind.STATEMENT, actor=speaker, role=Role.SPEAKER if speaker is not None else None, as_of=scope.as_of
    )
    leaving, found, after = Leaving(), list[Quote](), None
    while len(found) <= limit:
        page = (
            ledger.find(words, filters, after=after, limit=limit + 1)
            if words.strip()
            else ledger.claims(filters, after=after, limit=limit + 1)
        )
        found += [quote_of(claim) for claim in leaving.counting(page.entries, scope)]
        after = page.after
        if after is None:
            break
    return Quotes(scope.as_of, tuple(found[:limit]), leaving.told(), more=len(found) > limit or after is not None)


def quote_of(claim: KeptClaim) -> Quote:
    """Give a statement as a quotation."""
    told = claim.claim
    quote = " ".join((told.quote or told.evidence.text).split())
    return Quote(parties([claim], Role.SPEAKER), quote, told.manner, words_of(claim))
