"""The rows of a table summed up once for all days of a history: a day's sums are then looked up, not added up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile.folding import DAY, Named, by_themselves
from vitalfew.compile.running import SUMS, between, endless
from vitalfew.history.laid_out import THERE
from vitalfew.history.stands import NOTHING, ROWS, Events, Stand
from vitalfew.registry import Aggregate

KNOWN = ".known"
"""Ending of the column that counts what a sum is made of."""

FIT = 2.0**62
"""Sums below this fit into 64 bits with certainty."""


@dataclass(frozen=True)
class Plan:
    """What must be known of a table on which days, so that every aggregate of every day can be looked up.

    A sum is there once, however many windows it is taken in; `alike` says in which column an aggregate lies.
    """

    days: Sequence[date]
    columns: Mapping[str, Aggregate]
    alike: Mapping[str, str]

    def between(self, database: DuckDB, rows: ir.Table) -> ir.Table:
        """The rows put together between each day and the next (compile/running.py)."""
        cells = by_themselves(rows, self.columns)
        first = database.row(cells.aggregate(first=cells[DAY].min()))["first"] or self.days[-1]
        return between(rows, self.columns, _places(database, first, self.days))

    def fits(self, database: DuckDB, rows: ir.Table) -> bool:
        """Whether all cells are integers, decimals or days, and all sums together stay within 64 bits."""
        if not all(rows[name].type().is_integer() or _exact(rows[name].type()) for name in self.columns):
            return False
        sums = [name for name, one in self.columns.items() if one.fold == "sum"]
        found = database.row(rows.aggregate(_=rows.count(), **{name: _size(rows[name]) for name in sums}))
        return all((found[name] or 0) < FIT for name in sums)


def _exact(kind: dt.DataType) -> bool:
    return bool(kind.is_decimal() or kind.is_timestamp() or kind.is_date())


def _size(column: Any) -> Any:
    """What all cells of a column come to, as integers of the last digit, whatever their sign."""
    return column.cast("float64").abs().sum() * 10.0 ** (getattr(column.type(), "scale", None) or 0)


def plan_of(rows: ir.Table, asked: Mapping[date, Named]) -> Plan:
    """What is asked of a table on each day of a history, the most on the last one."""
    wanted = endless(asked[max(asked)])
    alike = _alike(rows, wanted)
    once = {column: one for column, one in wanted.items() if column in alike.values()}
    known = {column + KNOWN: replace(one, fold="count") for column, one in once.items() if one.fold == "sum"}
    begins = {before(one.since) for each in asked.values() for one in each.values() if one.since is not None}
    columns = {ROWS: Aggregate(next(iter(wanted.values())).table, "count"), **once, **known}
    return Plan(sorted({*asked, *begins}), columns, alike)


def _alike(rows: ir.Table, wanted: Named) -> dict[str, str]:
    """Aggregate → the first of all that ask the same of a row and fold it alike."""
    first: dict[Any, str] = {}
    asked = {name: (one.fold, by_themselves(rows, {"it": one}).op()) for name, one in wanted.items()}
    return {name: first.setdefault(key, name) for name, key in asked.items()}


class Growth:
    """What customers' rows come to from day to day, and so on any of these days or in any window between two."""

    def __init__(self, plan: Plan, rows: pa.Table, customers: int) -> None:
        self._plan = plan
        self._events = Events(rows, {name: one.fold for name, one in plan.columns.items()}, customers)
        self._stands: dict[int, Stand] = {}

    def on(self, at: date, wanted: Named) -> pa.Table:
        """The aggregates of each customer number on a day of the plan. Days are best asked for in order."""
        now = self._stand(at, 0)
        cells = {name: self._cell(self._plan.alike[name], one, now, at) for name, one in wanted.items()}
        return pa.table({THERE: now[ROWS] > 0, **cells})

    def _cell(self, column: str, one: Aggregate, now: Stand, at: date) -> pa.Array:
        if one.fold not in SUMS:
            return self._events.cells(column, now[column], now[column] != NOTHING[one.fold])
        counted = column + KNOWN if one.fold == "sum" else ROWS
        value, known = now[column], now[counted]
        if one.since is not None:
            then = self._stand(before(one.since), (at - one.since).days + 1)
            value = value - then[column]
            known = known - then[counted] if one.fold == "sum" else known
        return self._events.cells(column, value, known > 0)

    def _stand(self, day: date, back: int) -> Stand:
        """How things stood by a day, so many days back: from there the next day goes on."""
        if back not in self._stands:
            self._stands[back] = Stand(self._events)
        self._stands[back] = self._stands[back].moved_to(bisect_left(self._plan.days, day))
        return self._stands[back]


def before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def _places(database: DuckDB, first: date, days: Sequence[date]) -> ir.Table:
    """Every day from the first and the place of the first day of the list on which it is over."""
    begin = min(first, days[0])
    every = [begin + timedelta(days=n) for n in range((days[-1] - begin).days + 1)]
    places = [bisect_left(days, day) for day in every]
    return database.attach(
        "days of the history", pa.table({"day": pa.array(every), "place": pa.array(places, pa.int32())})
    )
