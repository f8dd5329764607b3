"""HTML pages: their main part, its blocks, and what the head says."""

import pytest

from tenu.document import Limits, open_document
from tenu.errors import UnreadableSourceError
from tenu.record import Document

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<title>La Meridie envoie un hôpital de campagne | Gouvernement de Meridie</title>
<link rel="canonical" href="https://www.meridie.example/fr/12">
<link rel="alternate" hreflang="fr" href="https://www.meridie.example/fr/12">
<link rel="alternate" hreflang="en" href="https://www.meridie.example/en/12">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "La Meridie envoie un hôpital de campagne", "datePublished": "2025-03-04T09:00:00+01:00",
"dateModified": "2025-03-05T10:30:00+01:00"}]}</script></head>
<body><header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/presse">Presse</a></li></ul></nav></header>
<main><article><h1>La Meridie envoie un hôpital de campagne</h1>
<p class="chapo">Le gouvernement a décidé mardi d’envoyer
   un hôpital de campagne à la Kestrie.</p>
<figure><img src="a.jpg" alt=""><figcaption>The field hospital in the port of Valmont</figcaption></figure>
<p>Il compte 40&nbsp;lits et <b>deux</b> salles d’opération.</p>
<h2>Suite des livraisons</h2>
<ul><li>dix ambulances&nbsp;;</li><li>trois groupes électrogènes.</li></ul>
<blockquote><p>« Nous tiendrons parole. »</p></blockquote>
<table><tr><th>Bien</th><th>Nombre</th></tr><tr><td>Ambulances</td><td>10</td></tr></table>
<p>Première ligne<br>seconde ligne.</p>
<p><a href="/en/transcript">Lire la transcription intégrale (en anglais)</a></p>
<div class="share-buttons"><a href="#">Partager</a></div>
</article></main>
<footer><p>© Gouvernement de Meridie, qui répond de ces pages depuis longtemps.</p></footer>
<script>document.write("rien")</script></body></html>
"""


def blocks_of(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def test_a_page_says_its_title_days_and_address() -> None:
    document = open_document(PAGE.encode(), "page.html")

    assert document.title == "La Meridie envoie un hôpital de campagne"
    assert (document.published, document.updated) == ("2025-03-04", "2025-03-05T10:30")
    assert document.url == "https://www.meridie.example/fr/12"


def test_blocks_follow_the_elements() -> None:
    document = open_document(PAGE.encode(), "page.html")

    assert blocks_of(document, "title") == ["La Meridie envoie un hôpital de campagne"]
    assert blocks_of(document, "lead") == [
        "Le gouvernement a décidé mardi d’envoyer un hôpital de campagne à la Kestrie."
    ]
    assert blocks_of(document, "heading") == ["Suite des livraisons"]
    assert blocks_of(document, "list-item") == ["dix ambulances\u00a0;", "trois groupes électrogènes."]
    assert blocks_of(document, "quote") == ["« Nous tiendrons parole. »"]
    assert blocks_of(document, "table") == ["Bien\tNombre\nAmbulances\t10"]
    assert "Première ligne\nseconde ligne." in blocks_of(document, "paragraph")


def test_no_break_spaces_stay_and_line_ends_of_the_source_are_spaces() -> None:
    document = open_document(PAGE.encode(), "page.html")

    assert "Il compte 40\u00a0lits et deux salles d’opération." in document.text
    assert "d’envoyer un hôpital" in document.text


def test_menus_buttons_footers_and_scripts_are_no_text() -> None:
    document = open_document(PAGE.encode(), "page.html")

    assert not any(words in document.text for words in ("Accueil", "Partager", "©", "document.write"))


def test_blocks_are_parted_by_blank_lines() -> None:
    document = open_document(PAGE.encode(), "page.html")

    gaps = {document.text[a.end : b.start] for a, b in zip(document.blocks, document.blocks[1:], strict=False)}

    assert gaps == {"\n\n"}


def test_a_caption_keeps_its_own_language() -> None:
    document = open_document(PAGE.encode(), "page.html")

    (caption,) = [block for block in document.blocks if block.kind == "caption"]

    assert caption.language == "en"


def test_sibling_pages_and_transcripts_are_related() -> None:
    document = open_document(PAGE.encode(), "page.html")

    assert [(r.relation, r.language, r.url) for r in document.related] == [
        ("translation", "en", "https://www.meridie.example/en/12"),
        ("transcript", "en", "https://www.meridie.example/en/transcript"),
    ]


def test_a_page_that_names_no_main_part_is_read_without_its_menus() -> None:
    words = "".join(
        f"<p>Le conseil a approuvé le point {n} de l’ordre du jour et remercié la délégation de Kestrie.</p>"
        for n in range(8)
    )
    menu = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(9))
    page = f"<html><body><div><ul>{menu}</ul></div><div><h1>Le conseil siège</h1>{words}</div></body></html>"

    document = open_document(page.encode(), "page.html")

    assert "Rubrique" not in document.text
    assert document.title == "Le conseil siège"
    assert len(blocks_of(document, "paragraph")) + len(blocks_of(document, "lead")) == 8


@pytest.mark.parametrize(
    ("content", "charset", "told_by"),
    [
        (
            "<html><head><meta charset='iso-8859-1'></head><body><p>Décidé à Genève.</p></body></html>".encode(
                "cp1252"
            ),
            None,
            "page",
        ),
        ("<html><body><p>Décidé à Genève.</p></body></html>".encode("cp1252"), "windows-1252", "header"),
        ("<html><body><p>Décidé à Genève.</p></body></html>".encode("utf-16"), None, "mark"),
        ("<html><body><p>Décidé à Genève.</p></body></html>".encode(), None, "bytes"),
    ],
)
def test_the_encoding_is_told_by_mark_header_page_or_bytes(content: bytes, charset: str | None, told_by: str) -> None:
    document = open_document(content, "page.html", charset=charset)

    assert "Décidé à Genève." in document.text
    assert document.encoding_told_by == told_by


def test_bytes_of_an_encoding_that_nobody_names_are_guessed_and_marked_so() -> None:
    words = "<html><body><p>Le Conseil fédéral a décidé à Genève d’aider la région touchée.</p></body></html>"

    document = open_document(words.encode("cp1252"), "page.html")

    assert "fédéral a décidé à Genève" in document.text
    assert document.encoding_told_by == "guess"


def test_elements_deeper_than_the_limit_are_refused() -> None:
    page = "<html><body>" + "<div>" * 200 + "Le fond" + "</div>" * 200 + "</body></html>"

    with pytest.raises(UnreadableSourceError, match="100 deep"):
        open_document(page.encode(), "page.html", limits=Limits(depth=100))


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="holds no words"):
        open_document(b"<html><body><script>1</script></body></html>", "page.html")


def test_the_day_under_the_title_is_kept_where_a_page_names_no_main_part() -> None:
    words = "".join(
        f"<p>Le conseil a approuvé le point {n} de l’ordre du jour et remercié la délégation de Kestrie.</p>"
        for n in range(8)
    )
    page = f"<html><body><div><h1>Le conseil siège</h1><p>Valmont, 04.03.2025</p><div>{words}</div></div></body></html>"

    document = open_document(page.encode(), "page.html")

    assert document.published == "2025-03-04"


def test_a_page_is_read_to_its_end_below_many_elements_in_one_another() -> None:
    page = (
        "<html><body>"
        + "<div>" * 400
        + "<p>Le fond du puits est sec.</p>"
        + "</div>" * 400
        + "<p>Fin.</p></body></html>"
    )

    document = open_document(page.encode(), "page.html")

    assert "Le fond du puits est sec." in document.text
    assert "Fin." in document.text


def test_a_bomb_of_nested_elements_is_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableSourceError, match="more than 1000 deep"):
        open_document(b"<html><body>" + b"<div>" * 60_000 + b"fond", "page.html")
