"""French dictionary forms: known words by table, verbs by rule, nouns and adjectives by their endings."""

from functools import cache

from tenu.reading.fr.verbs import future, infinitive, spelled, verbs
from tenu.reading.parsing.lemmas import lemma_table

# Feminine endings and what stands for them in the masculine.
MASCULINE = {
    "euse": "eux", "ive": "if", "elle": "el", "ienne": "ien", "enne": "en", "onne": "on", "ière":
    "ier", "ère": "er", "trice": "teur", "ée": "é", "ale": "al", "aine": "ain", "aise": "ais",
    "oise": "ois", "ante": "ant", "ente": "ent", "ue": "u", "ite": "it", "ie": "i", "ure": "ur",
    "ande": "and", "rte": "rt", "ine": "in",
}  # fmt: skip
# Those that hold for words no table has.
SURE = {"euse", "ive", "elle", "ienne", "ée", "ale", "aise", "oise", "ante", "ente"}


@cache
def lemma(form: str, written: str, upos: str) -> str:
    """The dictionary form of a lower-case form; `written` is how the page has it, which is a name's lemma."""
    if upos in ("PROPN", "X", "SYM", "NUM", "PUNCT"):
        return written
    if upos in ("VERB", "AUX"):
        ahead = future(form)
        if ahead:
            return ahead[0]
    known = lemma_table("fr").get((form, upos))
    if known:
        return known
    if upos in ("VERB", "AUX"):
        return infinitive(form) or spelled(form) or form
    if upos == "ADJ":
        return adjective(form)
    return noun(form) if upos == "NOUN" else form


def noun(form: str) -> str:
    """A noun's singular: a known one, or without its -s."""
    table = lemma_table("fr")
    for end, singular in (("aux", "al"), ("aux", "ail"), ("x", ""), ("s", "")):
        if form.endswith(end) and (form[: -len(end)] + singular, "NOUN") in table:
            return form[: -len(end)] + singular
    if form.endswith("eaux"):
        return form[:-1]
    return (
        form[:-1]
        if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "us", "is", "as", "os"))
        else form
    )


def adjective(form: str) -> str:
    """An adjective's masculine singular, by known ones and by endings."""
    table = lemma_table("fr")
    one = form[:-1] if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "ais", "ois", "eux")) else form
    if form.endswith("aux"):
        one = form[:-3] + "al"
    if one in verbs().known:
        return one
    for end, masculine in MASCULINE.items():
        if one.endswith(end):
            candidate = one[: -len(end)] + masculine
            if (candidate, "ADJ") in table or ((one, "ADJ") not in table and end in SURE):
                return candidate
    return table.get((one, "ADJ"), one)
