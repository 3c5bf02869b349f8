"""People who ask by a plan, and a line of the table for what they found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.web.installation import Installation
from bench.web.serving import ADDRESS


def crowd_of(installation: Installation) -> Path:
    """The file of twenty people who see customers: sixteen who look after some, a lead, the director and two who only look."""
    others = ("lin.yue", "gao.ming", "sun.li", "maria.ortiz")
    sessions = installation.home / "sessions.json"
    sessions.parent.mkdir(parents=True, exist_ok=True)
    found = {who: key for who, key in installation.sessions.items() if who in others or who.removeprefix("m").isdigit()}
    sessions.write_text(json.dumps(found), encoding="utf-8")
    return sessions


def played(sessions: Path, plan: dict[str, Any]) -> dict[str, Any]:
    """What people who ask by a plan were answered."""
    line = [sys.executable, "-m", "bench.web.crowd", ADDRESS, str(sessions), json.dumps(plan)]
    told: dict[str, Any] = json.loads(subprocess.run(line, stdout=subprocess.PIPE, text=True, check=True).stdout)
    return told


def row(what: str, limit: float | None, found: float, unit: str, origin: str) -> str:
    """A line of the table."""
    verdict = "" if limit is None else "met" if found <= limit else "**missed**"
    target = "" if limit is None else f"≤ {limit:g} {unit}"
    return f"| {what} | {target} | {found:,.1f} {unit} | {origin} | {verdict} |"
