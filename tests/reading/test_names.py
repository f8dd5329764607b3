"""Names: found in sentences, and led to the fullest form that the document gives."""

import pytest

from tenu.errors import UncoveredLanguageError
from tenu.reading import names, sentences
from tenu.reading.analysis import Analysis
from tenu.reading.names import Entity, Mention, MentionKind, Names
from tenu.reading.parsing.shipped import parser


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


@pytest.mark.parametrize(
    ("language", "text", "name", "office"),
    [
        ("fr", "Le ministre ukrainien de la Défense, Oleksiï Reznikov, s’est exprimé.", "Oleksiï Reznikov", "ministre"),
        ("fr", "La conseillère fédérale Viola Amherd s’est exprimée.", "Viola Amherd", "conseillère fédérale"),
        ("fr", "Selon Jens Stoltenberg, secrétaire général de l’OTAN, tout va bien.", "Jens Stoltenberg", "secrétaire"),
        ("fr", "Mme Amherd a signé.", "Amherd", None),
        ("fr", "Elle a reçu Ursula von der Leyen, présidente de la Commission.", "Ursula von der Leyen", "présidente"),
        ("en", "Prime Minister Narendra Modi of India spoke.", "Narendra Modi", "Prime Minister"),
        ("en", "Dutch Prime Minister Dick Schoof spoke.", "Dick Schoof", "Dutch Prime Minister"),
        (
            "en",
            "Deputy National Security Advisor Daleep Singh spoke.",
            "Daleep Singh",
            "Deputy National Security Advisor",
        ),
        ("en", "Ms Amherd signed.", "Amherd", None),
        (
            "en",
            "Crown Prince Salman bin Hamad Al Khalifa of Bahrain spoke.",
            "Salman bin Hamad Al Khalifa",
            "Crown Prince",
        ),
        ("en", "President Joseph R. Biden, Jr. spoke.", "Joseph R. Biden, Jr.", "President"),
    ],
)
def test_a_person_is_found_with_the_office(language: str, text: str, name: str, office: str | None) -> None:
    persons = [m for m in mentions(text, language) if m.kind is MentionKind.PERSON]

    assert [m.name for m in persons] == [name]
    assert text[persons[0].name_start : persons[0].name_end] == name
    assert office is None or (persons[0].office or "").startswith(office)


@pytest.mark.parametrize(
    ("language", "text", "words", "id_"),
    [
        ("fr", "L’OTAN et l’Alliance.", "OTAN", "org/nato"),
        ("fr", "Au sein de l’Alliance, tous sont d’accord.", "Alliance", "org/nato"),
        ("fr", "Le Groupe de contact pour la défense de l’Ukraine se réunit.", "Groupe de contact pour la défense de l’Ukraine", "org/udcg"),
        ("en", "The North Atlantic Treaty Organization met.", "North Atlantic Treaty Organization", "org/nato"),
        ("en", "The UN World Food Programme delivered.", "UN World Food Programme", "org/wfp"),
        ("en", "The Federal Council decided.", "Federal Council", "org/ch-federal-council"),
    ],
)  # fmt: skip
def test_a_listed_body_has_its_id(language: str, text: str, words: str, id_: str) -> None:
    found = {m.text: m.id for m in mentions(text, language)}

    assert found[words] == id_


def test_a_body_of_one_country_is_known_in_that_country_alone() -> None:
    at_home = mentions("The bill passed the Senate on Monday.", "en", "USA")
    elsewhere = mentions("The bill passed the Senate on Monday.", "en", "FRA")

    assert "org/us-senate" in {m.id for m in at_home}
    assert "org/us-senate" not in {m.id for m in elsewhere}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "He chairs the Interagency Working Group on Coal Communities.", "Interagency Working Group on Coal Communities"),
        ("en", "The Ministry of Digital Transformation of Ukraine agreed.", "Ministry of Digital Transformation of Ukraine"),
        ("fr", "Le ministère des Affaires étrangères a répondu.", "ministère des Affaires étrangères"),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("fr", "Le secrétaire général de l’OTAN, Jens Stoltenberg, est arrivé. M. Stoltenberg a parlé.", "M. Stoltenberg", "Jens Stoltenberg"),
        ("fr", "Le secrétaire général de l’OTAN, Jens Stoltenberg, est arrivé. Jeudi, le secrétaire général a parlé.", "secrétaire général", "Jens Stoltenberg"),
        ("fr", "L’OTAN se réunit. L’Alliance décidera.", "L’Alliance", "OTAN"),
        ("fr", "Le conseiller fédéral Ignazio Cassis est arrivé. Le chef du DFAE a signé.", "chef du DFAE", "Ignazio Cassis"),
        ("fr", "Le Département fédéral des affaires étrangères (DFAE) écrit. Le DFAE ajoute une note.", "DFAE", "Département fédéral des affaires étrangères"),
        ("en", "Readout of President Biden’s Call. President Joe Biden spoke.", "President Biden", "Joe Biden"),
        ("en", "President Biden met Prime Minister Narendra Modi. Prime Minister Modi agreed.", "Prime Minister Modi", "Narendra Modi"),
        ("en", "President Biden met Prime Minister Narendra Modi. The Prime Minister agreed.", "The Prime Minister", "Narendra Modi"),
        ("en", "Prime Minister Modi agreed to come.", "Prime Minister Modi", "Prime Minister Modi"),
        ("en", "The Angel Investor Council (AIC) met. The AIC will meet again.", "AIC", "Angel Investor Council"),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    ("language", "text", "pronoun", "name"),
    [
        ("fr", "Ignazio Cassis a rencontré Katrin Eggenberger à Berne. Il a signé un accord.", "Il", "Ignazio Cassis"),
        ("fr", "Ignazio Cassis a rencontré Katrin Eggenberger à Berne. Elle a signé un accord.", "Elle", "Katrin Eggenberger"),
        ("fr", "Ignazio Cassis est arrivé. Il a visité Kiev. Il repartira demain.", "Il", "Ignazio Cassis"),
        ("en", "Jake Sullivan met Prime Minister Giorgia Meloni. She thanked the delegation.", "She", "Giorgia Meloni"),
        ("en", "Jake Sullivan met Prime Minister Giorgia Meloni. He thanked the delegation.", "He", "Jake Sullivan"),
    ],
)  # fmt: skip
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
