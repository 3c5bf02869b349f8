"""DjangoCRM beside ours: the same invented customers, the same server, each page asked of both, one after the other."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from bench.environments import ROOT, another, interpreter, version
from bench.web.asking import crowd_of, played, row
from bench.web.installation import Installation
from bench.web.serving import serving

REQUIREMENTS = ROOT / "bench" / "peers" / "djangocrm.txt"
PYTHON = "3.12"
"""Its syntax is that of this version."""

NAME = "DjangoCRM"
COMPANIES = "/en/123/crm/company/"
PAGES = {
    "list of the own": (("m3", "/customers/"), ("m3", COMPANIES)),
    "list of all": (("gao.ming", "/customers/"), ("all", COMPANIES)),
    "search, Han": (
        ("gao.ming", "/customers/?q=%E5%AE%8F%E8%BF%9C%E6%9C%BA"),
        ("all", f"{COMPANIES}?q=%E5%AE%8F%E8%BF%9C%E6%9C%BA"),
    ),
    "page of a customer": (("m3", "/customers/K-1004/"), ("m3", f"{COMPANIES}4/change/")),
}
"""What is asked → who asks it of ours, and who of theirs."""

ASKED = {"times": 30, "rate": 0, "seconds": 0, "saturate": 8, "burst": 0}
WARM = 5


@dataclass(frozen=True)
class Crm:
    """DjangoCRM with so many companies, in SQLite."""

    python: Path
    home: Path
    companies: int

    @cached_property
    def title(self) -> str:
        """Name and version."""
        return f"{NAME} {version(self.python, 'django-crm-admin')}"

    @cached_property
    def env(self) -> dict[str, str]:
        """The variables of it."""
        (self.home / "media").mkdir(parents=True, exist_ok=True)
        here = {"VF_BENCH_PLACE": str(self.home), "DJANGO_SETTINGS_MODULE": "bench.web.crm.settings"}
        return {**os.environ, **here, "PYTHONPATH": str(ROOT)}

    def sessions(self) -> dict[str, str]:
        """Who may ask, logged in; filled the first time."""
        line = [str(self.python), "-m", "bench.web.crm.filled", str(self.companies)]
        told = subprocess.run(line, env=self.env, stdout=subprocess.PIPE, text=True, check=True).stdout
        found: dict[str, str] = json.loads(told.splitlines()[-1])
        return found

    def asked(self) -> dict[str, Any]:
        """What people were answered."""
        sessions = self.home / "sessions.json"
        sessions.write_text(json.dumps(self.sessions()), encoding="utf-8")
        plan = {**ASKED, "apart": {kind: theirs for kind, (_, theirs) in PAGES.items()}, "list": COMPANIES}
        login = "/en/123/789-login/"
        with serving(self.python, "bench.web.crm.timed:application", login, self.env):
            return played(sessions, plan)


def rows(ours: Installation, home: Path) -> Iterator[str]:
    """Theirs and how many times ours; one row that says why where it cannot be had."""
    python = another(PYTHON)
    if python is None:
        yield absent(f"not measured: there is no Python {PYTHON} on this machine")
        return
    try:
        crm = Crm(interpreter(REQUIREMENTS, python), home, ours.customers)
        theirs = crm.asked()
    except subprocess.CalledProcessError as fault:
        yield absent(
            f"not measured: `{Path(fault.cmd[0]).name} {' '.join(map(str, fault.cmd[1:4]))} …` did not succeed"
        )
        return
    sessions = crowd_of(ours)
    with ours.serving():
        plan = {**ASKED, "apart": {kind: mine for kind, (mine, _) in PAGES.items()}}
        yield from compared(crm.title, theirs, played(sessions, plan))


def absent(why: str) -> str:
    """The row of one that is not there."""
    return f"| {NAME} |  |  | {why} |  |"


def compared(title: str, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    """CPU of each page, and lists a second."""
    for kind in PAGES:
        their, our = (cpu_of(told["apart"], kind) for told in (theirs, ours))
        origin = f"ours {our:.1f} ms: {their / our:.1f} times as much"
        yield row(f"{kind}, CPU of {title}", None, their, "ms", origin)
    their, our = (told["lists"] / ASKED["saturate"] for told in (theirs, ours))
    yield row(f"lists a second of {title}", None, their, "/s", f"ours {our:.1f}; 8 people who ask again at once")


def cpu_of(answers: list[dict[str, Any]], kind: str) -> float:
    """The middle of what a page took once the server was warm. Whoever is refused is not measured."""
    some = [each for each in answers if each["kind"] == kind]
    refused = {each["status"] for each in some} - {200}
    assert not refused, f"{kind}: {refused}"
    return float(median(each["cpu"] for each in some[WARM:]))
