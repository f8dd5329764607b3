"""What a site lets programs read: its robots.txt (RFC 9309)."""

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

LIMIT = 512 * 1024
"""How many bytes of a robots.txt are read; RFC 9309 §2.5 asks for 500 KiB at least."""

LONGEST_PAUSE = 30.0
"""How many seconds of pause between two requests a site may ask for; more is taken as this."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site's robots.txt says; `parser` is None where it lets everything be read, or nothing."""

    parser: RobotFileParser | None
    closed: bool = False

    def allows(self, agent: str, url: str) -> bool:
        """Tell whether a program of this name may read an address."""
        if self.parser is None:
            return not self.closed
        return self.parser.can_fetch(agent, url)

    def pause(self, agent: str) -> float:
        """Give the pause between two requests that the site asks for, in seconds, 0 where it asks for none."""
        delay = self.parser.crawl_delay(agent) if self.parser else None
        return min(float(delay), LONGEST_PAUSE) if delay else 0.0


def read_robots(status: int, content: bytes) -> Robots:
    """Read the answer to a request for robots.txt: 4xx lets everything be read, 5xx nothing (RFC 9309 §2.3.1)."""
    if 400 <= status < 500:
        return Robots(None)
    if status >= 500:
        return Robots(None, closed=True)
    parser = RobotFileParser()
    parser.parse(content[:LIMIT].decode("utf-8", "replace").splitlines())
    parser.modified()
    return Robots(parser)
