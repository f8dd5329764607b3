"""Known English words and forms, settled after the model and before the parse is believed."""

from tenu.reading.en.lemmas import MODALS, lemma
from tenu.reading.parsing.draft import Draft
from tenu.reading.parsing.inversion import settle_inversion, speech_of
from tenu.reading.parsing.mainverbs import settle_main_verbs
from tenu.reading.parsing.weekdays import settle_weekdays

DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
SPEECH = speech_of("en")


def settle(draft: Draft) -> None:
    """Modals, main verbs, lemmas, inverted subjects and bare days, in this order: each stands on the one before."""
    forms = [form.lower() for form in draft.forms]
    settle_modals(draft, forms)
    settle_particles(draft)
    settle_main_verbs(draft)
    draft.lemmas = [lemma(*word) for word in zip(forms, draft.forms, draft.upos, strict=True)]
    settle_inversion(draft, SPEECH)
    settle_weekdays(draft, DAYS)


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
