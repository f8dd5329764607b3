"""The walk in the pages, line by line: what a newcomer types goes well and leaves what the page says."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tenu.ledger import Ledger

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def test_the_walk_goes_from_a_folder_of_releases_to_a_published_tracker(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]

    for line in lines:
        done = run(line, tmp_path)
        assert done.returncode == 0, f"{line}\n{done.stderr}"

    assert "<h1>Promises to the Tervane valley</h1>" in (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
    assert (tmp_path / "due.csv").read_text("utf-8").startswith("matter,donor,recipient")
    assert "<svg" in (tmp_path / "promised.svg").read_text("utf-8")
    with Ledger.open(tmp_path / "tracker-saved.db") as ledger:
        documents, claims = ledger.count()
        assert documents > 10
        assert claims > 100
        assert ledger.matters().entries


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell, with tenu and its Python first on the path."""
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "COLUMNS": "120"}
    environment.pop("TENU_LEDGER", None)
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)
