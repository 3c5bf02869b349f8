"""`make bench ARGS=models`: fits of buying models beside others that fit them. `--full --write` is what the documentation shows."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import floor
from bench.clock import COMMAND, Spent, medians, process
from bench.environments import interpreter, version
from bench.machine import description, hold_to_two_cores
from bench.models.panel import LAST, Panel
from bench.page import Page
from bench.table import HEADER, Row, Target, over

DOCS = Path(__file__).resolve().parents[2] / "docs"
PEERS = Path(__file__).resolve().parents[1] / "peers"
MILLION, TEN_MILLION = 1_000_000, 10_000_000
SMALL = 100_000
AHEAD = ("--as-of", LAST, "--horizon", 52, "--discount", 0.1)


@dataclass(frozen=True)
class Peer:
    """A program of others that fits the same models."""

    name: str
    program: str

    @cached_property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return interpreter(PEERS / f"{self.name}.txt")

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


def main(arguments: Sequence[str]) -> None:
    """Measure, and say it as it comes."""
    hold_to_two_cores()
    chosen, page = asked(arguments), Page()
    page.say(f"{description()}.")
    home = (chosen.data / "models").absolute()
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home) as folder:
        for size in chosen.customers:
            page.say("", f"### {size:,} customers", "", *HEADER)
            for row in rows(home, Path(folder), size, chosen.times):
                page.say(row.markdown(size))
    if chosen.write:
        page.put_into(DOCS / "benchmarks.md", "models of buying")


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=models", description="Fits beside others.")
    parser.add_argument("--customers", type=int, nargs="+", default=[SMALL], help="customers of the companies")
    parser.add_argument("--times", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--full", action="store_true", help="10⁵, 10⁶ and 10⁷ customers")
    parser.add_argument("--write", action="store_true", help="put the table into the documentation")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where companies are kept")
    chosen = parser.parse_args(arguments)
    if chosen.full:
        chosen.customers = [SMALL, MILLION, TEN_MILLION]
    return chosen


def rows(home: Path, out: Path, size: int, times: int) -> Iterator[Row]:
    """Every fit beside those of others, and the way from the file of orders to lifetime values."""
    for row in BESIDE:
        if size <= max(row.targets):
            yield from fits(row, Panel(home, row.kind, size), out / "fit.json", times)
    yield from chains(Panel(home, "usual", size), out, times)


def fits(row: Beside, panel: Panel, out: Path, times: int) -> Iterator[Row]:
    """The fit of others ÷ ours, and what ours held."""
    theirs, own = medians(times, partial(row.peer.fit, out, panel, row.model), partial(ours, out, panel, row.model))
    what = f"{row.model} of {panel.kind} customers by {row.peer.title} ÷ ours"
    limit = row.targets.get(panel.customers)
    target = None if limit is None else Target(limit, at_least=True, lines=panel.customers)
    yield Row(what, theirs.cpu / own.cpu, "×", over(theirs, own), target, own)


def chains(panel: Panel, out: Path, times: int) -> Iterator[Row]:
    """From the text file of orders to a file of lifetime values, and beside one group-by of the same orders."""
    command = partial(process, COMMAND, "clv")
    values = (*AHEAD, "-o", out / "values.parquet")
    theirs = partial(
        process, LIFETIMES.python, "-W", "ignore", PEERS / "lifetimes_chain.py", panel.csv, LAST, out / "values.csv"
    )
    if panel.customers <= MILLION:
        chain, own = medians(times, theirs, partial(command, panel.csv, *values))
        target = Target(15, at_least=True, lines=MILLION)
        what = f"{panel.lines:,} orders as text to lifetime values by {LIFETIMES.title} ÷ ours"
        yield Row(what, chain.cpu / own.cpu, "×", over(chain, own), target, own)
    own, scan = medians(
        times, partial(command, panel.orders, *values), partial(floor.group_by, panel.orders, floor.ORDERS)
    )
    what = f"{panel.lines:,} orders to lifetime values ÷ one group-by"
    yield Row(what, own.cpu / scan.cpu, "×", over(own, scan), Target(3, lines=TEN_MILLION), own)


if __name__ == "__main__":
    main(sys.argv[1:])
