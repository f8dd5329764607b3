"""Who speaks together as “we”: those whom a joint statement names in its title, else as the subject of its opening."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tenu.reading.names.mention import Entity, Mention, MentionKind

if TYPE_CHECKING:
    from tenu.reading.names.resolve import Names

_STATES = frozenset({MentionKind.COUNTRY, MentionKind.GOVERNMENT})
_OPENING = 2  # sentences behind the title: a second headline, the first sentence


def joint_voices(names: "Names") -> tuple[Entity, ...]:
    """Give the states and bodies, two at least, that speak together; nobody where the text is no joint statement.

    Heads of state and ministers speak for their countries.
    """
    count, title = _title(names)
    joint = names.words.joint_voice.search(title)
    if joint is None:
        return ()
    start = names.analyses[0].start
    stretches = [(start, start + joint.start())]
    stretches += [
        (start + told.start(), start + told.end()) for told in names.words.voices.finditer(title, joint.end())
    ]
    titled = (m for sentence in range(count) for m in names.in_sentence(sentence))
    told = _speakers(names, [m for m in titled if any(a <= m.start and m.end <= b for a, b in stretches)])
    for sentence in range(count, min(count + _OPENING, len(names.analyses))):
        if len(told) > 1:
            break
        told = _speakers(names, _subjects(names, sentence))
    return tuple(told) if len(told) > 1 else ()


def _title(names: "Names") -> tuple[int, str]:
    """Give the title, with the number of sentences that it was cut into: “… by U.S. | President Moss”."""
    count, title = 0, ""
    for analysis in names.analyses:
        if count and analysis.start > names.analyses[count - 1].end + 1:
            break
        title += " " * bool(count) + analysis.text
        count += 1
    return count, title


def _subjects(names: "Names", sentence: int) -> Iterator[Mention]:
    """Give the mentions in the subject of a sentence's main verb."""
    analysis = names.analyses[sentence]
    for child in analysis.children(analysis.root):
        if analysis.tokens[child].relation == "nsubj":
            inside = {analysis.tokens[i].start for i in analysis.subtree(child)}
            yield from (m for m in names.in_sentence(sentence) if m.start in inside)


def _speakers(names: "Names", mentions: Iterable[Mention]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for mention in mentions:
        entity = names.entity_of(mention)
        country = mention.iso if mention.kind in _STATES else mention.country
        if country is not None:
            found.setdefault(country, names.state(country))
        elif entity is not None and mention.kind is MentionKind.ORGANISATION and entity.id is not None:
            found.setdefault(entity.id, entity)
    return list(found.values())
