"""`make bench ARGS=models`: fits of buying models beside others that fit them. `--full --write` is what the documentation shows."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.machine import description, hold_to_two_cores
from bench.models.beside import MILLION, SMALL, TEN_MILLION, rows
from bench.page import Page
from bench.table import HEADER

DOCS = Path(__file__).resolve().parents[2] / "docs"


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
                page.say(row if isinstance(row, str) else row.markdown(size))
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


if __name__ == "__main__":
    main(sys.argv[1:])
