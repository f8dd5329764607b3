"""A noun that is part of a body's name gives nothing: the *Aid* Office, *l’Aide humanitaire de la Confédération*."""

from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.frame import WordClass
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_GIVING = frozenset({Kind.PLEDGE, Kind.DELIVERY})


def without_namesakes(candidates: Sequence[Candidate], analysis: Analysis, who: Who) -> list[Candidate]:
    """Leave out gifts that only the name of a body seems to tell."""
    return [one for one in candidates if not (one.kind in _GIVING and _is_in_a_name(one, analysis, who))]


def _is_in_a_name(one: Candidate, analysis: Analysis, who: Who) -> bool:
    noun = one.frame.word_class is WordClass.NOUNS and analysis.tokens[one.trigger].text[0].isupper()
    return noun and who.is_organisation(analysis, one.trigger)
