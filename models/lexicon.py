"""Make the lists of verbs and lemmas that the package ships: `python lexicon.py` rewrites them from the treebanks."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from treebanks import Word, sentences

SOURCES = {
    "fr": ["fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "fr_fqb-ud-test"],
    "en": ["en_ewt-ud-train", "en_ewt-ud-dev"],
}
READING = Path(__file__).resolve().parents[1] / "src" / "tenu" / "reading"
OPEN = {"NOUN", "ADJ", "VERB", "AUX", "ADV", "DET", "PRON", "ADP", "SCONJ", "CCONJ", "PART", "NUM"}
WORD = re.compile(r"[^\W\d_][\w'-]*\.?")


def forms(language: str) -> dict[tuple[str, str], str]:
    """The lemma that a lower-case form of one word class has most often, where it is not the form itself."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for treebank in SOURCES[language]:
        for sentence in sentences(treebank):
            for word in sentence.words:
                if word.upos in OPEN and WORD.fullmatch(word.form) and plausible(language, word):
                    seen[word.form.lower().replace("’", "'"), word.upos][word.lemma.lower()] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items()}


def plausible(language: str, word: Word) -> bool:
    """Leave out lemmas that are missing or, for a French verb, no infinitive: slips in the treebanks."""
    if word.lemma == "_":
        return False
    return (
        language != "fr"
        or word.upos not in ("VERB", "AUX")
        or word.lemma.endswith(("er", "ir", "re", "ïr", "voilà", "voici"))
    )


def verbs(language: str, table: dict[tuple[str, str], str]) -> list[str]:
    """The infinitives in the treebanks and in the list kept beside this file."""
    ends = ("er", "ir", "re") if language == "fr" else ("",)
    found = {
        lemma
        for (_, upos), lemma in table.items()
        if upos in ("VERB", "AUX") and lemma.endswith(ends) and lemma.isalpha()
    }
    more = Path(__file__).with_name("lists") / f"verbs.{language}.txt"
    return sorted(found | set(more.read_text(encoding="utf-8").split()))


if __name__ == "__main__":
    for language in ("fr", "en"):
        table = forms(language)
        lines = [f"{form}\t{upos}\t{lemma}" for (form, upos), lemma in sorted(table.items())]
        (READING / language / "lemmas.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (READING / language / "verbs.txt").write_text("\n".join(verbs(language, table)) + "\n", encoding="utf-8")
