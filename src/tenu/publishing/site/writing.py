"""`tenu publish`: the pages of a site, one after the other, into a new folder."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from tenu.ledger import Filters, Ledger, Matter
from tenu.publishing.answers.grid import Grid
from tenu.publishing.answers.grids import grid_of
from tenu.publishing.answers.tables import html_table
from tenu.publishing.entry import About, walk
from tenu.publishing.formats import SHAPES, Format
from tenu.publishing.phrases import Language, day, number, phrase
from tenu.publishing.plots.drawing import Chart, svg
from tenu.publishing.plots.look import Theme
from tenu.publishing.site.chain import Step, chain_of, web_address
from tenu.publishing.site.correction import corrections_of
from tenu.publishing.site.feed import feed_of
from tenu.publishing.site.folder import whole_folder
from tenu.publishing.site.record import Record, record_of
from tenu.publishing.site.searching import index_script
from tenu.publishing.whole import whole
from tenu.questions.scope import Scope
from tenu.record import Kind

DOWNLOADS = (
    *(Format.CSV, Format.CSV_SAFE, Format.XLSX, Format.PARQUET, Format.JSONL),
    *(Format.ICS, Format.JSONLD, Format.ANNOTATIONS),
)
_STEMS = {Format.CSV_SAFE: "record-for-spreadsheets", Format.ANNOTATIONS: "record-annotations"}
SHOWN = 200
"""Rows of a table on the front page; the downloads hold all."""


@dataclass(frozen=True, slots=True)
class Published:
    """How much was written."""

    matters: int
    documents: int
    files: int


def publish(ledger: Ledger, place: Path, scope: Scope, title: str) -> Published:
    """Write the record as a site into a folder, whole or not at all."""
    record = record_of(ledger, scope, title, datetime.now(UTC))
    with whole_folder(place) as folder:
        _write_assets(folder, record)
        _write_downloads(ledger, folder / "downloads", record)
        for language in Language:
            _Pages(folder / language.value, language, record).write()
        _page(_environment(Language.EN), "choice.html", folder / "index.html", record=record, root="")
        written = sum(1 for path in folder.rglob("*") if path.is_file())
    return Published(len(record.gathered.matters), len(record.documents), written)


class _Pages:
    """The pages of one language."""

    def __init__(self, folder: Path, language: Language, record: Record) -> None:
        self._folder = folder
        self._language = language
        self._record = record
        self._environment = _environment(language)
        (folder / "matters").mkdir(parents=True)

    def write(self) -> None:
        """Write every page, the charts and the feed."""
        self._charts()
        self._page("index.html", due=self._record.due, shown=self._record.due.promises[:SHOWN], charts=self._shown())
        self._page("search.html", kinds=list(Kind))
        self._page("corrections.html", corrections=corrections_of(self._record), revisions=self._record.revisions[::-1])
        self._page("downloads.html", downloads=[(form, _name(form)) for form in DOWNLOADS])
        (self._folder / "feed.xml").write_bytes(feed_of(self._record, self._language))
        for matter in self._record.gathered.matters:
            self._matter(matter)

    def _matter(self, matter: Matter) -> None:
        steps = chain_of(matter, self._record.gathered, self._record.scope)
        if any(step.own for step in steps):
            promise = self._record.promises.get(matter.id)
            self._page("matter.html", f"matters/{matter.id}.html", steps=steps, matter=matter, promise=promise)

    def _page(self, template: str, name: str | None = None, **told: object) -> None:
        name = name or template
        root = "../" * (name.count("/") + 1)
        _page(self._environment, template, self._folder / name, record=self._record, root=root, name=name, **told)

    def _charts(self) -> None:
        (self._folder / "charts").mkdir()
        for chosen in self._record.charts:
            for theme in Theme:
                drawn = Chart(chosen.answer, self._language, theme, self._record.title, chosen.gifts)
                (self._folder / "charts" / f"{chosen.name}-{theme.value}.svg").write_text(svg(drawn), "utf-8")

    def _shown(self) -> list[tuple[str, str, str]]:
        """Give each chart's name, what it shows in words, and its table."""
        shown = []
        for chosen in self._record.charts:
            spec = Chart(chosen.answer, self._language, source=self._record.title, gifts=chosen.gifts).spec()
            table = html_table(_first(grid_of(chosen.answer)), self._language, str(spec["title"]["text"]), self._link)
            shown.append((chosen.name, str(spec["description"]), table))
        return shown

    def _link(self, claim: str) -> str | None:
        matter = self._record.gathered.home.get(claim)
        return f"matters/{matter.id}.html" if matter else None


def _environment(language: Language) -> Environment:
    made = Environment(
        loader=PackageLoader("tenu.publishing.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "t": lambda key, **values: phrase(key, language, **values),
        "day": partial(day, language=language),
        "number": partial(number, language=language),
        "language": language.value,
        "other": (Language.FR if language is Language.EN else Language.EN).value,
        "web_address": web_address,
    }
    return made


def _page(environment: Environment, template: str, to: Path, **told: object) -> None:
    to.write_text(environment.get_template(template).render(**told), "utf-8")


def _write_assets(folder: Path, record: Record) -> None:
    assets = folder / "assets"
    assets.mkdir()
    for name in ("site.css", "search.js"):
        (assets / name).write_bytes((files("tenu.publishing.site") / "static" / name).read_bytes())
    steps = [step for matter in record.gathered.matters for step in _own(matter, record)]
    (assets / "index.js").write_text(index_script(steps), "utf-8")


def _own(matter: Matter, record: Record) -> list[Step]:
    return [step for step in chain_of(matter, record.gathered, record.scope) if step.own]


def _write_downloads(ledger: Ledger, folder: Path, record: Record) -> None:
    """Write the claims that count in every format; what people rejected stands in the log of corrections alone."""
    folder.mkdir()
    for form in DOWNLOADS:
        shape = SHAPES[form]
        entries = walk(ledger, Filters(as_of=record.scope.as_of), shape.wanted)
        with whole(folder / _name(form)) as file:
            counted = (entry for entry in entries if record.scope.counts(entry.kept))
            shape.write(counted, file, About(record.title, record.made_at))


def _name(form: Format) -> str:
    return f"{_STEMS.get(form, 'record')}{SHAPES[form].ending}"


def _first(grid: Grid) -> Grid:
    return Grid(grid.columns, grid.rows[:SHOWN])
