"""Load spaCy without its command line.

`import spacy` brings in `spacy.cli` (downloads, project templates, an HTTP client) for one function that tenu never
calls; that is a third of the import's time, and a reading from a cold start is mostly imports. A stand-in takes its
place while spaCy loads and leaves afterwards, so that `import spacy.cli` elsewhere still finds the real one.

The parser's matrices are small: with a second thread numpy's products take twice the processor's time and no less
of the clock's, so one is asked for, unless somebody has said otherwise or numpy is loaded already.
"""

import os
import sys
from types import ModuleType

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def load_spacy() -> None:
    """Import spaCy, once; nothing is done where somebody has imported it already."""
    if "spacy" in sys.modules:
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in _COMMANDS:
        stand_in = ModuleType(name)
        stand_in.__path__ = []
        stand_in.__dict__["info"] = None
        sys.modules[name] = stand_in
    try:
        import spacy  # noqa: F401 - loaded for those who import its parts next
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
