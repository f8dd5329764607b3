"""Train one language's parser, one phase after the other: `python train.py PHASE LANGUAGE [MODEL BEGUN BEFORE]`."""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy
from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.vocab import Vocab
from thinc.api import Model, set_current_ops
from thinc.types import Floats1d

import tenu.reading.parsing.words  # noqa: F401  registers the tokenizer and the two languages
from tenu.reading.parsing.gemm import Products
from treebanks import BUILD


@util.registry.callbacks("tenu.vectors")  # type: ignore[untyped-decorator]  # spaCy ships no types for it
def vectors_from(path: str | None) -> Callable[[Language], Language]:
    """Give a new pipeline the word vectors stored at a path, if any."""

    def give(nlp: Language) -> Language:
        if path:
            stored = Vocab().from_disk(path)
            nlp.vocab.strings.from_bytes(stored.strings.to_bytes())
            nlp.vocab.vectors = stored.vectors
        return nlp

    return give


@util.registry.callbacks("tenu.begun")  # type: ignore[untyped-decorator]
def weights_from(path: str | None) -> Callable[[Language], Language]:
    """Let a new pipeline go on from the weights of one trained before, without word vectors, on the same treebanks."""

    def go_on(nlp: Language) -> Language:
        if path:
            before = type(nlp).from_config(util.load_config(Path(path) / "config.cfg")).from_disk(path)
            for name in nlp.pipe_names:
                copy_weights(weights_of(before, name), weights_of(nlp, name))
        return nlp

    return go_on


def weights_of(nlp: Language, name: str) -> Model[Any, Any]:
    """The layers of one part of a pipeline."""
    return cast(Model[Any, Any], cast(Any, nlp.get_pipe(name)).model)


def copy_weights(old: Model[Any, Any], new: Model[Any, Any]) -> None:
    """Copy weights layer by layer; the columns that word vectors add to the mixing layer start at nothing."""
    pairs = zip(weighted(old), weighted(new), strict=True)
    for before, after in pairs:
        for name in before.param_names:
            values, place = before.get_param(name), numpy.zeros(after.get_param(name).shape, dtype="f")
            place[tuple(slice(0, size) for size in values.shape)] = values
            after.set_param(name, cast(Floats1d, place))


def weighted(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers with weights that both pipelines have."""
    return [layer for layer in model.walk(order="dfs_pre") if layer.param_names and layer.name != "static_vectors"]


def main(phase: str, language: str, begun: str | None = None) -> None:
    """Train on what `docs.py` stored; the best on the development part ends up in build/LANGUAGE-PHASE/model-best."""
    settings = tomllib.loads(Path(__file__).with_name("phases.toml").read_text(encoding="utf-8"))[phase]
    steps = settings.pop("steps")[language]
    overrides: dict[str, object] = {
        "nlp.lang": f"tenu_{language}",
        "nlp.tokenizer.language": language,
        "paths.train": str(BUILD / f"{language}-train.spacy"),
        "paths.dev": str(BUILD / f"{language}-dev.spacy"),
        "paths.vectors": str(BUILD / f"{language}-vectors") if begun else None,
        "paths.begun": begun,
        "training.max_steps": steps,
        **settings,
    }
    set_current_ops(Products())
    config = util.load_config(Path(__file__).with_name("parser.cfg"), overrides=overrides, interpolate=False)
    nlp = init_nlp(config)
    output = BUILD / f"{language}-{phase}"
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
