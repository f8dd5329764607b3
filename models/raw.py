"""Sentences of unannotated releases, one a line, for word vectors: `python raw.py LANGUAGE`."""

import gzip
import json
import sys
from collections.abc import Iterator

from tenu.reading.sentences import split
from treebanks import BUILD, DATA

RELEASES = ("bulk_ch", "bulk_wh", "ch_diplo_pairs", "ch_general_pairs", "wh_readouts", "senegal")
LONGEST = 450  # characters


def releases(language: str) -> Iterator[str]:
    """The texts of all releases in a language."""
    for name in RELEASES:
        with gzip.open(DATA / "releases" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                release = json.loads(line)
                if release["lang"] == language and release.get("text"):
                    yield release["text"]


def raw_sentences(language: str) -> Iterator[str]:
    """Each sentence once, on one line, headings and fragments left out."""
    seen: set[str] = set()
    for text in releases(language):
        for span in split(text, language):
            sentence = " ".join(text[span.start : span.end].split())
            if 25 < len(sentence) < LONGEST and sentence[-1] in '.?!»”"' and sentence not in seen:
                seen.add(sentence)
                yield sentence


def main(language: str) -> None:
    """Write the sentences, and the same cut into lower-case words for the vectors."""
    from tenu.reading.parsing.words import NORMAL, TOKEN

    with (BUILD / f"{language}-raw.txt").open("w") as raw, (BUILD / f"{language}-words.txt").open("w") as words:
        for sentence in raw_sentences(language):
            raw.write(sentence + "\n")
            plain = sentence.translate(NORMAL[language]).lower()
            words.write(" ".join(found[0].replace(" ", "_") for found in TOKEN[language].finditer(plain)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
