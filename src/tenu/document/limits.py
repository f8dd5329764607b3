"""How much of a document is read before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost; past any of these it is refused with a sentence that names the limit.

    `content` and `text` count bytes and code points; `depth` counts elements within one another; `ratio` is how many
    times its packed size an archive may unpack to; `seconds` and `memory` (bytes) bind the child process that reads
    a hostile format.
    """

    content: int = 20 * MEGABYTE
    text: int = 20_000_000
    depth: int = 1000
    ratio: int = 200
    members: int = 5000
    pages: int = 2000
    seconds: float = 5.0
    memory: int = 300 * MEGABYTE
