"""A table graded in columns and judged customer by customer in plain Python: two readings that must agree."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import graded
from vitalfew.expressions import HAS_ORDERS
from vitalfew.population import Population
from vitalfew.registry import MethodParameters, Verdict
from vitalfew.scheme import Scheme, method_of

Chain = Mapping[str, MethodParameters]


def money(*values: object) -> pa.Array:
    """Amounts with two digits; None is missing."""
    return pa.array([None if value is None else Decimal(str(value)) for value in values], pa.decimal128(38, 2))


def fraction(*values: object) -> pa.Array:
    """Fractions with six digits; None is missing."""
    return pa.array([None if value is None else Decimal(str(value)) for value in values], pa.decimal128(38, 6))


def customers(**columns: Any) -> pa.Table:
    """A table of metrics: customers a, b, c …, all of them buyers unless it is told."""
    n = len(next(iter(columns.values())))
    columns.setdefault(HAS_ORDERS, [True] * n)
    return pa.table({"customer_id": [f"{index:05d}" if n > 26 else chr(97 + index) for index in range(n)], **columns})


def in_columns(table: pa.Table, chain: Chain) -> list[dict[str, Any]]:
    """The graded customers; the last classifier of the chain gives the grade."""
    last = list(chain)[-1]
    return graded_by(
        Scheme(scheme="test", title={"en": "Test"}, metrics={}, classifiers=dict(chain), grade=last), table
    )


def graded_by(scheme: Scheme, table: pa.Table) -> list[dict[str, Any]]:
    """The customers of a table of metrics as a scheme grades them, in order of their id."""
    with DuckDB() as database:
        rows = graded(database.attach("metrics", table), scheme)
        found: list[dict[str, Any]] = database.fetch(rows.order_by("customer_id")).to_pylist()
    return found


def label_of(rows: list[dict[str, Any]], column: str) -> list[Any]:
    """One column of the graded customers."""
    return [row[column] for row in rows]


def grades(table: pa.Table, **chain: MethodParameters) -> list[Any]:
    """The grades alone, after both readings were held against each other."""
    return label_of(agreed(table, **chain), "grade")


def agreed(table: pa.Table, **chain: MethodParameters) -> list[dict[str, Any]]:
    """The graded customers, after the plain reading of each of them said the same."""
    rows = in_columns(table, chain)
    last = list(chain)[-1]
    for place, row in enumerate(rows):
        verdict = judged(table, place, chain)[last]
        expected = {last: verdict.label, "score": verdict.score, **verdict.reasons}
        assert {name: row[name] for name in expected} == expected, f"{last} of {row['customer_id']}"
    return rows


def judged_all(scheme: Scheme, table: pa.Table, place: int) -> dict[str, Verdict]:
    """What every classifier of a scheme says of one customer in plain Python."""
    return judged(table, place, scheme.classifiers)


def judged(table: pa.Table, place: int, chain: Chain) -> dict[str, Verdict]:
    """One customer judged in plain Python against the others, classifier by classifier."""
    one = table.slice(place, 1).to_pylist()[0]
    others = Population(pa.concat_tables([table.slice(0, place), table.slice(place + 1)]))
    verdicts = {}
    for name, parameters in chain.items():
        method = method_of(parameters)
        silent = not method.speaks_of_prospects and not one[HAS_ORDERS]
        verdict = Verdict(None) if silent else method.judge(one, others, parameters)
        one |= {name: verdict.label, f"{name}.score": verdict.score}
        verdicts[name] = verdict
    return verdicts
