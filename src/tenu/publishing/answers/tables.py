"""A plain table as HTML: every cell escaped, figures to the right, the columns named in the reader's language."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import escape

from tenu.publishing.answers.grid import Cell, Grid
from tenu.publishing.phrases import Language, day, number, phrase

Link = Callable[[str], str | None]
"""Gives the address of a claim by its id; None where it has none."""


def html_table(grid: Grid, language: Language, caption: str, link: Link | None = None) -> str:
    """Give the table with a caption; with `link`, the ids of claims lead to what the claims belong to."""
    heads = "".join(f'<th scope="col">{escape(phrase(f"column-{name}", language))}</th>' for name in grid.columns)
    rows = "".join(f"<tr>{_row(grid, row, language, link)}</tr>" for row in grid.rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(grid: Grid, row: tuple[Cell, ...], language: Language, link: Link | None) -> str:
    cells = zip(grid.columns, row, strict=True)
    return "".join(
        f"<td>{_links(str(cell or ''), link)}</td>" if link and name.endswith("claims") else _cell(cell, language)
        for name, cell in cells
    )


def _links(ids: str, link: Link) -> str:
    told = []
    for place, claim in enumerate(ids.split(), start=1):
        address = link(claim)
        told.append(f'<a href="{escape(address, quote=True)}">{place}</a>' if address else escape(claim[:10]))
    return " ".join(told)


def _cell(cell: Cell, language: Language) -> str:
    if isinstance(cell, int | Decimal):
        return f'<td class="figure">{escape(number(cell, language))}</td>'
    if isinstance(cell, date):
        return f'<td><time datetime="{cell.isoformat()}">{escape(day(cell, language))}</time></td>'
    return f"<td>{escape(cell or '')}</td>"
