"""Known French words and forms, settled after the model and before the parse is believed."""

import re

from tenu.reading.fr.lemmas import lemma
from tenu.reading.fr.verbs import future, infinitive, verbs
from tenu.reading.parsing.draft import Draft
from tenu.reading.parsing.inversion import settle_inversion, speech_of
from tenu.reading.parsing.partitives import settle_partitives
from tenu.reading.parsing.weekdays import settle_weekdays

DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
OF = frozenset(["de", "des", "d’", "d'"])
SPEECH = speech_of("fr")
PARTICIPLE = re.compile(r"(?:é|i|u|is|it|ert)(?:e|s|es)?$")
CLITICS = {"il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce"}


def settle(draft: Draft) -> None:
    """Futures, other verbs, lemmas, partitives, inversions and bare days: each stands on the one before."""
    forms = [form.lower() for form in draft.forms]
    settle_futures(draft, forms)
    settle_verbs(draft, forms)
    draft.lemmas = [lemma(*word) for word in zip(forms, draft.forms, draft.upos, strict=True)]
    settle_clitics(draft, forms)
    settle_partitives(draft, OF)
    settle_inversion(draft, SPEECH)
    settle_weekdays(draft, DAYS)


def settle_futures(draft: Draft, forms: list[str]) -> None:
    """A known verb's future or conditional form is one, whatever the model says; a capitalised name stays a name."""
    for i, form in enumerate(forms):
        known = future(form) if len(form) > 3 or form == "ira" else None
        if known is None or (draft.upos[i] == "PROPN" and i and draft.forms[i][0].isupper()):
            continue
        draft.feats[i] = known[1]
        if draft.upos[i] not in ("VERB", "AUX"):
            draft.upos[i] = "VERB"


def settle_verbs(draft: Draft, forms: list[str]) -> None:
    """A known verb's form in a verb's place is a verb: with an auxiliary, with subject and object, or as a clause."""
    for i, form in enumerate(forms):
        if draft.upos[i] not in ("NOUN", "ADJ"):
            continue
        participle = PARTICIPLE.search(form) and (draft.deprels[i] == "acl" or draft.has(i, "aux"))
        finite = (
            form.endswith(("e", "ent")) and draft.has(i, "nsubj") and draft.has(i, "obj") and not draft.has(i, "cop")
        )
        if (participle or finite) and form not in verbs().known and infinitive(form):
            draft.upos[i] = "VERB"
            number = "Plur" if form.endswith("ent") else "Sing"
            present = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
            draft.feats[i] = "Tense=Past|VerbForm=Part" if participle else present


def settle_clitics(draft: Draft, forms: list[str]) -> None:
    """“-t-il”, “-elle” right after a verb is its subject, and hangs on the verb that the auxiliary belongs to."""
    for i in range(1, len(forms)):
        bare = forms[i].removeprefix("-t").removeprefix("-")
        if forms[i][0] != "-" or bare not in CLITICS or draft.upos[i - 1] not in ("VERB", "AUX"):
            continue
        draft.upos[i] = "PRON"
        before = i - 1
        head = draft.heads[before] if draft.deprels[before].startswith(("aux", "cop")) else before
        relation = draft.deprels[i]
        if relation.startswith("expl") and draft.lemmas[head] not in SPEECH.verbs:
            continue
        if not relation.startswith("nsubj"):
            draft.hang(i, head, "nsubj")
