"""Which parts are measured on companies of which sizes."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import files, histories, peers, starting, stored, texts
from bench.company import Company
from bench.table import FULL_SIZE, Rows

PARTS: dict[str, Callable[[Company, Path, int], Rows]] = {
    "files": files.rows,
    "stored": stored.rows,
    "texts": texts.rows,
    "histories": histories.rows,
    "starting": starting.rows,
    "peers": peers.rows,
}
GROWING = ("files", "stored")
"""What is measured on a company of any size."""
USUAL = tuple(name for name in PARTS if name != "peers")
SMALLEST = 100_000
LARGEST = 100_000_000


@dataclass(frozen=True)
class Step:
    """Parts measured on one company, each command so many times."""

    lines: int
    parts: Sequence[str]
    times: int = 3

    def rows(self, home: Path, out: Path) -> Rows:
        """Everything that is measured, as it comes."""
        company = Company(home, self.lines)
        for part in self.parts:
            yield from PARTS[part](company, out, self.times)


def steps(chosen: argparse.Namespace) -> Iterator[Step]:
    """What was asked for, small companies first."""
    lines = FULL_SIZE if chosen.full else chosen.lines
    if chosen.picture:
        yield from (Step(size, GROWING) for size in sizes_below(lines))
    yield Step(lines, tuple(PARTS) if chosen.peers else chosen.only)
    if chosen.full:
        yield Step(LARGEST, GROWING, times=1)


def sizes_below(lines: int) -> Iterator[int]:
    """Powers of ten from the smallest company on."""
    size = SMALLEST
    while size < lines:
        yield size
        size *= 10


def asked() -> argparse.Namespace:
    """What the command line asks for; --full is everything."""
    parser = argparse.ArgumentParser(prog="make bench", description="CPU seconds as ratios, memory, others beside us.")
    parser.add_argument("--lines", type=int, default=1_000_000, help="order lines of the company")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=USUAL, help="just these parts")
    parser.add_argument("--peers", action="store_true", help="other programs too, each in an environment of its own")
    parser.add_argument("--picture", action="store_true", help="smaller companies too, and how cost grows as a picture")
    parser.add_argument("--full", action="store_true", help="10⁷ lines with everything, and 10⁵ to 10⁸ for the picture")
    parser.add_argument("--write", action="store_true", help="put tables and picture into the documentation")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where companies are kept")
    chosen = parser.parse_args()
    chosen.peers, chosen.picture = chosen.peers or chosen.full, chosen.picture or chosen.full
    return chosen
