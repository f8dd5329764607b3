"""Known English words and forms, settled after the model and before the parse is believed."""

from tenu.reading.en.lemmas import MODALS, infinitive, lemma, verbs
from tenu.reading.parsing.draft import Draft
from tenu.reading.parsing.inversion import settle_inversion, speech_of
from tenu.reading.parsing.mainverbs import settle_main_verbs
from tenu.reading.parsing.partitives import settle_partitives
from tenu.reading.parsing.weekdays import settle_weekdays

DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
SPEECH = speech_of("en")
_LEADING = frozenset(["with", "of", "for", "from", "in", "on", "to"])


def settle(draft: Draft) -> None:
    """Modals, verbs, counts, lemmas, partitives, inversions and bare days: each stands on the one before."""
    forms = [form.lower() for form in draft.forms]
    settle_modals(draft, forms)
    settle_progressives(draft, forms)
    settle_pasts(draft, forms)
    settle_attributes(draft, forms)
    settle_levels(draft, forms)
    settle_plurals(draft, forms)
    settle_particles(draft)
    settle_main_verbs(draft)
    settle_counts(draft, forms)
    draft.lemmas = [lemma(*word) for word in zip(forms, draft.forms, draft.upos, strict=True)]
    settle_partitives(draft, frozenset(["of"]))
    settle_inversion(draft, SPEECH)
    settle_weekdays(draft, DAYS)


def settle_counts(draft: Draft, forms: list[str]) -> None:
    """“More than” before a number belongs to the number, and what is counted stands where it was thought to stand."""
    for i in range(len(forms) - 2):
        if forms[i] not in ("more", "fewer", "less") or forms[i + 1] != "than" or draft.upos[i + 2] != "NUM":
            continue
        number = i + 2
        counted = draft.heads[number] if draft.deprels[number] == "nummod" else number
        while draft.deprels[counted] == "compound":
            counted = draft.heads[counted]
        if draft.heads[counted] != i or draft.heads[i] == i:
            continue
        behind = draft.upos[draft.heads[i]] == "VERB" and draft.heads[i] < i
        relation = "obj" if behind and draft.deprels[i].startswith("adv") else draft.deprels[i]
        draft.heads[counted], draft.deprels[counted] = draft.heads[i], relation
        draft.heads[i], draft.deprels[i] = number, "advmod"
        draft.heads[i + 1], draft.deprels[i + 1] = i, "fixed"


def settle_particles(draft: Draft) -> None:
    """A name or a noun is an object, not the particle of a verb."""
    for i, relation in enumerate(draft.deprels):
        if relation == "compound:prt" and draft.upos[i] in ("NOUN", "PROPN", "PRON", "NUM"):
            draft.deprels[i] = "obj"


def settle_modals(draft: Draft, forms: list[str]) -> None:
    """“Will” and “would” before a verb are its auxiliaries."""
    for i, form in enumerate(forms):
        if form in MODALS and draft.upos[i] not in ("AUX", "NOUN", "PROPN"):
            draft.upos[i], draft.feats[i] = "AUX", "VerbForm=Fin"


def settle_progressives(draft: Draft, forms: list[str]) -> None:
    """“Are *imposing* new controls”, “to *welcoming* her”: behind *be* or *to* and with an object, it is a verb."""
    for i, form in enumerate(forms):
        if draft.upos[i] != "ADJ" or not form.endswith("ing"):
            continue
        below = list(draft.children(i))
        governs = any(draft.deprels[c] == "obj" and c > i for c in below)
        helped = [c for c in below if c < i and draft.upos[c] == "AUX" and draft.deprels[c] in ("aux", "cop")]
        if governs and helped:
            draft.upos[i], draft.feats[i] = "VERB", "Tense=Pres|VerbForm=Part"
            for child in helped:
                draft.deprels[child] = "aux"
        elif governs and draft.has(i, "mark"):
            draft.upos[i], draft.feats[i] = "VERB", "VerbForm=Ger"


def settle_pasts(draft: Draft, forms: list[str]) -> None:
    """“The leaders *committed* to …”: what has a subject and no *be* is a verb, not an adjective."""
    for i, form in enumerate(forms):
        if draft.upos[i] != "ADJ" or not form.endswith("ed") or infinitive(form) not in verbs():
            continue
        if draft.has(i, "nsubj") and not draft.has(i, "cop", "aux"):
            draft.upos[i], draft.feats[i] = "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin"


def settle_attributes(draft: Draft, forms: list[str]) -> None:
    """“With badly *needed* equipment”: a past participle behind a preposition describes the noun behind it."""
    for i, form in enumerate(forms):
        if draft.upos[i] != "VERB" or not form.endswith("ed") or draft.deprels[i] not in ("advcl", "acl"):
            continue
        below = list(draft.children(i))
        led_in = next((c for c in below if c < i and forms[c] in _LEADING and draft.deprels[c] == "mark"), None)
        thing = next((c for c in below if c > i and draft.deprels[c] == "obj"), None)
        if led_in is None or thing is None or draft.has(i, "nsubj", "aux"):
            continue
        draft.heads[thing], draft.deprels[thing] = draft.heads[i], "obl" if draft.deprels[i] == "advcl" else "nmod"
        draft.heads[i], draft.deprels[i] = thing, "amod"
        for child in below:
            if child == led_in or child > thing:
                draft.heads[child] = thing
        draft.deprels[led_in] = "case"


def settle_levels(draft: Draft, forms: list[str]) -> None:
    """“To *state*, tribal, and local governments”: what shares its noun with adjectives is no verb and no head."""
    for i in range(1, len(forms)):
        if forms[i - 1] != "to" or draft.heads[i - 1] != i:
            continue
        below = list(draft.children(i))
        listed = any(draft.upos[c] == "ADJ" and draft.deprels[c] == "conj" for c in below)
        thing = next((c for c in below if c > i and draft.deprels[c] == "obj"), None)
        if listed and thing is not None:
            _put_under(draft, i, thing, below)


def _put_under(draft: Draft, i: int, thing: int, below: list[int]) -> None:
    """Hang word `i` on the noun that it stands beside, and what hung on it: before the noun there, behind it above."""
    if draft.upos[i] == "VERB":
        draft.upos[i], draft.feats[i] = "NOUN", "Number=Sing"
    draft.upos[i - 1], draft.deprels[i - 1] = "ADP", "case"
    draft.heads[thing], draft.deprels[thing] = draft.heads[i], "obl"
    draft.heads[i], draft.deprels[i] = thing, "compound"
    for child in below:
        if child != thing:
            draft.heads[child] = thing if child < thing else draft.heads[thing]
        if child < thing and draft.upos[child] == "ADJ":
            draft.deprels[child] = "amod"


def settle_plurals(draft: Draft, forms: list[str]) -> None:
    """“Storms, floods, and *tornadoes*”: behind nouns and *and*, what looks like a verb and is none is a noun too."""
    for i in range(2, len(forms)):
        if draft.upos[i] != "VERB" or forms[i - 1] not in ("and", "or") or not forms[i].endswith("s"):
            continue
        before = i - 2 if forms[i - 2] != "," else i - 3
        if draft.upos[before] != "NOUN" or infinitive(forms[i]) in verbs() or draft.has(i, "nsubj", "obj", "aux"):
            continue
        first = draft.heads[before] if draft.deprels[before] == "conj" else before
        draft.upos[i], draft.feats[i] = "NOUN", "Number=Plur"
        draft.hang(i, first, "conj")
        for child in draft.children(i):
            if draft.deprels[child].startswith("obl"):
                draft.deprels[child] = "nmod"
