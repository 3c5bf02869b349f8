"""`make bench ARGS=web`: pages under twenty people. `--full --write` is what the documentation shows."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench.machine import description, hold_to_two_cores
from bench.page import Page
from bench.web import imports
from bench.web.installation import ADDRESS, Installation, Server

DOCS = Path(__file__).resolve().parents[2] / "docs"
MARK = "web"
HEADER = ("| measured | target | found | from | verdict |", "|---|---:|---:|---|---|")
RATE = 10
APART = {
    "list of the own": ("m3", "/customers/"),
    "list of the own, sorted and filtered": ("m3", "/customers/?sort=-changed&role=dealer"),
    "list of a team": ("lin.yue", "/customers/"),
    "list of all": ("gao.ming", "/customers/"),
    "search, Han": ("gao.ming", "/customers/?q=%E5%AE%8F%E8%BF%9C%E6%9C%BA"),
    "search, Latin": ("gao.ming", "/customers/?q=wan"),
    "page of a customer": ("m3", "/customers/K-1004/"),
    "page with 200 changes": ("m0", "/customers/K-1001/"),
    "form": ("m3", "/customers/K-1004/edit"),
}
CPU_LIMIT = {"list": 40.0, "search": 40.0, "page": 25.0, "form": 25.0}
WAIT_LIMIT = {"list": (300.0, "P-01"), "page": (400.0, "P-02"), "search": (500.0, "P-03")}


def main(arguments: Sequence[str]) -> None:
    """Fill, start, ask, and say it."""
    hold_to_two_cores()
    chosen, page = asked(arguments), Page()
    if chosen.imports:
        page.say(f"{description()}.", "", "### Imports in the browser", "", *HEADER)
        for line in imports.lines(chosen.data, row):
            page.say(line)
        if chosen.write:
            page.put_into(DOCS / "benchmarks.md", "imports in the browser")
        return
    where = "PostgreSQL" if chosen.database else "SQLite"
    home = chosen.data / "web" / f"{where.lower()}-{chosen.customers}"
    installation = Installation(home.absolute(), chosen.customers, chosen.database)
    page.say(f"{description()}.", "", f"### {chosen.customers:,} customers on {where}", "", *HEADER)
    for line in measured(installation, chosen):
        page.say(line)
    if chosen.write:
        page.put_into(DOCS / "benchmarks.md", f"{MARK} on {where}")


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=web", description="Pages under twenty people.")
    parser.add_argument("--customers", type=int, default=5_000, help="customers of the installation")
    parser.add_argument("--seconds", type=float, default=20, help="how long the twenty people ask")
    parser.add_argument("--imports", action="store_true", help="files through the pages instead of people")
    parser.add_argument("--full", action="store_true", help="100,000 customers and a minute")
    parser.add_argument("--database", default="", help="address of an empty PostgreSQL; without it SQLite")
    parser.add_argument("--write", action="store_true", help="put the table into the documentation")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where installations are kept")
    chosen = parser.parse_args(arguments)
    if chosen.full:
        chosen.customers, chosen.seconds = max(chosen.customers, 100_000), max(chosen.seconds, 60)
    return chosen


def measured(installation: Installation, chosen: argparse.Namespace) -> Iterator[str]:
    """Every row of the table."""
    begun = time.perf_counter()
    sessions = installation.home / "sessions.json"
    sessions.parent.mkdir(parents=True, exist_ok=True)
    sessions.write_text(json.dumps(crowd_of(installation.sessions)), encoding="utf-8")
    filled = time.perf_counter() - begun
    yield row("filled or found, and collected", None, filled, "s", "migrations, people, customers, static files")
    begun = time.perf_counter()
    installation.manage("migrate", "-v0")
    with installation.serving() as server:
        first = time.perf_counter() - begun
        yield row("P-22 start with migrations applied", 15, first, "s", "until it answers")
    with installation.serving() as server:
        yield row("P-22 start again", 5, server.starting, "s", "until it answers")
        plan = {"apart": APART, "times": 40, "rate": RATE, "seconds": chosen.seconds, "saturate": 8}
        yield from asked_by_people(server, sessions, plan)


def crowd_of(sessions: dict[str, str]) -> dict[str, str]:
    """Twenty people who see customers: sixteen who look after some, a lead, the director and two who only look."""
    others = ("lin.yue", "gao.ming", "sun.li", "maria.ortiz")
    return {who: key for who, key in sessions.items() if who in others or who.removeprefix("m").isdigit()}


def asked_by_people(server: Server, sessions: Path, plan: dict[str, Any]) -> Iterator[str]:
    """Each kind of page alone, all of them mixed, and as many as it can."""
    line = [sys.executable, "-m", "bench.web.crowd", ADDRESS, str(sessions), json.dumps(plan)]
    told = json.loads(subprocess.run(line, stdout=subprocess.PIPE, text=True, check=True).stdout)
    for kind in APART:
        yield from alone(kind, [each for each in told["apart"] if each["kind"] == kind])
    yield from mixed(told["mixed"], told["cpu"], plan["seconds"])
    per_second = told["lists"] / plan["saturate"]
    yield row("lists a second, as many as it can", None, per_second, "/s", "8 people who ask again at once")
    yield row("memory of the server", None, server.memory() / 2**20, "MiB", "two processes that answer")


def alone(kind: str, answers: list[dict[str, Any]]) -> Iterator[str]:
    """One kind of page with nothing beside it, after the first few."""
    cpu = [each["cpu"] for each in answers[5:]]
    wall = [each["server"] for each in answers[5:]]
    limit = CPU_LIMIT[kind.split(maxsplit=1)[0].rstrip(",")]
    yield row(f"{kind}, CPU", limit, median(cpu), "ms", f"{median(wall):.1f} ms at the server; {len(cpu)} times alone")


def mixed(answers: list[dict[str, Any]], crowd_cpu: float, seconds: float) -> Iterator[str]:
    """All kinds at once."""
    refused = [each for each in answers if each["status"] >= 400 and each["status"] != 409]
    for kind in dict.fromkeys(each["kind"] for each in answers):
        some = [each for each in answers if each["kind"] == kind]
        limit, name = WAIT_LIMIT.get(kind, (None, ""))
        waits, inside = ([each[part] for each in some] for part in ("waited", "server"))
        origin = f"p50 {median(waits):.0f} ms; at the server {median(inside):.0f} and {p95(inside):.0f} ms; {len(some)}"
        yield row(f"{name} {kind} at {RATE}/s, p95".lstrip(), limit, p95(waits), "ms", origin)
    statuses = ", ".join(f"{times} × {status}" for status, times in Counter(each["status"] for each in refused).items())
    yield row("answers that refuse", 0, len(refused), "", f"of {len(answers)}{': ' if statuses else ''}{statuses}")
    yield row("CPU of who asks", None, crowd_cpu / seconds * 100, "%", "of one core, not counted above")


def p95(values: list[float]) -> float:
    """The value that 95 of a hundred do not pass."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def row(what: str, limit: float | None, found: float, unit: str, origin: str) -> str:
    """A line of the table."""
    verdict = "" if limit is None else "met" if found <= limit else "**missed**"
    target = "" if limit is None else f"≤ {limit:g} {unit}"
    return f"| {what} | {target} | {found:,.1f} {unit} | {origin} | {verdict} |"


if __name__ == "__main__":
    main(sys.argv[1:])
