"""Find the clause of content that a reporting verb brings: from “that …” to where another verb takes over."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenu.reading.quotations.cues import Cue, is_of_noun
from tenu.reading.quotations.page import Sentence
from tenu.reading.quotations.speech import Way
from tenu.record import Span

_FURTHEST = 18
_NEAR = 8
_FINITE = "Fin"
_HEADS = (_FINITE, "Part")  # the verb of a clause, perhaps behind its auxiliary
_DEFINITE = frozenset({"le", "la", "les", "l'", "l’", "du", "des", "the"})
_COMPLETING = frozenset({"obj", "xcomp", "ccomp", "cop", "expl:subj", "advcl", "iobj"})
_TIMES_AND_PERSONS = ("ADV", "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of content: its words from `first` up to and with `last`, and how it is brought (`that`, `bare` …)."""

    first: int
    last: int
    brought: str


def content_of(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Clause | None:
    """Give the clause of content that follows a cue, None where it brings none."""
    opened = None if is_of_noun(sentence, cue) else _opening(sentence, cue, cues)
    if opened is None:
        return None
    first, brought = opened
    while first < sentence.last and sentence.tokens[first].text == ",":
        first += 1
    last = _end(sentence, cue, cues, first)
    return Clause(first, last, brought) if last > first else None


def _opening(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> tuple[int, str] | None:
    """Give the first word of the content and what brings it."""
    if cue.way is Way.VOICE:
        return None
    if cue.way is Way.CALL:
        brought = _brought_by_word(sentence, cue, cues)
        return _asked(sentence, cue) or (brought if brought and brought[0] <= cue.last + 3 else None)
    return _brought_by_word(sentence, cue, cues) or _infinitive(sentence, cue) or _bare(sentence, cue)


def _brought_by_word(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> tuple[int, str] | None:
    words, tokens, forms = sentence.speech.words, sentence.tokens, sentence.forms
    for j in range(cue.last + 1, min(len(tokens), cue.last + 1 + _FURTHEST)):
        if sentence.quoted[j]:
            return None
        if any(other.first <= j <= other.last for other in cues if other is not cue):
            return None
        near = all(tokens[k].upos in ("ADV", "PUNCT", "PRON", "PART") for k in range(cue.last + 1, j))
        if forms[j] in words["that"] and j + 1 < len(tokens):
            if near and tokens[j].upos != "DET":
                return j + 1, "that"
            if _is_relative(sentence, cue, j):
                return None
            if tokens[j].upos == "SCONJ" and _may_stand_between(sentence, cue, j):
                return j + 1, "that"
            if tokens[j].upos == "PRON":
                return (j + 1, "that") if _brings_content(sentence, cue, j) else None
        if (
            forms[j] in words["asking"]
            and cue.way in (Way.SAY, Way.CALL)
            and (near or _is_asked_person(sentence, cue, j))
        ):
            return None if forms[j + 1 : j + 2] == ["to"] else (j, "asking")
        if near and forms[j] in words["asking_what"] and j + 1 < len(tokens) and forms[j + 1] in words["asking_that"]:
            return j, "asking"
        if tokens[j].text in (".", ";", ":", "?", "!") or (
            tokens[j].upos in ("VERB", "AUX") and not _is_aside(sentence, j)
        ):
            return None
    return None


def _is_relative(sentence: Sentence, cue: Cue, i: int) -> bool:
    """Tell whether a “que” right behind a definite noun goes on with it: “informed of the visits *that* he has made”.

    Its clause then has no object of its own, nor says what something is.
    """
    tokens, analysis = sentence.tokens, sentence.analysis
    noun = next((j for j in (i - 1, i - 2) if tokens[j].upos == "NOUN"), None)
    words = sentence.speech.words
    saying = cue.lemma in words["with_infinitive"] and cue.lemma not in words["telling"]
    if saying or noun is None or tokens[noun].feats.get("Gender") is None:
        return False
    while tokens[noun].relation == "nmod" and noun > tokens[noun].head > cue.last:
        noun = tokens[noun].head
    if cue.lemma in words["telling"] and tokens[noun].head == cue.verb and tokens[noun].deprel == "obj":
        return False  # the person told
    definite = any(tokens[c].text.lower() in _DEFINITE for c in analysis.children(noun))
    verb = next((t.i for t in tokens[i + 1 :] if t.upos == "VERB" and t.feats.get("VerbForm") in _HEADS), None)
    if not definite or verb is None or verb - i > _NEAR:
        return False
    return not any(tokens[c].relation in _COMPLETING and c != i for c in analysis.children(verb))


def _is_aside(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.relation == "acl" or (token.feats.get("VerbForm") in ("Part", "Ger") and token.deprel != "conj")


def _may_stand_between(sentence: Sentence, cue: Cue, i: int) -> bool:
    """Tell whether an aside or the person told stands between a cue and “that”, and no object with its relative."""
    words, between = sentence.speech.words, range(cue.last + 1, i)
    if any(sentence.forms[j] in words["comparing"] for j in between):
        return False
    opening = next((j for j in between if sentence.tokens[j].upos != "ADV"), i)
    aside = sentence.tokens[opening].text == "," or sentence.tokens[opening].upos == "ADP"
    return aside or cue.lemma in words["telling"]


def _brings_content(sentence: Sentence, cue: Cue, i: int) -> bool:
    """Tell whether a “que” behind the person told, which parsers take for a relative, brings the content.

    It does where the verb of saying has no other object, and where its own clause lacks none: “a informé le Conseil
    qu’il poursuivra ses visites”.
    """
    tokens, analysis = sentence.tokens, sentence.analysis
    if cue.way is not Way.SAY or not _may_stand_between(sentence, cue, i):
        return False
    said = [c for c in analysis.children(cue.verb) if tokens[c].relation == "obj" and not cue.first <= c <= cue.last]
    if not said:
        return True
    below = (c for c in analysis.children(tokens[i].head) if c != i)
    return cue.lemma in sentence.speech.words["telling"] and any(tokens[c].relation in ("obj", "xcomp") for c in below)


def _is_asked_person(sentence: Sentence, cue: Cue, i: int) -> bool:
    between = range(cue.last + 1, i)
    return cue.way in (Way.SAY, Way.CALL) and len(between) <= 5 and all(
        sentence.tokens[j].upos in ("PRON", "DET", "NOUN", "PROPN", "ADJ") for j in between
    )  # fmt: skip


def _asked(sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """Read “called on the parties to …”, “a appelé les parties à …”: the content begins with the infinitive."""
    infinitive = sentence.tokens[cue.verb].feats.get("VerbForm") == "Inf"
    if infinitive or cue.lemma not in sentence.speech.words["appealing"]:
        return None
    words, tokens, forms = sentence.speech.words, sentence.tokens, sentence.forms
    for j in range(cue.last + 1, min(len(tokens) - 1, cue.last + 1 + _FURTHEST)):
        if sentence.quoted[j] or tokens[j].text in (".", ";", ":"):
            return None
        if forms[j] in words["to"] and _infinitive_at(sentence, j + 1):
            return j + 1, "asked"
        if tokens[j].upos in ("VERB", "AUX") and not _is_aside(sentence, j):
            return None
    return None


def _infinitive_at(sentence: Sentence, i: int) -> bool:
    """Tell whether an infinitive stands at a word, or after adverbs and object pronouns from there."""
    tokens = sentence.tokens
    while i < len(tokens) - 1 and tokens[i].upos in ("ADV", "PRON", "PART"):
        i += 1
    token = tokens[i]
    return token.upos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Inf"


def _infinitive(sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """Read “a dit attendre …”: an infinitive right after the verb gives the content."""
    if cue.lemma not in sentence.speech.words["with_infinitive"] or cue.last + 1 >= len(sentence.tokens):
        return None
    first = cue.last + 1
    while (
        first < len(sentence.tokens)
        and sentence.tokens[first].upos == "ADV"
        and sentence.forms[first] not in sentence.speech.words["not"]
    ):
        first += 1
    if first < len(sentence.tokens) and not sentence.quoted[first] and _infinitive_at(sentence, first):
        return first, "infinitive"
    return None


def _bare(sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """Read “said he will …”: a clause without “that”, told by the parse."""
    analysis, tokens = sentence.analysis, sentence.tokens
    if cue.way not in (Way.SAY, Way.THINK):
        return None
    for j in analysis.children(cue.verb):
        if tokens[j].relation in ("ccomp", "parataxis") and j > cue.last and not sentence.quoted[j]:
            first = next((k for k in analysis.subtree(j) if k > cue.last), j)
            subject = any(tokens[k].relation in ("nsubj", "expl") and cue.last < k < j for k in analysis.children(j))
            if sentence.forms[first] in sentence.speech.words["that"]:
                return (first + 1, "that") if first == cue.last + 1 else None
            relative = tokens[first].feats.get("PronType") == "Rel"
            if subject and not relative and _is_near(sentence, cue, first):
                return first, "bare"
    return None


def _is_near(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Tell whether only adverbs, times and persons told stand between the cue and a word, and no comma or colon."""
    return first - cue.last <= _NEAR and all(
        sentence.tokens[j].upos in _TIMES_AND_PERSONS for j in range(cue.last + 1, first)
    )


def _end(sentence: Sentence, cue: Cue, cues: Sequence[Cue], first: int) -> int:
    """Give the last word of the content: the sentence's last, or the one before another reporting verb takes over."""
    last = next((j - 1 for j in range(first, sentence.last) if _quotes_after_colon(sentence, j)), sentence.last)
    for other in cues:
        if other.verb > first:
            begin = _takes_over(sentence, cue, other, first, cues)
            if begin is not None:
                last = min(last, begin - 1)
                break
    for j in sentence.analysis.children(cue.verb):
        if j > first and sentence.tokens[j].deprel == "conj" and _is_finite(sentence, j):
            begin = _begin_of(sentence, j)
            if first < begin <= last and _opens_like_second(sentence, begin) and not _goes_on(sentence, begin, j):
                last = begin - 1
    last = min(last, _back_to_cue(sentence, cue, first, last))
    while last > first and sentence.tokens[last].upos in ("PUNCT", "CCONJ") and not sentence.quoted[last]:
        last -= 1
    return last


def _back_to_cue(sentence: Sentence, cue: Cue, first: int, last: int) -> int:
    """Give the word before “and ordered …” where that verb has the cue's tense and no subject, and the content another.

    “declared that a major disaster exists and ordered aid”: the order is no part of what was declared.
    """
    tokens = sentence.tokens
    tense = tokens[cue.verb].feats.get("Tense")
    inner = [i for i in range(first, last) if tokens[i].feats.get("VerbForm") == _FINITE]
    if tokens[cue.verb].feats.get("VerbForm") != _FINITE or not inner or tokens[inner[0]].feats.get("Tense") == tense:
        return last
    for i in range(first + 2, last):
        if tokens[i].feats.get("Tense") != tense or tokens[i].upos != "VERB" or tokens[i].deprel != "conj":
            continue
        if tokens[i - 1].upos == "CCONJ" and tokens[tokens[i].head].upos in ("VERB", "AUX"):
            return i - 1
    return last


def _takes_over(sentence: Sentence, cue: Cue, other: Cue, first: int, cues: Sequence[Cue]) -> int | None:
    """Give the word where another cue's clause begins, None where that cue stands inside the content."""
    begin = _begin_of(sentence, other.verb, other.first)
    if begin <= first:
        return None
    tokens, form = sentence.tokens, sentence.tokens[other.verb].feats.get("VerbForm")
    before = tokens[begin - 1] if begin else None
    if form in ("Ger", "Part") and sentence.tokens[other.verb].feats.get("Tense") != "Past":
        comma = any(tokens[j].text == "," for j in range(max(first, other.first - 3), other.first))
        return begin if comma and other.way in (Way.SAY, Way.CALL) else None
    chain = list(sentence.analysis.ancestors(other.verb))
    joined = tokens[other.verb].deprel == "conj" and tokens[other.verb].head == cue.verb
    if (joined or (cue.verb in chain[:1])) and _opens_like_second(sentence, begin):
        return begin
    same = other.way is Way.SAY and _opens_like_second(sentence, begin) and begin >= other.first - 3
    return begin if same and before is not None and _opening(sentence, other, cues) is not None else None


def _begin_of(sentence: Sentence, verb: int, first: int | None = None) -> int:
    """Give the first word of a second clause: its joining word, comma, subject and auxiliaries taken in."""
    tokens, words = sentence.tokens, sentence.speech.words
    begin = min(
        [
            verb if first is None else first,
            *(
                j
                for j in sentence.analysis.children(verb)
                if tokens[j].relation in ("nsubj", "aux", "expl", "advmod", "cc", "mark") and j < verb
            ),
        ]
    )
    subject = [
        j
        for k in sentence.analysis.children(verb)
        if tokens[k].relation == "nsubj" and k < verb
        for j in sentence.analysis.subtree(k)
    ]
    begin = min([begin, *subject])
    while begin > 0 and (
        tokens[begin - 1].text == ","
        or sentence.forms[begin - 1] in words["joining"]
        or tokens[begin - 1].upos in ("ADV", "AUX", "CCONJ")
    ):
        begin -= 1
    return begin


def _quotes_after_colon(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text == ":" and not sentence.quoted[i] and sentence.quoted[i + 1]


def _goes_on(sentence: Sentence, begin: int, verb: int) -> bool:
    """Tell whether a second clause of content begins here: “…, and that …”, “… and how …”."""
    words = sentence.speech.words
    return any(sentence.forms[j] in words["that"] | words["asking"] for j in range(begin, min(verb, begin + 4)))


def _opens_like_second(sentence: Sentence, begin: int) -> bool:
    return sentence.tokens[begin].text == "," or sentence.forms[begin] in sentence.speech.words["joining"]


def _is_finite(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if tokens[i].feats.get("VerbForm") == _FINITE:
        return True
    return any(
        tokens[j].relation in ("aux", "cop") and tokens[j].feats.get("VerbForm") == _FINITE
        for j in sentence.analysis.children(i)
    )


def clause_verb(sentence: Sentence, clause: Clause) -> int | None:
    """Give the finite verb of the clause itself: the first that stands in no clause below it."""
    for i in range(clause.first, clause.last + 1):
        token = sentence.tokens[i]
        if token.feats.get("VerbForm") == _FINITE:
            head = sentence.tokens[token.head] if token.relation in ("aux", "cop") else token
            if head.relation not in ("acl", "advcl", "csubj"):
                return i
    return None


def holds(span: Span, sentence: Sentence, i: int | None) -> bool:
    """Tell whether a word stands in a stretch of the document."""
    return i is not None and span.start <= sentence.tokens[i].start < span.end


def holds_finite(sentence: Sentence, clause: Clause, span: Span) -> bool:
    """Tell whether a finite verb of a clause stands in a stretch of the document."""
    return any(
        sentence.tokens[i].feats.get("VerbForm") == _FINITE and holds(span, sentence, i)
        for i in range(clause.first, clause.last + 1)
    )
