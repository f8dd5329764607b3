"""Lay the frames over a sentence: each word that a frame knows, with its arguments, may make a candidate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.arguments import arguments
from tenu.reading.frames.filling import Filling
from tenu.reading.frames.forms import is_passive, is_verb
from tenu.reading.frames.frame import Frame, Lexicon, WordClass
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.judge import Judge
from tenu.reading.frames.mood import Stance, governing_verb, stance, stance_of_noun
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.frames.prepositions import preposition
from tenu.record import Kind, Role

_PRONOUN = ("expl", "obj", "iobj")  # parsers differ on what “se” is in *se réunir*
_BOUND = frozenset({"expl:pv", "expl:comp"})
_NAMED_BY_THEIR_NOUN = frozenset({Kind.ACTIVITY, Kind.AGREEMENT, Kind.NEED, Kind.DECISION})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a frame found: token indices of a sentence for each part; nothing is resolved yet."""

    frame: Frame
    kind: Kind
    stance: Stance
    trigger: int
    clause: int
    actors: tuple[tuple[Role, int], ...] = ()
    items: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    occasions: tuple[int, ...] = ()  # nouns of what takes place: took part in *the conference*
    alone: int | None = None  # whom this meeting is with, where the sentence tells of several
    carried: bool = True  # by a verb; else a noun tells it by itself


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A frame whose word stands in the sentence, and the part that it looked for in vain."""

    frame: Frame
    trigger: int
    missing: str


@dataclass(frozen=True, slots=True)
class _Trigger:
    """What sets a frame off at a word: the further words that stand on it, and whether a reflexive pronoun does."""

    frame: Frame
    rest: tuple[str, ...]
    reflexive: bool


class Frames:
    """The frames of one language, found by their words."""

    def __init__(
        self, frames: Iterable[Frame], lexicon: Lexicon, grammar: Grammar, opened: Iterable[Frame] = ()
    ) -> None:
        """Index the frames by the first word of what sets them off; `opened` are those that any word may set off."""
        self.lexicon, self.grammar = lexicon, grammar
        self._opened = {(kind, frame.word_class): frame for frame in opened for kind in frame.kinds.values()}
        self._triggers: dict[str, list[_Trigger]] = {}
        for frame in sorted(frames, key=lambda frame: list(WordClass).index(frame.word_class)):
            for phrase in frame.words:
                words = phrase.split()
                reflexive = words[0] in grammar.reflexive
                first, *rest = words[1:] if reflexive else words
                self._triggers.setdefault(first, []).append(_Trigger(frame, tuple(rest), reflexive))

    def candidates(self, analysis: Analysis, judge: Judge, misses: list[NearMiss] | None = None) -> list[Candidate]:
        """Give the candidates of one sentence in the order of their words, and put near misses into `misses`."""
        found: list[Candidate] = []
        for token in analysis.tokens:
            triggers = self._triggers.get(token.lemma.lower())
            if triggers is None:
                continue
            best: dict[Kind, Candidate] = {}
            for frame, reflexive in self._set_off(analysis, token, triggers):
                one = self._lay(analysis, token.i, frame, reflexive, judge, misses)
                if one and (one.kind not in best or frame.rank > best[one.kind].frame.rank):
                    best[one.kind] = one
            found.extend(best.values())
        return found

    @property
    def opens(self) -> set[tuple[Kind, WordClass]]:
        """The kinds that can be read without a frame that knows the word, by verbs and by nouns."""
        return set(self._opened)

    def open(self, analysis: Analysis, i: int, kind: Kind, judge: Judge) -> Candidate | None:
        """Read a word for a kind of claim that it is held to tell, though no frame knows it."""
        token = analysis.tokens[i]
        word_class = WordClass.VERBS if is_verb(token) or token.upos == "ADJ" else WordClass.NOUNS
        return self._lay(analysis, i, self._opened[kind, word_class], False, judge, None)

    def _set_off(self, analysis: Analysis, token: Token, triggers: list[_Trigger]) -> Iterator[tuple[Frame, bool]]:
        """Give the frames whose words stand at this token, and whether with a reflexive pronoun.

        The pronoun is asked for where the phrase has it; elsewhere it may stand only for a passive (*se tiendra*).
        """
        classes = set(_classes(analysis, token))
        if not classes:
            return
        around = _around(analysis, token.i)
        words = {word for c in around for word in (c.lemma.lower(), c.text.lower())}
        pronouns = [c for c in around if c.deprel.startswith(_PRONOUN) and c.lemma in self.grammar.reflexive]
        bound = any(c.deprel in _BOUND for c in pronouns)
        for one in triggers:
            if one.frame.word_class not in classes or not words.issuperset(one.rest):
                continue
            if one.frame.word_class is not WordClass.VERBS or (pronouns if one.reflexive else not bound):
                yield one.frame, one.reflexive

    def _lay(
        self,
        analysis: Analysis,
        i: int,
        frame: Frame,
        reflexive: bool,
        judge: Judge,
        misses: list[NearMiss] | None,
    ) -> Candidate | None:
        own = arguments(analysis, i, self.grammar, reflexive=reflexive)
        filling = Filling(analysis, self.lexicon, self.grammar, judge)
        noun = i if frame.word_class is WordClass.NOUNS else None
        if (missing := filling.lacks(frame, own, noun)) is not None:
            _note(misses, frame, i, missing)
            return None
        filling.fill(frame.slots, own, frame.inner, noun)
        if filling.missing:
            _note(misses, frame, i, filling.missing[0])
            return None
        clause, carried = i, False
        if frame.word_class is WordClass.NOUNS:
            verb = self._carrier(analysis, i, frame)
            if verb is not None:
                carried, clause = True, verb
                self._add_carried(analysis, verb, i, frame, filling)
            else:
                clause = governing_verb(analysis, i) or i
            filling.add_attribute(i, frame, own)
        if frame.carried and not carried and not frame.bare:
            filling.missing.append(f"a verb of {frame.carried}")
        if frame.actor and not filling.actors:
            filling.missing.append("an actor")
        if filling.missing:
            _note(misses, frame, i, filling.missing[0])
            return None
        if frame.word_class is WordClass.NOUNS:
            how = stance_of_noun(analysis, i, clause, self.lexicon, carried=carried)
        else:
            how = stance(analysis, clause, self.lexicon)
        kind = frame.kinds.get(how.deed)
        if kind is None:
            return None
        if frame.word_class is WordClass.NOUNS and kind is Kind.MEETING and self._within_another(analysis, i):
            return None
        if frame.word_class is WordClass.NOUNS and kind in _NAMED_BY_THEIR_NOUN and not filling.items:
            filling.items.append(i)
        return Candidate(
            frame,
            kind,
            how,
            i,
            clause,
            tuple(filling.actors),
            tuple(filling.items),
            tuple(filling.places),
            tuple(filling.occasions),
            carried=carried or frame.word_class is not WordClass.NOUNS,
        )

    def _within_another(self, analysis: Analysis, i: int) -> bool:
        """Tell whether a meeting only says what another is for: the *forum* for the dialogue with Norway."""
        token = analysis.tokens[i]
        head = analysis.tokens[token.head].lemma.lower()
        aside = token.deprel.startswith("nmod") and preposition(analysis, i, self.grammar) not in self.grammar.genitive
        return aside and head in self.lexicon.nouns["meeting"] - self.grammar.hulls

    def _carrier(self, analysis: Analysis, i: int, frame: Frame) -> int | None:
        """Find the verb that carries a noun, where the frame's table knows it: *tenir* une réunion."""
        if frame.carried is None:
            return None
        token = self._outermost(analysis, i)
        head = analysis.tokens[token.head]
        argument = token.deprel.startswith(("obj", "nsubj", "xcomp", "iobj")) or (
            token.deprel.startswith("obl") and preposition(analysis, token.i, self.grammar) in self.grammar.locative
        )
        if argument and head.upos in VERBAL and self._carries(analysis, head.i, frame.carried, token.deprel == "nsubj"):
            return head.i
        below = [
            c for c in analysis.children(i) if analysis.tokens[c].deprel.startswith("acl")
        ]  # a meeting held in Bern
        return next((c for c in below if self._carries(analysis, c, frame.carried, self._relates(analysis, c))), None)

    def _relates(self, analysis: Analysis, verb: int) -> bool:
        """Tell whether the noun that a clause describes is its subject: the assembly, *which* has its seat in Bern."""
        subjects = [analysis.tokens[c] for c in analysis.children(verb) if analysis.tokens[c].deprel == "nsubj"]
        return any(token.text.lower() in self.grammar.relative for token in subjects)

    def _outermost(self, analysis: Analysis, i: int) -> Token:
        """Climb from a noun over coordination and words such as *series of* to the one that hangs on the verb."""
        token = analysis.tokens[i]
        while token.deprel.startswith("conj") and token.head != token.i:
            token = analysis.tokens[token.head]
        head = analysis.tokens[token.head]
        return head if head.upos == "NOUN" and head.lemma.lower() in self.grammar.hulls else token

    def _carries(self, analysis: Analysis, verb: int, table: str, as_subject: bool = False) -> bool:
        """Tell whether a table knows a verb; the noun itself is the subject only of verbs that tell of no actor."""
        known = self.lexicon.carriers[table]
        found = [name for name in self._names_of(analysis, verb) if name in known]
        if not found or not as_subject or known[found[0]] is None:
            return bool(found)
        return any(analysis.tokens[c].deprel in {"obj", "aux:pass"} for c in analysis.children(verb)) and (
            f"{found[0]} {self._object_word(analysis, verb)}" in known
        )

    def _object_word(self, analysis: Analysis, verb: int) -> str:
        objects = [c for c in analysis.children(verb) if analysis.tokens[c].deprel == "obj"]
        return analysis.tokens[objects[0]].lemma.lower() if objects else ""

    def _names_of(self, analysis: Analysis, verb: int) -> tuple[str, ...]:
        """Give what a verb may be listed as: with its reflexive pronoun first, where it has one."""
        lemma = analysis.tokens[verb].lemma.lower()
        pronoun = any(analysis.tokens[c].lemma in self.grammar.reflexive for c in analysis.children(verb))
        return (f"se {lemma}", lemma) if pronoun else (lemma,)

    def _add_carried(self, analysis: Analysis, verb: int, noun: int, frame: Frame, filling: "Filling") -> None:
        table = self.lexicon.carriers[frame.carried or ""]
        role = next((table[name] for name in self._names_of(analysis, verb) if name in table), None)
        outer = arguments(analysis, verb, self.grammar)
        if role is Role.PARTICIPANT and self._holds(analysis, verb):
            role = Role.HOST
        if role is not None:
            filling.actors.extend(
                (role, head)
                for head in outer.subject
                if head != noun and filling.may_act(head) and head not in filling.taken
            )
        for place in frame.slots:
            heads = [h for word in place.words for h in outer.oblique.get(word, ()) if h != noun]
            filling.take(place.slot, heads)

    def _holds(self, analysis: Analysis, verb: int) -> bool:
        """Tell whether a meeting is *held by* those who act, who then are its hosts; others attend it."""
        return is_passive(analysis, verb) and analysis.tokens[verb].lemma in self.lexicon.moods["held"]


def _note(misses: list[NearMiss] | None, frame: Frame, trigger: int, missing: str) -> None:
    if misses is not None:
        misses.append(NearMiss(frame, trigger, missing))


def _around(analysis: Analysis, i: int) -> list[Token]:
    """Give the words that hang on a word, without its subject, and what stands in one fixed phrase with them."""
    children = [analysis.tokens[c] for c in analysis.children(i) if analysis.tokens[c].deprel != "nsubj"]
    fixed = [analysis.tokens[f] for c in children for f in analysis.children(c.i)]
    return children + [token for token in fixed if token.deprel == "fixed"]


def _classes(analysis: Analysis, token: Token) -> Iterator[WordClass]:
    """Tell which tables a token is looked up in; a participle may stand as a verb or, after *be*, as an adjective."""
    verbal = token.feats.get("VerbForm")
    if token.upos in VERBAL or verbal in {"Part", "Inf", "Ger"}:
        yield WordClass.VERBS
    if token.upos in {"NOUN", "PROPN"}:
        yield WordClass.NOUNS
    if (token.upos == "ADJ" or verbal == "Part") and _describes(analysis, token):
        yield WordClass.ADJECTIVES


def _describes(analysis: Analysis, token: Token) -> bool:
    """Tell whether an adjective says something of a noun: as predicate (*is ready*) or beside it."""
    predicate = any(analysis.tokens[c].deprel.startswith(("cop", "aux:pass")) for c in analysis.children(token.i))
    return predicate or token.deprel in {"amod", "acl", "xcomp", "acl:relcl"}
