"""A plain table as HTML: every cell escaped, figures to the right, the columns named in the reader's language."""

from datetime import date
from decimal import Decimal
from html import escape

from tenu.publishing.answers.grid import Cell, Grid
from tenu.publishing.phrases import Language, day, number, phrase


def html_table(grid: Grid, language: Language, caption: str) -> str:
    """Give the table with a caption; a column without a name of its own in the phrases keeps its name."""
    heads = "".join(f'<th scope="col">{escape(phrase(f"column-{name}", language))}</th>' for name in grid.columns)
    rows = "".join(f"<tr>{''.join(_cell(cell, language) for cell in row)}</tr>" for row in grid.rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell, language: Language) -> str:
    if isinstance(cell, int | Decimal):
        return f'<td class="figure">{escape(number(cell, language))}</td>'
    if isinstance(cell, date):
        return f'<td><time datetime="{cell.isoformat()}">{escape(day(cell, language))}</time></td>'
    return f"<td>{escape(cell or '')}</td>"
