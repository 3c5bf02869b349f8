"""`make bench ARGS=spark`: the same grades by DuckDB and by Spark from one store. `--lines 10000000 --write` for the documentation."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.clock import Spent, command, medians
from bench.company import AS_OF, Company
from bench.machine import CORES, description, hold_to_two_cores
from bench.page import Page
from bench.stored import imported
from bench.table import HEADER, Row, Rows, over, seconds

DOCS = Path(__file__).resolve().parents[1] / "docs"
SCHEMES = ("abc", "rfm", "lifecycle")


def main(arguments: Sequence[str]) -> None:
    """Measure, and say it as it comes."""
    if find_spec("pyspark") is None:
        sys.exit("bench: Spark is not in .venv yet; `make spark` adds it")
    hold_to_two_cores()
    chosen, page = asked(arguments), Page()
    page.say(f"{description()}.")
    chosen.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=chosen.data) as folder:
        for lines in chosen.lines:
            page.say("", f"### {lines:,} order lines", "", *HEADER)
            sentences = []
            for row in rows(Company(chosen.data, lines), Path(folder), chosen.times):
                if isinstance(row, Row):
                    page.say(row.markdown(lines))
                else:
                    sentences.append(f"- {row}")
            page.say("", *sentences)
    if chosen.write:
        page.put_into(DOCS / "benchmarks.md", "spark")


def rows(company: Company, out: Path, times: int) -> Rows:
    """Each scheme from a store with a correction in it, by both, and whether their files are the same."""
    store = out / "store"
    imported(store, company.orders)
    imported(store, company.correction(1))
    for scheme in SCHEMES:
        ours, others = (partial(graded, out, store, scheme, backend) for backend in ("duckdb", "spark"))
        duckdb, spark = medians(times, ours, others)
        yield seconds(f"{scheme} by DuckDB", duckdb)
        yield seconds(f"{scheme} by Spark", spark)
        yield Row("Spark over DuckDB", spark.cpu / duckdb.cpu, "×", over(spark, duckdb))
        yield f"{scheme}: {same(out / 'duckdb.csv', out / 'spark.csv')}."
    shutil.rmtree(store)


def graded(out: Path, store: Path, scheme: str, backend: str) -> Spent:
    """One whole command; Java and its start are in it."""
    where = ("--backend", "spark", "--spark-master", f"local[{CORES}]") if backend == "spark" else ()
    facts = ("--store", store, "--scheme", scheme, "--as-of", AS_OF)
    return command("grade", *facts, *where, "-o", out / f"{backend}.csv")


def same(one: Path, other: Path) -> str:
    """Whether two files hold the same bytes, in words."""
    size = f"{one.stat().st_size:,} bytes"
    return f"the same {size} by both" if one.read_bytes() == other.read_bytes() else "**the two differ**"


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=spark", description="DuckDB and Spark, the same grades.")
    parser.add_argument("--lines", type=int, nargs="+", default=[100_000], help="order lines of the companies")
    parser.add_argument("--times", type=int, default=1, help="runs of which the median counts")
    parser.add_argument("--write", action="store_true", help="put the table into the documentation")
    parser.add_argument("--data", type=Path, default=Path("build/bench"), help="where companies are kept")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
