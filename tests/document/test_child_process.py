"""Hostile formats are read in a child process under limits, and one bad document never stops the rest."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from tenu.document import Limits, open_document
from tenu.document.inside import refuse
from tenu.errors import UnreadableSourceError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_document(body: str, **others: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        for name, content in others.items():
            archive.writestr(name, content)
    return packed.getvalue()


def paragraph(words: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_word_document_is_read_by_its_styles() -> None:
    row = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Bien", "Nombre"))
    content = word_document(
        paragraph("Le conseil siège", "Titre")
        + paragraph("4 mars 2025")
        + paragraph("Le conseil a approuvé l’envoi d’ambulances à la Kestrie.")
        + paragraph("Suites", "Heading1")
        + paragraph("dix ambulances", "ListParagraph")
        + f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    )

    document = open_document(content, "conseil.docx")

    assert (document.title, document.published, document.language) == ("Le conseil siège", "2025-03-04", "fr")
    assert [str(block.kind) for block in document.blocks] == ["title", "date", "lead", "heading", "list-item", "table"]


def test_words_deleted_under_tracked_changes_are_left_out() -> None:
    content = word_document(
        "<w:p><w:del><w:r><w:delText>dix</w:delText></w:r></w:del><w:r><w:t>Douze ambulances.</w:t></w:r></w:p>"
    )

    document = open_document(content, "conseil.docx")

    assert document.text == "Douze ambulances."


def test_an_archive_that_unpacks_to_far_more_than_it_packs_is_refused() -> None:
    content = word_document(" " * 60_000_000)

    with pytest.raises(UnreadableSourceError, match="unpacks to more than"):
        open_document(content, "bombe.docx")


def test_entities_in_a_word_document_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("un secret", "utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{secret}">]><w:document xmlns:w="{WORD}"><w:body>'
            "<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>",
        )

    with pytest.raises(UnreadableSourceError, match="document type"):
        open_document(packed.getvalue(), "entite.docx")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"%PDF-1.7 broken"])
def test_a_broken_file_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableSourceError, match="broken"):
        open_document(content, "cassé")


def test_an_archive_without_a_word_document_says_so() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")

    with pytest.raises(UnreadableSourceError, match="without a Word document"):
        open_document(packed.getvalue(), "archive.zip")


def test_a_document_that_takes_too_long_is_refused_in_time_and_the_next_one_is_read() -> None:
    slow = ("<html><body>" + "<p>Un mot de plus pour la page.</p>" * 200_000 + "</body></html>").encode()
    begun = time.monotonic()

    with pytest.raises(UnreadableSourceError, match=r"limit of 0\.05 seconds"):
        open_document(slow, "longue.html", limits=Limits(seconds=0.05))

    assert time.monotonic() - begun < 20
    assert open_document(word_document(paragraph("Le conseil siège.")), "conseil.docx").text == "Le conseil siège."


def test_a_document_that_takes_too_much_memory_is_refused() -> None:
    large = ("<html><body>" + "<i>a</i>" * 2_000_000 + "</body></html>").encode()

    with pytest.raises(UnreadableSourceError, match=r"memory|seconds|too large"):
        open_document(large, "grande.html", limits=Limits(memory=200 * 1024 * 1024, seconds=20))


def test_a_message_is_read_under_its_subject() -> None:
    content = (
        b"From: presse@meridie.example\r\nTo: redaction@journal.example\r\nMessage-ID: <1@meridie.example>\r\n"
        b"Subject: =?utf-8?q?Le_conseil_si=C3=A8ge?=\r\nDate: Tue, 4 Mar 2025 23:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    ) + "Le conseil a approuvé l’envoi d'ambulances à la Kestrie.\r\n".encode("cp1252")

    document = open_document(content, "message.eml")

    assert (document.title, document.published) == ("Le conseil siège", "2025-03-04")
    assert "approuvé l’envoi" in document.text


def test_the_html_part_of_a_message_goes_before_the_plain_one() -> None:
    content = (
        b"From: a@meridie.example\nMessage-ID: <1@x>\nSubject: Nouvelles\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/alternative; boundary="B"\n\n'
        b"--B\nContent-Type: text/plain\n\nVersion sans style.\n"
        b"--B\nContent-Type: text/html; charset=utf-8\n\n"
        b"<html><body><p>Version <b>avec</b> style.</p></body></html>\n--B--\n"
    )

    document = open_document(content, "message.eml")

    assert "Version avec style." in document.text
    assert "sans style" not in document.text


def test_the_files_that_come_with_a_message_are_named() -> None:
    content = (
        b"From: a@meridie.example\nMessage-ID: <1@x>\nSubject: Nouvelles\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain\n\nVoici le plan.\n'
        b"--B\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=plan.pdf\n\nAAAA\n--B--\n"
    )

    document = open_document(content, "message.eml")

    assert [(related.relation, related.url) for related in document.related] == [("attachment", "plan.pdf")]


def test_a_message_without_a_text_says_so() -> None:
    content = (
        b"From: a@meridie.example\nMessage-ID: <1@x>\nSubject: Plan\nMIME-Version: 1.0\n"
        b"Content-Type: application/octet-stream\n\nAAAA\n"
    )

    with pytest.raises(UnreadableSourceError, match="without a text"):
        open_document(content, "message.eml")


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("/etc/passwd", "r", 0)),
        ("open", ("/tmp/new.txt", "w", 0)),  # noqa: S108 - refused, not written
        ("socket.connect", (None, ("203.0.113.1", 80))),
        ("socket.getaddrinfo", ("page.example", 80, 0, 0, 0)),
        ("subprocess.Popen", ("sh", ["sh"], None, None)),
        ("os.system", ("true",)),
    ],
)
def test_the_child_refuses_files_connections_and_other_processes(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError):
        refuse(event, arguments)


def test_the_child_may_open_the_libraries_it_reads_with() -> None:
    refuse("open", (zipfile.__file__, "r", 0))


def test_processor_time_ends_the_child_and_is_told_as_the_limit_it_is() -> None:
    slow = ("<html><body>" + "<p>Un mot de plus pour la page.</p>" * 400_000 + "</body></html>").encode()

    with pytest.raises(UnreadableSourceError, match="limit of 1 seconds"):
        open_document(slow, "longue.html", limits=Limits(seconds=1))
