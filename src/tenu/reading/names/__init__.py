"""Names: who and what a text names, and who that is within the document.

`find(analyses, language)` gives mentions in order; `resolve(mentions, analyses)` gives `Names`, which leads each
mention, pronoun and noun phrase to an `Entity` with the fullest name that the document gives.
"""

from tenu.reading.names.find import find
from tenu.reading.names.mention import Entity, Mention, MentionKind
from tenu.reading.names.resolve import Names, resolve

__all__ = ["Entity", "Mention", "MentionKind", "Names", "find", "resolve"]
