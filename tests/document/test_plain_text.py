"""Plain text: kept to the letter, cut into blocks, and asked for its title, dates and language."""

import pytest

from tenu.document import Limits, open_document
from tenu.errors import UnreadableSourceError
from tenu.record import Document

PAGE = """La ministre présente le programme de la réunion de Valmont

  • 3 mars 2025 -
  • |
  • Mis à jour le: 5 mars 2025 09:15

Réunis à Valmont ce mardi, les ministres vont parler de l’aide à la Kestrie et du soutien à ses hôpitaux.

Press conference by the Minister of the Interior ahead of the meeting of ministers in Valmont on 4 March

« Nous tiendrons parole », a dit la ministre.

Suite des travaux

Les ministres se retrouveront à l’automne :

- la Norvège,
- la Grèce.

Lire la transcription intégrale de la conférence de presse (en anglais).
"""


def blocks_of(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def test_a_text_is_kept_to_the_letter() -> None:
    document = open_document(PAGE.encode(), "page.txt")

    assert document.text == PAGE


def test_the_byte_order_mark_goes_and_line_ends_become_line_feeds() -> None:
    document = open_document("\ufeffUn titre\r\n\r\nLe texte.\rLa suite.\r\n".encode(), "page.txt")

    assert document.text == "Un titre\n\nLe texte.\nLa suite.\n"
    assert (document.encoding, document.encoding_told_by) == ("utf-8", "mark")


def test_title_dates_lead_headings_and_list_items_are_told_apart() -> None:
    document = open_document(PAGE.encode(), "page.txt")

    assert document.title == "La ministre présente le programme de la réunion de Valmont"
    assert document.published == "2025-03-03"
    assert document.updated == "2025-03-05T09:15"
    assert [words[:6] for words in blocks_of(document, "lead")] == ["Réunis"]
    assert blocks_of(document, "heading") == ["Suite des travaux"]
    assert blocks_of(document, "list-item") == ["la Norvège,", "la Grèce."]


def test_an_english_caption_in_a_french_page_is_a_caption_in_english() -> None:
    document = open_document(PAGE.encode(), "page.txt")

    (caption,) = [block for block in document.blocks if block.kind == "caption"]

    assert document.text[caption.start : caption.end].startswith("Press conference by")
    assert caption.language == "en"
    assert document.language == "fr"


def test_a_line_that_points_to_a_transcript_is_related() -> None:
    document = open_document(PAGE.encode(), "page.txt")

    (related,) = document.related

    assert (related.relation, related.language) == ("transcript", "en")
    assert document.text[related.start : related.end].startswith("Lire la transcription")


def test_blocks_stand_in_order_and_never_share_a_letter() -> None:
    document = open_document(PAGE.encode(), "page.txt")

    ends = [0, *(block.end for block in document.blocks)]

    assert all(end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False))


def test_text_wrapped_at_a_width_is_one_paragraph() -> None:
    page = (
        "A title\n\nThe council of the river states met on Tuesday in the old town hall of\n"
        "Meridia and agreed on a plan for the reconstruction of the three bridges\n"
        "over the Olm and of the two tunnels under the hills of Valmont that were\ndestroyed in spring.\n"
    )

    document = open_document(page.encode(), "page.txt")

    assert len(document.blocks) == 2


def test_lines_that_end_before_the_width_are_paragraphs_of_their_own() -> None:
    page = "A title\n\nThe council met.\nIt agreed on a plan for the rebuilding of the bridges.\nIt will meet again.\n"

    document = open_document(page.encode(), "page.txt")

    assert len(document.blocks) == 4


def test_a_kind_of_release_above_the_title_is_no_title() -> None:
    page = (
        "FOR IMMEDIATE RELEASE\n\nCouncil sends field hospital\n\n4 March 2025\n\nThe council sent a field hospital.\n"
    )

    document = open_document(page.encode(), "page.txt")

    assert document.title == "Council sends field hospital"


def test_a_first_paragraph_is_no_title() -> None:
    page = "The council sent a field hospital to Kestria on Monday.\n\nIt will send a second one in May.\n"

    document = open_document(page.encode(), "page.txt")

    assert document.title is None


def test_a_dateline_tells_the_day_where_no_line_does() -> None:
    page = "Council sends field hospital\n\nMERIDIA, 4 March 2025 – The council sent a field hospital to Kestria.\n"

    document = open_document(page.encode(), "page.txt")

    assert document.published == "2025-03-04"


def test_a_page_with_no_date_has_none() -> None:
    page = "Council sends field hospital\n\nThe council sent a field hospital to Kestria on 4 March 2025.\n"

    document = open_document(page.encode(), "page.txt")

    assert document.published is None


def test_what_the_caller_knows_goes_before_what_the_page_says() -> None:
    document = open_document(PAGE.encode(), "page.txt", language="en", published="2025-03-04")

    assert (document.language, document.published) == ("en", "2025-03-04")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Der Bundesrat hat am Mittwoch die Botschaft zu dem Abkommen mit der Ukraine verabschiedet.", "de"),
        ("Il Consiglio federale ha approvato nella seduta di oggi il messaggio sulla cooperazione.", "it"),
        ("Рада міністрів ухвалила рішення про допомогу населенню східних областей країни.", "uk"),
        ("1234 5678", "und"),
    ],
)
def test_a_language_without_a_reader_is_still_told(words: str, language: str) -> None:
    document = open_document(words.encode(), "page.txt")

    assert document.language == language


def test_who_writes_to_whom_is_no_title() -> None:
    page = "Press release\n\nFrom:\tForeign Office\nPublished\t12 May 2025\n\nMeridia sends aid\n\nMeridia sent ten.\n"

    document = open_document(page.encode(), "page.txt")

    assert (document.title, document.published) == ("Meridia sends aid", "2025-05-12")


def test_the_name_under_a_quotation_and_the_words_above_it_are_paragraphs() -> None:
    page = "Aid sent\n\nThe minister said:\n\n“We will stand by Kestria.”\n\n– The Honourable Ada Brenn\n\nIt will.\n"

    document = open_document(page.encode(), "page.txt")

    assert [str(block.kind) for block in document.blocks[1:]].count("paragraph") == 4
    assert blocks_of(document, "heading") == blocks_of(document, "list-item") == []


def test_xml_of_an_unknown_kind_is_refused_with_its_name() -> None:
    with pytest.raises(UnreadableSourceError, match="messages"):
        open_document(b'<?xml version="1.0"?><messages><m>Bon</m></messages>', "m.xml")


@pytest.mark.parametrize("content", [b"", b"  \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSourceError, match="page"):
        open_document(content, "page.txt")


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="binary"):
        open_document(bytes(range(256)) * 10, "page.txt")


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableSourceError, match="20 MB"):
        open_document(b"a" * (20 * 1024 * 1024 + 1), "page.txt")

    with pytest.raises(UnreadableSourceError, match="limit of 1 MB"):
        open_document(b"a" * (1024 * 1024 + 1), "page.txt", limits=Limits(content=1024 * 1024))


def test_xml_with_a_document_type_of_its_own_is_not_read_as_a_text() -> None:
    with pytest.raises(UnreadableSourceError, match="no reader for"):
        open_document(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa">]><r>&a;</r>', "r.xml")


def test_more_letters_than_the_limit_are_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableSourceError, match=r"limit of 2,000,000"):
        open_document(b"Un mot de plus. " * 130_000, "livre.txt")
