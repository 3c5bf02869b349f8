"""The run before this one, for stability guards: its grades are an input like the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB

AS_OF = "as_of"
"""The day of the run, beside each customer: a guard counts the days since a grade was given."""
COLUMNS = ("previous_grade", "previous_since", "previous_candidate")


@dataclass(frozen=True)
class Previous:
    """Grades of an earlier run: a table of customer_id and COLUMNS, with the run's fingerprint."""

    grades: pa.Table
    digest: str


def with_previous(database: DuckDB, metrics: ir.Table, previous: Previous | None, at: date | None) -> ir.Table:
    """The metrics with the day of the run and, where there is one, the grades of the run before beside them.

    A customer that was not graded then has none.
    """
    if previous is not None and not set(COLUMNS) & set(metrics.columns):
        earlier = database.attach("previous run", previous.grades)
        joined: Any = metrics.left_join(earlier, "customer_id", rname="{name}_right")
        metrics = database.keep("metrics beside the previous run", joined.drop("customer_id_right"))
    return metrics.mutate(**{AS_OF: ibis.literal(at, type="date")})
