"""Numbers as people type them; what could mean two things is refused, not guessed."""

import re
from decimal import Decimal

from tenu.errors import UsageError
from tenu.record import Number
from tenu.web.wording import N_

_SPACES = re.compile("[\\s\u00a0\u202f\u2009'’_]")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_UNREADABLE = N_(
    "This is not a number that can be read one way only: write 24100000, 24 100 000 or 24.1, without words."
)
_LONGEST = 30


def number_of(typed: str) -> Number | None:
    """Read a number with spaces or apostrophes between its groups; None where nothing was typed."""
    bare = _SPACES.sub("", typed)
    if not bare:
        return None
    if not _PLAIN.fullmatch(bare) or _AMBIGUOUS.fullmatch(bare) or len(bare) > _LONGEST:
        raise UsageError(_UNREADABLE)
    exact = Decimal(bare.replace(",", "."))
    return int(exact) if exact == exact.to_integral_value() else exact
