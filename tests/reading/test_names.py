"""Names: found in sentences, and led to the fullest form that the document gives."""

from pathlib import Path

import pytest

from tenu.errors import UncoveredLanguageError
from tenu.reading import names, sentences
from tenu.reading.analysis import Analysis
from tenu.reading.names import Entity, Mention, MentionKind, Names
from tenu.reading.parsing.shipped import parser

CASES = Path(__file__).parent / "names"


def cases(name: str) -> list[list[str]]:
    """Give the cases of a file, a line a case."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def analyse(text: str, language: str) -> list[Analysis]:
    return parser(language).parse([(text[s.start : s.end], s.start) for s in sentences.split(text, language)])


def mentions(text: str, language: str, country: str | None = None) -> list[Mention]:
    return names.find(analyse(text, language), language, country)


def resolved(text: str, language: str, country: str | None = None) -> Names:
    analyses = analyse(text, language)
    return names.resolve(names.find(analyses, language, country), analyses, language, country)


def who(found: Names, text: str, words: str, last: bool = True) -> Entity:
    """Give whom some words of a text stand for, at their last place in it."""
    start = text.rindex(words) if last else text.index(words)
    sentence = next(i for i, a in enumerate(found.analyses) if a.start <= start < a.end)
    return found.describe(sentence, start, start + len(words))


@pytest.mark.parametrize(("language", "text", "name", "office"), cases("persons.tsv"))
def test_a_person_is_found_with_the_office(language: str, text: str, name: str, office: str) -> None:
    persons = [m for m in mentions(text, language) if m.kind is MentionKind.PERSON]

    assert [m.name for m in persons] == [name]
    assert text[persons[0].name_start : persons[0].name_end] == name
    assert office == "-" or (persons[0].office or "").startswith(office)


@pytest.mark.parametrize(("language", "text", "words", "id_"), cases("bodies.tsv"))
def test_a_listed_body_has_its_id(language: str, text: str, words: str, id_: str) -> None:
    found = {m.text: m.id for m in mentions(text, language)}

    assert found[words] == id_


def test_a_body_of_one_country_is_known_in_that_country_alone() -> None:
    at_home = mentions("The bill passed the Senate on Monday.", "en", "USA")
    elsewhere = mentions("The bill passed the Senate on Monday.", "en", "FRA")

    assert "org/us-senate" in {m.id for m in at_home}
    assert "org/us-senate" not in {m.id for m in elsewhere}


@pytest.mark.parametrize(("language", "text", "words"), cases("unlisted.tsv"))
def test_an_unlisted_body_is_told_by_its_noun(language: str, text: str, words: str) -> None:
    bodies = [m.text for m in mentions(text, language) if m.kind is MentionKind.ORGANISATION]

    assert words in bodies


@pytest.mark.parametrize(
    ("language", "text", "kind", "iso"),
    [
        ("fr", "Les autorités moldaves ont remercié la délégation.", MentionKind.GOVERNMENT, "MDA"),
        ("fr", "Le gouvernement du Mozambique a signé.", MentionKind.GOVERNMENT, "MOZ"),
        ("en", "The U.S. government will deliver.", MentionKind.GOVERNMENT, "USA"),
        ("en", "The Ukrainian government agreed.", MentionKind.GOVERNMENT, "UKR"),
        ("fr", "Le Kosovo a adhéré.", MentionKind.COUNTRY, "XKX"),
        ("fr", "La Suisse a adhéré.", MentionKind.COUNTRY, "CHE"),
        ("en", "Côte d’Ivoire joined.", MentionKind.COUNTRY, "CIV"),
        ("fr", "Le soutien suisse se poursuit.", MentionKind.ADJECTIVE, "CHE"),
        ("fr", "Les Ukrainiens ont besoin d’aide.", MentionKind.GROUP, "UKR"),
    ],
)
def test_countries_are_known_by_names_adjectives_and_governments(
    language: str, text: str, kind: MentionKind, iso: str
) -> None:
    found = mentions(text, language)

    assert (kind, iso) in {(m.kind, m.iso) for m in found}


def test_a_capital_is_a_place_and_as_an_actor_its_government() -> None:
    text = "Kyiv thanked its partners."

    entity = who(resolved(text, "en"), text, "Kyiv")

    assert (entity.kind, entity.iso) == (MentionKind.PLACE, None)
    assert (entity.as_actor().kind, entity.as_actor().iso) == (MentionKind.GOVERNMENT, "UKR")


@pytest.mark.parametrize(("language", "text", "words", "name"), cases("fullest.tsv"))
def test_a_mention_leads_to_the_fullest_name(language: str, text: str, words: str, name: str) -> None:
    last = words != "President Biden"

    entity = who(resolved(text, language), text, words, last)

    assert entity.name == name
    assert entity.named


def test_two_people_of_one_family_name_stay_two() -> None:
    text = "Joe Biden and Jill Biden came. Jill Biden spoke."

    entity = who(resolved(text, "en"), text, "Jill Biden")

    assert entity.name == "Jill Biden"
    assert "Joe Biden" not in entity.aliases


@pytest.mark.parametrize(("language", "text", "pronoun", "name"), cases("pronouns.tsv"))
def test_a_pronoun_takes_up_whoever_fits(language: str, text: str, pronoun: str, name: str) -> None:
    entity = who(resolved(text, language), text, pronoun)

    assert entity.name == name


def test_they_are_the_two_who_met() -> None:
    text = "Jake Sullivan met with Prime Minister Giorgia Meloni. They agreed to stay in contact."

    entity = who(resolved(text, "en"), text, "They")

    assert [member.name for member in entity.members] == ["Jake Sullivan", "Giorgia Meloni"]


def test_the_two_leaders_are_the_two_whom_the_text_names() -> None:
    text = "President Joe Biden spoke with Prime Minister Narendra Modi. The two leaders agreed."

    entity = who(resolved(text, "en"), text, "The two leaders")

    assert [member.name for member in entity.members] == ["Joe Biden", "Narendra Modi"]
    assert not entity.named


def test_an_impersonal_pronoun_is_nobody() -> None:
    text = "Ignazio Cassis est arrivé. Il est prévu de signer un accord."
    found = resolved(text, "fr")

    token = next(t for t in found.analyses[1].tokens if t.text == "Il")

    assert found.pronoun(1, token.i) is None


def test_we_are_the_country_in_a_statement_by_its_president() -> None:
    text = "Statement by President Joe Biden on Aid.\n\nWe will deliver more. I thank our allies."
    found = resolved(text, "en", "USA")

    assert who(found, text, "We").iso == "USA"
    assert who(found, text, "I").name == "Joe Biden"


def test_a_phrase_without_a_name_goes_by_its_own_words() -> None:
    text = "Les représentants de la société civile ont salué le projet."

    entity = who(resolved(text, "fr"), text, "Les représentants de la société civile")

    assert (entity.name, entity.named, entity.iso) == ("représentants de la société civile", False, None)


def test_a_ministry_and_a_minister_are_no_country() -> None:
    text = "The Ukrainian Ministry of Defence and the Ukrainian president agreed."
    found = resolved(text, "en")

    assert who(found, text, "The Ukrainian Ministry of Defence").iso is None
    assert who(found, text, "the Ukrainian president").iso is None


def test_a_text_without_names_has_none() -> None:
    assert mentions("il pleut beaucoup aujourd’hui.", "fr") == []


def test_a_language_without_names_is_refused() -> None:
    with pytest.raises(UncoveredLanguageError, match="“de”"):
        names.find([Analysis("de", 0, 5, "Hallo", ())], "de")
