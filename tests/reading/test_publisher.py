"""From which country a document is published."""

import pytest

from tenu.reading.publisher import country_of


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.news.admin.ch/fr/nsb?id=1", "CHE"),
        ("https://www.whitehouse.gov/briefing-room/", "USA"),
        ("https://www.gov.uk/government/news", "GBR"),
        ("https://www.diplomatie.gouv.fr/fr/", "FRA"),
        ("https://www.nato.int/cps/fr/", None),
        ("https://ec.europa.eu/commission/", None),
        ("https://example.com/", None),
        ("statement.txt", None),
    ],
)
def test_an_address_tells_its_country_or_nothing(url: str, country: str | None) -> None:
    assert country_of(url) == country


def test_a_city_tells_where_the_address_does_not() -> None:
    assert country_of("https://example.org/", "Berne") == "CHE"


def test_a_government_tells_itself_by_its_words() -> None:
    assert country_of(text="Le Conseil fédéral a ouvert la consultation.") == "CHE"


def test_a_text_with_the_words_of_two_governments_tells_nothing() -> None:
    assert country_of(text="Readout of President X’s call; the Federal Council was informed.") is None
