"""Why each customer has its grade, for all at once: the place and the points in every metric behind the grade."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.classifiers.scorecard import Scorecard
from vitalfew.compile.grades import asked_of
from vitalfew.expressions import HAS_ORDERS, decimal
from vitalfew.places import Place, before, column_of, placed
from vitalfew.run import Result
from vitalfew.scheme import Scheme

DIGITS = 1
"""Of the points."""


@dataclass(frozen=True)
class Reasons:
    """The metrics behind the grade; `places` has, per customer in the order asked for, the columns `value:NAME`,
    `rank:NAME`, `n:NAME` and, where the method gives points, `points:NAME`.

    `weights` is the share of the score that a metric carries, of those that the facts give.
    """

    metrics: tuple[str, ...]
    weights: Mapping[str, Fraction]
    places: pa.Table


def reasons(database: DuckDB, result: Result, ids: pa.ChunkedArray) -> Reasons:
    """The reasons of these customers."""
    scheme, columns = result.scheme, result.metrics.column_names
    names = metrics_behind(result)
    card = scheme.classifiers.get(scheme.grade or "")
    table = database.attach("graded metrics", placed(result.metrics, _places(scheme, names, columns)))
    points = _points(table, card) if isinstance(card, Scorecard) else {}
    cells = {key: cell for name in names for key, cell in _cells(table, scheme, name, points).items()}
    order = database.attach("order of the list", pa.table({"customer_id": ids, "place": range(len(ids))}))
    shown = table.select("customer_id", **cells).inner_join(order, "customer_id")
    places = database.fetch(shown.order_by("place").drop("place"))
    return Reasons(names, shares_of(card, columns), places)


def _places(scheme: Scheme, names: Iterable[str], columns: Collection[str]) -> set[str]:
    """What is read below: how many stand before a customer by each metric, and what the scores are made of."""
    ranked = [(name, scheme.metrics[name]) for name in names if scheme.metrics[name].unit.numeric]
    places = {column_of(name, cell) for name, metric in ranked for cell in (before(metric.better), "known")}
    return places | asked_of(scheme, columns)


def metrics_behind(result: Result) -> tuple[str, ...]:
    """The metrics that the grade hangs on, of those that the facts give."""
    return tuple(name for name in read_by_grade(result.scheme) if name in result.metrics.column_names)


def read_by_grade(scheme: Scheme) -> tuple[str, ...]:
    """The metrics that the grade hangs on, through all classifiers on the way."""
    waiting, found, seen = [scheme.grade] if scheme.grade else list(scheme.classifiers), [], set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if name in scheme.classifiers:
            waiting.extend(scheme.classifiers[name].reads())
        elif name in scheme.metrics:
            found.append(name)
    return tuple(found)


def _cells(table: ir.Table, scheme: Scheme, name: str, points: Mapping[str, Any]) -> dict[str, Any]:
    metric, value = scheme.metrics[name], table[name]
    cells = {f"value:{name}": value}
    if metric.unit.numeric:
        place = Place(table, name)
        cells |= {f"rank:{name}": place.before(metric.better) + 1, f"n:{name}": place.known}
    if name in points:
        buyer = table[HAS_ORDERS] if HAS_ORDERS in table.columns else ibis.literal(True)
        cells[f"points:{name}"] = ibis.ifelse(buyer, points[name], None)
    return cells


def _points(table: ir.Table, card: Scorecard) -> dict[str, Any]:
    measures = [measure for part in card.available(table.columns).values() for measure in part.of]
    return {measure.of: decimal(measure.in_columns(table), DIGITS) for measure in measures}


def shares_of(card: Any, columns: Collection[str]) -> dict[str, Fraction]:
    """What each metric carries of the whole, the weights of parts without any metric shared out."""
    if not isinstance(card, Scorecard):
        return {}
    parts = card.available(columns)
    whole = sum((abs(Fraction(part.weight)) for part in parts.values()), Fraction(0))
    weights: dict[str, Fraction] = {}
    for part in parts.values():
        for measure in part.of:
            weights[measure.of] = weights.get(measure.of, Fraction(0)) + Fraction(part.weight) / whole / len(part.of)
    return weights
