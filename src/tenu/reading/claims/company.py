"""Who stands in one list with somebody: “with President Roy, Prime Minister Lind *and* Ambassador Dale”."""

import re
from collections.abc import Iterator, Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.names import Mention, MentionKind

_BESIDE = re.compile(
    r"(?: (?:of|de|du|d’) ?(?:the |la |l’)?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})?"  # Speaker Roy *of Illinois*
    r"(?:,? (?:and|et|&|as well as|ainsi que|ou encore|along with) |, )(?:also )?"
    r"(?:with |avec |du |des |de la |de l’|de |d’|the |les |le |la |l’|l')?"
)
_OFFICE_OF = re.compile(r"(?:[^\W\d_][\w.’'-]* ){1,3}")  # “*Brook* Governor J. Dale”: what an office is of, in no list
_COUNTERPART = re.compile(r" (?:and|et|with|avec) (?:his|her|its|their|son|sa|leur) ")  # “Mr Roy *and his* counterpart”
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_LISTED = frozenset({MentionKind.PERSON, MentionKind.COUNTRY})


def company(mention: Mention, around: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """Give those of the same kind whom nothing but a comma or *and* parts from a person or country, in their order.

    Names are found by their words alone, so that a list holds where the parser hung one of its names elsewhere; one who
    begins a clause of his own (“…, and President Roy said”) is no part of it. `around` are the sentence's mentions.
    """
    if mention.kind not in _LISTED | _PEOPLE:
        return []
    if (other := _counterpart(mention, around, analysis)) is not None:
        return [other]
    if mention.kind is MentionKind.OFFICE:
        return []
    own = [m for m in around if m.kind is mention.kind]
    before = [m for m in reversed(own) if m.end <= mention.start]
    after = [m for m in own if m.start >= mention.end]
    return [*reversed(list(_chained(mention, before, analysis))), *_chained(mention, after, analysis)]


def _counterpart(mention: Mention, around: Sequence[Mention], analysis: Analysis) -> Mention | None:
    """Give the other of a person and one told beside him by office: “Minister Roy and *her Norwegian counterpart*”."""
    for other in around:
        first, second = sorted((mention, other), key=lambda m: m.start)
        if first.kind in _PEOPLE and second.kind is MentionKind.OFFICE and first is not second:
            between = analysis.text[first.end - analysis.start : second.start - analysis.start]
            if _COUNTERPART.fullmatch(between):
                return other
    return None


def _chained(mention: Mention, others: Sequence[Mention], analysis: Analysis) -> Iterator[Mention]:
    last = mention
    for other in others:
        first, second = sorted((last, other), key=lambda m: m.start)
        between = analysis.text[first.end - analysis.start : second.start - analysis.start]
        if not _stands_beside(between, second) or _begins_clause(second, mention, analysis):
            return
        yield other
        last = other


def _stands_beside(between: str, second: Mention) -> bool:
    """Tell whether a separator alone parts two mentions, or one with capitals that belong to the second's office."""
    found = _BESIDE.match(between)
    if found is None:
        return False
    rest = between[found.end() :]
    return not rest or (second.name_start > second.start and rest.istitle() and bool(_OFFICE_OF.fullmatch(rest)))


def _begins_clause(second: Mention, mention: Mention, analysis: Analysis) -> bool:
    """Tell whether the later of two neighbours is the subject of a verb that the one asked about has no part in."""
    inside = analysis.within(second.start, second.end)
    subject = next((t for t in inside if t.deprel.startswith("nsubj") and t.head > t.i), None)
    return subject is not None and analysis.tokens[subject.head].start > mention.end and _object(mention, analysis)


def _object(mention: Mention, analysis: Analysis) -> bool:
    """Tell whether a mention stands behind the verb that it hangs on."""
    inside = {t.i for t in analysis.within(mention.start, mention.end)}
    return any(analysis.tokens[i].head not in inside and analysis.tokens[i].head < i for i in inside)
