"""What the full-text index holds of a claim or a page: its folded words, and marks for what lists filter by.

A mark has a colon, which no word has: `k:pledge`, `a:norveg`, `donor:norveg`, `t:2022-10`. Words and marks are found by
the same index, so that any mix of words and filters is one walk through it.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from tenu.ledger.times import bounds, months
from tenu.ledger.words.fold import forms_asked, plain, stems, words_in
from tenu.ledger.words.ties import tie_marks
from tenu.record import Claim, Document, Role

CURRENT = "is:now"
_REMEMBERED = 20_000
LONGEST_BY_MONTHS = 36
LONGEST_BY_YEARS = 100
AGES = "t:ages"
"""The mark of times longer than a hundred years, or open at one end."""

MOST_WORDS = 40_000
"""Different words of one page that are indexed; PostgreSQL holds no more than a million bytes of them."""


def page_words(document: Document) -> set[str]:
    """Give the folded words of a document's page, each block's by its own language and the document's, and its ties."""
    found: set[str] = set()
    blocks = document.blocks
    if blocks and any(block.language != document.language for block in blocks):
        for block in blocks:
            found |= stems(document.text[block.start : block.end], block.language)
    found |= stems(document.text, document.language)
    found |= stems(document.title or "", document.language)
    if len(found) > MOST_WORDS:
        found = set(sorted(found)[:MOST_WORDS])
    return found | tie_marks(document)


def language_at(document: Document, start: int) -> str:
    """Give the language of the block in which a place of the text lies, else the document's."""
    for block in document.blocks:
        if block.start <= start < block.end:
            return block.language if block.language != "und" else document.language
    return document.language


def how_it_stands(state: str, *, current: bool) -> str:
    """Give the marks of a claim's state, and of its being current, each after a space, as they are taken off again."""
    return f" v:{state} {CURRENT}" if current else f" v:{state}"


def claim_words(claim: Claim, language: str) -> set[str]:
    """Give the folded words of a claim: its passages, quotation, actors, places and items."""
    text = claim.evidence.text
    more = [passage.text for passage in claim.also]
    more += [actor.name for actor in claim.actors if actor.name not in text]
    more += [item.name for item in claim.items if item.name not in text]
    more += [place.name for place in claim.where]
    if claim.quote is not None and claim.quote not in text:
        more.append(claim.quote)
    return stems(" ".join([text, *more]) if more else text, language)


def claim_marks(claim: Claim, language: str) -> set[str]:
    """Give the marks of what a claim is: its kind, status, actors and months."""
    marks = {f"k:{claim.kind}", f"l:{language}"}
    if claim.status is not None:
        marks.add(f"s:{claim.status}")
    for actor in claim.actors:
        marks.update(_actor_marks(actor.role, actor.name, actor.id, actor.iso, language))
    marks.update(time_marks(claim.when))
    return marks


def address_marks(document: Document, document_id: int) -> list[str]:
    """Give the marks of where a document comes from: the document itself, and its host with the domains above it."""
    return [f"d:{document_id}", *host_marks(document.url or document.source)]


def host_marks(address: str) -> list[str]:
    """Give the marks of an address's host: `h:www.nato.int`, `h:nato.int`."""
    host = urlsplit(address).hostname if "://" in address else None
    if not host:
        return []
    parts = plain(host).split(".")
    return ["h:" + ".".join(parts[at:]) for at in range(max(len(parts) - 1, 1))]


@lru_cache(_REMEMBERED)
def time_marks(when: str | None) -> tuple[str, ...]:
    """Give the months that a claim's time (EDTF) touches; the years where it is longer than three years."""
    days = bounds(when)
    if days is None:
        return ()
    years = int(days[1][:4]) - int(days[0][:4])
    if years > LONGEST_BY_YEARS:
        return (AGES,)
    if years > LONGEST_BY_MONTHS // 12:
        return tuple(f"t:{year:04}" for year in range(int(days[0][:4]), int(days[1][:4]) + 1))
    return tuple(f"t:{month}" for month in months(*days))


def marks_asked_for_time(first: str, last: str) -> list[str]:
    """Give every mark of which a claim whose time touches these days has at least one."""
    years = [f"t:{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]
    return [AGES, *years, *(f"t:{month}" for month in months(first, last))]


def actor_asked(words: str, role: str | None) -> list[list[str]]:
    """Give, for each word of an actor's name that was asked for, the marks one of which must be there.

    A country's code (`UKR`) or an id (`org/nato`) is found as well as a name.
    """
    prefix = role or "a"
    if "/" in words:
        return [[f"{prefix}:{plain(words)}"]]
    asked = []
    for word in words_in(words):
        forms = [f"{prefix}:{form}" for form in forms_asked(word)]
        if len(word) == 3 and word.isupper():
            forms.append(f"{prefix}:country/{plain(word)}")
        asked.append(forms)
    return asked


@lru_cache(_REMEMBERED)
def _actor_marks(role: Role, name: str, number: str | None, iso: str | None, language: str) -> tuple[str, ...]:
    told = stems(name, language)
    if number:
        told.add(plain(number))
    if iso:
        told.add(f"country/{plain(iso)}")
    return (*(f"a:{word}" for word in told), *(f"{role}:{word}" for word in told))
