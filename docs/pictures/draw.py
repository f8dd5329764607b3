"""Draw the README's picture: a sample release read in a terminal. Run: python docs/pictures/draw.py"""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from tenu.cli.showcase import samples
from tenu.cli.table import show_reading
from tenu.document import open_document
from tenu.reading import read
from tenu.record import Reading

HERE = Path(__file__).parent
SAMPLE = "2026-01-13-alliance-apercu.fr.txt"
SHOWN = 8


def main() -> None:
    """Read the sample and save what the terminal shows as SVG, with fonts that are on the reader's machine."""
    sample = next(s for s in samples() if s.source == SAMPLE)
    document = open_document(sample.content, sample.source)
    claims = tuple(read(document))[:SHOWN]
    console = Console(record=True, width=116, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ tenu read {SAMPLE}", style="bold green"))
    console.print()
    show_reading(console, Reading(document, claims))
    svg = console.export_svg(title="tenu")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / "read.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
