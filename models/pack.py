"""Put a trained model in its place, without what only training needs: `python pack.py LANGUAGE MODEL FOLDER`."""

import json
import shutil
import sys
from pathlib import Path

from spacy import util
from spacy.strings import StringStore

from tenu.reading.parsing.words import LANGUAGES


def main(language: str, model: str, folder: str) -> None:
    """Load, drop strings that no label needs, write configuration and weights."""
    config = util.load_config(Path(model) / "config.cfg")
    nlp = LANGUAGES[language].from_config(config).from_disk(model)
    for section in ("training", "pretraining", "initialize", "corpora", "paths"):
        nlp.config.pop(section, None)
    labels = {
        part
        for pipe in nlp.pipe_names
        for label in getattr(nlp.get_pipe(pipe), "labels", ())
        for part in spelled(label)
    }
    target = Path(folder)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target, exclude=["tokenizer"])
    StringStore(sorted(labels)).to_disk(target / "vocab" / "strings.json")
    meta = {
        "lang": nlp.meta["lang"],
        "pipeline": nlp.pipe_names,
        "spacy_version": nlp.meta["spacy_version"],
        "vectors": {},
    }
    (target / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def spelled(label: str) -> set[str]:
    """A label and the strings that it is put together from."""
    return {label, *label.split("|"), *(part for pair in label.split("|") for part in pair.split("="))}


if __name__ == "__main__":
    main(*sys.argv[1:])
