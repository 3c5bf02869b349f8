"""`make bench`: the table of speed. `ARGS="--lines 10000000"` is the full size, the default a short one."""

import argparse
import platform
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.clock import Spent, command, group_by
from bench.generator import make, make_csv

AS_OF = "2025-12-30"
CSV_LINES = 400_000
FLAGS = ("customers", "payments", "returns", "costs", "feedback")
TOUCHED = {
    "customers": ("expected_spend", "influence"),
    "payments": ("amount", "due", "paid_on", "paid_amount"),
    "returns": ("amount", "day", "order_id"),
    "costs": ("amount", "day"),
    "feedback": ("score", "day", "kind"),
}
"""Table → the columns that key_accounts reads of it; the floor of a run is one group-by per table over these."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000, help="order lines of the company")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where the company is kept")
    chosen = parser.parse_args()
    files = make(chosen.data / str(chosen.lines), chosen.lines)
    print(f"{chosen.lines:,} order lines, Python {platform.python_version()}, {platform.machine()}\n")
    print("| measured | CPU s | wall s | floor CPU s | ratio | limit |")
    print("|---|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as out:
        _ratios(files, Path(out))
        _absolutes(files, Path(out), chosen.lines)


def _ratios(files: dict[str, Path], out: Path) -> None:
    orders = files["orders"]
    whole = ("amount", "moment", "order_id")
    everything = group_by(orders, (*whole, "cost")) + sum(group_by(files[n], c) for n, c in TOUCHED.items())
    _row("abc", _grade(orders, "abc", out), group_by(orders, ("amount",)), 3)
    _row("rfm", _grade(orders, "rfm", out), group_by(orders, whole), 5)
    tables = [part for name in FLAGS for part in (f"--{name}", files[name])]
    _row("key_accounts, every table", _grade(orders, "key_accounts", out, *tables), everything, 8)


def _grade(orders: Path, scheme: str, out: Path, *flags: object) -> Spent:
    """The median of three whole commands, from the file to OUT."""
    line = ("grade", orders, "--scheme", scheme, "--as-of", AS_OF, *flags, "-o", out / f"{scheme}.csv")
    return sorted((command(*line) for _ in range(3)), key=lambda spent: spent.cpu)[1]


def _absolutes(files: dict[str, Path], out: Path, lines: int) -> None:
    csv = make_csv(files["orders"], min(CSV_LINES, lines))
    _row(f"{min(CSV_LINES, lines):,} CSV lines, rfm (at most 15 s wall)", _grade(csv, "rfm", out))
    _row("vitalfew --version (at most 0.3 s CPU)", command("--version"))
    _row("vitalfew schemes (at most 0.5 s CPU)", command("schemes"))


def _row(name: str, spent: Spent, base: float | None = None, limit: int | None = None) -> None:
    ratio = f"{base:.2f} | {spent.cpu / base:.1f} | {limit}" if base else "| |"
    print(f"| {name} | {spent.cpu:.2f} | {spent.wall:.2f} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
