"""Answer requests on loopback until the person at the terminal ends it."""

import signal
import socket
from collections.abc import Callable
from threading import Thread

import uvicorn

from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.reading import amounts, times
from tenu.web.app import create_app
from tenu.web.entrance import Entrance
from tenu.web.site import Site

LOOPBACK = "127.0.0.1"
FAREWELL = 3
"""Seconds that answers under way have once the end is asked for."""


def serve(ledger: Ledger, who: str, port: int, opened: Callable[[str], None], entrance: Entrance | None = None) -> None:
    """Serve a ledger on loopback; `opened` is told the address once the site listens. Port 0 takes any that is free."""
    Thread(target=warm_up, name="warm-up", daemon=True).start()
    with _listening(port) as listening:
        site = Site(ledger, who, listening.getsockname()[1], entrance or Entrance())
        server = _Server(
            uvicorn.Config(
                create_app(site),
                access_log=False,  # addresses would show the token
                log_level="warning",
                server_header=False,
                ws="none",
                timeout_graceful_shutdown=FAREWELL,
            )
        )
        server.opened = lambda: opened(site.address)
        before = {name: signal.signal(name, lambda *_: None) for name in (signal.SIGINT, signal.SIGTERM)}
        try:  # uvicorn hands the signal on when it has ended; then all is well, and the command ends in good order
            server.run(sockets=[listening])
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)


def warm_up() -> None:
    """Load what finds times and amounts, so that the first claim at hand is there as quickly as the others."""
    for language in ("fr", "en"):
        times.find("12 mars 2026", language)
        amounts.find("3 millions", language)


class _Server(uvicorn.Server):
    opened: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then tell so."""
        await super().startup(sockets)
        if self.started:
            self.opened()


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise UsageError(f"Port {port} is taken or not allowed; give another with --port, or 0 for any.") from error
    return listening
