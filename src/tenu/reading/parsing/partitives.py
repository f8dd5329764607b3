"""“35 of the 60 generators”: the number stands for the things that are taken, and they hang on it."""

from tenu.reading.parsing.draft import Draft


def settle_partitives(draft: Draft, of: frozenset[str]) -> None:
    """Put a number before “of” where the noun behind stood, and hang that noun on it."""
    for number, form in enumerate(draft.forms[:-2]):
        if draft.upos[number] != "NUM" or not form[0].isdigit() or draft.forms[number + 1].lower() not in of:
            continue
        thing = _noun_behind(draft, number + 2)
        if thing is None or draft.above(number, thing) or draft.heads[thing] == thing:
            continue
        head, relation = draft.heads[thing], draft.deprels[thing]
        taken = draft.upos[head] == "VERB" and relation.startswith("obl")
        draft.hang(number, head, "obj" if taken else relation)
        draft.hang(thing, number, "nmod")


def _noun_behind(draft: Draft, i: int) -> int | None:
    """Give the noun that a phrase leads to over articles, numbers and adjectives."""
    while i < len(draft.forms) and draft.upos[i] in ("DET", "NUM", "ADJ"):
        i += 1
    return i if i < len(draft.forms) and draft.upos[i] == "NOUN" else None
