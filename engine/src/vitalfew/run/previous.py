"""The run before this one, for stability guards: its grades are an input like the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB

COLUMNS = ("previous_grade", "previous_since", "previous_candidate")


@dataclass(frozen=True)
class Previous:
    """Grades of an earlier run: a table of customer_id and COLUMNS, with the run's fingerprint."""

    grades: pa.Table
    digest: str


def with_previous(database: DuckDB, metrics: ir.Table, previous: Previous | None) -> ir.Table:
    """The metrics with the earlier grades beside them, missing for customers that were not graded."""
    if previous is None or set(COLUMNS) & set(metrics.columns):
        return metrics
    earlier = database.attach("previous run", previous.grades)
    joined: Any = metrics.left_join(earlier, "customer_id", rname="{name}_right")
    return database.keep("metrics beside the previous run", joined.drop("customer_id_right"))
