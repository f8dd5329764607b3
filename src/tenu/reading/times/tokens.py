"""A text cut into words, numbers and marks, each with the white space before it, so that nothing is lost in between."""

import re
from functools import cache

_NUMBER = (
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    r"\d{4}-W\d\d(?!\w)",
    r"(?:\d{1,2}/\d{1,2}/|\d{1,2}\.\d{1,2}\.|\d{1,2}-\d{1,2}-)(?:\d{4}|\d\d)(?![\d/-]|[.]\d)",
    r"\d{4}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{1,2}(?![\d/-]|[.]\d)",
    r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])",
    r"\d{1,2}[hH]\d\d(?!\w)",
    r"\d{1,2}[hH](?!\w)",
    r"(?:1[0-9]|20)\d0['’]?s(?!\w)",
    r"[2-9]0['’]?s(?!\w)",
    r"\d{1,3}(?:st|nd|rd|th|ère|eme|ème|ième|er|re|nde|e)(?!\w)",
    r"(?:19|20)\d\d[/–-]\d\d(?![\d/–-])",
    r"\d{1,2}/\d{1,2}(?![\d/])",
    r"\d{1,3}(?:[.,\u00a0\u202f’']\d{3})+(?!\d)",
    r"\d{1,15}[.,]\d{1,15}(?!\d)",
    r"\d++(?![^\W_])",
    r"\d{1,4}(?=[ap]\.?m\b|[^\W\d_]{3})",
    r"\d\w*+",
)


@cache
def _piece(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    short = rf"|(?i:{'|'.join(sorted(abbreviations, reverse=True))})\." if abbreviations else ""
    return re.compile(
        r"\n[^\S\n]*+\n\s*+|\s*+(?:"
        r"(?:[CDJLMNSTcdjlmnst]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W_]{2}|à)"
        r"|(?i:aujourd['’]hui|o['’]clock|[ap]\.m(?:\.|\b))"
        rf"{short}|[^\W\d_]++(?:\d\w*+)?"
        r"|[$£€#]\s?\d[\d.,]*+|\d++(?:[.,]\d++)?\s?%"
        r"|" + "|".join(_NUMBER) + r"|['’](?:s(?!\w)|\d\d(?:s|)(?!\w))|\S)|\s+"
    )


def cut(text: str, abbreviations: tuple[str, ...] = ()) -> list[str]:
    """Give a text's pieces in order, each a word, number or mark after its white space; together they are the text."""
    return _piece(abbreviations).findall(text)


def words(source: str) -> list[str]:
    """Give the words of a rule or a table; an elided word (“l’”) may stand last there."""
    pieces = cut(f"{source}xx")[:-1] if source.endswith(("’", "'")) else cut(source)
    return [fold(piece) for piece in pieces]


def fold(piece: str) -> str:
    """Give a piece as the tables hold it: without white space, in lower case, with typographic apostrophes."""
    return piece.strip().lower().replace("'", "’")
