"""Find the reporting verbs of a sentence, and who is their subject."""

from dataclasses import dataclass

from tenu.reading.quotations.page import Sentence
from tenu.reading.quotations.speech import Reporting, Way

_VERBAL = ("VERB", "AUX")
_BEFORE_VERB = ("AUX", "PART", "ADV")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a sentence: its words from `first` up to and with `last`, and its verb proper.

    `clitic` is the subject pronoun that hangs on it (“a-t-il”), `denied` tells whether it stands in the negative,
    `passive` whether its subject is no speaker.
    """

    verb: int
    first: int
    last: int
    way: Way
    lemma: str
    clitic: int | None
    denied: bool
    passive: bool


def cues_of(sentence: Sentence) -> list[Cue]:
    """Give the reporting verbs that stand outside quotation marks, from left to right."""
    found: list[Cue] = []
    if not sentence.is_readable:
        return found
    openings, i = sentence.speech.openings, 0
    while i < len(sentence.tokens):
        if sentence.forms[i] not in openings:
            i += 1
            continue
        reporting = None if sentence.quoted[i] else sentence.speech.at(sentence.forms, i)
        verb = None if reporting is None else _verb(sentence, i, reporting.length)
        if reporting is None or verb is None:
            i += 1
            continue
        found.append(_cue(sentence, verb, i, i + reporting.length - 1, reporting))
        i += reporting.length
    return found


def _verb(sentence: Sentence, first: int, length: int) -> int | None:
    """Give the verb among the words of a reporting phrase; None where they are no verb here."""
    tokens = sentence.tokens
    for wanted in _VERBAL:
        for i in range(first, first + length):
            if tokens[i].upos == wanted:
                return i
    mistaken = tokens[first].upos in ("ADJ", "NOUN", "PROPN") and tokens[first].text.islower()
    return first if mistaken and (_after_auxiliary(sentence, first) or _beside_marks(sentence, first, length)) else None


def _after_auxiliary(sentence: Sentence, i: int) -> bool:
    return i > 0 and sentence.tokens[i - 1].upos == "AUX"


def _beside_marks(sentence: Sentence, first: int, length: int) -> bool:
    """Tell whether a reporting word that the parse takes for a noun stands where only a verb does: “…,” X concludes."""
    tokens, after = sentence.tokens, first + length
    if after + 1 < len(tokens) and tokens[after].text in (",", ":") and sentence.quoted[after + 1]:
        return True
    if first > 0 and after < len(tokens) and sentence.quoted[after] and tokens[first - 1].upos not in ("DET", "ADJ"):
        reporting = sentence.speech.at(sentence.forms, first)
        return reporting is not None and sentence.forms[first] != reporting.lemma
    subject = first > 0 and tokens[first - 1].upos in ("PROPN", "PRON", "NOUN")
    ends = after >= len(tokens) or tokens[after].upos in ("PUNCT", "ADV", "ADP")
    return subject and ends and any(sentence.quoted[:first])


def _cue(sentence: Sentence, verb: int, first: int, last: int, reporting: Reporting) -> Cue:
    analysis = sentence.analysis
    clitic: int | None = None
    start = first
    while start > 0 and not sentence.quoted[start - 1]:
        before = sentence.tokens[start - 1]
        if is_clitic_subject(sentence, start - 1):
            clitic = start - 1
        elif before.upos not in _BEFORE_VERB and not _is_object_clitic(sentence, start - 1):
            break
        start -= 1
    if clitic is None and last + 1 < len(sentence.tokens) and is_clitic_subject(sentence, last + 1):
        clitic, last = last + 1, last + 1
    while start < first and sentence.tokens[start].upos == "ADV" and clitic is None:
        start += 1
    below = [*analysis.children(verb), *(j for k in range(start, first) for j in analysis.children(k))]
    denied = any(
        sentence.forms[j] in sentence.speech.words["not"] for j in {*below, *range(start, first)} if j < last + 3
    )
    relations = {analysis.tokens[j].deprel for j in analysis.children(verb)}
    reflexive = any(relation.startswith("expl") for relation in relations)
    passive = "aux:pass" in relations or ("nsubj:pass" in relations and not reflexive)
    return Cue(verb, start, last, reporting.way, reporting.lemma, clitic, denied, passive)


def is_clitic_subject(sentence: Sentence, i: int) -> bool:
    """Tell whether a word is a subject pronoun hung on the verb before it by hyphens."""
    form = sentence.forms[i].replace("‑", "-")
    return form.startswith("-") and form.lstrip("-").removeprefix("t-") in sentence.speech.words["pronouns"]


def _is_object_clitic(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if sentence.forms[i] in sentence.speech.words["pronouns"]:
        return False
    return token.upos == "PRON" and token.deprel.startswith(("expl", "iobj", "obj", "obl")) and len(token.text) <= 4


def is_finite(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a cue stands as a finite verb, alone or with its auxiliary."""
    return any(sentence.tokens[i].feats.get("VerbForm") == "Fin" for i in range(cue.first, cue.last + 1))


def is_of_noun(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a cue is a past participle that describes a noun: “un groupe appelé à …”."""
    token = sentence.tokens[cue.verb]
    return token.deprel == "acl" and token.feats.get("Tense") == "Past" and not is_finite(sentence, cue)


def any_verb_at(sentence: Sentence, first: int, after: int) -> Cue | None:
    """Give the first finite verb from a word on for a cue: after quoted words, any verb may report them."""
    for i in range(first, after):
        token = sentence.tokens[i]
        if token.upos == "VERB" and token.feats.get("VerbForm") not in ("Inf", "Ger") and token.relation != "acl":
            return _cue(sentence, i, i, i, Reporting(token.lemma, Way.VOICE, 1))
        if token.upos in ("SCONJ", "CCONJ"):
            return None
    return None
