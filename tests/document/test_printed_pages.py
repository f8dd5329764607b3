"""PDF: reading order, running heads, broken words, page numbers."""

from collections.abc import Callable

from tenu.document import open_document
from tenu.record import Document

Placed = tuple[float, float, float, str]
Printed = Callable[[list[list[Placed]]], bytes]


def body(left: float, top: float, lines: list[str]) -> list[Placed]:
    return [(left, top + 13 * at, 10, line) for at, line in enumerate(lines)]


def words_of(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_lines_become_paragraphs_and_the_largest_words_the_title(printed: Printed) -> None:
    page = [
        (72, 120, 18, "Le conseil siège à Valmont"),
        *body(
            72,
            160,
            ["Le conseil a approuvé mardi l’envoi de dix ambulances à la Kestrie,", "et il en enverra d’autres."],
        ),
        *body(72, 206, ["Le président a remercié les pays qui ont donné des médicaments et"]),
        *body(72, 219, ["des vivres à la population."]),
    ]

    document = open_document(printed([page]), "conseil.pdf")

    assert document.title == "Le conseil siège à Valmont"
    assert words_of(document)[1].endswith("Kestrie, et il en enverra d’autres.")
    assert words_of(document)[2].endswith("médicaments et des vivres à la population.")


def test_a_word_broken_at_a_line_end_is_made_whole(printed: Printed) -> None:
    page = body(
        72, 160, ["Le conseil a approuvé mardi un pro-", "gramme de secours pour la vice-", "présidente de la Kestrie."]
    )

    document = open_document(printed([page]), "conseil.pdf")

    assert document.text == "Le conseil a approuvé mardi un programme de secours pour la vice-présidente de la Kestrie."


def test_two_columns_are_read_one_after_the_other(printed: Printed) -> None:
    left = [f"Première colonne, ligne {n} du texte," for n in range(12)]
    right = [f"Seconde colonne, ligne {n} du texte," for n in range(12)]
    page: list[Placed] = [(72, 120, 16, "Un titre qui passe au-dessus des deux colonnes de la page")]
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        page += [(72, 160 + 13 * at, 10, one), (320, 160 + 13 * at, 10, other)]

    text = open_document(printed([page]), "colonnes.pdf").text

    assert text.index("Première colonne, ligne 11") < text.index("Seconde colonne, ligne 0")


def test_running_heads_and_page_numbers_are_left_out_and_pages_kept(printed: Printed) -> None:
    pages = [
        [
            (72, 40, 8, "Conseil de Meridie - Bulletin"),
            *body(72, 160, [f"Le conseil a traité le point {n} de l’ordre du jour.", "La séance a duré une heure."]),
            (290, 810, 8, f"{n}"),
        ]
        for n in range(1, 4)
    ]

    document = open_document(printed(pages), "bulletin.pdf")

    assert "Bulletin" not in document.text
    assert len(document.blocks) == 3
    assert [block.page for block in document.blocks] == [1, 2, 3]


def test_a_paragraph_goes_on_over_the_page(printed: Printed) -> None:
    pages = [
        [*body(72, 700, ["Le conseil a approuvé mardi l’envoi de dix ambulances à la Kestrie et de"])],
        [*body(72, 160, ["trois hôpitaux de campagne."])],
    ]

    document = open_document(printed(pages), "bulletin.pdf")

    assert words_of(document)[-1].endswith("Kestrie et de trois hôpitaux de campagne.")
