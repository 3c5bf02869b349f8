"""`make bench ARGS=web`: pages under twenty people. `--full --write` is what the documentation shows."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench.machine import description, hold_to_two_cores
from bench.page import Page
from bench.web import beside, imports, limits, orders, postgres
from bench.web.asking import crowd_of, played, row
from bench.web.installation import Installation
from bench.web.serving import Server
from bench.weigh import Tree

DOCS = Path(__file__).resolve().parents[2] / "docs"
HEADER = ("| measured | target | found | from | verdict |", "|---|---:|---:|---|---|")
RATE = 10
USUAL = 5_000
PLAN: dict[str, Any] = {"apart": {}, "times": 0, "rate": RATE, "saturate": 0, "burst": 0}
"""What people do who do nothing but work."""
APART = {
    "list of the own": ("m3", "/customers/"),
    "list of the own, sorted and filtered": ("m3", "/customers/?sort=-changed&role=dealer"),
    "list of a team": ("lin.yue", "/customers/"),
    "list of all": ("gao.ming", "/customers/"),
    "list of a team, the largest with A": ("lin.yue", "/customers/?sort=-sales&grade=A"),
    "list of all, who fell from A": ("gao.ming", "/customers/?moved=A~*&sort=-sales"),
    "search, Han": ("gao.ming", "/customers/?q=%E5%AE%8F%E8%BF%9C%E6%9C%BA"),
    "search, Latin": ("gao.ming", "/customers/?q=wan"),
    "page of a customer": ("m3", "/customers/K-1004/"),
    "page with 200 changes": ("m0", "/customers/K-1001/"),
    "form": ("m3", "/customers/K-1004/edit"),
}


def main(arguments: Sequence[str]) -> None:
    """Fill, start, ask, and say it."""
    hold_to_two_cores()
    chosen, page = asked(arguments), Page()
    page.say(f"{description()}.")
    for name, lines in tables(chosen):
        page.say("", f"### {name}", "", *HEADER)
        for line in lines:
            page.say(line)
    if chosen.write:
        page.put_into(DOCS / "benchmarks.md", mark(chosen))


def mark(chosen: argparse.Namespace) -> str:
    """Where the documentation has it."""
    if chosen.imports:
        return "imports in the browser"
    return f"web beside {beside.NAME}" if chosen.peers else f"web on {where(chosen)}"


def where(chosen: argparse.Namespace) -> str:
    """The database in words."""
    return "PostgreSQL" if chosen.database else "SQLite"


def tables(chosen: argparse.Namespace) -> Iterator[tuple[str, Iterator[str]]]:
    """What is asked for: name of a table → its lines."""
    if chosen.imports:
        yield "Imports in the browser", imports.lines(chosen.data, row)
        return
    home = (chosen.data / "web").absolute()
    if chosen.peers:
        for size in (USUAL, chosen.customers) if chosen.full else (chosen.customers,):
            installation = Installation(home / f"sqlite-{size}", size)
            yield f"{size:,} customers beside {beside.NAME}", beside.rows(installation, home / f"djangocrm-{size}")
        return
    with ExitStack() as stack:
        place = home / f"{where(chosen).lower()}-{chosen.customers}"
        database = chosen.database
        if database == "own":
            database = stack.enter_context(postgres.serving(place / "postgres"))
        installation = Installation(place, chosen.customers, database)
        yield f"{chosen.customers:,} customers on {where(chosen)}", measured(installation, chosen)
    if chosen.run:
        graded = Installation(home / f"graded-{chosen.run}", chosen.run, grades=False)
        lines = orders.lines_of(chosen.run)
        yield f"A grading run: {chosen.run:,} customers, {lines:,} lines, SQLite", run_rows(graded, chosen.seconds)


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=web", description="Pages under twenty people.")
    parser.add_argument("--customers", type=int, default=USUAL, help="customers of the installation")
    parser.add_argument("--seconds", type=float, default=20, help="how long the twenty people ask")
    parser.add_argument("--imports", action="store_true", help="files through the pages instead of people")
    parser.add_argument("--full", action="store_true", help="100,000 customers and a minute")
    parser.add_argument("--database", default="", help="address of an empty PostgreSQL, or own; without it SQLite")
    parser.add_argument("--run", type=int, default=20_000, help="customers of the grading run; 0 leaves it out")
    parser.add_argument("--peers", action="store_true", help="a few pages beside DjangoCRM instead of all")
    parser.add_argument("--write", action="store_true", help="put the table into the documentation")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where installations are kept")
    chosen = parser.parse_args(arguments)
    if chosen.peers and (chosen.database or chosen.imports):
        parser.error("--peers stands alone, and is measured on SQLite")
    if chosen.full:
        chosen.customers, chosen.seconds = max(chosen.customers, 100_000), max(chosen.seconds, 60)
    return chosen


def measured(installation: Installation, chosen: argparse.Namespace) -> Iterator[str]:
    """Every row of the table."""
    begun = time.perf_counter()
    sessions = crowd_of(installation)
    filled = time.perf_counter() - begun
    yield row("filled or found, and collected", None, filled, "s", "migrations, people, customers, static files")
    begun = time.perf_counter()
    yield from starts(installation)
    asked = installation.ask("filled", "counted")
    origin = f"with 200 changes; its timeline, loaded beside it, {asked['timeline']}"
    yield row(f"{limits.PAGES} questions of a customer's page", limits.QUERIES, asked["page"], "", origin)
    with installation.serving() as server:
        yield row(f"{limits.STARTS} start again", limits.AGAIN_SECONDS, server.starting, "s", "until it answers")
        plan = {**PLAN, "apart": APART, "times": 40, "seconds": chosen.seconds, "saturate": 8, "burst": 5}
        yield from asked_by_people(server, sessions, plan)


def starts(installation: Installation) -> Iterator[str]:
    """Until it answers, from an empty database on; then with nothing to migrate."""
    with TemporaryDirectory(dir=installation.home) as folder:
        empty = Installation(Path(folder), 0)
        (empty.home / "static").mkdir()
        begun = time.perf_counter()
        empty.manage("migrate", "-v0")
        empty.manage("createcachetable")
        with empty.serving():
            took = time.perf_counter() - begun
    yield row(f"{limits.STARTS} first start, all migrations", limits.START_SECONDS, took, "s", "an empty SQLite")
    begun = time.perf_counter()
    installation.manage("migrate", "-v0")
    with installation.serving():
        took = time.perf_counter() - begun
    yield row(f"{limits.STARTS} start, migrations looked through", limits.START_SECONDS, took, "s", "until it answers")


def asked_by_people(server: Server, sessions: Path, plan: dict[str, Any]) -> Iterator[str]:
    """Each kind of page alone, all of them mixed, as many as it can, and beside a burst of logins."""
    told = played(sessions, plan)
    for kind in APART:
        yield from alone(kind, [each for each in told["apart"] if each["kind"] == kind])
    yield from mixed(told["mixed"], told["cpu"], plan["seconds"])
    per_second = told["lists"] / plan["saturate"]
    yield row("lists a second, as many as it can", None, per_second, "/s", "8 people who ask again at once")
    waits = [each["waited"] for each in told["pages"]]
    refused = sum(each["status"] == 429 for each in told["logins"])
    origin = f"100 wrong logins a second; {refused} of {len(told['logins'])} refused as too many"
    yield row(f"{limits.LOGINS} list meanwhile, p95", limits.BURST_WAIT_MS, p95(waits), "ms", origin)
    yield row("memory of the server", None, server.memory() / 2**20, "MiB", "two processes that answer")


def run_rows(installation: Installation, seconds: float) -> Iterator[str]:
    """What a grading run takes, and what people wait while it goes on."""
    sessions = crowd_of(installation)
    plan = {**PLAN, "seconds": seconds}
    with installation.serving(), installation.working() as worker:
        before = played(sessions, plan)["mixed"]
        installation.ask("graded", "begin")
        tree = Tree(worker.pid)
        tree.start()
        during = played(sessions, {**plan, "seconds": min(seconds, 10)})["mixed"]
        run, memory = ended(installation), tree.end()
    normal, meanwhile = (p95([each["waited"] for each in some]) for some in (before, during))
    yield row(f"{limits.RUNS} run", limits.RUN_SECONDS, run["seconds"], "s", "10 requests/s beside it for most of it")
    yield row(
        f"{limits.RUNS} memory of the worker",
        limits.RUN_GIB,
        memory / 2**30,
        "GiB",
        "most at a time",
    )
    origin = f"{meanwhile:.0f} over {normal:.0f} ms"
    yield row(f"{limits.RUNS} p95 of all requests meanwhile", limits.RUN_SLOWS, meanwhile / normal, "×", origin)


def ended(installation: Installation) -> dict[str, Any]:
    """The run once it is at its end."""
    until = time.monotonic() + 300
    while time.monotonic() < until:
        run: dict[str, Any] = installation.ask("graded", "ended")
        if run["seconds"] is not None:
            return run
        time.sleep(1)
    sys.exit("bench: the run does not end")


def alone(kind: str, answers: list[dict[str, Any]]) -> Iterator[str]:
    """One kind of page with nothing beside it, after the first few."""
    cpu = [each["cpu"] for each in answers[5:]]
    wall = [each["server"] for each in answers[5:]]
    limit = limits.CPU_MS[kind.split(maxsplit=1)[0].rstrip(",")]
    yield row(f"{kind}, CPU", limit, median(cpu), "ms", f"{median(wall):.1f} ms at the server; {len(cpu)} times alone")


def mixed(answers: list[dict[str, Any]], crowd_cpu: float, seconds: float) -> Iterator[str]:
    """All kinds at once."""
    refused = [each for each in answers if each["status"] >= 400 and each["status"] != 409]
    for kind in dict.fromkeys(each["kind"] for each in answers):
        some = [each for each in answers if each["kind"] == kind]
        limit, name = limits.WAIT_MS.get(kind, (None, ""))
        waits, inside = ([each[part] for each in some] for part in ("waited", "server"))
        origin = f"p50 {median(waits):.0f} ms; at the server {median(inside):.0f} and {p95(inside):.0f} ms; {len(some)}"
        yield row(f"{name} {kind} at {RATE}/s, p95".lstrip(), limit, p95(waits), "ms", origin)
    for name, kinds in {"lists and searches": ("list", "search"), "pages": ("page",)}.items():
        inside = [each["server"] for each in answers if each["kind"] in kinds]
        yield row(f"{name} at {RATE}/s, p95 at the server", limits.SERVER_MS, p95(inside), "ms", f"{len(inside)}")
    statuses = ", ".join(f"{times} × {status}" for status, times in Counter(each["status"] for each in refused).items())
    yield row("answers that refuse", 0, len(refused), "", f"of {len(answers)}{': ' if statuses else ''}{statuses}")
    yield row("CPU of who asks", None, crowd_cpu / seconds * 100, "%", "of one core, not counted above")


def p95(values: list[float]) -> float:
    """The value that 95 of a hundred do not pass."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main(sys.argv[1:])
