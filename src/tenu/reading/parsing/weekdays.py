"""Bare days, “Mercredi, …”, say when: they are `obl:tmod` in every language and never a second subject."""

from tenu.reading.parsing.draft import Draft

_MISTAKEN = ("nsubj", "obj", "iobj", "dislocated", "vocative", "appos", "advmod", "discourse", "nmod", "csubj")
_TIME = ("obl:mod", "obl:unmarked", "obl:arg", "obl")


def settle_weekdays(draft: Draft, days: frozenset[str]) -> None:
    """A day without a preposition hangs on its clause as `obl:tmod`, unless it is the clause's only subject."""
    for day, form in enumerate(draft.forms):
        if form.lower() not in days or draft.heads[day] == day:
            continue
        if any(draft.deprels[i] == "case" for i in draft.children(day)):
            continue
        relation = draft.deprels[day]
        mistaken = relation.startswith(_MISTAKEN) and opens(draft, day) and _second(draft, day)
        if relation in _TIME or mistaken or (relation == "obj" and objects(draft, draft.heads[day]) > 1):
            draft.deprels[day] = "obl:tmod"
        elif relation in ("flat", "nmod", "appos") and form.islower() and _named(draft, draft.heads[day]):
            draft.hang(day, _verb_above(draft, day), "obl:tmod")


def _named(draft: Draft, head: int) -> bool:
    """Tell whether a name or an inverted subject stands before: “a dit M. Stoltenberg mardi”."""
    return draft.upos[head] == "PROPN" or (draft.deprels[head].startswith("nsubj") and draft.heads[head] < head)


def _verb_above(draft: Draft, i: int) -> int:
    while draft.heads[i] != i:
        i = draft.heads[i]
        if draft.upos[i] == "VERB":
            break
    return i


def _second(draft: Draft, day: int) -> bool:
    """Tell whether the day hangs on a clause that has another subject, or stands apart by a comma."""
    head = draft.heads[day]
    clause = draft.upos[head] in ("VERB", "AUX") or draft.has(head, "cop", "nsubj")
    return clause and (closes(draft, day) or subjects(draft, head) > 1)


def opens(draft: Draft, day: int) -> bool:
    """Tell whether the day stands first in its sentence, at most after an article or a conjunction."""
    return all(draft.upos[i] in ("DET", "CCONJ", "PUNCT") for i in range(day))


def closes(draft: Draft, day: int) -> bool:
    """Tell whether a comma follows the day, its number, month and year."""
    after = day + 1
    while after < len(draft.forms) and draft.forms[after] != ",":
        if draft.upos[after] != "NUM" and not draft.above(day, after):
            return False
        after += 1
    return after < len(draft.forms)


def objects(draft: Draft, head: int) -> int:
    """How many objects hang on a word: “announced *Thursday* the release of aid” has one too many."""
    return sum(draft.deprels[i] == "obj" for i in draft.children(head))


def subjects(draft: Draft, head: int) -> int:
    """How many subjects hang on a word."""
    return sum(draft.deprels[i].startswith("nsubj") for i in draft.children(head))
