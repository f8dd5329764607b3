"""Let the collector of cycles rest while many things are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Keep Python from looking for cycles: a quarter of an answer over 10,000 claims, a fifteenth of a reading.

    What is made meanwhile goes as soon as nobody holds it; only circles wait.
    """
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()
