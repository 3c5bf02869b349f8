"""An installation that is kept from run to run, and the server on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]

from bench.web.serving import ROOT, Server, serving


@dataclass(frozen=True)
class Installation:
    """So many customers, in SQLite or in the PostgreSQL of an address."""

    home: Path
    customers: int
    database: str = ""
    facts: bool = True
    grades: bool = True

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
            "VF_BENCH_GRADES": "1" if self.grades else "",
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
        with serving(Path(sys.executable), "bench.web.timed:application", "/healthz", self.env) as server:
            yield server
