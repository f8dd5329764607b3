"""Gather the interface's sentences into the catalogues, and compile them: run it when a sentence changes.

`python src/tenu/web/locale/generate.py` adds new sentences to each language's `tenu.po` with nothing beside them, takes
out those that are gone, and compiles `tenu.mo`. A test refuses sentences without a translation and stale files.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
WEB = HERE.parent
LANGUAGES = ("fr",)
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
_KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}
_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)  # a catalogue says what it says, not when it was written


def gathered() -> Catalog:
    """Give all sentences of the interface with the files that they stand in."""
    catalog = Catalog(project="tenu", creation_date=_ALWAYS, charset="utf-8")
    for file, _line, message, comments, context in sorted(_found(), key=lambda found: (found[0], found[1])):
        catalog.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalog


def updated(language: str, catalog: Catalog) -> Catalog:
    """Give a language's catalogue with exactly the sentences there are; translations are never guessed."""
    path = HERE / language / "LC_MESSAGES" / "tenu.po"
    with path.open("rb") as file:
        known = read_po(file, locale=language)
    known.update(catalog, no_fuzzy_matching=True, update_creation_date=False)
    known.obsolete.clear()
    known.creation_date = known.revision_date = _ALWAYS
    known.fuzzy = False
    return known


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """Give a catalogue as the two files that are kept: the one to read and the one that is compiled."""
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalog, width=110, sort_output=True, include_lineno=False)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


def main() -> None:
    """Write the files of every language."""
    catalog = gathered()
    for language in LANGUAGES:
        folder = HERE / language / "LC_MESSAGES"
        po, mo = written(updated(language, catalog))
        (folder / "tenu.po").write_bytes(po)
        (folder / "tenu.mo").write_bytes(mo)


def _found() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    yield from extract_from_dir(WEB, _METHODS, _OPTIONS, _KEYWORDS)


if __name__ == "__main__":
    main()
