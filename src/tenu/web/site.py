"""What a running site is made of; every request finds it at `request.app.state.site`."""

from dataclasses import dataclass, field

from tenu.ledger import Ledger
from tenu.web.answers import Answers
from tenu.web.entrance import Entrance


@dataclass(frozen=True, slots=True)
class Site:
    """An open ledger, the reviewer's name, the port on loopback, and who may come in."""

    ledger: Ledger
    who: str
    port: int
    entrance: Entrance = field(default_factory=Entrance)
    answers: Answers = field(default_factory=Answers)

    @property
    def hosts(self) -> frozenset[str]:
        """Give the names by which this site may be asked for; any other name is somebody else's."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def address(self) -> str:
        """Give the address to open in a browser, which lets one browser in, once."""
        return f"http://127.0.0.1:{self.port}/enter?token={self.entrance.token}"
