"""How the command line reaches the web: in the usual way, but for tests with servers on this machine."""

from typing import TYPE_CHECKING

from tenu.settings import Settings

if TYPE_CHECKING:
    from tenu.fetch.transport import Web


def web_of(settings: Settings) -> "Web | None":
    """Give the way to the web where it is not the usual one, None where it is."""
    if not settings.loopback:
        return None
    from tenu.fetch.transport import Web

    return Web(loopback=True, pause=0.0)
