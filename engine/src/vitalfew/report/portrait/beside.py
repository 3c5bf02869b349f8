"""The ready-made views beside a scheme: ABC, RFM, four types, 20/60/20, profit × cost to serve, from one pass."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.classifiers.four_types import FourTypes
from vitalfew.classifiers.pareto import Pareto
from vitalfew.compile import Facts, available, graded, metric_table, ready
from vitalfew.expressions import HAS_ORDERS
from vitalfew.metrics import METRICS
from vitalfew.metrics.windows import YEAR
from vitalfew.registry import Metric
from vitalfew.scheme import Scheme, load

MONEY = {
    "sales": "monetary",
    "contribution": "contribution",
    "gross_profit": "gross_profit",
    "service_cost": "service_cost",
    "service_hours": "service_hours",
}
"""Column of `Beside.table` → metric, each over the window of the report."""

TAKEN = {
    "abc": ("abc", "share", "cumulative_share"),
    "rfm": ("r", "f", "m", "segment", "recency_days", "frequency"),
    "types": ("type", "asleep", "over_cap"),
    "bands": ("band",),
    "cells": ("cell",),
}
"""View → the columns of it that are kept."""

BRIEF = ("abc", "rfm")
"""The views that a summary speaks of."""


@dataclass(frozen=True)
class Beside:
    """The views of all customers, in order of customer_id; a column that the facts cannot give is not there.

    Columns: customer_id, has_orders, the keys of MONEY and the columns of TAKEN. `window` is that of every amount in
    days, None for all history: the one of the scheme's own sales, so that the figures agree with its results.
    """

    window: int | None
    schemes: Mapping[str, Scheme]
    table: pa.Table


def beside(database: DuckDB, facts: Facts, scheme: Scheme, wanted: Collection[str] = tuple(TAKEN)) -> Beside:
    """The wanted views beside a scheme, all metrics of all of them folded in one pass over the facts."""
    window = window_of(scheme)
    views = {view: known for view, known in views_of(scheme, window).items() if view in wanted}
    money = {column: METRICS[name].model_validate({"window": _written(window)}) for column, name in MONEY.items()}
    stored = _stored({"": money} | {view: dict(known.metrics) for view, known in views.items()}, facts)
    metrics = database.fetch(metric_table(facts, {name: m for m, name in stored.items()}).order_by("customer_id"))
    table = _renamed(metrics, money, stored)
    for view, known in views.items():
        numbers = database.attach("metrics of a view", ready(_renamed(metrics, known.metrics, stored), known))
        rows = database.in_order(graded(numbers, known), "customer_id")
        for column in TAKEN[view]:
            if column in rows.column_names:
                table = table.append_column(column, rows[column])
    return Beside(window, views, table)


def window_of(scheme: Scheme) -> int | None:
    """The window of the scheme's own amounts, sales first; 12 months where it has none."""
    for name in MONEY.values():
        for metric in scheme.metrics.values():
            if metric.name == name:
                found: int | None = getattr(metric, "window", YEAR)
                return found
    return YEAR


def views_of(scheme: Scheme, window: int | None) -> dict[str, Scheme]:
    """View → scheme. Where the chosen scheme cuts classes or types by parameters of its own, they are taken."""
    return {
        "abc": _own_classes(_over(load("abc"), window), scheme),
        "rfm": load("rfm"),
        "types": _own_types(load("four_types"), scheme),
        "bands": _over(load("pareto_20_60_20"), window),
        "cells": _over(load("profit_cost"), window),
    }


def _over(view: Scheme, window: int | None) -> Scheme:
    metrics = {name: metric.model_copy(update={"window": window}) for name, metric in view.metrics.items()}
    return view.model_copy(update={"metrics": metrics})


def _own_classes(abc: Scheme, scheme: Scheme) -> Scheme:
    own = scheme.classifiers.get(scheme.grade or "")
    if isinstance(own, Pareto) and own.by == "value" and own.reads() == ("monetary",):
        return abc.model_copy(update={"classifiers": {"abc": own}})
    return abc


def _own_types(types: Scheme, scheme: Scheme) -> Scheme:
    own = next((found for found in scheme.classifiers.values() if isinstance(found, FourTypes)), None)
    if own is None:
        return types
    metrics = {name: scheme.metrics[name] for name in own.reads() if name in scheme.metrics}
    return types.model_copy(update={"metrics": metrics, "classifiers": {"type": own}})


def _written(window: int | None) -> str:
    return "all" if window is None else f"{window}d"


def _stored(wanted: Mapping[str, Mapping[str, Metric]], facts: Facts) -> dict[Metric, str]:
    """Every metric that the facts can give once, under a column of its own."""
    usable = [metric for metrics in wanted.values() for metric in available(metrics, facts).values()]
    return {metric: f"{metric.name}_{place}" for place, metric in enumerate(dict.fromkeys(usable))}


def _renamed(metrics: pa.Table, names: Mapping[str, Metric], stored: Mapping[Metric, str]) -> pa.Table:
    columns = {name: name for name in ("customer_id", HAS_ORDERS) if name in metrics.column_names}
    columns |= {name: stored[metric] for name, metric in names.items() if metric in stored}
    return pa.table({name: metrics[column] for name, column in columns.items()})
