"""`tenu serve`: the pages, on this machine alone."""

import sys
import webbrowser

from tenu.ledger import Ledger
from tenu.settings import Settings
from tenu.web.serving import serve


def serve_pages(settings: Settings, port: int, *, browser: bool) -> None:
    """Serve the ledger's pages until Ctrl-C, and open them in the browser where that is wanted."""

    def opened(address: str) -> None:
        print(f"tenu shows {settings.ledger} to {settings.who} at:\n\n    {address}\n", flush=True)  # noqa: T201
        print("The address opens once, on this machine. Ctrl-C ends it.", flush=True)  # noqa: T201
        if browser and sys.stdout.isatty():
            webbrowser.open(address)

    with Ledger.open(settings.ledger) as ledger:
        serve(ledger, settings.who, port, opened)
    print("tenu: ended; everything decided is kept.", flush=True)  # noqa: T201
