"""A site as a user starts it: `tenu serve`, a process of its own on loopback."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import httpx


@dataclass
class Served:
    """A running `tenu serve`; used with `with`, it is ended as Ctrl-C ends it."""

    ledger: Path
    who: str = "Nora"
    port: int = 0
    address: str = ""
    token_file: Path | None = None
    process: "subprocess.Popen[str] | None" = None

    def __enter__(self) -> "Served":
        options = ["--ledger", str(self.ledger), "--as", self.who, "--port", str(self.port), "--no-browser"]
        options += ["--token-file", str(self.token_file)] if self.token_file else []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tenu", "serve", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout is not None
        told = ""
        for line in self.process.stdout:
            told += line
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/enter\?token=\S+", line):
                self.address, self.port = found[0], int(found[1])
                return self
        raise AssertionError(f"tenu serve did not open: {told}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> int:
        """End it and give the exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=15)
        return self.process.returncode

    @property
    def origin(self) -> str:
        """Give the address that all pages begin with."""
        return f"http://127.0.0.1:{self.port}"

    def enter(self) -> httpx.Client:
        """Give a client that was let in with the printed address."""
        client = httpx.Client(base_url=self.origin)
        assert client.get(self.address).status_code == 303
        return client

    def script(self) -> httpx.Client:
        """Give a script's client, which shows the token from the file and no cookie."""
        assert self.token_file is not None
        shown = {"Authorization": f"Bearer {self.token_file.read_text()}"}
        return httpx.Client(base_url=f"{self.origin}/api/v1", headers=shown, timeout=20)


def form_key(client: httpx.Client, path: str = "/review") -> str:
    """Give the key that the forms of this session carry."""
    found = re.search(r'name="form-key" content="([^"]+)"', client.get(path).text)
    assert found
    return found[1]
