"""Bring documents from wherever they are: files, folders, standard input, addresses."""

from collections.abc import Iterable, Iterator

from tenu.errors import UnreadableSourceError
from tenu.fetch.fetched import Fetched, NotBrought
from tenu.fetch.folders import LIMIT, from_path, from_standard_input


def bring(sources: Iterable[str], *, limit: int = LIMIT) -> Iterator[Fetched | NotBrought]:
    """Bring each source in turn: a file, a folder, `-` for standard input, an http(s) address.

    `limit` is how many bytes one document may have. What cannot be brought is a `NotBrought` with its reason, in its
    place among the rest.
    """
    for source in sources:
        if source == "-":
            yield from_standard_input(limit)
        elif source.lower().startswith(("http://", "https://")):
            yield NotBrought(
                source, UnreadableSourceError(f"{source} is an address; save the page as a file and read that.")
            )
        else:
            yield from from_path(source, limit)
