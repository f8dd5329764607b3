"""Find what people and bodies are reported to have said in a document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from tenu.reading.analysis import Analysis
from tenu.reading.quotations.clauses import Clause, clause_verb, content_of, holds, holds_finite
from tenu.reading.quotations.cues import Cue, cues_of
from tenu.reading.quotations.direct import Setting, settings_of, spoken_between_marks
from tenu.reading.quotations.incises import spoken_around
from tenu.reading.quotations.page import Page, Sentence, lay_out
from tenu.reading.quotations.speakers import Mention, speaker_of
from tenu.reading.quotations.speech import Way
from tenu.reading.quotations.spoken import Spoken, cue_span, words_span
from tenu.reading.quotations.statement import Names, Statement
from tenu.record import Manner, Span

_MARKS_AND_WHITE = " \n\t\u00a0\u202f«»“”\"'‘’"


def find(text: str, analyses: Sequence[Analysis], names: Names | None = None) -> list[Statement]:
    """Give the statements of a document in order; offsets in code points of `text`.

    `analyses` are the document's sentences, each in its own language (`Analysis.language`, French or English;
    `UncoveredLanguageError` for any other). Without `names`, a statement's name is the mention as it stands, and a
    pronoun stands for the speaker before.
    """
    page = lay_out(text, analyses)
    cues = {sentence.index: cues_of(sentence) for sentence in page.sentences}
    found = sorted(_spoken(page, cues), key=lambda spoken: (spoken.content.start, -spoken.content.end))
    return list(_named(text, found, names))


def _spoken(page: Page, cues: Mapping[int, Sequence[Cue]]) -> Iterator[Spoken]:
    """Give quotations and clauses of content; words in marks within a clause are taken with it or alone."""
    settings = settings_of(page)
    taken: set[int] = set()
    used: set[tuple[int, int]] = set()
    for sentence in page.sentences:
        reported = -1
        for cue in cues[sentence.index]:
            inside = cue.verb <= reported
            clause = None if cue.denied or cue.passive or inside else content_of(sentence, cue, cues[sentence.index])
            if clause is not None:
                reported = clause.last
                yield from _reported(sentence, cue, clause, settings, taken)
                used.add((sentence.index, cue.verb))
    for setting in settings:
        spoken = None if setting.quote.inner.start in taken else spoken_between_marks(page, setting, cues)
        if spoken is not None and not (spoken.speaker is not None and spoken.speaker.is_own_voice):
            yield spoken
    for sentence in page.sentences:
        free = [cue for cue in cues[sentence.index] if (sentence.index, cue.verb) not in used]
        yield from spoken_around(sentence, free, cues[sentence.index])


def _reported(
    sentence: Sentence, cue: Cue, clause: Clause, settings: Sequence[Setting], taken: set[int]
) -> Iterator[Spoken]:
    """Give a clause of content, or the quotations that hold its verb."""
    speaker = speaker_of(sentence, cue, inverted=False)
    if speaker is not None and speaker.is_own_voice:
        return
    span = words_span(sentence, clause.first, clause.last)
    inside = [s for s in settings if s.before is sentence and span.start - 2 <= s.quote.outer.start < span.end]
    rule = f"{cue.way}, {clause.brought}"
    verb = clause_verb(sentence, clause)
    if any(s.quote.outer.start <= span.start or holds(s.quote.inner, sentence, verb) for s in inside):
        for setting in inside:
            quote = setting.quote.inner
            if setting is inside[0] or holds_finite(sentence, clause, quote):
                taken.add(quote.start)
                manner = Manner.DIRECT if setting.quote.outer.start <= span.start else Manner.MIXED
                yield Spoken(quote, (quote,), manner, cue_span(sentence, cue), speaker, setting.evidence, rule)
        return
    within = [s.quote for s in inside if s.quote.inner.end <= span.end]
    taken.update(quote.inner.start for quote in within)
    end = max([span.end, *(quote.outer.end for quote in within)])
    manner = Manner.MIXED if within else Manner.INDIRECT
    evidence = Span(sentence.start, sentence.end)
    quotes = tuple(quote.inner for quote in within)
    yield Spoken(Span(span.start, end), quotes, manner, cue_span(sentence, cue), speaker, evidence, rule)


def _named(text: str, found: Sequence[Spoken], names: Names | None) -> Iterator[Statement]:
    """Bring in the names; a quotation without a cue of its own has the speaker before it, or else the one behind it."""
    last: tuple[Mention, str] | None = None
    before: Spoken | None = None
    introduces = False
    for spoken, after in zip_longest(found, found[1:]):
        goes_on = before is not None and (introduces or _goes_on(text, before, spoken))
        introduces = not goes_on and after is not None and _introduces(text, before, spoken, after)
        mention = after.speaker if introduces and after is not None else spoken.speaker
        name = None if mention is None else _name(text, mention, names)
        if mention is None and spoken.carried and last is not None:
            mention, name = last
        elif mention is not None and mention.is_pronoun and last is not None and before is not None:
            near = "\n" not in text[before.content.end : spoken.content.start]
            name = last[1] if near or name is None else name
        if (
            mention is not None
            and names is not None
            and spoken.rule.startswith(Way.SHOW)
            and not _is_known(mention, names)
        ):
            continue
        if mention is not None and name is not None:
            last = (mention, name)
        yield _statement(replace(spoken, speaker=mention), name, goes_on=goes_on)
        before = spoken


def _is_known(mention: Mention, names: Names) -> bool:
    """Tell whether a mention is a person's or a body's; findings and events show much and say nothing."""
    return mention.is_pronoun or names.fullest(mention.start, mention.end) is not None


def _introduces(text: str, before: Spoken | None, spoken: Spoken, after: Spoken) -> bool:
    """Tell whether a quotation begins a paragraph of its own and the next one goes on with it and names the speaker."""
    if spoken.speaker is not None or not spoken.carried or after.speaker is None or not _adjoin(text, spoken, after):
        return False
    return before is None or "\n" in text[before.content.end : spoken.content.start]


def _goes_on(text: str, before: Spoken, spoken: Spoken) -> bool:
    """Tell whether two pieces are one quotation, broken by its cue or by the end of a paragraph."""
    if not before.quotes or not spoken.quotes or spoken.content.start < before.content.end:
        return False
    if spoken.cue is not None:
        return spoken.cue == before.cue
    return spoken.carried and _adjoin(text, before, spoken)


def _adjoin(text: str, before: Spoken, after: Spoken) -> bool:
    """Tell whether nothing but marks and white space stands between the sentences of two statements in marks."""
    between = text[max(before.evidence.end, before.content.end) : after.evidence.start]
    return bool(before.quotes and after.quotes) and not between.strip(_MARKS_AND_WHITE)


def _name(text: str, mention: Mention, names: Names | None) -> str | None:
    if names is None:
        return None if mention.is_pronoun else text[mention.start : mention.end]
    if mention.is_pronoun:
        return names.meant_by(mention.start, mention.end)
    return names.fullest(mention.start, mention.end) or text[mention.start : mention.end]


def _statement(spoken: Spoken, name: str | None, *, goes_on: bool) -> Statement:
    speaker = None if spoken.speaker is None else Span(spoken.speaker.start, spoken.speaker.end)
    return Statement(
        content=spoken.content,
        quotes=spoken.quotes,
        manner=spoken.manner,
        cue=spoken.cue,
        speaker=speaker,
        name=name,
        evidence=spoken.evidence,
        goes_on=goes_on,
        rule=spoken.rule,
    )
