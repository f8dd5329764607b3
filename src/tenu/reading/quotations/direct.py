"""Tell for what stands between marks whether it is somebody's words, and whose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tenu.reading.quotations.cues import Cue, any_verb_at
from tenu.reading.quotations.incises import according_at, incise_of
from tenu.reading.quotations.marks import Quoted
from tenu.reading.quotations.page import Page, Sentence
from tenu.reading.quotations.speakers import Mention, phrase_end, speaker_of
from tenu.reading.quotations.speech import Way
from tenu.reading.quotations.spoken import Spoken, cue_span
from tenu.record import Manner, Span

_ENDS = ",.?!…—–"
_FEWEST_WORDS = 3
_FEWEST_CARRIED = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """A quotation with what stands around it in its sentences, up to the quotations beside it.

    In `before`, the words from `left` up to `opening` (not with it) stand before the opening mark; in `after`, those
    from `closing` up to `right` (not with it) behind the closing one.
    """

    quote: Quoted
    before: Sentence
    left: int
    opening: int
    after: Sentence
    closing: int
    right: int

    @property
    def evidence(self) -> Span:
        """The whole sentence, or all of them."""
        return Span(min(self.before.start, self.quote.outer.start), max(self.after.end, self.quote.outer.end))

    @property
    def stands_alone(self) -> bool:
        """Tell whether the quotation makes up its sentences."""
        return self.is_first and not any(t.upos != "PUNCT" for t in self.after.tokens[self.closing : self.right])

    @property
    def is_first(self) -> bool:
        """Tell whether nothing but punctuation stands before the quotation in its sentence."""
        return not any(token.upos != "PUNCT" for token in self.before.tokens[self.left : self.opening])


def settings_of(page: Page) -> list[Setting]:
    """Lay out each quotation with its surroundings; one that no sentence holds is left out."""
    settings = []
    for i, quote in enumerate(page.quotes):
        before, after = page.sentence_at(quote.outer.start), page.sentence_at(quote.outer.end - 1)
        if before is None or after is None or before.end <= quote.outer.start:
            continue
        if not before.is_readable or not after.is_readable:
            continue
        left, opening = 0, before.index_at(quote.outer.start)
        closing, right = after.index_at(quote.outer.end), len(after.tokens)
        if i and page.quotes[i - 1].outer.end > before.start:
            left = min(opening, before.index_at(page.quotes[i - 1].outer.end))
        if i + 1 < len(page.quotes) and page.quotes[i + 1].outer.start < after.end:
            right = max(closing, after.index_at(page.quotes[i + 1].outer.start))
        settings.append(Setting(quote, before, left, opening, after, closing, right))
    return settings


def spoken_between_marks(page: Page, setting: Setting, cues: Mapping[int, Sequence[Cue]]) -> Spoken | None:
    """Read one quotation; None where nobody is said to have said it."""
    clause = _is_clause(page, setting)
    found = _cue_after(page, setting, cues[setting.after.index], clause)
    found = found or _cue_before(setting, cues[setting.before.index], clause)
    found = found or _cue_on_line_before(page, setting, cues)
    if found is None:
        return _without_cue(page, setting, clause)
    sentence, cue, speaker, rule = found
    quote = setting.quote
    said = rule in ("colon", "comma") or (rule == "after" and setting.is_first)
    close = cue is not None and cue.last == setting.opening - 1 and sentence is setting.before
    whole = clause or ((said or close) and _last_sign(page, setting) in _ENDS)
    manner = Manner.DIRECT if whole and (setting.is_first or said) else Manner.MIXED
    if not whole and (_is_title(page, setting) or _words(page, setting) < _FEWEST_WORDS):
        return None
    span = cue_span(sentence, cue) if cue is not None else None
    return Spoken(quote.inner, (quote.inner,), manner, span, speaker, setting.evidence, f"marks, cue {rule}")


_Found = tuple[Sentence, Cue | None, Mention | None, str]


def _cue_after(page: Page, setting: Setting, cues: Sequence[Cue], clause: bool) -> _Found | None:
    """Read “…”, said X / “…”, he said / « … », a déclaré X / “…,” according to X."""
    sentence, at, right = setting.after, setting.closing, setting.right
    tokens = sentence.tokens
    comma = _last_sign(page, setting) in _ENDS
    while at < right and tokens[at].upos == "PUNCT":
        if tokens[at].text in (".", ";", ":", "?", "!"):
            return None
        comma = comma or tokens[at].text in (",", "–", "—", "-")
        at += 1
    if at >= right or not (comma or clause):
        return None
    if sentence.forms[at] in sentence.speech.words["joining"]:
        return _cue_at_end(setting, cues)
    if comma and clause and (named := according_at(sentence, at)):
        return sentence, None, named[0], "after"
    cue = next((cue for cue in cues if cue.first >= at or cue.first <= at <= cue.verb), None)
    found = None if cue is None or cue.verb >= right else _with_subject(sentence, at, cue, comma=comma)
    if found is None and comma and clause and (verb := any_verb_at(sentence, at, right)):
        found = _with_subject(sentence, at, verb, comma=comma)
    return found


def _with_subject(sentence: Sentence, at: int, cue: Cue, *, comma: bool) -> _Found | None:
    """Take a cue after the closing mark where nothing stands before it, or its subject alone."""
    between = sentence.tokens[at : cue.first]
    if all(token.upos == "ADV" for token in between):
        return sentence, cue, speaker_of(sentence, cue, inverted=True), "after"
    if not comma or sentence.tokens[at].upos == "ADP" or not _is_subject(sentence, at, cue.first):
        return None
    return sentence, cue, _named_before(sentence, at, cue) or speaker_of(sentence, cue, inverted=False), "after"


def _is_subject(sentence: Sentence, first: int, after: int) -> bool:
    """Tell whether some words may be a subject alone: no clause stands in them but a relative one between commas."""
    relative = False
    for i in range(first, after):
        token = sentence.tokens[i]
        if token.text in (":", ";"):
            return False
        relative = (relative or token.feats.get("PronType") == "Rel") and token.text != ","
        if token.feats.get("VerbForm") in ("Fin", "Inf") and not relative:
            return False
    return True


def _named_before(sentence: Sentence, first: int, cue: Cue) -> Mention | None:
    """Give the speaker who stands between the closing mark and the verb: “…,” the envoy’s office said."""
    last = cue.first - 1
    while last > first and sentence.tokens[last].upos in ("ADV", "PUNCT"):
        last -= 1
    relative = next((i for i in range(first, last) if sentence.tokens[i].feats.get("PronType") == "Rel"), last + 1)
    last = min(last, relative - 1)
    while last > first and sentence.tokens[last].upos in ("PUNCT", "ADP"):
        last -= 1
    named = any(token.upos in ("PROPN", "NOUN", "PRON") for token in sentence.tokens[first : last + 1])
    return Mention(sentence, first, last) if named else None


def _cue_at_end(setting: Setting, cues: Sequence[Cue]) -> _Found | None:
    """Read « … », et …, a précisé X."""
    sentence = setting.after
    for cue in cues:
        if cue.first >= setting.closing and setting.is_first:
            incise = incise_of(sentence, cue)
            if incise is not None and incise[1] >= sentence.last:
                return sentence, cue, incise[2], "after"
    return None


def _cue_before(setting: Setting, cues: Sequence[Cue], clause: bool) -> _Found | None:
    """Read X said: “…” / X said, “…” / X a salué « … »."""
    sentence, left, opening = setting.before, setting.left, setting.opening
    if opening <= left:
        return None
    tokens = sentence.tokens
    before = [cue for cue in cues if cue.last < opening and cue.verb >= left]
    last = tokens[opening - 1].text
    if not before and last == ":" and clause and (verb := any_verb_at(sentence, left, opening)):
        before = [verb]
    if not before:
        return None
    if last == ":":
        finite = [cue for cue in before if cue.way in (Way.SAY, Way.VOICE, Way.THINK)]
        cue = (finite or before)[-1]
        return sentence, cue, speaker_of(sentence, cue, inverted=False), "colon"
    cue = before[-1]
    between = tokens[cue.last + 1 : opening]
    if (
        last == ","
        and clause
        and not any(token.upos in ("VERB", "AUX") and token.relation != "acl" for token in between)
    ):
        return sentence, cue, _speaker_before(sentence, left, opening, cue), "comma"
    if any(token.upos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin" for token in between):
        return None
    if not clause and (cue.way is Way.CALL or tokens[opening - 1].upos in ("NOUN", "PROPN")):
        return None
    return sentence, cue, speaker_of(sentence, cue, inverted=False), "before"


def _cue_on_line_before(page: Page, setting: Setting, cues: Mapping[int, Sequence[Cue]]) -> _Found | None:
    """Read a quotation in a paragraph of its own after “The minister added:”."""
    if not setting.is_first or setting.left or not setting.before.index:
        return None
    sentence = page.sentences[setting.before.index - 1]
    if not sentence.tokens or sentence.tokens[-1].text != ":":
        return None
    for cue in reversed(cues[sentence.index]):
        if cue.way in (Way.SAY, Way.VOICE, Way.THINK):
            return sentence, cue, speaker_of(sentence, cue, inverted=False), "colon"
    verb = any_verb_at(sentence, 0, len(sentence.tokens))
    if verb is not None:
        return sentence, verb, speaker_of(sentence, verb, inverted=False), "colon"
    end = phrase_end(sentence, 0)
    return (sentence, None, Mention(sentence, 0, end), "colon") if end == len(sentence.tokens) - 2 else None


def _speaker_before(sentence: Sentence, left: int, opening: int, cue: Cue) -> Mention | None:
    """Give the speaker of “…, he said, “…”, or of “said the envoy, “…””."""
    after = phrase_end(sentence, cue.last + 1)
    inverted = cue.first - left <= 1 and left > 0 and cue.last < after == opening - 2
    return speaker_of(sentence, cue, inverted=inverted)


def _without_cue(page: Page, setting: Setting, clause: bool) -> Spoken | None:
    """Read “M. X : « … »”, “selon lui, « … »”, and a quotation that stands alone after another statement."""
    sentence, left, opening = setting.before, setting.left, setting.opening
    inner = setting.quote.inner
    for i in range(left, opening) if clause else ():
        found = according_at(sentence, i, to_marks=True)
        if found is not None and all(token.upos == "PUNCT" for token in sentence.tokens[found[1] + 1 : opening]):
            return Spoken(inner, (inner,), Manner.DIRECT, None, found[0], setting.evidence, "marks, according")
    if clause and opening > left + 1 and sentence.tokens[opening - 1].text == ":":
        end = phrase_end(sentence, left)
        speaker = Mention(sentence, left, end) if left <= end == opening - 2 else None
        return Spoken(
            inner, (inner,), Manner.DIRECT, None, speaker, setting.evidence, "marks, colon", carried=speaker is None
        )
    if clause and setting.stands_alone and setting.quote.closed and _words(page, setting) >= _FEWEST_CARRIED:
        return Spoken(inner, (inner,), Manner.DIRECT, None, None, setting.evidence, "marks alone", carried=True)
    return None


def _is_clause(page: Page, setting: Setting) -> bool:
    """Tell whether a whole clause or more stands between the marks: a finite verb, or an imperative."""
    inner = setting.quote.inner
    for index in range(setting.before.index, setting.after.index + 1):
        for token in page.sentences[index].analysis.within(inner.start, inner.end):
            if token.feats.get("VerbForm") == "Fin" or (token.upos == "VERB" and token.feats.get("Mood") == "Imp"):
                return True
    return False


def _last_sign(page: Page, setting: Setting) -> str:
    """Give the last sign within the marks that is no mark itself."""
    return page.text[setting.quote.inner.start : setting.quote.inner.end].rstrip("'’”\"»")[-1:]


def _words(page: Page, setting: Setting) -> int:
    return len(page.text[setting.quote.inner.start : setting.quote.inner.end].split())


def _is_title(page: Page, setting: Setting) -> bool:
    """Tell whether a title or a name stands between the marks: after “programme”, or all in capitals."""
    sentence, opening = setting.before, setting.opening
    if opening > setting.left and sentence.forms[opening - 1] in sentence.speech.words["titles"]:
        return True
    words = page.text[setting.quote.inner.start : setting.quote.inner.end].split()
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() or not word[0].isalpha() for word in long)
