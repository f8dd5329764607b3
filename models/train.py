"""Train one language's parser: `python train.py fr OUTPUT [dotted.setting=value …]`."""

import sys
from pathlib import Path

from spacy import util
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import set_current_ops
from treebanks import BUILD

import tenu.reading.parsing.words  # noqa: F401  registers the tokenizer and the two languages
from tenu.reading.parsing.gemm import Products


def main(language: str, output: str, *settings: str) -> None:
    """Train on what `docs.py` stored; the best model on the development part ends up in OUTPUT/model-best."""
    overrides: dict[str, object] = {
        "nlp.lang": f"tenu_{language}",
        "nlp.tokenizer.language": language,
        "paths.train": str(BUILD / f"{language}-train.spacy"),
        "paths.dev": str(BUILD / f"{language}-dev.spacy"),
        **{key: parsed(value) for key, value in (pair.split("=", 1) for pair in settings)},
    }
    set_current_ops(Products())
    config = util.load_config(Path(__file__).with_name("parser.cfg"), overrides=overrides, interpolate=False)
    nlp = init_nlp(config)
    Path(output).mkdir(parents=True, exist_ok=True)
    train(nlp, Path(output), stdout=sys.stdout, stderr=sys.stderr)


def parsed(value: str) -> object:
    """A number where the setting is one."""
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


if __name__ == "__main__":
    main(*sys.argv[1:])
