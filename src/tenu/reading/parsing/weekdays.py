"""Bare days: “Mercredi, …” and "On Monday …" say when; they are `obl:tmod` in every language, never a second subject."""

from tenu.reading.parsing.draft import Draft

_MISTAKEN = ("nsubj", "obj", "iobj", "dislocated", "vocative", "appos", "advmod", "discourse", "nmod", "csubj")
_TIME = ("obl:mod", "obl:unmarked", "nmod:unmarked", "obl:arg", "obl")


def settle_weekdays(draft: Draft, days: frozenset[str]) -> None:
    """A day without a preposition hangs on its clause as `obl:tmod`, unless it is the clause's only subject."""
    for day, form in enumerate(draft.forms):
        if form.lower() not in days or draft.heads[day] == day:
            continue
        if any(draft.deprels[i] == "case" for i in draft.children(day)):
            continue
        relation, head = draft.deprels[day], draft.heads[day]
        if relation in _TIME and relation != "nmod:unmarked":
            draft.deprels[day] = "obl:tmod"
        elif relation.startswith(_MISTAKEN) and opens(draft, day) and (closes(draft, day) or subjects(draft, head) > 1):
            if draft.upos[head] in ("VERB", "AUX") or draft.has(head, "cop", "nsubj"):
                draft.deprels[day] = "obl:tmod"


def opens(draft: Draft, day: int) -> bool:
    """Tell whether the day stands first in its sentence, at most after an article or a conjunction."""
    return all(draft.upos[i] in ("DET", "CCONJ", "PUNCT") for i in range(day))


def closes(draft: Draft, day: int) -> bool:
    """Tell whether a comma follows the day, its number, month and year."""
    after = day + 1
    while after < len(draft.forms) and (draft.upos[after] == "NUM" or draft.forms[after].isdigit() or draft.above(day, after)):
        if draft.forms[after] == ",":
            break
        after += 1
    return after < len(draft.forms) and draft.forms[after] == ","


def subjects(draft: Draft, head: int) -> int:
    """How many subjects hang on a word."""
    return sum(draft.deprels[i].startswith("nsubj") for i in draft.children(head))
