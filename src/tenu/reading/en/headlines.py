"""Headlines set with capitals, whose verbs a model takes for names: “President Roy *Approves* a Loan”."""

from tenu.reading.en.lemmas import infinitive, verbs
from tenu.reading.parsing.lemmas import lemma_table

_SHARE = 0.6  # of the longer words have a capital
_LONGER = 3  # letters; shorter ones (of, and, the) keep small letters in headlines too
_FEWEST = 4  # longer words: fewer may be a name alone
_MOST = 30  # words: longer is no headline


def lower_verbs(words: list[str]) -> None:
    """Give the verbs of a headline their small letters back, where nothing else is written like them."""
    if len(words) > _MOST or words[-1:] == ["."]:
        return
    longer = [word for word in words if len(word) > _LONGER and word[0].isalpha()]
    if len(longer) < _FEWEST or sum(word[0].isupper() for word in longer) < _SHARE * len(longer):
        return
    for i in range(1, len(words)):
        small = words[i].lower()
        if words[i + 1 : i + 2] == ["of"]:
            continue  # National Institutes of Health
        if words[i].istitle() and (_is_verb(small) or (words[i - 1].lower() == "to" and small in verbs())):
            words[i] = small


def _is_verb(form: str) -> bool:
    """Tell whether a form is a known verb's third person and no noun's plural: *approves*, not *calls*."""
    known, verb = lemma_table("en"), infinitive(form)
    if not form.endswith("s") or verb not in verbs() or (form, "NOUN") in known:
        return False
    return (form, "VERB") in known or (verb, "NOUN") not in known
