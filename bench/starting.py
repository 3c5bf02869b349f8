"""What a command takes before it has anything to do, and a file of the usual size."""

from functools import partial
from pathlib import Path

from bench.clock import command, medians
from bench.company import Company, grade
from bench.table import CPU, Row, Rows, Target, seconds

USUAL = 400_000


def rows(company: Company, out: Path, times: int) -> Rows:
    """Two commands without facts, and one over a text file of the usual size."""
    version, schemes, csv = medians(
        times,
        partial(command, "--version"),
        partial(command, "schemes"),
        partial(grade, out, "rfm", company.csv(USUAL)),
    )
    yield seconds("`vitalfew --version`", version, Target(0.3, CPU, lines=0))
    yield seconds("`vitalfew schemes`", schemes, Target(0.5, CPU, lines=0))
    what = f"rfm from {min(USUAL, company.lines):,} CSV lines"
    yield Row(what, csv.wall, "wall s", f"{csv.cpu:.2f} {CPU}", Target(15, "wall s", lines=USUAL), csv)
