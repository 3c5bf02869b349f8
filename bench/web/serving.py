"""A server that answers, of this or of another Python, and what it takes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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


@contextmanager
def serving(python: Path, application: str, path: str, env: Mapping[str, str]) -> Iterator[Server]:
    """Two processes that answer, from the moment when the one of them does at the path."""
    place = ("--interface", "wsgi", "--host", HOST, "--port", str(PORT))
    size = ("--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning")
    line = [str(python), "-m", "granian", *place, *size, application]
    begun = time.perf_counter()
    process = subprocess.Popen(line, env=env, cwd=ROOT, start_new_session=True)
    try:
        until_it_answers(f"{ADDRESS}{path}")
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
