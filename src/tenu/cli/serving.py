"""`tenu serve`: the pages, on this machine alone."""

import os
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.settings import Settings
from tenu.web.entrance import Entrance
from tenu.web.serving import serve


def serve_pages(settings: Settings, port: int, *, browser: bool, token_file: Path | None = None) -> None:
    """Serve the ledger's pages until Ctrl-C, and open them in the browser where that is wanted.

    The key of scripts stands in `token_file`, for this user's eyes only, as long as the site is served.
    """

    def opened(address: str) -> None:
        print(f"tenu shows {settings.ledger} to {settings.who} at:\n\n    {address}\n", flush=True)  # noqa: T201
        print("The address opens once, on this machine. Ctrl-C ends it.", flush=True)  # noqa: T201
        if browser and sys.stdout.isatty():
            webbrowser.open(address)

    with Ledger.open(settings.ledger) as ledger:
        entrance = Entrance()
        with _written(entrance.script_key, token_file):
            serve(ledger, settings.who, port, opened, entrance)
    print("tenu: ended; everything decided is kept.", flush=True)  # noqa: T201


@contextmanager
def _written(key: str, path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    try:
        path.unlink(missing_ok=True)  # an earlier file may be open to others
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key)
    except OSError as error:
        raise UsageError(f"The token could not be written to {path}: {error.strerror}; give another file.") from error
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
