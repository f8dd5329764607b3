"""How charts look: told apart by lightness and by words beside the marks, so that they read in grey as well."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Dark marks on a light page, or light marks on a dark one."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme; `strong`, `middle` and `faint` stand in one order of lightness."""

    page: str
    ink: str
    quiet: str
    rule: str
    strong: str
    middle: str
    faint: str
    on_strong: str


PALETTES = {
    Theme.LIGHT: Palette("#ffffff", "#24211b", "#645e52", "#d9d2c3", "#17463f", "#6a9c92", "#d6e4e0", "#ffffff"),
    Theme.DARK: Palette("#1b1a17", "#f0ece2", "#b5ad9c", "#4a463d", "#c9ebe3", "#477168", "#2b423d", "#14201d"),
}

FONT = "Noto Sans, Liberation Sans, DejaVu Sans, Helvetica, Arial, sans-serif"
"""Sans-serif faces of most machines; vl-convert takes the first that is there."""

WIDTH = 620
