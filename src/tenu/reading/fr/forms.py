"""Known French words and forms, settled after the model and before the parse is believed."""

from tenu.reading.fr.lemmas import lemma
from tenu.reading.fr.verbs import future, infinitive
from tenu.reading.parsing.draft import Draft
from tenu.reading.parsing.inversion import settle_inversion, speech_of
from tenu.reading.parsing.weekdays import settle_weekdays

DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
SPEECH = speech_of("fr")
CLITICS = {"il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce"}


def settle(draft: Draft) -> None:
    """Futures, participles, lemmas, inverted subjects and bare days, in this order: each stands on the one before."""
    forms = [form.lower() for form in draft.forms]
    settle_futures(draft, forms)
    settle_participles(draft, forms)
    draft.lemmas = [lemma(*word) for word in zip(forms, draft.forms, draft.upos, strict=True)]
    settle_clitics(draft, forms)
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


def settle_participles(draft: Draft, forms: list[str]) -> None:
    """What an auxiliary of tense hangs on is a verb: “s’est félicité”, “le félicité” nowhere."""
    for i, relation in enumerate(draft.deprels):
        head = draft.heads[i]
        if relation == "aux:tense" and draft.upos[head] in ("NOUN", "ADJ") and infinitive(forms[head]):
            draft.upos[head], draft.feats[head] = "VERB", "Tense=Past|VerbForm=Part"


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
