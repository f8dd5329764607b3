"""What the shipped parsers and the lists behind them make of sentences."""

import pytest

from tenu.reading.analysis import Analysis, Token
from tenu.reading.fr.verbs import future, infinitive
from tenu.reading.parsing.shipped import parser
from tenu.reading.parsing.words import TOKEN


def read(language: str, text: str, start: int = 0) -> Analysis:
    return parser(language).parse([(text, start)])[0]


def word(analysis: Analysis, text: str) -> Token:
    return next(token for token in analysis.tokens if token.text == text)


def words(language: str, text: str) -> list[str]:
    return [found[0] for found in TOKEN[language].finditer(text)]


def subjects(analysis: Analysis, verb: str) -> list[str]:
    at = word(analysis, verb).i
    return [analysis.tokens[i].text for i in analysis.children(at) if analysis.tokens[i].relation == "nsubj"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sentence_comes_back_in_order_with_its_own_place(language: str) -> None:
    texts = ["Berne, 3 mars.", "", "   ", "OK", "«", "😀 !", "x" * 300, "1 000 000"]

    analyses = parser(language).parse([(text, 1000 * i) for i, text in enumerate(texts)])

    assert [analysis.text for analysis in analyses] == texts
    for i, analysis in enumerate(analyses):
        for token in analysis.tokens:
            assert texts[i][token.start - 1000 * i : token.end - 1000 * i] == token.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sentence_has_one_root_and_every_word_reaches_it(language: str) -> None:
    analysis = read(language, "Oui. Non ! Peut-être : « Bien. » (Rires.) Et puis, well, nothing; rien — du tout.")

    assert sum(token.head == token.i for token in analysis.tokens) == 1
    assert analysis.subtree(analysis.root) == tuple(range(len(analysis.tokens)))
    assert all(analysis.root in [token.i, *analysis.ancestors(token.i)] for token in analysis.tokens)


def test_nothing_to_read_gives_nothing() -> None:
    assert parser("fr").parse([]) == []


def test_the_same_words_are_found_whatever_apostrophe_and_space_are_typeset() -> None:
    plain = "L'OTAN n'est pas partie au conflit, a-t-il dit à l'issue de la réunion : 20 000 soldats."
    typeset = "L’OTAN n’est pas partie au conflit, a-t-il dit à l’issue de la réunion\u00a0: 20\u202f000 soldats."

    one, other = read("fr", plain), read("fr", typeset)

    assert [(t.start, t.end, t.upos, t.head, t.deprel, t.lemma.replace("\u202f", " ")) for t in one.tokens] == [
        (t.start, t.end, t.upos, t.head, t.deprel, t.lemma) for t in other.tokens
    ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Qu’a-t-elle dit aujourd’hui ?", "Qu’|a|-t-elle|dit|aujourd’hui|?"),
        ("M. Cassis l’a dit au DFAE.", "M.|Cassis|l’|a|dit|au|DFAE|."),
        ("Le 1er mars à 15h30, 12,5 %", "Le|1er|mars|à|15|h|30|,|12,5|%"),
        ("Est-ce Saint-Germain-en-Laye ?", "Est|-ce|Saint-Germain-en-Laye|?"),
        ("au rendez-vous des États-Unis", "au|rendez-vous|des|États-Unis"),
    ],
)
def test_french_is_cut_as_the_treebanks_cut_it(text: str, cut: str) -> None:
    assert words("fr", text) == cut.split("|")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("We won’t say it's theirs.", "We|wo|n’t|say|it|'s|theirs|."),
        ("Mr. Biden can't; he cannot.", "Mr.|Biden|ca|n't|;|he|can|not|."),
        ("a U.S.-led, pre-war $2.5 billion", "a|U.S.|-|led|,|pre-war|$|2.5|billion"),
        ("at 7:30pm on the 24th", "at|7:30|pm|on|the|24th"),
    ],
)
def test_english_is_cut_as_the_treebank_cuts_it(text: str, cut: str) -> None:
    assert words("en", text) == cut.split("|")


INVERTED = [
    ("fr", "« Nous tiendrons nos engagements », a déclaré la ministre.", "déclaré", ["ministre"]),
    ("fr", "L’OTAN n’est pas partie au conflit, a-t-il ajouté.", "ajouté", ["-t-il"]),
    ("fr", "« Rien n’est décidé », indique-t-elle à la presse.", "indique", ["-t-elle"]),
    ("fr", "Le ministre salue la ministre.", "salue", ["ministre"]),
    ("en", "“We will keep our promises,” said the minister.", "said", ["minister"]),
    ("en", "The minister said the truth.", "said", ["minister"]),
]


@pytest.mark.parametrize(("language", "text", "verb", "expected"), INVERTED)
def test_who_speaks_is_the_subject_wherever_it_stands(language: str, text: str, verb: str, expected: list[str]) -> None:
    assert subjects(read(language, text), verb) == expected


@pytest.mark.parametrize(
    ("language", "text", "day", "subject"),
    [
        ("fr", "Mercredi, le Conseil fédéral se réunira à Berne.", "Mercredi", "Conseil"),
        ("fr", "« C’est fait », a dit M. Stoltenberg mardi.", "mardi", "M."),
        ("en", "Monday, the council will meet in Geneva.", "Monday", "council"),
    ],
)
def test_a_bare_day_says_when_and_is_no_second_subject(language: str, text: str, day: str, subject: str) -> None:
    analysis = read(language, text)

    assert word(analysis, day).deprel == "obl:tmod"
    assert word(analysis, subject).deprel == "nsubj"


@pytest.mark.parametrize(
    ("form", "lemma", "feats"),
    [
        ("livreront", "livrer", "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"),
        ("enverra", "envoyer", "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("soutiendrait", "soutenir", "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
        ("achèteraient", "acheter", "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
    ],
)
def test_the_ending_of_a_known_verb_settles_future_and_conditional(form: str, lemma: str, feats: str) -> None:
    assert future(form) == (lemma, feats)


def test_capitals_without_their_accent_are_read_as_if_they_had_it() -> None:
    bare, full = read("fr", "A Genève, les Etats ont signé."), read("fr", "À Genève, les États ont signé.")

    assert [(t.upos, t.head, t.deprel, t.lemma) for t in bare.tokens] == [
        (t.upos, t.head, t.deprel, t.lemma) for t in full.tokens
    ]
    assert [t.text for t in bare.tokens if t.upos == "NOUN"] == ["Etats"]


def test_a_verb_in_a_verbs_place_is_a_verb() -> None:
    analysis = read("fr", "La Suisse organise une nouvelle livraison de matériel.")

    assert (word(analysis, "organise").upos, word(analysis, "organise").lemma) == ("VERB", "organiser")


@pytest.mark.parametrize(
    "form", ["déclara", "entrait", "opéra", "caméra", "montrait", "livrait", "front", "vrai", "Canada"]
)
def test_what_only_looks_like_a_future_is_none(form: str) -> None:
    assert future(form) is None


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("prise", "prendre"),
        ("commençait", "commencer"),
        ("réunissent", "réunir"),
        ("achète", "acheter"),
        ("sont", "être"),
        ("promu", "promouvoir"),
    ],
)
def test_verb_forms_lead_to_known_verbs(form: str, lemma: str) -> None:
    assert infinitive(form) == lemma


def test_no_infinitive_is_invented() -> None:
    assert infinitive("livrerer") is None
