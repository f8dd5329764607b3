"""English dictionary forms: known words by table, regular ones by their endings."""

from functools import cache
from importlib.resources import files

from tenu.reading.parsing.lemmas import lemma_table

MODALS = {"will": "will", "'ll": "will", "would": "would", "shall": "shall", "wo": "will"}


@cache
def lemma(form: str, written: str, upos: str) -> str:
    """The dictionary form of a lower-case form; `written` is how the page has it, which is a name's lemma."""
    if upos in ("PROPN", "X", "SYM", "NUM", "PUNCT"):
        return written
    if upos == "AUX" and form in MODALS:
        return MODALS[form]
    known = lemma_table("en").get((form, upos))
    if known:
        return known
    if upos in ("VERB", "AUX"):
        return infinitive(form)
    return noun(form) if upos == "NOUN" else form


@cache
def verbs() -> frozenset[str]:
    """The verbs that are known."""
    return frozenset((files("tenu.reading.en") / "verbs.txt").read_text(encoding="utf-8").split())


def infinitive(form: str) -> str:
    """The verb behind a regular form, a known one before any other."""
    for end in ("ies", "ied", "es", "s", "ed", "ing", "d"):
        if not form.endswith(end) or len(form) <= len(end) + 1:
            continue
        stem = form[: -len(end)]
        if end in ("ies", "ied"):
            candidates = [stem + "y"]
        elif end in ("s", "d"):
            candidates = [stem]
        else:
            candidates = [stem, stem + "e", *([stem[:-1]] if stem[-1] == stem[-2] else [])]
        for candidate in candidates:
            if candidate in verbs():
                return candidate
    return guessed(form)


def guessed(form: str) -> str:
    """A verb that no list has, by spelling alone."""
    if form.endswith(("ies", "ied")) and len(form) > 5:
        return form[:-3] + "y"
    for end in ("ing", "ed"):
        stem = form.removesuffix(end)
        if stem != form and len(stem) > 2:
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem + "e" if stem[-1] in "cuvz" or stem.endswith(("at", "iz", "is", "dg", "rg")) else stem
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def noun(form: str) -> str:
    """A noun's singular by spelling."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "zes", "ches", "shes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3 else form
