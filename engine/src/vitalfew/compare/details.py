"""What is told of a mover beside its grades: name, what it brings, which guard holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.registry import Unit
from vitalfew.run import Result
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Details:
    """By customer, of those asked for."""

    value: str | None
    """The metric of what customers bring: the first of money in the new scheme."""
    brings: Mapping[str, Any]
    names: Mapping[str, str]
    held: Mapping[str, tuple[str, str]]
    """Customer → the guard that holds its grade back, and the grade that its figures ask for."""
    held_back: Mapping[str, int]
    """Guard → how many grades it holds back, movers or not."""

    @classmethod
    def of(cls, before: Result, after: Result, beside: Iterable[Result], customers: list[str]) -> Details:
        """Of the new run or, where it does not have a customer, of the old one; names also from gradings beside."""
        wanted = pa.array(customers, pa.string())
        value = _value(after.scheme)
        held, named = _guarded(after), (*beside, before, after)
        return cls(
            value=value,
            brings={**_column(before, value, wanted), **_column(after, value, wanted)},
            names={customer: name for run in named for customer, name in run.names_of(customers).items()},
            held={row["customer_id"]: (row["held"], row["candidate"]) for row in _of(held, wanted).to_pylist()},
            held_back=Counter(held["held"].to_pylist()),
        )


def _value(scheme: Scheme) -> str | None:
    return next((name for name, metric in scheme.metrics.items() if metric.unit is Unit.MONEY), None)


def _of(table: pa.Table, customers: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table["customer_id"], customers))


def _column(result: Result, name: str | None, customers: pa.Array) -> dict[str, Any]:
    if name is None or name not in result.metrics.column_names:
        return {}
    rows = _of(result.metrics, customers)
    return dict(zip(rows["customer_id"].to_pylist(), rows[name].to_pylist(), strict=True))


def _guarded(result: Result) -> pa.Table:
    """Customers whose grade a stability guard holds back; none where the scheme has no guard."""
    columns = ("customer_id", "held", "candidate")
    if not {*columns} <= {*result.graded.column_names}:
        return pa.table({name: pa.array([], pa.string()) for name in columns})
    rows = result.graded.select(columns)
    return rows.filter(rows["held"].is_valid())
