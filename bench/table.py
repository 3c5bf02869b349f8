"""The table: what was measured, what it should be, whether it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.clock import Spent

FULL_SIZE = 10_000_000
HEADER = ("| measured | target | found | from | peak memory | verdict |", "|---|---:|---:|---|---:|---|")
DIGITS = {"ms": 1}
GIBIBYTE = 2**30
CPU = "CPU s"


@dataclass(frozen=True)
class Target:
    """What a figure should be: at most `limit`, or at least, in companies of `lines` order lines and more.

    With `alone` it is stated for companies of just that size.
    """

    limit: float
    unit: str = "×"
    at_least: bool = False
    lines: int = FULL_SIZE
    alone: bool = False

    def met(self, found: float) -> bool:
        """Whether the figure is as it should be."""
        return found >= self.limit if self.at_least else found <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g} {self.unit}"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    found: float
    unit: str
    origin: str
    """The figures that it was worked out from."""
    target: Target | None = None
    ours: Spent | None = None
    """What our own command took."""

    @property
    def peak(self) -> int:
        """Bytes of memory that our own command held at most; none where it was not weighed."""
        return self.ours.peak if self.ours else 0

    def markdown(self, lines: int) -> str:
        """As a row of the table for a company of so many order lines."""
        found = f"{self.found:,.{DIGITS.get(self.unit, 2)}f} {self.unit}"
        peak = f"{self.peak / GIBIBYTE:.2f} GiB" if self.peak else ""
        return f"| {self.what} | {self.target or ''} | {found} | {self.origin} | {peak} | {self._verdict(lines)} |"

    def _verdict(self, lines: int) -> str:
        if self.target is None:
            return ""
        if lines < self.target.lines or (self.target.alone and lines > self.target.lines):
            return f"stated for {self.target.lines:,} lines"
        return "met" if self.target.met(self.found) else "**missed**"


Rows = Iterator[Row | str]
"""Lines of the table, and sentences to stand beneath it."""


def at_most(what: str, limit: float, ours: Spent, floor: Spent) -> Row:
    """CPU seconds of ours ÷ those of a yardstick."""
    return Row(what, ours.cpu / floor.cpu, "×", over(ours, floor), Target(limit), ours)


def seconds(what: str, spent: Spent, target: Target | None = None) -> Row:
    """CPU seconds as they are."""
    return Row(what, spent.cpu, CPU, f"{spent.wall:.2f} s wall", target, spent)


def over(one: Spent, other: Spent) -> str:
    """Both figures of a quotient."""
    return f"{one.cpu:.2f} over {other.cpu:.2f} {CPU}"


def heaviest(rows: Sequence[Row]) -> Row:
    """The largest memory of all our commands."""
    row = max(rows, key=lambda row: row.peak)
    limit = Target(4, "GiB", lines=100_000_000)
    return Row("largest peak memory of all commands above", row.peak / GIBIBYTE, "GiB", row.what, limit)
