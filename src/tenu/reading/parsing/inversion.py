"""Subjects that stand after their speech verb: « …, a déclaré la ministre », "…", said the minister."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from tenu.reading.parsing.draft import Draft

_BEFORE = frozenset(",»\"'?!…-)")
_QUOTED = frozenset("»\"'")
_GROUP = ("aux", "expl", "iobj", "obj", "advmod", "cop")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_NOT_IN = frozenset({"ADP", "SCONJ", "CCONJ", "VERB", "AUX", "PUNCT", "PART"})
_SUBJECTS = ("nsubj", "csubj", "expl:subj")


@dataclass(frozen=True, slots=True)
class Speech:
    """What a language knows of inversion: verbs of speech, those who speak, what may stand between, what leads in."""

    verbs: frozenset[str]
    speakers: frozenset[str]
    indefinite: frozenset[str]
    lead_in: frozenset[str]


def speech_of(language: str) -> Speech:
    """Read a language's lists, `inversion.toml` beside its other rules."""
    text = (files(f"tenu.reading.{language}") / "inversion.toml").read_text(encoding="utf-8")
    return Speech(**{name: frozenset(words) for name, words in tomllib.loads(text).items()})


def settle_inversion(draft: Draft, speech: Speech) -> None:
    """The noun phrase after a speech verb that has no subject before it is its subject, not its object."""
    for verb, lemma in enumerate(draft.lemmas):
        if lemma not in speech.verbs or draft.upos[verb] != "VERB" or _bare(draft, verb):
            continue
        first = _group_start(draft, verb, speech)
        if any(draft.deprels[i].startswith(_SUBJECTS) for i in draft.children(verb) if i < verb) or not first:
            continue
        before = draft.forms[first - 1].lower()
        quoted = before in _QUOTED or (before == "," and first > 1 and draft.forms[first - 2] in _QUOTED)
        if not (quoted or before in _BEFORE or before in speech.lead_in):
            continue
        subject = _phrase_after(draft, verb, speech)
        if subject is not None and (quoted or _may_speak(draft, subject, speech)):
            passive = draft.has(verb, "aux") and any(draft.deprels[i] == "aux:pass" for i in draft.children(verb))
            draft.hang(subject, verb, "nsubj:pass" if passive else "nsubj")


def _bare(draft: Draft, verb: int) -> bool:
    """Tell whether the verb is an infinitive by itself, not one in “a fait savoir”."""
    return "VerbForm=Inf" in draft.feats[verb] and not (verb and draft.lemmas[verb - 1] == "faire")


def _group_start(draft: Draft, verb: int, speech: Speech) -> int:
    """The first word of the verb's group: its auxiliaries and the small words before it."""
    first = verb
    while first and draft.forms[first - 1].lower() not in speech.lead_in and _grouped(draft, verb, first - 1):
        first -= 1
    return first


def _grouped(draft: Draft, verb: int, i: int) -> bool:
    return draft.upos[i] != "PUNCT" and (
        (draft.heads[i] == verb and draft.deprels[i].startswith(_GROUP))
        or draft.upos[i] == "AUX"
        or draft.lemmas[i] == "faire"
    )


def _phrase_after(draft: Draft, verb: int, speech: Speech) -> int | None:
    """The head of the noun phrase right after the verb, adverbs skipped; none if a preposition comes first."""
    at = verb + 1
    while at < len(draft.forms) and draft.upos[at] == "ADV":
        at += 1
    if at >= len(draft.forms) or draft.upos[at] in _NOT_IN or draft.forms[at].lower() in speech.indefinite:
        return None
    head = at
    while draft.heads[head] > verb and draft.heads[head] != head and draft.upos[draft.heads[head]] in _NOMINAL:
        head = draft.heads[head]
    if draft.upos[head] not in _NOMINAL or (draft.heads[head] == head and draft.deprels[head] == "root"):
        return None
    led = any(draft.deprels[i].startswith(("case", "mark")) for i in draft.children(head) if i < head)
    return None if led or (draft.deprels[head].startswith("nsubj") and draft.heads[head] == verb) else head


def _may_speak(draft: Draft, head: int, speech: Speech) -> bool:
    """Without quotation marks only a name or a known office is taken for the speaker."""
    return draft.upos[head] == "PROPN" or draft.forms[head].lower() in speech.speakers
