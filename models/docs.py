"""Treebanks as spaCy's training documents, one sentence each."""

import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from tenu.reading.parsing.words import NORMAL
from treebanks import BUILD, Sentence, sentences

TRAIN = {
    "fr": ["fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_fqb-ud-test"],
    "en": ["en_ewt-ud-train"],
}
DEV = {"fr": ["fr_sequoia-ud-dev"], "en": ["en_ewt-ud-dev"]}


def doc(vocab: Vocab, sentence: Sentence, language: str) -> Doc:
    """One sentence as a spaCy document, typographic variants made one."""
    words = sentence.words
    return Doc(
        vocab,
        words=[word.form.replace("\u00a0", " ").translate(NORMAL[language]) for word in words],
        spaces=[not word.joined for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.head == i else word.deprel for i, word in enumerate(words)],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def store(path: Path, language: str, treebanks: list[str]) -> None:
    """Write treebanks as one file of training documents."""
    vocab = spacy.blank("xx").vocab
    docs = [doc(vocab, sentence, language) for name in treebanks for sentence in sentences(name) if sentence.words]
    DocBin(docs=docs).to_disk(path)


if __name__ == "__main__":
    BUILD.mkdir(exist_ok=True)
    for language in sys.argv[1:] or ["fr", "en"]:
        store(BUILD / f"{language}-train.spacy", language, TRAIN[language])
        store(BUILD / f"{language}-dev.spacy", language, DEV[language])
