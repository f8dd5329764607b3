"""Put a document in: words to paste, files, an address; what it says is there to review at once."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from tenu.errors import UsageError
from tenu.fetch import Fetched
from tenu.flow import Hints, Outcome, take_in, take_in_one
from tenu.web.asking import OpenLedger, Who
from tenu.web.pages import page
from tenu.web.wording import N_

routes = APIRouter(prefix="/add")
LARGEST = 20 * 1024 * 1024
"""Bytes of a file; larger ones are read with `tenu read`."""
LONGEST_NAME = 120
_NO_WORDS = N_("Nothing was pasted; put the words of the document into the field.")
_NO_FILES = N_("No file was chosen; choose one or several.")
_NO_ADDRESS = N_("Give a whole address that begins with https:// or http://.")
_NO_DAY = N_("The day of the document is written as 2026-03-12.")
_NO_LANGUAGE = N_("tenu reads French and English: choose one of the two, or leave it to be told by the words.")


@routes.get("")
def show(request: Request) -> Response:
    """Show the three ways to put a document in."""
    return page(request, "adding/add.html", outcomes=None, words="", name="")


@routes.post("/words")
def paste(
    request: Request,
    ledger: OpenLedger,
    who: Who,
    words: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
) -> Response:
    """Take in words that were pasted, under the name given or one made from their first line."""
    if not words.strip():
        raise UsageError(_NO_WORDS)
    source = _file_name(name) or f"{_file_name(words.strip().splitlines()[0])}.txt"
    content = words.replace("\r\n", "\n").encode("utf-8", "replace")
    found = Fetched(content, source, _now(), media_type="text/plain", charset="utf-8")
    return _told(request, [take_in_one(found, ledger, who, _hints(published, language))], words, name)


@routes.post("/files")
def upload(
    request: Request,
    ledger: OpenLedger,
    who: Who,
    files: Annotated[list[UploadFile] | None, File()] = None,
    published: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
) -> Response:
    """Take in files, each by itself; one that cannot be read does not stop the others."""
    chosen = [file for file in files or [] if file.filename]
    if not chosen:
        raise UsageError(_NO_FILES)
    hints = _hints(published, language)
    brought = (
        Fetched(file.file.read(LARGEST + 1), _file_name(file.filename or "") or "document", _now()) for file in chosen
    )
    return _told(request, [take_in_one(found, ledger, who, hints) for found in brought])


@routes.post("/address")
def bring(
    request: Request,
    ledger: OpenLedger,
    who: Who,
    address: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
) -> Response:
    """Bring what an address holds and take it in; addresses within this machine or network are refused."""
    asked = address.strip()
    if not asked.lower().startswith(("https://", "http://")):
        raise UsageError(_NO_ADDRESS)
    return _told(request, list(take_in([asked], ledger, who, _hints(published, language))))


def _told(request: Request, outcomes: list[Outcome], words: str = "", name: str = "") -> Response:
    """Lead to the reading of a single document at once; tell what came of several, or of one that was refused."""
    kept = [outcome.kept for outcome in outcomes if outcome.kept]
    if len(outcomes) == 1 and kept:
        return RedirectResponse(f"/review/documents/{kept[0].document}", 303)
    return page(request, "adding/add.html", 200 if kept else 422, outcomes=outcomes, words=words, name=name)


def _hints(published: str, language: str) -> Hints:
    if language not in ("", "fr", "en"):
        raise UsageError(_NO_LANGUAGE)
    if published:
        try:
            date.fromisoformat(published)
        except ValueError:
            raise UsageError(_NO_DAY) from None
    return Hints(language or None, published or None)


def _file_name(told: str) -> str:
    """Give a name to show: the last part of a path, without what cannot be printed, not endless."""
    last = PurePosixPath(told.replace("\\", "/")).name
    return " ".join(_printable(last)).strip()[:LONGEST_NAME]


def _printable(text: str) -> Iterable[str]:
    return "".join(sign if sign.isprintable() else " " for sign in text).split()


def _now() -> datetime:
    return datetime.now(UTC)
