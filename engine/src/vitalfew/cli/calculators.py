"""Which calculator works a run out: `--backend` and `--spark-master`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vitalfew.cli.flags import flag
from vitalfew.cli.parts import Section
from vitalfew.cli.values import OneOf
from vitalfew.errors import WrongUse
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.backends import Calculator, Opening

DUCKDB, SPARK = "duckdb", "spark"

ROWS_ONLY = (".csv", ".json", ".parquet")
"""Endings of results that hold the rows of a run and nothing beside them."""


def backend_section() -> Section:
    """Its flags."""
    return Section(
        say("Where it is worked out"),
        (
            flag(
                "--backend",
                says=say("In this process, or on Spark; the grades are the same."),
                type=OneOf(DUCKDB, SPARK),
                default=DUCKDB,
            ),
            flag(
                "--spark-master",
                says=say("Address of Spark: local[N], spark://host:port, yarn; else this machine."),
                metavar="ADDRESS",
            ),
        ),
    )


def calculator(backend: str, master: str | None) -> Opening[Calculator]:
    """How the calculator is opened. Refused where it could not be, before anything is read."""
    if backend == DUCKDB:
        from vitalfew.backends import DuckDB

        return DuckDB
    from vitalfew.backends.spark import spark_at

    return spark_at(master)


def refuse_in_process(backend: str, master: str | None, out: Path | None, *, ready: bool) -> None:
    """Refuse what makes no sense together, and what only the calculator in this process does."""
    if backend == DUCKDB:
        if master is not None:
            raise WrongUse(say("--spark-master is an address of Spark."), remedy=say("Give --backend spark with it."))
        return
    if ready:
        raise WrongUse(say("a ready table of metrics is graded in this process."), remedy=say("Leave --backend out."))
    if out is not None and out.suffix.lower() in (".html", ".xlsx"):
        raise WrongUse(
            say("the report and the workbook look at more than grades, in this process."),
            where=str(out),
            remedy=say("Take {endings}, or leave --backend out.", endings=", ".join(ROWS_ONLY)),
        )
