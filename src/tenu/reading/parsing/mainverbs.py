"""Past forms that a model took for participles, and so lost a verb: “The president *expressed* gratitude”."""

from tenu.reading.parsing.draft import Draft

_FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"
_NOMINAL = ("NOUN", "PROPN")
_ABOUT = frozenset({"focused", "focussed", "centred", "centered", "concentrated", "revolved", "followed"})
"""Past forms that tell of talks what they were about, and so seldom describe a noun."""


def settle_main_verbs(draft: Draft) -> None:
    """Give a clause back the verb that has a subject of its own, or that stands between a root and its object."""
    for i, relation in enumerate(draft.deprels):
        if draft.upos[i] != "VERB" or not draft.forms[i].endswith(("ed", "t", "d", "n", "e")):
            continue
        if relation == "amod" and draft.heads[i] > i:
            _raise_over_object(draft, i)
        elif relation == "acl":
            _raise_over_subject(draft, i)


def _raise_over_object(draft: Draft, verb: int) -> None:
    """“The council imposed | sanctions”: what was taken for an adjective of its object governs it."""
    thing = draft.heads[verb]
    subject = next((c for c in draft.children(verb) if draft.deprels[c].startswith("nsubj")), None)
    if subject is None and draft.deprels[thing] == "conj" and _closes_subject(draft, draft.heads[thing], verb):
        subject = draft.heads[thing]
        _take_place(draft, verb, subject)
        draft.heads[subject], draft.deprels[subject] = verb, "nsubj"
    elif subject is not None and subject < verb:
        _take_place(draft, verb, thing)
    else:
        return
    draft.heads[thing], draft.deprels[thing] = verb, "obj"
    for child in list(draft.children(thing)):
        clause = draft.deprels[child] in ("conj", "advcl", "parataxis") and draft.upos[child] == "VERB"
        if child < verb or clause:
            draft.heads[child] = verb


def _raise_over_subject(draft: Draft, verb: int) -> None:
    """“The Office and the Council | hosted mayors”: behind a root that has no verb, one with an object is it.

    So is one that says what talks were about: “The talks | focused on trade”.
    """
    subject = draft.heads[verb]
    while draft.deprels[subject] in ("conj", "nmod"):
        subject = draft.heads[subject]
    alone = (
        draft.heads[subject] == subject and draft.upos[subject] in _NOMINAL and not draft.has(subject, "cop", "nsubj")
    )
    governs = draft.forms[verb] in _ABOUT or any(draft.deprels[c] == "obj" and c > verb for c in draft.children(verb))
    if not (alone and governs and draft.forms[-1] == "." and _closes_subject(draft, subject, verb)):
        return
    _take_place(draft, verb, subject)
    draft.heads[subject], draft.deprels[subject] = verb, "nsubj"
    for child in list(draft.children(subject)):
        if draft.deprels[child] == "punct" and child > verb:
            draft.heads[child] = verb


def _closes_subject(draft: Draft, subject: int, verb: int) -> bool:
    """Tell whether a verb stands right behind the last word of what is to be its subject, which is the root."""
    before = verb - 1
    return (
        draft.heads[subject] == subject
        and subject < verb
        and draft.upos[before] in _NOMINAL
        and draft.above(subject, before)
    )


def _take_place(draft: Draft, verb: int, head: int) -> None:
    """Put a verb where a head stood, in the past tense."""
    top = draft.heads[head] == head
    draft.heads[verb] = verb if top else draft.heads[head]
    draft.deprels[verb] = draft.deprels[head]
    draft.feats[verb] = _FINITE
