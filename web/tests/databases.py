"""A PostgreSQL of the tests' own, and turning Django to it."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections

from vitalfew_web.config.database import database_of

SETTINGS = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "log_statement=none", "-c", "max_connections=120")


class Server:
    """A server in a folder of its own, reached by a socket there alone. Root may not run it, so another does."""

    def __init__(self, program: str) -> None:
        self._program = Path(program)
        self.folder = Path(tempfile.mkdtemp(prefix="vf-postgres-"))
        self.user = "postgres" if os.name != "nt" and os.geteuid() == 0 else getpass.getuser()
        self._process: subprocess.Popen[bytes] | None = None
        if self.user == "postgres":
            shutil.chown(self.folder, self.user)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N")

    def address(self, name: str = "postgres") -> str:
        """What VF_DATABASE would say."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def start(self) -> None:
        """Answer, from now on."""
        folder = ["-D", str(self.folder / "data"), "-k", str(self.folder)]
        self._process = subprocess.Popen(
            [self._program, *folder, *SETTINGS], stderr=subprocess.DEVNULL, start_new_session=True, **self._as()
        )
        self.wait()

    def wait(self) -> None:
        """Until it answers; the test fails where it does not within a minute."""
        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.address()).close()
            except psycopg.OperationalError:
                assert time.monotonic() < until, "PostgreSQL does not start"
                time.sleep(0.05)
            else:
                return

    def kill(self) -> None:
        """As a power cut ends it: the server and everything that it started, at once."""
        assert self._process is not None, "not started"
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        # Each connection has a process with a session of its own, and lets go once it sees that the server is gone.
        time.sleep(0.2)

    def end(self) -> None:
        """End it, and take its folder away."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name: str, *arguments: str) -> None:
        program = self._program.with_name(name)
        subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **self._as())

    def _as(self) -> dict[str, Any]:
        return {"user": self.user, "group": self.user, "extra_groups": []} if self.user == "postgres" else {}


@contextmanager
def serving(program: str) -> Iterator[Server]:
    """A server for a while."""
    server = Server(program)
    try:
        server.start()
        yield server
    finally:
        server.end()


def turn_to(address: str) -> None:
    """Let Django use this database instead of what the settings named."""
    database = database_of(address, settings.DATA)
    settings.DATABASES["default"] = connections.configure_settings({"default": database})["default"]
    connections.settings["default"] = settings.DATABASES["default"]
    del connections["default"]


@contextmanager
def turned_to(address: str) -> Iterator[None]:
    """Django on another database with all tables, for a while; what it used before waits meanwhile."""
    before, wrapper = settings.DATABASES["default"], connections["default"]
    turn_to(address)
    try:
        creation = connections["default"].creation
        name = connections["default"].settings_dict["NAME"]
        creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            creation.destroy_test_db(name, verbosity=0)
    finally:
        connections["default"].close()
        settings.DATABASES["default"] = connections.settings["default"] = before
        connections["default"] = wrapper


def number_from_one() -> None:
    """Let keys begin at 1 in each test on PostgreSQL too, which numbers on where what was written is taken back."""
    if connections["default"].vendor == "postgresql":
        ours = "relkind = 'S' AND relname !~ '^(django|auth)_'"
        with connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT setval(oid, 1, false) FROM pg_class WHERE {ours}")
