"""Grade and score per customer, and the differences between one grading and the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import graded, ready
from vitalfew.scheme import Scheme


class Standing(NamedTuple):
    """Where a grading puts a customer; both missing where it knows it not."""

    grade: str | None
    score: Any


NOWHERE = Standing(None, None)

Gradings = Mapping[str, Standing]
"""Customer → where it stands."""


def gradings(rows: pa.Table, wanted: pa.Array | None = None) -> Gradings:
    """Of a graded table, of all its customers or those that are wanted."""
    rows = rows if wanted is None else rows.filter(pc.is_in(rows["customer_id"], wanted))
    columns = (rows[name].to_pylist() for name in ("customer_id", "grade", "score"))
    return {customer: Standing(grade, score) for customer, grade, score in zip(*columns, strict=True)}


def graded_by(scheme: Scheme, metrics: pa.Table, wanted: pa.Array | None = None) -> Gradings:
    """A table of metrics graded by a scheme; all of them are graded, whoever is wanted."""
    with DuckDB() as database:
        rows = graded(database.attach("metrics", ready(metrics, scheme)), scheme)
        return gradings(database.fetch(rows.select("customer_id", "grade", "score")), wanted)


def differences(scores: Sequence[Any]) -> list[Decimal]:
    """From each score to the next, exactly; they add up to last - first.

    A missing score between known ones makes no difference of its own: the next known one is held against the last.
    """
    found, last = [], scores[0]
    for score in scores[1:]:
        found.append(Decimal(0) if score is None else Decimal(score) - Decimal(last))
        last = last if score is None else score
    return found
