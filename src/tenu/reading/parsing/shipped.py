"""The parser that comes with tenu: a small spaCy pipeline a language, then the lists that settle what is known."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from spacy import util
from spacy.language import Language
from spacy.symbols import DEP, HEAD, MORPH, POS  # type: ignore[import-not-found]  # compiled, without types
from spacy.tokens import Doc
from thinc.api import get_current_ops, set_current_ops

from tenu.reading.analysis import Analysis, Token
from tenu.reading.parsing.draft import Draft, free_auxiliaries, join_roots
from tenu.reading.parsing.gemm import Products
from tenu.reading.parsing.words import LANGUAGES, Words

READING = Path(__file__).resolve().parents[1]
AT_ONCE = 128
HALF = 2**63  # spaCy gives a head as the way to it, a negative one as an unsigned number


class ShippedParser:
    """Analyses one language's sentences, many at once."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language
        self.nlp = load(language, folder or READING / language / "parser")
        self.words = Words(self.nlp.vocab, language)
        self.settle: Callable[[Draft], None] = import_module(f"tenu.reading.{language}.forms").settle
        self._feats: dict[str, dict[str, str]] = {"": {}}

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Analysis]:
        """Analyse each sentence, given with its start in the document's text."""
        places = [self.words.cut(text) for text, _ in sentences]
        forms = [self.words.spelled(text, cut) for (text, _), cut in zip(sentences, places, strict=True)]
        texts = [text for text, _ in sentences]
        docs = map(self.words.doc, texts, places, forms)
        parsed = self.nlp.pipe(docs, batch_size=AT_ONCE)
        return [
            self._analysis(text, start, cut, self._settled(doc, words))
            for (text, start), cut, words, doc in zip(sentences, places, forms, parsed, strict=True)
        ]

    def _settled(self, doc: Doc, forms: list[str]) -> Draft:
        """What the model proposed, corrected by what is known."""
        named = self.nlp.vocab.strings
        heads, deprels, upos, feats = doc.to_array([HEAD, DEP, POS, MORPH]).T.tolist()
        draft = Draft(
            forms=forms,
            upos=[named[key] for key in upos],
            feats=[named[key].strip("_") for key in feats],
            heads=[i + (away if away < HALF else away - 2 * HALF) for i, away in enumerate(heads)],
            deprels=[named[key] for key in deprels],
            lemmas=[""] * len(forms),
        )
        join_roots(draft)
        free_auxiliaries(draft)
        self.settle(draft)
        return draft

    def _analysis(self, text: str, start: int, cut: list[tuple[int, int]], draft: Draft) -> Analysis:
        tokens = tuple(
            Token(
                i=i,
                start=start + place[0],
                end=start + place[1],
                text=text[place[0] : place[1]],
                lemma=draft.lemmas[i],
                upos=draft.upos[i],
                feats=self._features(draft.feats[i]),
                head=draft.heads[i],
                deprel=draft.deprels[i],
            )
            for i, place in enumerate(cut)
        )
        return Analysis(language=self.language, start=start, end=start + len(text), text=text, tokens=tokens)

    def _features(self, feats: str) -> dict[str, str]:
        """One dictionary for each distinct bundle of features."""
        known = self._feats.get(feats)
        if known is None:
            known = self._feats[feats] = dict(pair.split("=", 1) for pair in feats.split("|"))
        return known


def load(language: str, folder: Path) -> Language:
    """Load a shipped pipeline without asking spaCy's registry for any other language."""
    config = util.load_config(folder / "config.cfg")
    before = get_current_ops()
    set_current_ops(Products())
    try:
        nlp = LANGUAGES[language].from_config(config, auto_fill=False, validate=False)
    finally:
        set_current_ops(before)
    return nlp.from_disk(folder)


@cache
def parser(language: str) -> ShippedParser:
    """The shipped parser of a language, loaded once."""
    return ShippedParser(language)
