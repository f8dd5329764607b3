"""Lemmas by table: form and word class to lemma, as the treebanks have it."""

from functools import cache
from importlib.resources import files


@cache
def lemma_table(language: str) -> dict[tuple[str, str], str]:
    """Read a language's table, once."""
    text = (files(f"tenu.reading.{language}") / "lemmas.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {(form, upos): lemma for form, upos, lemma in rows}
