"""Forecasts for the metrics of a scheme: tables beside those of the facts, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import Calculator, in_process
from vitalfew.compile import Facts
from vitalfew.foreseeing.forecasts import FORECASTS, forecasts
from vitalfew.foreseeing.learning import Learned, Lesson, lesson
from vitalfew.foreseeing.occasions import customers
from vitalfew.foreseeing.remarks import of_customers, of_fit, of_spending
from vitalfew.metrics.lifetime import Ahead, Foresight
from vitalfew.models.horizon import Horizon
from vitalfew.readers.reading import Note
from vitalfew.registry import Metric

OCCASIONS = "day"


@dataclass(frozen=True)
class Foreseen:
    """Forecasts by the name of their table, a row for each customer; and what was learned, by model, to be stored."""

    tables: Mapping[str, pa.Table]
    learned: Mapping[str, Mapping[str, Any]]
    notes: tuple[Note, ...] = ()


def with_foreseen(database: Calculator, facts: Facts, metrics: Mapping[str, Metric]) -> tuple[Facts, Foreseen]:
    """The facts of a day with the tables of forecasts that metrics ask for."""
    found = foreseen(database, facts, metrics)
    attached = {name: database.attach(f"{name} on {facts.at}", rows) for name, rows in found.tables.items()}
    return replace(facts, tables={**facts.tables, **attached}), found


def foreseen(database: Calculator, facts: Facts, metrics: Mapping[str, Metric]) -> Foreseen:
    """Learn from the facts of a day and foresee every customer. Without anybody to learn from there is no table."""
    asked = sorted({metric.ahead() for metric in metrics.values() if isinstance(metric, Foresight)})
    if not asked:
        return Foreseen({}, {})
    rows = database.keep("histories", customers(facts, OCCASIONS, None))
    lessons = {model: lesson(database, facts, rows, model, OCCASIONS) for model in {ahead.model for ahead in asked}}
    told = {model: found.numbers() for model, found in sorted(lessons.items()) if found is not None}
    tables = _tables(database, rows, [ahead for ahead in asked if ahead.model in told], told)
    return Foreseen(tables, told, tuple(_notes(lessons, facts)))


def _tables(
    database: Calculator, rows: ir.Table, asked: list[Ahead], told: Mapping[str, Mapping[str, Any]]
) -> dict[str, pa.Table]:
    every = database.in_order(rows, "customer_id")
    found = {}
    for ahead in asked:
        horizon = Horizon(float(ahead.days), float(ahead.discount))
        with in_process(database) as calculator:
            ahead_of_all = forecasts(calculator, every, Learned.of(told[ahead.model]), horizon)
        found[ahead.table] = ahead_of_all.select(["customer_id", *FORECASTS])
    return found


def _notes(lessons: Mapping[str, Lesson | None], facts: Facts) -> Iterator[Note]:
    """Once where several models say the same."""
    said: list[Note] = []
    for _, found in sorted(lessons.items()):
        if found is not None:
            said += of_fit(found.fitted, found.came_back)
            said += of_spending(found.spending, facts.digits)
            said += of_customers(found.left_out, facts.first_day)
    yield from {(note.code, str(note)): note for note in said}.values()
