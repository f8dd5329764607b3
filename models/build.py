"""Rebuild the parsers from treebanks and releases, an hour or two on one core: `python build.py [LANGUAGE …]`.

First a pipeline on the treebanks alone, then word vectors from the releases, then the pipeline goes on with them.
The result replaces what is shipped; `measure.py` and `check.py` say what it is worth.
"""

import subprocess
import sys
from pathlib import Path

from treebanks import BUILD

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "src" / "tenu" / "reading"


def run(script: str, *words: str) -> None:
    """Run one of the scripts beside this one; what fails stops the build."""
    subprocess.run([sys.executable, str(HERE / script), *words], check=True, cwd=HERE)


def build(language: str) -> None:
    """All steps for one language."""
    run("train.py", "first", language)
    run("raw.py", language)
    run("vectors.py", language)
    run("train.py", "second", language, str(BUILD / f"{language}-first" / "model-best"))
    run("pack.py", language, str(BUILD / f"{language}-second" / "model-best"), str(SHIPPED / language / "parser"))


if __name__ == "__main__":
    run("docs.py")
    run("lexicon.py")
    for each in sys.argv[1:] or ["fr", "en"]:
        build(each)
        run("measure.py", each, str(SHIPPED / each / "parser"))
        run("check.py", each)
