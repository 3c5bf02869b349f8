"""For every metric and direction: the least change of this customer's own value that moves the grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.explain.search import Direction, Scale, first_place, least_change
from vitalfew.registry import Metric, Unit
from vitalfew.run.case import Case

Change = dict[str, Any]
DIRECTIONS: tuple[Direction, Direction] = ("up", "down")
_STOPS_AT_ZERO = (Unit.DAYS, Unit.COUNT, Unit.HOURS)


def changes(case: Case) -> list[Change]:
    """One entry per metric and direction, the least first; contract.md section 5."""
    found = [change for name in metrics_read(case) for change in _of_metric(case, name)]
    return sorted(found, key=lambda change: _order(case, change))


def metrics_read(case: Case) -> list[str]:
    """The metrics that the scheme's classifiers look at and the facts gave, in the order of the scheme."""
    read = {name for used in case.used for name in case.scheme.classifiers[used].reads()}
    return [name for name in case.scheme.metrics if name in read and name in case.one]


def _of_metric(case: Case, name: str) -> Iterator[Change]:
    metric = case.scheme.metrics[name]
    if not metric.unit.numeric:
        yield from _of_words(case, name)
    elif case.one[name] is None:
        yield from (_from_missing(case, name, direction) for direction in DIRECTIONS)
    else:
        yield from (_of_number(case, name, metric, direction) for direction in DIRECTIONS)


def _entry(case: Case, name: str, direction: str | None, to: Any, grade: str | None) -> Change:
    return {"metric": name, "direction": direction, "from": case.one[name], "to": to, "grade": grade}


def _of_number(case: Case, name: str, metric: Metric, direction: Direction) -> Change:
    scale = scale_of(metric, case.others.table.schema.field(name).type)
    now = case.grade()
    values = case.others.everybody(name)
    others = {scale.steps(Decimal(int(value)).scaleb(-values.digits)) for value in np.unique(values.ordered)}
    start = scale.steps(case.one[name])
    rest = Decimal(case.one[name]) - start * scale.step

    def value_at(steps: int) -> Any:
        value = steps * scale.step + rest
        return int(value) if isinstance(case.one[name], int) else value

    reached = least_change(lambda steps: case.grade({name: value_at(steps)}) != now, start, direction, others, scale)
    if reached is None:
        return _entry(case, name, direction, None, None)
    to = value_at(reached)
    return _entry(case, name, direction, to, case.grade({name: to}))


def scale_of(metric: Metric, kind: pa.DataType) -> Scale:
    """The step of a metric: cent, order, day, point; of a derived one the last digit shown."""
    digits = kind.scale if pa.types.is_decimal(kind) else 0
    step = Decimal(1) if metric.unit is Unit.POINTS and metric.judged else Decimal(1).scaleb(-digits)
    return Scale(step, 0 if metric.unit in _STOPS_AT_ZERO else None)


def _from_missing(case: Case, name: str, direction: Direction) -> Change:
    """A missing value may take any value of the data: upwards from the smallest, downwards from the largest."""
    known = sorted(set(case.others.table[name].drop_null().to_pylist()), reverse=direction == "down")
    now = case.grade()
    place = first_place(lambda place: case.grade({name: known[place]}) != now, len(known))
    if place is None:
        return _entry(case, name, direction, None, None)
    return _entry(case, name, direction, known[place], case.grade({name: known[place]}))


def _of_words(case: Case, name: str) -> Iterator[Change]:
    """Each other value in the data that changes the grade."""
    now = case.grade()
    moved = False
    for word in sorted(set(case.others.table[name].drop_null().to_pylist()), key=str):
        grade = case.grade({name: word})
        if word != case.one[name] and grade != now:
            moved = True
            yield _entry(case, name, None, word, grade)
    if not moved:
        yield _entry(case, name, None, None, None)


def _order(case: Case, change: Change) -> tuple[int, float, str, str]:
    """By change ÷ interquartile range; a range of 0 after the others, entries without a change last."""
    name, direction = change["metric"], change["direction"] or ""
    if change["grade"] is None and change["to"] is None:
        return (2, 0.0, name, direction)
    spread = _spread(case, name)
    if not spread or change["from"] is None:
        return (1, 0.0, name, direction)
    return (0, float(abs(change["to"] - change["from"])) / spread, name, direction)


def _spread(case: Case, name: str) -> float:
    """Interquartile range of the values, linear quartiles; 0 where there are no numbers."""
    values = [value for value in (*case.others.table[name].to_pylist(), case.one[name]) if value is not None]
    if not values or not case.scheme.metrics[name].unit.numeric:
        return 0.0
    low, high = np.percentile(np.array(values, dtype=float), [25, 75])
    return float(high - low)
