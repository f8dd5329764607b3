"""How a clause gives what it tells: done, going on, to come, undertaken, hoped for; and whether it denies it."""

from dataclasses import dataclass, replace

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.frame import Lexicon, Mood
from tenu.reading.frames.phrases import VERBAL

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Stance:
    """The mood of a verb's clause, whether it is negated, whether it tells of something that only goes on.

    A `state` is told by a participle alone: a project *led by* the agency. What is `announced` is what somebody says
    that he does: “we *announce* that we are providing …”.
    """

    mood: Mood
    denied: bool = False
    lasting: bool = False
    state: bool = False
    announced: bool = False

    @property
    def deed(self) -> Mood:
        """The mood that tells what kind of deed it is: who announces that he gives undertakes to give."""
        return Mood.UNDERTAKEN if self.announced and self.mood is Mood.PRESENT else self.mood


def stance(analysis: Analysis, i: int, lexicon: Lexicon) -> Stance:
    """Tell the stance of the verb at `i`, through its auxiliaries and the verbs that govern it."""
    told = _told(analysis, i, lexicon)
    return Stance(
        told.mood,
        told.denied,
        lasting=_lasting(analysis, i, lexicon),
        state=_is_state(analysis, i, lexicon),
        announced=_announced(analysis, i, lexicon),
    )


def stance_of_noun(analysis: Analysis, noun: int, clause: int, lexicon: Lexicon, *, carried: bool) -> Stance:
    """Tell the stance of a noun that a verb carries (*held* a meeting) or that stands in the clause of `clause`.

    What is planned is to come: “a visit *is scheduled*”, “talks are on the *agenda*”.
    """
    told = stance(analysis, clause, lexicon)
    planned = (
        {analysis.tokens[clause].lemma.lower()} if carried else {analysis.tokens[analysis.tokens[noun].head].lemma}
    )
    if planned & lexicon.moods["planning"] and told.mood in {Mood.PAST, Mood.PRESENT}:
        return replace(told, mood=Mood.FUTURE)
    beside = not carried and analysis.tokens[noun].deprel.startswith(("obl", "nmod"))
    return replace(told, denied=False) if beside else told


def _is_state(analysis: Analysis, i: int, lexicon: Lexicon) -> bool:
    token = analysis.tokens[i]
    alone = not any(analysis.tokens[c].deprel.startswith("aux") for c in analysis.children(i))
    describes = token.feats.get("VerbForm") == "Part" and token.deprel in {"acl", "amod"} and alone
    return describes and token.lemma.lower() not in lexicon.moods["ending"]


def _announced(analysis: Analysis, i: int, lexicon: Lexicon) -> bool:
    token = analysis.tokens[i]
    said = token.deprel.startswith(("ccomp", "parataxis")) and token.head < i
    return said and analysis.tokens[token.head].lemma in lexicon.moods["announcing"]


def _lasting(analysis: Analysis, i: int, lexicon: Lexicon) -> bool:
    """Tell whether the verb, or the one right above it, says that something goes on: *will continue to* lead."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head] if token.deprel.startswith("xcomp") else token
    words = {
        token.lemma.lower(),
        above.lemma.lower(),
        *(analysis.tokens[c].lemma.lower() for c in analysis.children(i)),
    }
    return bool(words & lexicon.moods["continuing"])


def _told(analysis: Analysis, i: int, lexicon: Lexicon) -> Stance:
    denied, climbed = False, i
    for _ in range(_DEEPEST):
        denied = denied or _negated(analysis, climbed, lexicon)
        if _conditional(analysis, climbed, lexicon):
            return Stance(Mood.WISHED, denied)
        own = _own_mood(analysis, climbed, lexicon)
        if own is not None:
            return Stance(_as_reported(analysis, climbed, own, lexicon), denied)
        token = analysis.tokens[climbed]
        above = token.head
        if above == climbed:
            return Stance(Mood.PRESENT, denied)
        if token.deprel.startswith("conj") and _same_form(token, analysis.tokens[above]):
            climbed = above
            continue
        governed = _governed(analysis, climbed, above, lexicon)
        if governed is not None:
            return Stance(governed, denied or _refused(analysis, above, lexicon))
        if token.deprel.startswith("advcl") and analysis.tokens[above].lemma in lexicon.moods["seizing"]:
            climbed = above  # “took the occasion to announce” has announced
            continue
        if token.deprel.startswith(("advcl", "acl", "obl", "nmod")) and not _follows(analysis, climbed):
            return Stance(Mood.WISHED if token.feats.get("VerbForm") == "Inf" else Mood.PRESENT, denied)
        climbed = above
    return Stance(Mood.PRESENT, denied)


def governing_verb(analysis: Analysis, i: int) -> int | None:
    """Give the nearest verb above a noun, or None where no verb carries it."""
    for _ in range(_DEEPEST):
        head = analysis.tokens[i].head
        if head == i:
            return None
        if analysis.tokens[head].upos in VERBAL:
            return head
        i = head
    return None


def _own_mood(analysis: Analysis, i: int, lexicon: Lexicon) -> Mood | None:
    """Read the mood off the verb and its auxiliaries; None for an infinitive, which its governor decides."""
    token = analysis.tokens[i]
    helpers = [analysis.tokens[c] for c in analysis.children(i) if analysis.tokens[c].deprel.startswith(("aux", "cop"))]
    words = {helper.lemma for helper in helpers} | {helper.text.lower() for helper in helpers}
    if words & lexicon.moods["future_auxiliaries"]:
        return Mood.FUTURE
    if words & lexicon.moods["wishing_auxiliaries"]:
        return Mood.WISHED
    for helper in helpers:
        found = _by_form(helper)
        if found in {Mood.FUTURE, Mood.WISHED}:
            return found
    perfect = any(
        helper.lemma in lexicon.moods["perfect_auxiliaries"] and helper.deprel != "aux:pass" for helper in helpers
    )
    form = token.feats.get("VerbForm")
    if perfect and _progressive(token):  # “has been providing”
        return Mood.PRESENT
    if perfect and form == "Part":
        return Mood.PAST
    if form == "Inf" and any(_by_form(h) is Mood.PRESENT and h.lemma in lexicon.moods["bound"] for h in helpers):
        return Mood.FUTURE  # “is to meet”
    finite = [helper for helper in helpers if helper.feats.get("VerbForm") == "Fin"]
    if finite:
        return _by_form(finite[0])
    if form == "Fin":
        return _by_form(token)
    if form == "Part" and (token.feats.get("Tense") == "Past" or token.feats.get("Voice") == "Pass"):
        return Mood.PAST if not token.deprel.startswith(("conj", "xcomp")) else None
    if form in {"Part", "Ger"} and token.deprel.startswith("acl") and not _led_in(analysis, i):
        return Mood.PRESENT
    return None if form in {"Inf", "Part", "Ger"} else Mood.PRESENT


def _led_in(analysis: Analysis, i: int) -> bool:
    """Tell whether a preposition ties a gerund to its noun, which then gives the mood: *commitment to* delivering."""
    return any(analysis.tokens[c].deprel in {"mark", "case"} for c in analysis.children(i))


def _progressive(token: Token) -> bool:
    form, tense = token.feats.get("VerbForm"), token.feats.get("Tense")
    return form == "Ger" or (form == "Part" and tense == "Pres")


def _by_form(token: Token) -> Mood:
    tense, mode = token.feats.get("Tense"), token.feats.get("Mood")
    if mode in {"Cnd", "Sub"}:
        return Mood.WISHED
    if tense == "Fut":
        return Mood.FUTURE
    return Mood.PAST if tense in {"Past", "Imp", "Pqp"} else Mood.PRESENT


def _governed(analysis: Analysis, i: int, above: int, lexicon: Lexicon) -> Mood | None:
    """Give the mood that the word above lends to what hangs on it, or None where it passes its own on."""
    governor = analysis.tokens[above]
    lemma = governor.lemma.lower()
    if lemma in lexicon.moods["future_governors"]:
        return Mood.FUTURE
    if lemma in lexicon.moods["undertaking"]:
        outer = _own_mood(analysis, above, lexicon) if governor.upos in VERBAL else None
        return Mood.UNDERTAKEN if outer in {None, Mood.PAST, Mood.PRESENT} else outer
    if governor.upos in VERBAL and _achieved(analysis, above, lexicon):
        return Mood.PAST
    if lemma in lexicon.moods["wishing"]:
        return Mood.WISHED
    if lemma in lexicon.moods["being"] and analysis.tokens[i].feats.get("VerbForm") == "Inf":
        return Mood.FUTURE
    return None


def _achieved(analysis: Analysis, above: int, lexicon: Lexicon) -> bool:
    """Tell whether a governor says that it was done: *a pu* livrer, *managed to* deliver, *vient de* livrer."""
    lemma = analysis.tokens[above].lemma.lower()
    if lemma in lexicon.moods["just_done"]:
        return True
    unfinished = analysis.tokens[above].feats.get("Tense") == "Imp"  # “devait livrer” leaves open whether it did
    return lemma in lexicon.moods["achieving"] and not unfinished and _own_mood(analysis, above, lexicon) is Mood.PAST


def _refused(analysis: Analysis, above: int, lexicon: Lexicon) -> bool:
    return analysis.tokens[above].lemma in lexicon.moods["refusing"] or _negated(analysis, above, lexicon)


def _follows(analysis: Analysis, i: int) -> bool:
    """Tell whether a gerund or participle only goes along with its verb and shares its mood."""
    return analysis.tokens[i].feats.get("VerbForm") in {"Ger", "Part"} and analysis.tokens[i].deprel.startswith("advcl")


def _negated(analysis: Analysis, i: int, lexicon: Lexicon) -> bool:
    return any(
        analysis.tokens[c].text.lower().replace("’", "'") in lexicon.moods["negations"]
        for c in analysis.children(i)
        if analysis.tokens[c].deprel.startswith("advmod") or analysis.tokens[c].upos == "PART"
    )


def _conditional(analysis: Analysis, i: int, lexicon: Lexicon) -> bool:
    return analysis.tokens[i].deprel.startswith("advcl") and any(
        analysis.tokens[c].text.lower() in lexicon.moods["conditions"]
        for c in analysis.children(i)
        if analysis.tokens[c].deprel == "mark"
    )


def _as_reported(analysis: Analysis, i: int, own: Mood, lexicon: Lexicon) -> Mood:
    """Take the conditional of a reported clause for the future that it stands for: “said it would provide”."""
    token = analysis.tokens[i]
    if own is not Mood.WISHED or not token.deprel.startswith("ccomp"):
        return own
    would = token.feats.get("Mood") == "Cnd" or any(
        analysis.tokens[c].text.lower() in lexicon.moods["reported_future"]
        or analysis.tokens[c].feats.get("Mood") == "Cnd"
        for c in analysis.children(i)
        if analysis.tokens[c].deprel.startswith("aux")
    )
    above = analysis.tokens[token.head]
    return Mood.FUTURE if would and above.lemma not in lexicon.moods["wishing"] else own


def _same_form(token: Token, above: Token) -> bool:
    """Tell whether two coordinated verbs have the same form, so that the first one's auxiliaries serve both."""
    return above.upos in VERBAL and token.feats.get("VerbForm") == above.feats.get("VerbForm")
