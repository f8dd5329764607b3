"""The command as a user starts it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Tenu = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tenu(tmp_path: Path) -> Tenu:
    """Run `tenu` with arguments in an empty folder; standard input may be given."""

    def run(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "COLUMNS": "120", "USER": "tester"}
        environment.pop("TENU_LEDGER", None)
        done = subprocess.run(
            [sys.executable, "-m", "tenu", *arguments],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def communique(tmp_path: Path) -> Path:
    """A short French communiqué with a meeting, a pledge and a quotation."""
    path = tmp_path / "communique.fr.txt"
    path.write_text(
        "La ministre de l’Énergie se rend à Vaduz\n\n3 mars 2025\n\n"
        "La ministre de l’Énergie, Claire Aubert, rencontrera mercredi son homologue, Paul Keller, à Vaduz. "
        "La Norvège a promis 12 millions d’euros à la région.\n\n"
        "« Nous tiendrons parole », a déclaré Mme Aubert.\n",
        encoding="utf-8",
    )
    return path
