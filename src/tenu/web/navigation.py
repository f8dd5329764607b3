"""Where one can go from every page."""

from dataclasses import dataclass

from tenu.web.wording import N_


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the site: the path that its pages begin with, and its name."""

    path: str
    name: str


NAVIGATION = (
    Place("/review", N_("Review")),
    Place("/ledger", N_("Ledger")),
    Place("/figures", N_("Figures")),
    Place("/add", N_("Add")),
)
