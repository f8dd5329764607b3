"""Documents that belong together: by the links of their pages, their numbers, their names."""

from dataclasses import replace

from tests.ledger.writing import NOON, brought

from tenu.ledger import Ledger
from tenu.record import Reading, Related

FRENCH, ENGLISH = "https://meridie.example/fr/communique", "https://meridie.example/en/release/"


def keep(ledger: Ledger, source: str, language: str, *related: Related) -> str:
    content, reading = brought(f"Texte de {source}.", source=source, language=language)
    document = replace(reading.document, related=related)
    return ledger.keep(content, Reading(document, ()), who="Ana", when=NOON).document


def test_a_page_is_tied_to_its_translation_from_either_side(ledger: Ledger) -> None:
    french = keep(ledger, FRENCH, "fr", Related("translation", "en", 0, 0, ENGLISH.removesuffix("/")))
    english = keep(ledger, ENGLISH, "en")

    (there,), (back,) = ledger.ties(french), ledger.ties(english)

    assert (there.relation, there.language, there.document, there.points_here) == ("translation", "en", english, False)
    assert (back.relation, back.document, back.points_here) == ("translation", french, True)


def test_what_a_page_points_to_and_nobody_brought_is_told_with_its_address(ledger: Ledger) -> None:
    french = keep(ledger, FRENCH, "fr", Related("transcript", "en", 0, 5, "https://meridie.example/t"))

    (tie,) = ledger.ties(french)

    assert (tie.relation, tie.title, tie.address, tie.document) == (
        "transcript",
        "Texte",
        "https://meridie.example/t",
        None,
    )


def test_files_whose_names_differ_by_the_language_alone_are_tied(ledger: Ledger) -> None:
    french, english = keep(ledger, "a/1.fr.txt", "fr"), keep(ledger, "a/1.en.txt", "en")
    keep(ledger, "a/2.en.txt", "en")

    assert [tie.document for tie in ledger.ties(french)] == [english]
    assert [tie.document for tie in ledger.ties(english)] == [french]


def test_pages_of_one_site_with_one_number_in_two_languages_are_tied(ledger: Ledger) -> None:
    french = keep(ledger, "https://ch.example/fr/communiques.msg-id-97652.html", "fr")
    english = keep(ledger, "https://ch.example/en/releases.msg-id-97652.html", "en")
    keep(ledger, "https://other.example/en/releases.msg-id-97652.html", "en")

    assert [tie.document for tie in ledger.ties(french)] == [english]


def test_the_day_in_an_address_is_no_number(ledger: Ledger) -> None:
    french = keep(ledger, "https://ch.example/fr/20250304/a.html", "fr")
    keep(ledger, "https://ch.example/en/20250304/b.html", "en")

    assert ledger.ties(french) == ()


def test_a_document_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    french = keep(ledger, FRENCH, "fr")

    assert ledger.document(french[:10]).source == FRENCH
