"""The European Union: its institutions stand apart from its members, whose money theirs partly is."""

from datetime import date

from tenu.record import Actor

INSTITUTIONS = "EU institutions"
MEMBERS = "EU members"
OTHERS = "others"

_IDS = {
    *("org/eu", "org/european-commission", "org/council-of-the-eu", "org/european-council", "org/eib", "org/epf"),
    *("org/european-parliament", "org/eeas", "org/esm"),
}
_NAMES = (
    *("european union", "european commission", "eu (", "eu institutions", "european investment bank"),
    *("european peace facility", "european council", "commission européenne", "union européenne", "echo"),
)
_MEMBERS = {
    *("AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL"),
    *("ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE"),
}
_LEFT = {"GBR": date(2020, 2, 1)}


def group_of(actor: Actor, day: date | None) -> str:
    """Tell whether a donor is an institution of the Union, a member on a day (or now), or neither."""
    if actor.id in _IDS or actor.name.casefold().startswith(_NAMES):
        return INSTITUTIONS
    if actor.iso in _MEMBERS:
        return MEMBERS
    left = _LEFT.get(actor.iso or "")
    return MEMBERS if left is not None and day is not None and day < left else OTHERS
