"""The whole answer about one customer of a result."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import graded, ready
from vitalfew.explain.changes import Change, changes
from vitalfew.explain.inputs import inputs
from vitalfew.explain.plain import case_of
from vitalfew.run import Result
from vitalfew.scheme import Scheme


def explain_result(result: Result, customer_id: str) -> dict[str, Any]:
    """Grade, score, inputs, least changes, and whether each change was graded again and gave that grade.

    `remarks` are sentences of methods whose label alone says too little.
    """
    case = case_of(result.scheme, result.metrics, customer_id)
    moves = changes(case)
    said = [verdict.remark for verdict in case.verdicts().values() if verdict.remark]
    row = result.graded.filter(pc.equal(result.graded["customer_id"], customer_id)).to_pylist()[0]
    return {
        "customer_id": customer_id,
        "grade": row["grade"],
        "score": row["score"],
        "inputs": inputs(case, moves),
        "changes": moves,
        "what_if": [],
        "remarks": said,
        "verified": verified(result.scheme, result.metrics, customer_id, row["grade"], moves),
    }


def verified(scheme: Scheme, metrics: pa.Table, customer_id: str, grade: str | None, moves: list[Change]) -> bool:
    """Grade the table of metrics again, as it is and with each change made, and hold it against what was said."""
    place = pc.index(metrics["customer_id"], pa.scalar(customer_id, pa.string())).as_py()
    with DuckDB() as database:
        one = graded(database.attach("metrics", ready(metrics, scheme)), scheme)
        statement = database.sql(one.filter(one.customer_id == customer_id).select("grade"))

        def grade_of(table: pa.Table) -> Any:
            database.attach("metrics", ready(table, scheme))
            return database.raw.execute(statement).fetchone()[0]

        said = [(move["metric"], move["to"], move["grade"]) for move in moves if move["to"] is not None]
        return grade_of(metrics) == grade and all(
            grade_of(with_cell(metrics, place, name, to)) == expected for name, to, expected in said
        )


def with_cell(metrics: pa.Table, row: int, column: str, value: Any) -> pa.Table:
    """The table with one cell changed."""
    before = metrics[column].combine_chunks()
    cell = pa.array([value], before.type)
    changed = pa.concat_arrays([before.slice(0, row), cell, before.slice(row + 1)])
    return metrics.set_column(metrics.column_names.index(column), column, changed)
