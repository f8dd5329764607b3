"""Find reported words without marks around a cue that stands aside: “…, he said.”, “selon lui, …”."""

from collections.abc import Iterator, Sequence

from tenu.reading.quotations.cues import Cue, is_finite
from tenu.reading.quotations.page import Sentence
from tenu.reading.quotations.speakers import Mention, phrase_end, speaker_of
from tenu.reading.quotations.speech import Way
from tenu.reading.quotations.spoken import Spoken, cue_span, words_span
from tenu.record import Manner, Span

_SAYING = (Way.SAY, Way.THINK)
_FEWEST = 4
_LONGEST = 24


def spoken_around(sentence: Sentence, free: Sequence[Cue], cues: Sequence[Cue]) -> Iterator[Spoken]:
    """Give what a sentence says by a cue set aside by commas, or by “according to”; `free` are the cues still free."""
    for cue in free:
        if (
            cue.way in _SAYING
            and not cue.denied
            and not cue.passive
            and (spoken := _around_incise(sentence, cue, cues))
        ):
            yield spoken
            return
        if cue.way in _SAYING and not cue.denied and (spoken := _as_said(sentence, cue)):
            yield spoken
            return
    if spoken := _according(sentence):
        yield spoken


def incise_of(sentence: Sentence, cue: Cue) -> tuple[int, int, Mention] | None:
    """Give the words that a cue between commas fills with its subject, and the subject: “…, a précisé le chef,”."""
    tokens = sentence.tokens
    if not is_finite(sentence, cue):
        return None
    speaker = speaker_of(sentence, cue, inverted=_follows_comma(sentence, cue.first))
    if speaker is None or speaker.is_own_voice or speaker.sentence is not sentence:
        return None
    first, last = min(cue.first, speaker.first), max(cue.last, speaker.last)
    if not _follows_comma(sentence, first) or last - first > _LONGEST:
        return None
    if last < sentence.last and tokens[last + 1].upos in ("ADP", "ADV"):
        while last < sentence.last and tokens[last + 1].upos not in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"):
            last += 1
    if last < sentence.last and tokens[last + 1].text not in (",", "–", "—"):
        return None
    return (first, last, speaker) if last - first <= _LONGEST else None


def _around_incise(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Spoken | None:
    incise = incise_of(sentence, cue)
    if incise is None:
        return None
    first, last, speaker = incise
    begin = max((i + 1 for i in range(first) if sentence.quoted[i]), default=0)
    while begin < first and sentence.tokens[begin].upos in ("PUNCT", "CCONJ"):
        begin += 1
    stop = _stop(sentence, first, last, cues)
    if stop - begin + 1 < _FEWEST or not _has_finite(sentence, begin, stop, first, last):
        return None
    span = Span(sentence.start, sentence.end)
    return Spoken(
        words_span(sentence, begin, stop),
        (),
        Manner.INDIRECT,
        cue_span(sentence, cue),
        speaker,
        span,
        f"{cue.way}, aside",
    )


def _as_said(sentence: Sentence, cue: Cue) -> Spoken | None:
    """Read “As the minister said in Oslo, …”: the sentence behind the comma is what was said."""
    tokens = sentence.tokens
    if any(sentence.quoted) or sentence.forms[0] not in sentence.speech.words["as"] or not is_finite(sentence, cue):
        return None
    comma = next((i for i in range(cue.last + 1, min(cue.last + _LONGEST, sentence.last)) if tokens[i].text == ","), 0)
    before = any(tokens[c].relation == "nsubj" and c < cue.first for c in sentence.analysis.children(cue.verb))
    speaker = speaker_of(sentence, cue, inverted=not before)
    if not comma or speaker is None or speaker.is_own_voice or speaker.sentence is not sentence:
        return None
    if not 0 < speaker.first < comma or not _has_finite(sentence, comma + 1, sentence.last, 0, comma):
        return None
    content = words_span(sentence, comma + 1, sentence.last)
    span = Span(sentence.start, sentence.end)
    return Spoken(content, (), Manner.INDIRECT, cue_span(sentence, cue), speaker, span, "as said")


def _stop(sentence: Sentence, first: int, last: int, cues: Sequence[Cue]) -> int:
    """Give the last word of what is said: before the incise where it ends its clause, else beyond it."""
    before = first - 2
    if last >= sentence.last or any(sentence.quoted):
        return before
    after = next((cue.first for cue in cues if cue.first > last), len(sentence.tokens))
    complete = _has_finite(sentence, 0, before, first, last)
    goes_on = _has_finite(sentence, last + 1, sentence.last, first, last) and after > last + 4
    return sentence.last if goes_on or not complete else before


def _has_finite(sentence: Sentence, begin: int, stop: int, first: int, last: int) -> bool:
    """Tell whether a finite verb stands among some words, those of the incise left out."""
    return any(
        sentence.tokens[i].feats.get("VerbForm") == "Fin" for i in range(begin, stop + 1) if not first <= i <= last
    )


def _follows_comma(sentence: Sentence, first: int) -> bool:
    return first > 1 and sentence.tokens[first - 1].text in (",", "–", "—")


def according_at(sentence: Sentence, first: int, *, to_marks: bool = False) -> tuple[Mention, int] | None:
    """Give the speaker named by “according to X” at a word, and the word that ends the phrase."""
    forms = sentence.forms
    phrases = sentence.speech.according.get(forms[first], ())
    if to_marks and forms[first] in sentence.speech.words["according_to_marks"]:
        phrases = [*phrases, (forms[first],)]
    for phrase in phrases:
        if tuple(forms[first : first + len(phrase)]) == phrase and not sentence.quoted[first]:
            begin = first + len(phrase)
            end = phrase_end(sentence, begin)
            if end >= begin:
                return Mention(sentence, begin, end), end
    return None


def _according(sentence: Sentence) -> Spoken | None:
    """Read “according to X, …” and “…, according to X.”."""
    tokens = sentence.tokens
    if any(sentence.quoted) or not sentence.is_readable:
        return None
    for i in range(len(tokens) - 1):
        found = according_at(sentence, i)
        if found is None:
            continue
        speaker, end = found
        if i == 0 and end + 1 < len(tokens) and tokens[end + 1].text == "," and sentence.last > end + 2:
            content = words_span(sentence, _past_apposition(sentence, end + 2), sentence.last)
        elif end >= sentence.last and i > _FEWEST and tokens[i - 1].text == ",":
            content = words_span(sentence, 0, i - 2)
        else:
            continue
        cue = words_span(sentence, i, speaker.first - 1)
        return Spoken(content, (), Manner.INDIRECT, cue, speaker, Span(sentence.start, sentence.end), "according")
    return None


def _past_apposition(sentence: Sentence, first: int) -> int:
    """Skip “, head of the mission,” after the speaker: a noun without an article, up to the next comma."""
    tokens = sentence.tokens
    if tokens[first].upos in ("NOUN", "PROPN"):
        for i in range(first + 1, sentence.last - 1):
            if tokens[i].upos in ("VERB", "AUX"):
                break
            if tokens[i].text == ",":
                return i + 1
    return first
