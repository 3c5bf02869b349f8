"""An installation that is kept from run to run, and the server on it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]

from bench.weigh import held

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody uses: another bench may be under way."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


PORT = free_port()
ADDRESS = f"http://{HOST}:{PORT}"


@dataclass(frozen=True)
class Installation:
    """So many customers, in SQLite or in the PostgreSQL of an address."""

    home: Path
    customers: int
    database: str = ""
    facts: bool = True

    @cached_property
    def env(self) -> dict[str, str]:
        """The variables of it."""
        self.home.mkdir(parents=True, exist_ok=True)
        here = {
            "VF_DATA": str(self.home),
            "VF_STATIC": str(self.home / "static"),
            "VF_SECRET_KEY": "a key of a bench, known to all",
            "VF_HTTPS": "0",
            "VF_BENCH_CUSTOMERS": str(self.customers),
            "VF_BENCH_FACTS": "1" if self.facts else "",
            "DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings",
        }
        return {**os.environ, **here, **({"VF_DATABASE": self.database} if self.database else {})}

    @cached_property
    def sessions(self) -> dict[str, str]:
        """Everybody, logged in; filled the first time."""
        for step in (["migrate", "-v0"], ["createcachetable"], ["collectstatic", "--noinput", "-v0"]):
            self.manage(*step)
        found: dict[str, str] = self.ask("filled", "main")
        return found

    def manage(self, *arguments: str) -> str:
        """What a command of it prints."""
        line = [sys.executable, str(ROOT / "web" / "manage.py"), *arguments]
        env = {**self.env, "PYTHONPATH": str(ROOT)}
        return subprocess.run(line, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout

    def ask(self, module: str, call: str) -> Any:
        """What a function of this folder prints in its shell, as JSON."""
        told = self.manage("shell", "-v0", "-c", f"from bench.web import {module}; {module}.{call}()")
        return json.loads(told.splitlines()[-1])

    @contextmanager
    def working(self) -> Iterator[psutil.Process]:
        """The worker behind the pages."""
        line = [sys.executable, str(ROOT / "web" / "manage.py"), "run_worker"]
        process = subprocess.Popen(line, env=self.env)
        try:
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            process.wait(timeout=60)

    @contextmanager
    def serving(self) -> Iterator[Server]:
        """Two processes that answer, as `make run` starts them."""
        place = ("--interface", "wsgi", "--host", HOST, "--port", str(PORT))
        size = ("--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning")
        line = [sys.executable, "-m", "granian", *place, *size, "bench.web.timed:application"]
        begun = time.perf_counter()
        process = subprocess.Popen(line, env=self.env, cwd=ROOT, start_new_session=True)
        try:
            until_it_answers(f"{ADDRESS}/healthz")
            yield Server(process.pid, time.perf_counter() - begun)
        finally:
            end(process)


@dataclass(frozen=True)
class Server:
    """One that answers, and how long it took until it did."""

    pid: int
    starting: float

    def cpu(self) -> float:
        """CPU seconds of it and its processes so far."""
        return float(sum(times.user + times.system for times in (each.cpu_times() for each in self._all())))

    def memory(self) -> int:
        """Bytes that they hold, what they share once."""
        return sum(map(held, self._all()))

    def _all(self) -> list[psutil.Process]:
        root = psutil.Process(self.pid)
        return [root, *root.children(recursive=True)]


def end(process: subprocess.Popen[bytes]) -> None:
    """End a server; one that is still starting its processes does not hear it, and is ended with them."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until_it_answers(address: str, seconds: float = 60) -> None:
    """Ask until it says "ok"."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                sys.exit("bench: the server does not answer")
            time.sleep(0.02)
