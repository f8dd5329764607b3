"""French verb forms by rule: the infinitive behind a form, and the future and the conditional by their endings."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FUTURE = {
    "ai": "Mood=Ind|Number=Sing|Person=1|Tense=Fut", "as": "Mood=Ind|Number=Sing|Person=2|Tense=Fut",
    "a": "Mood=Ind|Number=Sing|Person=3|Tense=Fut", "ons": "Mood=Ind|Number=Plur|Person=1|Tense=Fut",
    "ez": "Mood=Ind|Number=Plur|Person=2|Tense=Fut", "ont": "Mood=Ind|Number=Plur|Person=3|Tense=Fut",
    "ais": "Mood=Cnd|Number=Sing|Person=1|Tense=Pres", "ait": "Mood=Cnd|Number=Sing|Person=3|Tense=Pres",
    "ions": "Mood=Cnd|Number=Plur|Person=1|Tense=Pres", "iez": "Mood=Cnd|Number=Plur|Person=2|Tense=Pres",
    "aient": "Mood=Cnd|Number=Plur|Person=3|Tense=Pres",
}  # fmt: skip
# Endings other than the future's, longest first, by the infinitive's ending.
ENDINGS = {
    "er": "assent assions èrent aient âmes âtes ions iez ait ais ant ons ent ées ée és ez é es as ai a ât e",
    "ir": "issaient issait issais issions issiez issant issons issent issez isse isses irent îmes ies ie is it ît i",
    "re": "aient irent îmes ions iez ait ais ant ons ent ues ue us ez es is it ît e u s",
}
FUTURE_END = re.compile(r"^(.+r)(ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$")


@dataclass(frozen=True, slots=True)
class Verbs:
    """The infinitives that are known, irregular forms, and irregular stems of the future."""

    known: frozenset[str]
    irregular: dict[str, list[str]]
    stems: dict[str, str]


@cache
def verbs() -> Verbs:
    """Read what stands beside this file, once."""
    here = files("tenu.reading.fr")
    tables = tomllib.loads((here / "irregular.toml").read_text(encoding="utf-8"))
    irregular: dict[str, list[str]] = {}
    for base, forms in tables["forms"].items():
        for form in dict.fromkeys(forms.split()):
            irregular.setdefault(form, []).append(base)
    known = frozenset((here / "verbs.txt").read_text(encoding="utf-8").split())
    return Verbs(known, irregular, {stem: base for base, stem in tables["future"].items()})


def infinitive(form: str) -> str | None:
    """The known verb that a form belongs to, if there is one; a future form is read as such first."""
    ahead = future(form)
    if ahead:
        return ahead[0]
    found = next(_infinitives(form), None)
    prefix, hyphen, rest = form.rpartition("-")
    if found is None and hyphen and (rest_found := infinitive(rest)):
        return f"{prefix}-{rest_found}"
    return found


UNKNOWN_ER = re.compile(
    r"^(.{2,}[^aeiouy]|.{2,}[giéu])(?:er|é|ée|és|ées|ait|aient|ant|ent|era|eront|erait|eraient|èrent)$"
)


def spelled(form: str) -> str | None:
    """The infinitive in -er that the form of an unknown verb shows by its ending; new verbs all go that way."""
    found = UNKNOWN_ER.match(form)
    return found[1] + "er" if found else None


@cache
def future(form: str) -> tuple[str, str] | None:
    """The verb and the features of a future or conditional form of a known verb; none for any other form."""
    found = FUTURE_END.match(form)
    if not found:
        return None
    verb = _future_verb(found[1])
    return (verb, FUTURE[found[2]] + "|VerbForm=Fin") if verb else None


def _future_verb(stem: str) -> str | None:
    table = verbs()
    for cut in range(min(len(stem), 8)):
        base = table.stems.get(stem[cut:])
        if base and stem[:cut] + base in table.known:
            return stem[:cut] + base
    candidates = [stem, stem + "e", *_softened(stem[:-2], "er")] if stem.endswith("er") else [stem, stem + "e"]
    return next((verb for verb in candidates if verb in table.known and verb not in table.stems.values()), None)


def _infinitives(form: str) -> Iterator[str]:
    """Known verbs that a form other than the future may belong to, the likeliest first."""
    table = verbs()
    if form in table.known:
        yield form
    for cut in range(min(len(form), 8)):
        for base in table.irregular.get(form[cut:], ()):
            if form[:cut] + base in table.known:
                yield form[:cut] + base
    for infinitive_end, endings in ENDINGS.items():
        for end in endings.split():
            if form.endswith(end) and len(form) > len(end) + 1:
                stem = form[: -len(end)]
                variants = [stem + "er", *_softened(stem, "er")] if infinitive_end == "er" else [stem + infinitive_end]
                yield from (verb for verb in variants if verb in table.known)
    if form + "re" in table.known:
        yield form + "re"


def _softened(stem: str, end: str) -> Iterator[str]:
    """Spellings of a stem in the infinitive: mange-, commenç-, emploi-, achèt-, cèd-, appell-."""
    if stem.endswith("e"):
        yield stem[:-1] + end
    if stem.endswith("ç"):
        yield stem[:-1] + "c" + end
    if stem.endswith("i"):
        yield stem[:-1] + "y" + end
    grave = stem.rfind("è")
    if grave >= 0 and len(stem) - grave <= 4:
        yield stem[:grave] + "e" + stem[grave + 1 :] + end
        yield stem[:grave] + "é" + stem[grave + 1 :] + end
    if stem[-2:] in ("ll", "tt"):
        yield stem[:-1] + end
