"""The application as it is run: its own process, collected files, a database of its own."""

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

import run as scripted


@dataclass(frozen=True)
class Application:
    """One that answers: where, in which environment, by which process."""

    address: str
    env: Mapping[str, str]
    process: subprocess.Popen[bytes]

    def manage(self, *arguments: str, told: str = "") -> str:
        """What a command of it prints, or a script in its shell where one is told."""
        return manage(self.env, *arguments, told=told)

    def work(self) -> None:
        """Let a worker do all that waits."""
        self.manage("shell", "-v0", told=WORK)


WORK = """
import threading
from django.utils import timezone
from vitalfew_web.core.worker import work_once
while any([work_once(timezone.now(), threading.Event(), quick=quick) for quick in (True, False)]):
    pass
"""


def manage(env: Mapping[str, str], *arguments: str, told: str = "") -> str:
    """What a command prints, or a script in its shell where one is told."""
    line = scripted.command([*arguments])
    done = subprocess.run(line, env=dict(env), input=told, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Variables of an installation whose data lie in this folder; collected files beside them."""
    env = {**scripted.prepared(folder), "VF_STATIC": str(folder / "static"), **settings}
    env.pop("VF_DEBUG", None)
    return env


def installed(env: Mapping[str, str], customers: int) -> None:
    """Everything that stands before the first start."""
    for step in (["migrate", "-v0"], ["createcachetable"], ["collectstatic", "--noinput", "-v0"]):
        manage(env, *step)
    manage(env, "build_demo", "--customers", str(customers))


@contextmanager
def answering(env: Mapping[str, str], workers: int = 1) -> Iterator[Application]:
    """The application for a while, at a port that is free."""
    port = free_port()
    place = ("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port))
    size = ("--workers", str(workers), "--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning")
    line = [sys.executable, "-m", "granian", *place, *size, "vitalfew_web.config.wsgi:application"]
    process = subprocess.Popen(line, env=dict(env), start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/healthz")
        yield Application(address, env, process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str, seconds: float = 60) -> float:
    """Seconds until an address answers well."""
    begun = time.monotonic()
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return time.monotonic() - begun
        except (urllib.error.URLError, OSError):
            assert time.monotonic() - begun < seconds, f"{address} does not answer"
            time.sleep(0.05)
