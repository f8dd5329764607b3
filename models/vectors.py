"""Word vectors from the releases and the treebanks' words: `python vectors.py LANGUAGE`."""

import shutil
import sys

import floret  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from docs import TRAIN
from tenu.reading.parsing.words import NORMAL
from treebanks import BUILD, sentences

SIZE = 100
EPOCHS = {"fr": 5, "en": 2}


def main(language: str) -> None:
    """Skip-grams over a narrow window, which suits syntax; one vector a word seen five times."""
    shutil.copyfile(BUILD / f"{language}-words.txt", BUILD / f"{language}-all-words.txt")
    with (BUILD / f"{language}-all-words.txt").open("a") as words:
        for treebank in TRAIN[language]:
            for sentence in sentences(treebank):
                line = " ".join(word.form.replace(" ", "_") for word in sentence.words)
                words.write(line.translate(NORMAL[language]).lower() + "\n")
    model = floret.train_unsupervised(
        str(BUILD / f"{language}-all-words.txt"),
        model="skipgram",
        dim=SIZE,
        ws=3,
        epoch=EPOCHS[language],
        minn=0,
        maxn=0,
        minCount=5,
        thread=1,
        lr=0.05,
        neg=5,
    )
    known = [word for word in model.get_words() if word != "</s>"]
    table = numpy.array([model.get_word_vector(word) for word in known], dtype="float32")
    table /= table.std()
    vocab = Vocab()
    keys = [vocab.strings.add(word.replace("_", " ")) for word in known]
    vocab.vectors = Vectors(strings=vocab.strings, data=table, keys=keys, name=f"tenu_{language}", attr="NORM")
    vocab.to_disk(BUILD / f"{language}-vectors")


if __name__ == "__main__":
    main(sys.argv[1])
