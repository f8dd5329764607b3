"""Find who speaks: the subject of a reporting verb, wherever it stands."""

from dataclasses import dataclass

from tenu.reading.quotations.cues import Cue
from tenu.reading.quotations.page import Sentence

_SUBJECTS = ("nsubj", "nsubj:caus", "nsubj:pass", "csubj")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")
_HEADS = ("NOUN", "PROPN", "PRON")
_LONGEST = 40
_ASIDE = 6  # words of adverbs and days between an inverted verb and its subject
_CLAUSES = ("acl", "advcl", "parataxis", "conj")
_BEFORE_PHRASE = ("case", "mark", "cop", "advmod", "cc", "punct", "nsubj", "aux")


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as a sentence names him: its words from `first` up to and with `last`."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where the mention starts, in code points of the document."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where the mention ends, in code points of the document."""
        return self.sentence.tokens[self.last].end

    @property
    def is_pronoun(self) -> bool:
        """Tell whether the mention is a pronoun alone."""
        form = self.sentence.forms[self.first].lstrip("-").removeprefix("t-")
        return self.first == self.last and (
            form in self.sentence.speech.words["pronouns"] or self.sentence.tokens[self.first].upos == "PRON"
        )

    @property
    def is_own_voice(self) -> bool:
        """Tell whether the text speaks in its own voice here: “we”, “je”."""
        return self.first == self.last and self.sentence.forms[self.first] in self.sentence.speech.words["own_voice"]


def speaker_of(sentence: Sentence, cue: Cue, *, inverted: bool) -> Mention | None:
    """Give the subject of a cue; `inverted` where the cue follows its words, so that its subject may follow it."""
    if cue.clitic is not None:
        return Mention(sentence, cue.clitic, cue.clitic)
    if inverted and (after := _phrase_after(sentence, cue)):
        return after
    if cue.passive:
        return _agent(sentence, cue)
    return _shared_subject(sentence, cue) or _subject(sentence, cue.verb) or _phrase_before(sentence, cue)


def _shared_subject(sentence: Sentence, cue: Cue) -> Mention | None:
    """Give the main verb’s subject to a verb joined to it by “and” and to “, adding …”, wherever these hang."""
    tokens, root = sentence.tokens, sentence.analysis.root
    begin = cue.first - 1
    while begin > 0 and tokens[begin].upos == "ADV":
        begin -= 1
    own = any(tokens[j].deprel in _SUBJECTS for j in sentence.analysis.children(cue.verb))
    if own or begin < 1 or root >= begin or tokens[root].upos not in ("VERB", "AUX"):
        return None
    verb = tokens[cue.verb].feats
    participle = verb.get("VerbForm") == "Ger" or (verb.get("VerbForm") == "Part" and verb.get("Tense") == "Pres")
    joined = tokens[begin].upos == "CCONJ" or (participle and tokens[begin].text == ",")
    return _subject(sentence, root) if joined else None


def _subject(sentence: Sentence, verb: int) -> Mention | None:
    """Climb from the verb to the one whose subject it shares."""
    analysis, seen = sentence.analysis, 0
    at = verb
    while seen < 6:
        for j in sorted(analysis.children(at), key=lambda j: abs(j - at)):
            token = sentence.tokens[j]
            if token.deprel in _SUBJECTS and not sentence.quoted[j] and not (seen and j > verb):
                if sentence.tokens[j].upos == "PRON" and _is_relative(sentence, j):
                    return _noun_before(sentence, at) or phrase(sentence, j)
                return phrase(sentence, j)
        token = sentence.tokens[at]
        if token.head == at:
            return None
        if token.relation == "acl" and sentence.tokens[token.head].upos in _HEADS:
            return phrase(sentence, token.head, before=at)
        if token.relation not in (
            "conj",
            "xcomp",
            "advcl",
            "ccomp",
            "parataxis",
            "aux",
            "acl",
            "obl",
            "obj",
            "nmod",
            "dep",
        ):
            return None
        at, seen = token.head, seen + 1
    return None


def _is_relative(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].feats.get("PronType") == "Rel" or sentence.forms[i] in ("qui", "who", "which", "that")


def _noun_before(sentence: Sentence, verb: int) -> Mention | None:
    head = sentence.tokens[verb].head
    if head != verb and sentence.tokens[verb].relation == "acl" and sentence.tokens[head].upos in _HEADS:
        return phrase(sentence, head, before=verb)
    return None


def _agent(sentence: Sentence, cue: Cue) -> Mention | None:
    for j in sentence.analysis.children(cue.verb):
        token = sentence.tokens[j]
        if token.relation == "obl" and j > cue.verb and not sentence.quoted[j]:
            below = sentence.analysis.children(j)
            if any(sentence.forms[k] in sentence.speech.words["by"] for k in below if k < j):
                return phrase(sentence, j)
    return None


def phrase(sentence: Sentence, head: int, before: int | None = None) -> Mention:
    """Give the noun phrase around its head, without the preposition before and the relative clauses after it."""
    analysis, tokens = sentence.analysis, sentence.tokens
    below = set(analysis.subtree(head))
    for j in analysis.children(head):
        clause = tokens[j].relation in _CLAUSES and tokens[j].upos in ("VERB", "AUX")
        if clause or (tokens[j].relation in _BEFORE_PHRASE and j < head):
            below.difference_update(analysis.subtree(j))
    first = last = head
    while first - 1 in below and not sentence.quoted[first - 1] and head - first < _LONGEST:
        first -= 1
    while first > 0 and tokens[first - 1].upos in ("DET", "ADJ", "PROPN", "NUM") and not sentence.quoted[first - 1]:
        first -= 1
    while last + 1 in below and last + 1 != before and last - head < _LONGEST:
        last += 1
    while last > head and (tokens[last].upos in ("PUNCT", "CCONJ", "ADP")):
        last -= 1
    while first < head and (tokens[first].upos in ("PUNCT", "CCONJ", "ADP")):
        first += 1
    return Mention(sentence, first, last)


def _phrase_after(sentence: Sentence, cue: Cue) -> Mention | None:
    """Read the noun phrase that follows an inverted verb, by its words alone: “, a déclaré la ministre de la Santé.”"""
    tokens = sentence.tokens
    first = cue.last + 1
    while (
        first < len(tokens) and first < cue.last + _ASIDE and (tokens[first].upos == "ADV" or _is_day(sentence, first))
    ):
        first += 1
    if first < len(tokens) and tokens[first].upos == "ADP":
        first = _past_preposition(sentence, first)
    last = phrase_end(sentence, first)
    return Mention(sentence, first, last) if last >= first else None


def _is_day(sentence: Sentence, i: int) -> bool:
    """Tell whether a word says on which day: “a annoncé *mercredi 18 février* le Bureau”."""
    tokens = sentence.tokens
    if tokens[i].deprel == "obl:tmod":
        return True
    numbered = "NUM" in (tokens[i].upos, tokens[i - 1].upos)
    return numbered and any(tokens[j].deprel == "obl:tmod" for j in sentence.analysis.ancestors(i))


def _past_preposition(sentence: Sentence, first: int) -> int:
    """Skip “à l’issue des entretiens” before the subject: an article after a noun begins a new noun phrase."""
    tokens = sentence.tokens
    for i in range(first + 1, min(len(tokens), first + 15)):
        if tokens[i].upos in ("PUNCT", "VERB") and tokens[i].text != ",":
            break
        if (
            tokens[i].upos in ("DET", "PROPN")
            and tokens[i - 1].upos in ("NOUN", "PROPN", "PUNCT", "NUM", "PRON")
            and tokens[i].relation not in ("flat", "nmod")
        ):
            return i
    return len(tokens)


def phrase_end(sentence: Sentence, first: int) -> int:
    """Give the last word of the noun phrase that starts at a word, `first - 1` where none does."""
    tokens, at, last = sentence.tokens, first, first - 1
    while at < len(tokens) and not sentence.quoted[at] and at - first < _LONGEST:
        if tokens[at].upos in _HEADS or (tokens[at].upos in _NOMINAL and at > first):
            last = at
        elif not _may_go_on(sentence, at, begun=last >= first):
            break
        at += 1
    if not any(tokens[j].upos in _HEADS for j in range(first, last + 1)):
        return first - 1
    return last


def _may_go_on(sentence: Sentence, i: int, *, begun: bool) -> bool:
    if sentence.tokens[i].upos in _NOMINAL:
        return True
    if not begun:
        return False
    return sentence.forms[i] in sentence.speech.words["links"] or (
        sentence.tokens[i].text == "," and _is_name_at(sentence, i + 1)
    )


def _is_name_at(sentence: Sentence, i: int) -> bool:
    """Tell whether an apposition that is a name stands at a word: “le ministre, Ivica Dačić”."""
    return i + 1 < len(sentence.tokens) and all(sentence.tokens[j].upos == "PROPN" for j in (i, i + 1))


def _phrase_before(sentence: Sentence, cue: Cue) -> Mention | None:
    """Fall back on the nearest noun before the verb that stands in no prepositional phrase."""
    tokens = sentence.tokens
    for j in range(cue.first - 1, -1, -1):
        if sentence.quoted[j] or tokens[j].upos in ("VERB", "SCONJ"):
            return None
        if tokens[j].upos in _HEADS and tokens[j].relation not in ("obl", "nmod", "flat", "appos"):
            return phrase(sentence, j)
    return None
