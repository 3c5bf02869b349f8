"""Our fits beside those of others, each in an environment of its own, and the way from orders to lifetime values."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bench import floor
from bench.clock import COMMAND, Spent, medians, process
from bench.environments import interpreter, version
from bench.models.panel import LAST, Panel
from bench.table import Row, Rows, Target, over

PEERS = Path(__file__).resolve().parents[1] / "peers"
MILLION, TEN_MILLION = 1_000_000, 10_000_000
SMALL = 100_000
AHEAD = ("--as-of", LAST, "--horizon", 52, "--discount", 0.1)


@dataclass(frozen=True)
class Peer:
    """A program of others that fits the same models."""

    name: str
    program: str

    @property
    def requirements(self) -> Path:
        """What it needs, under hashes."""
        return PEERS / f"{self.name}.txt"

    @cached_property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return interpreter(self.requirements)

    @cached_property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {version(self.python, self.name)}"

    def fit(self, out: Path, panel: Panel, model: str) -> Spent:
        """One fit."""
        return told(out, self.python, "-W", "ignore", PEERS / self.program, panel.summary, model)


LIFETIMES = Peer("lifetimes", "lifetimes_fit.py")
PYMC = Peer("pymc-marketing", "pymc_marketing_fit.py")


@dataclass(frozen=True)
class Beside:
    """A fit of ours beside one of others."""

    kind: str
    model: str
    peer: Peer
    targets: Mapping[int, float]
    """Customers → how many times as long others should take; it is measured up to the largest of these."""


BESIDE = (
    Beside("cohort", "bg_nbd", LIFETIMES, {MILLION: 60, TEN_MILLION: 150}),
    Beside("cohort", "bg_nbd", PYMC, {MILLION: 40}),
    Beside("cohort", "mbg_nbd", LIFETIMES, {MILLION: 60}),
    Beside("cohort", "mbg_nbd", PYMC, {MILLION: 40}),
    Beside("cohort", "pareto_nbd", LIFETIMES, {SMALL: 40}),
    Beside("usual", "bg_nbd", LIFETIMES, {MILLION: 60}),
    Beside("usual", "gamma_gamma", LIFETIMES, {MILLION: 20}),
    Beside("busy", "bg_nbd", LIFETIMES, {MILLION: 15}),
)


def told(out: Path, *program: object) -> Spent:
    """What the fit itself took, as its program told it."""
    process(*program, out)
    spent = json.loads(out.read_text(encoding="utf-8"))
    return Spent(spent["cpu"], spent["wall"], spent["peak"])


def ours(out: Path, panel: Panel, model: str) -> Spent:
    """One fit of ours."""
    return told(out, sys.executable, "-m", "bench.models.ours", panel.summary, model)


def rows(home: Path, out: Path, size: int, times: int) -> Rows:
    """Every fit beside those of others, and the way from the file of orders to lifetime values."""
    absent = {peer: line for peer in (LIFETIMES, PYMC) if (line := not_there(peer))}
    yield from absent.values()
    for row in BESIDE:
        if size <= max(row.targets) and row.peer not in absent:
            yield fits(row, Panel(home, row.kind, size), out / "fit.json", times)
    panel = Panel(home, "usual", size)
    if size <= MILLION and LIFETIMES not in absent:
        yield chain(panel, out, times)
    yield scan(panel, out, times)


def not_there(peer: Peer) -> str:
    """A line where the program does not install; nothing where it does."""
    try:
        interpreter(peer.requirements)
    except subprocess.CalledProcessError as failed:
        return f"| {peer.name} |  |  | not measured: `{' '.join(map(str, failed.cmd[1:4]))} …` did not succeed |  |  |"
    return ""


def fits(row: Beside, panel: Panel, out: Path, times: int) -> Row:
    """The fit of others ÷ ours, and what ours held."""
    theirs, own = medians(times, partial(row.peer.fit, out, panel, row.model), partial(ours, out, panel, row.model))
    what = f"{row.model} of {panel.kind} customers by {row.peer.title} ÷ ours"
    limit = row.targets.get(panel.customers)
    target = None if limit is None else Target(limit, at_least=True, lines=panel.customers)
    return Row(what, theirs.cpu / own.cpu, "×", over(theirs, own), target, own)


def chain(panel: Panel, out: Path, times: int) -> Row:
    """From the text file of orders to a file of lifetime values."""
    program = (LIFETIMES.python, "-W", "ignore", PEERS / "lifetimes_chain.py")
    theirs = partial(process, *program, panel.csv, LAST, out / "values.csv")
    spent, own = medians(times, theirs, partial(values, panel.csv, out))
    what = f"{panel.lines:,} orders as text to lifetime values by {LIFETIMES.title} ÷ ours"
    return Row(what, spent.cpu / own.cpu, "×", over(spent, own), Target(15, at_least=True, lines=MILLION), own)


def scan(panel: Panel, out: Path, times: int) -> Row:
    """Orders to lifetime values beside one group-by of the same orders."""
    scanned = partial(floor.group_by, panel.orders, floor.ORDERS)
    own, least = medians(times, partial(values, panel.orders, out), scanned)
    what = f"{panel.lines:,} orders to lifetime values ÷ one group-by"
    return Row(what, own.cpu / least.cpu, "×", over(own, least), Target(3, lines=TEN_MILLION), own)


def values(orders: Path, out: Path) -> Spent:
    """Our whole command."""
    return process(COMMAND, "clv", orders, *AHEAD, "-o", out / "values.parquet")
