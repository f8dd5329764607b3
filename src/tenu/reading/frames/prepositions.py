"""What leads a phrase in: its preposition, in the plain form under which frames know it."""

from tenu.reading.analysis import Analysis, once_a_word
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import conjuncts


@once_a_word
def preposition(analysis: Analysis, i: int, grammar: Grammar) -> str:
    """Give the preposition that leads in the phrase of token `i`, in its plain form, or an empty string.

    Where none hangs on the head itself, the one that opens its phrase counts: “with | the governor Asa Hutchinson”.
    """
    cases = [c for c in analysis.children(i) if analysis.tokens[c].deprel == "case" and c < i]
    if not cases:
        first = analysis.first(i)
        if first < i and analysis.tokens[first].deprel == "case":
            cases = [first]
    words = []
    for case in _first_run(cases):
        fixed = [c for c in analysis.children(case) if analysis.tokens[c].deprel == "fixed"]
        words += [analysis.tokens[c].text.lower().replace("’", "'") for c in (case, *fixed)]
    joined = " ".join(words)
    return grammar.prepositions.get(joined, joined)


def _first_run(cases: list[int]) -> list[int]:
    """Give the words side by side that open a phrase: *in* the State *of* Elm is led in by *in*."""
    return [case for place, case in enumerate(cases) if case == cases[0] + place]


@once_a_word
def led_in(analysis: Analysis, i: int, grammar: Grammar) -> tuple[str, int]:
    """Give the preposition of a phrase and its head, looking through *en faveur de* and the like."""
    word = preposition(analysis, i, grammar)
    for child in analysis.children(i):
        inner = preposition(analysis, child, grammar)
        if child > i and inner in grammar.genitive and analysis.tokens[child].deprel.startswith(("nmod", "obl")):
            words = [t.text.lower().replace("’", "'") for t in analysis.tokens[_first(analysis, i) : i + 1]]
            joined = f"{' '.join(words).replace(chr(39) + ' ', chr(39))} {inner}"
            if joined in grammar.prepositions:
                return grammar.prepositions[joined], child
    return word, i


def _first(analysis: Analysis, i: int) -> int:
    return min((c for c in analysis.children(i) if c < i and analysis.tokens[c].upos != "PUNCT"), default=i)


def examples(analysis: Analysis, i: int, grammar: Grammar, *, beside: bool = False) -> list[int]:
    """Give the heads named as some of a group: *several Allies, including* Canada *and* Spain.

    They hang on the group; with `beside` also on the group's own head, right behind it.
    """
    last = analysis.subtree(i)[-1]
    siblings = [c for c in analysis.children(analysis.tokens[i].head) if last < analysis.first(c) <= last + 2]
    found: list[int] = []
    for child in (*analysis.children(i), *(siblings if beside else ())):
        if child > i and any(
            analysis.tokens[c].text.lower() in grammar.examples for c in analysis.children(child) if c < child
        ):
            found.extend(conjuncts(analysis, child))
    return found
