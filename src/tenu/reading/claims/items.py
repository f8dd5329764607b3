"""What a claim is about: the noun phrase that names it, with its count or its money taken out of the name."""

from collections.abc import Collection, Sequence

from tenu.reading.amounts import Amount, Measure
from tenu.reading.analysis import Analysis, Token
from tenu.reading.claims.tails import QUOTED, with_tail
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import VERBAL, bounds, members, without_determiner
from tenu.reading.frames.prepositions import preposition
from tenu.record import Item, Unread

_EDGES = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "ADV", "SCONJ", "PART", "AUX"})
_LONGEST = 16  # words: past that a name tells no more what the thing is
_REACH = 40  # code points between a thing and its price: “headquarters contribution of a total of CHF 70 million”


def item_of(
    analysis: Analysis,
    head: int,
    amounts: Sequence[Amount],
    grammar: Grammar,
    apart: Collection[int] = (),
    deed: int | None = None,
) -> tuple[Item, list[Unread]] | None:
    """Give the item that a head names, and the amounts in it that could not be read; None where nothing names it.

    The tokens `apart` (a recipient, a time) belong to other parts of the claim and stay out of the name, which begins
    with a `deed` where there is one.
    """
    if analysis.tokens[head].upos in VERBAL:
        head = thing_below(analysis, head, grammar)
    verbal = analysis.tokens[head].upos in VERBAL
    indices = _verb_phrase(analysis, head) if verbal else with_tail(analysis, head, members(analysis, head), grammar)
    indices = [i for i in indices if verbal or i not in apart or i == head]
    indices = [*range(deed, indices[0]), *indices] if deed is not None and deed < indices[0] else indices
    whole = _with_money(analysis, indices, amounts)
    inside = [a for a in amounts if _touches(a, analysis, whole)]
    unread = [Unread(a.words, a.start, a.end, a.reason) for a in inside if a.value is None and a.reason]
    money = next((a for a in inside if a.kind is Measure.MONEY and a.value is not None and a.currency), None)
    count = next((a for a in inside if a.kind is Measure.COUNT and _counts(a, analysis, indices, head)), None)
    name = _name(analysis, head, indices, [a for a in inside if a.kind is Measure.MONEY or a is count], grammar, apart)
    count = _taken(analysis, head, amounts) or count
    if not name:
        return None
    start, end = bounds(analysis, name)
    words = analysis.text[start - analysis.start : end - analysis.start]
    item = Item(
        name=words,
        start=start,
        end=end,
        quantity=count.value if count else None,
        unit=count.unit if count else None,
        amount=money.value if money else None,
        currency=money.currency if money else None,
    )
    return item, unread


def _taken(analysis: Analysis, head: int, amounts: Sequence[Amount]) -> Amount | None:
    """Give the number of things taken from a greater one: *45* of the 60 generators."""
    number = analysis.tokens[analysis.tokens[head].head]
    if number.upos != "NUM" or number.i >= head:
        return None
    inside = (a for a in amounts if a.kind is Measure.COUNT and a.value is not None)
    return next((a for a in inside if a.start <= number.start < a.end), None)


def thing_below(analysis: Analysis, verb: int, grammar: Grammar) -> int:
    """Take what an infinitive or a clause of content is about: its object, else the noun that hangs on it first.

    Those with whom somebody works or stands are no thing: then the clause itself says what is meant.
    """
    children = [c for c in analysis.children(verb) if analysis.tokens[c].upos in {"NOUN", "PROPN", "SYM", "NUM"}]
    for relations in (("obj",), ("nsubj:pass",)):
        for child in children:
            if analysis.tokens[child].deprel.startswith(relations) and child > verb:
                return child
    behind = _bare_noun_behind(analysis, verb)
    if behind is not None:
        return behind
    oblique = (c for c in children if c > verb and analysis.tokens[c].deprel.startswith("obl"))
    first = next(oblique, verb)
    return verb if preposition(analysis, first, grammar) in grammar.company else first


def _bare_noun_behind(analysis: Analysis, verb: int) -> int | None:
    """Find the object of an infinitive that an insertion took away: *d’intensifier, avec l’armée, le déploiement*."""
    if analysis.tokens[verb].feats.get("VerbForm") != "Inf":
        return None
    for token in analysis.tokens[verb + 1 :]:
        if token.upos in VERBAL and token.feats.get("VerbForm") != "Part":
            return None
        if token.upos == "NOUN" and token.deprel in {"obj", "appos", "conj"} and token.head <= token.i:
            children = [analysis.tokens[c] for c in analysis.children(token.i) if c < token.i]
            if any(c.upos == "DET" for c in children) and not any(c.deprel in {"case", "cc"} for c in children):
                return token.i
    return None


def _verb_phrase(analysis: Analysis, head: int) -> list[int]:
    """Take an infinitive with what directly belongs to it, where no noun names what is promised or decided."""
    kept = [i for i in analysis.subtree(head) if i >= head][:_LONGEST]
    return [i for place, i in enumerate(kept) if i == head + place]


def _with_money(analysis: Analysis, indices: list[int], amounts: Sequence[Amount]) -> list[int]:
    """Reach out to the money that follows a phrase closely: in brackets, or after “of a total of”."""
    end = bounds(analysis, indices)[1]
    for amount in amounts:
        if amount.kind is Measure.MONEY and 0 <= amount.start - end <= _REACH:
            between = analysis.within(end, amount.start)
            if not any(
                t.upos in {"VERB", "AUX", "CCONJ", "NOUN", "PROPN"} or t.text == "," for t in between if t.start >= end
            ):
                return [*indices, *(t.i for t in analysis.within(amount.start, amount.end))]
    return indices


def _touches(amount: Amount, analysis: Analysis, indices: Sequence[int]) -> bool:
    tokens = analysis.tokens
    return any(tokens[i].start < amount.end and amount.start < tokens[i].end for i in indices)


def _counts(amount: Amount, analysis: Analysis, indices: Sequence[int], head: int) -> bool:
    """Tell whether a count is that of the phrase's own head: it stands before it, at the phrase's opening."""
    first = analysis.tokens[indices[0]]
    return amount.value is not None and amount.plain and first.start <= amount.start <= analysis.tokens[head].start


def _name(
    analysis: Analysis,
    head: int,
    indices: list[int],
    read: Sequence[Amount],
    grammar: Grammar,
    apart: Collection[int],
) -> list[int]:
    """Take the numbers out of a phrase; where only money is left, take what it is given in, else the currency."""
    left = [i for i in without_determiner(analysis, indices) if not any(_inside(analysis.tokens[i], a) for a in read)]
    run = _trimmed(analysis, _run_of(head, left))
    if not run and read:
        run = _given_in(analysis, max(a.end for a in read), apart)
    if run:
        return run[:_LONGEST]
    return _money(analysis, head, indices, read, grammar, apart)


def _money(
    analysis: Analysis,
    head: int,
    indices: list[int],
    read: Sequence[Amount],
    grammar: Grammar,
    apart: Collection[int],
) -> list[int]:
    """Name a sum by its currency's word (*francs*); one that has but a code or a sign, by what it is meant for."""
    nouns = [i for i in indices if analysis.tokens[i].upos in {"NOUN", "SYM", "PROPN"}]
    unit = [i for i in nouns if any(_inside(analysis.tokens[i], a) for a in read)][-1:] or nouns[-1:]
    if unit and analysis.tokens[unit[0]].text.islower():
        return unit
    return _meant_for(analysis, head, grammar, apart) or unit


def _given_in(analysis: Analysis, end: int, apart: Collection[int]) -> list[int]:
    """Find what a sum is given in or for: “$53 million | in humanitarian assistance”, “| to finance operations”."""
    after = [t for t in analysis.tokens if t.start >= end][:8]
    if not after or after[0].upos not in {"ADP", "PART", "SCONJ"}:
        return []
    for token in after[1:]:
        if token.upos in {"NOUN", "PROPN"} and token.deprel != "compound" and token.i not in apart:
            found = [i for i in members(analysis, token.i) if analysis.tokens[i].start >= end and i not in apart]
            return _trimmed(analysis, _run_of(token.i, found))
        if token.upos == "PUNCT":
            return []
    return []


def _meant_for(analysis: Analysis, head: int, grammar: Grammar, apart: Collection[int]) -> list[int]:
    """Find what is to be had for a sum: “CHF 20 million has been earmarked | for schools”."""
    token = analysis.tokens[head]
    if not token.deprel.startswith(("obj", "nsubj")):
        return []
    for child in analysis.children(token.head):
        below = analysis.tokens[child]
        if child <= head or child in apart:
            continue
        if below.upos in VERBAL and below.feats.get("VerbForm") == "Inf" and below.deprel in {"advcl", "xcomp"}:
            thing = thing_below(analysis, child, grammar)
            return [] if thing == child else _trimmed(analysis, _run_of(thing, list(analysis.subtree(thing))))
        if below.upos == "NOUN" and preposition(analysis, child, grammar) in grammar.dative:
            return _trimmed(analysis, _run_of(child, [i for i in members(analysis, child) if i not in apart]))
    return []


def _trimmed(analysis: Analysis, run: list[int]) -> list[int]:
    while run and analysis.tokens[run[0]].upos in _EDGES:
        run = run[1:]
    while run and analysis.tokens[run[-1]].upos in _EDGES and not _closes(analysis, run):
        run = run[:-1]
    return run


def _closes(analysis: Analysis, run: list[int]) -> bool:
    """Tell whether a run ends with the mark that closes a quotation in it."""
    words = [analysis.tokens[i].text for i in run]
    return any(QUOTED.get(word) == words[-1] for word in words[:-1])


def _inside(token: Token, amount: Amount) -> bool:
    return amount.start <= token.start and token.end <= amount.end


def _run_of(head: int, indices: list[int]) -> list[int]:
    """Give the run of neighbours that holds the head, else the longest one."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    holding = [run for run in runs if head in run]
    return holding[0] if holding else max(runs, key=len, default=[])
