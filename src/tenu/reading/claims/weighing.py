"""What a sentence's words say to what its frames found: likely claims step forward, unlikely ones step back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.proposing import draft_of, propose
from tenu.reading.claims.sentence import Sentence
from tenu.reading.claims.who import Who
from tenu.reading.frames.matching import NearMiss
from tenu.reading.language import Language
from tenu.reading.telling import Setting, of_word, signs
from tenu.record import Item, Kind

LIKELY = 0.33
"""From which likelihood on a sentence tells a claim: half the best F1 in sight makes F1 best (Lipton et al. 2014)."""
UNLIKELY = 0.18
"""Below which likelihood what a frame found only supports other claims; lower, since a frame asks for its parts."""
HARDLY = 0.03
"""The same for a claim that says who, and when or how much."""
SPEAKS = 0.3
"""What a word has to say for a kind, in log-odds, to be read for it without a frame."""
COMMON = frozenset({Kind.MEETING, Kind.DECISION, Kind.ACTIVITY, Kind.AGREEMENT})
"""Kinds of which the weights saw hundreds in both languages; of others they know too little to speak against a frame.

Promises are left out though English ones are many: they are what a record is kept for, and a person can refuse one.
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The drafts of a sentence, with the signs that were weighed and how likely each kind of claim is."""

    drafts: tuple[Draft, ...]
    misses: tuple[NearMiss, ...]
    signs: frozenset[str]
    likelihoods: Mapping[Kind, float]


@dataclass(slots=True)
class Weighing:
    """The sentences of one document, taken in order; `told` are the kinds of claims that frames found so far."""

    who: Who
    count: int
    published: str | None
    told: set[Kind] = field(default_factory=set)

    def weigh(self, sentence: Sentence, language: Language) -> Weighed:
        """Give the drafts of the next sentence: those of its frames, and those that its words make likely."""
        misses: list[NearMiss] = []
        drafts = propose(sentence, language, self.who, self.published, misses)
        tell = {draft.kind for draft in drafts if not draft.weak}
        support = {draft.kind for draft in drafts} - tell
        found = self._signs(sentence, language, tell, support, misses)
        likelihoods = language.weights.likelihoods(found)
        again = {Kind.MEETING} & self.told  # a likely meeting behind another one is most often the same
        if Kind.AGREEMENT in tell:
            again |= {Kind.DECISION}  # ministers who adopt a declaration agree, and decide nothing
        self.told |= tell
        for draft in drafts:
            draft.weak = draft.weak or _is_unlikely(draft, likelihoods[draft.kind])
        for kind, likelihood in likelihoods.items():
            if likelihood >= LIKELY and kind not in tell | again:
                drafts = self._with(kind, drafts, sentence, language)
        return Weighed(tuple(drafts), tuple(misses), found, likelihoods)

    def _signs(
        self, sentence: Sentence, language: Language, tell: set[Kind], support: set[Kind], misses: list[NearMiss]
    ) -> frozenset[str]:
        setting = Setting(
            title=sentence.title,
            order=sentence.order,
            count=self.count,
            tell=tell,
            support=support,
            nearly={kind for miss in misses for kind in miss.frame.kinds.values()} - tell,
            before=self.told,
            mentions={mention.kind for mention in self.who.mentions(sentence.analysis)},
            timed=bool(sentence.times),
            counted=bool(sentence.amounts),
        )
        return signs(sentence.analysis, setting, language.lexicon, self.who)

    def _with(self, kind: Kind, drafts: list[Draft], sentence: Sentence, language: Language) -> list[Draft]:
        """Let the fullest weak draft of a kind tell it, or read the word that speaks most for it."""
        fullest = max((draft for draft in drafts if draft.kind is kind), key=lambda draft: draft.weight, default=None)
        if fullest is not None:
            fullest.weak = _is_habit(fullest)
            return drafts
        analysis = sentence.analysis
        heads = [token.i for token in analysis.tokens if token.upos == "VERB" or token.i == analysis.root]
        worth = {i: language.weights.worth(kind, of_word(analysis, i, self.who)) for i in heads}
        telling = max(heads, key=lambda i: worth[i])
        if worth[telling] < SPEAKS:
            return drafts
        candidate = language.frames.open(analysis, telling, kind, self.who)
        if candidate is None or not (candidate.actors or candidate.items):
            return drafts
        return [*drafts, draft_of(candidate, sentence, language, self.who, self.published)]


def _is_unlikely(draft: Draft, likelihood: float) -> bool:
    """Tell whether words speak against a draft; one that says who, and when or how much, is believed more readily."""
    exact = bool(draft.actors) and (draft.when is not None or any(_is_counted(item) for item in draft.items))
    return draft.kind in COMMON and likelihood < (HARDLY if exact else UNLIKELY)


def _is_counted(item: Item) -> bool:
    return item.amount is not None or item.quantity is not None


def _is_habit(draft: Draft) -> bool:
    """Tell whether a meeting is told of as usual: they have met *since 2006*, they meet *every year*."""
    return draft.kind is Kind.MEETING and draft.when is None and (draft.since or draft.recurs is not None)
