"""A PostgreSQL cluster in a temporary folder, on loopback, ended by its own process id."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg


def installed_server() -> Path | None:
    """Give the folder of the newest installed server's programs, None where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if folders:
        return folders[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server: its programs, folder and port."""

    programs: Path
    folder: Path
    port: int

    @classmethod
    def start(cls, programs: Path) -> "Cluster":
        """Make a cluster and start its server; as root under the server's own user, for it refuses root."""
        memory = Path("/dev/shm")  # noqa: S108 — our own folder in it; a disk is slower
        folder = Path(tempfile.mkdtemp(prefix="tenu-postgres-", dir=memory if memory.is_dir() else None))
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        cluster = cls(programs, folder, _free_port())
        cluster._run("initdb", "-D", str(folder / "data"), "-U", "tenu", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = (
            f"-p {cluster.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
            "-c fsync=off -c synchronous_commit=off -c full_page_writes=off "
            "-c max_connections=60 -c shared_buffers=32MB"
        )
        cluster._run("pg_ctl", "-D", str(folder / "data"), "-l", str(folder / "log"), "-w", "-o", settings, "start")
        return cluster

    def stop(self) -> None:
        """End the server and take its folder away."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def fresh(self, name: str) -> str:
        """Create an empty schema and give its address: made sooner than a database, and as apart from the others."""
        with psycopg.connect(f"{self.server}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE SCHEMA "{name}"'.encode())
        return f"{self.server}/postgres?options=-csearch_path%3D{name}"

    @property
    def server(self) -> str:
        """Give the server's address without a database."""
        return f"postgresql://tenu@127.0.0.1:{self.port}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", pwd.getpwnam("postgres").pw_name, "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
