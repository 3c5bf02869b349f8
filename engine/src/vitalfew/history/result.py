"""The grades of customers over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.reading import Note, Report
from vitalfew.scheme import Scheme

Grade = str | None
"""None: without a grade on that day, or not known yet."""


@dataclass(frozen=True)
class History:
    """Grades as of many days.

    `table` has `customer_id, as_of, grade, score`, in order of days and then of ids, a row for each customer that is
    known by then; ids and grades are dictionaries. `rejects` is table → the bytes of its file of rejected rows.
    """

    scheme: Scheme
    table: pa.Table
    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The as-of days in order."""
        return tuple(self.table["as_of"].unique().to_pylist())

    @cached_property
    def grades(self) -> tuple[Grade, ...]:
        """The grades of the scheme, best first, and None at the end where somebody has none."""
        missing = (None,) if self.table["grade"].null_count else ()
        return (*(str(label) for label in self.scheme.grade_labels()), *missing)

    def on(self, day: date) -> pa.Table:
        """The rows of one day. Refused where the history does not hold it."""
        if day not in self.days:
            raise Refusal(
                say("the history does not hold {day}.", day=day),
                remedy=say("It holds: {days}.", days=", ".join(map(str, self.days))),
            )
        return self.table.filter(pc.equal(self.table["as_of"], pa.scalar(day, pa.date32())))

    def of(self, customer_id: str) -> pa.Table:
        """The rows of one customer. Refused where there is no such customer on any day."""
        number = pc.index(self._ids, customer_id).as_py()
        rows = self.table.filter(pc.equal(self._numbers, number)) if number >= 0 else self.table.slice(0, 0)
        if not rows.num_rows:
            raise Refusal(
                say("there is no customer {customer}.", customer=repr(customer_id)),
                remedy=say("Ids are compared as they stand in the list."),
            )
        return rows

    def counts(self) -> dict[date, dict[Grade, int]]:
        """Day → grade → how many customers have it."""
        found = self.table.group_by(["as_of", "grade"]).aggregate([([], "count_all")]).to_pylist()
        numbers = {(row["as_of"], row["grade"]): row["count_all"] for row in found}
        return {day: {grade: numbers.get((day, grade), 0) for grade in self.grades} for day in self.days}

    def migration(self, earlier: date | None = None, later: date | None = None) -> dict[Grade, dict[Grade, int]]:
        """Grade on the earlier day → grade on the later day → customers; without days the last two.

        Of customers known on both days; who was not known yet moves nowhere.
        """
        matrix = {one: dict.fromkeys(self.grades, 0) for one in self.grades}
        for row in self._pairs(earlier, later).group_by(["from", "to"]).aggregate([([], "count_all")]).to_pylist():
            matrix[row["from"]][row["to"]] = row["count_all"]
        return matrix

    def movers(self, earlier: date | None = None, later: date | None = None) -> pa.Table:
        """Customers whose grade differs between two days: `customer_id, from, to, score_from, score_to`, by id."""
        pairs = self._pairs(earlier, later)
        same = pc.equal(pairs["from"], pairs["to"]).fill_null(False)
        neither = pc.and_(pairs["from"].is_null(), pairs["to"].is_null())
        return pairs.filter(pc.invert(pc.or_(same, neither)))

    def rows(self) -> pa.Table:
        """The table with plain texts, for files and data frames."""
        texts = {name: self.table[name].cast(pa.string()) for name in ("customer_id", "grade")}
        columns = {name: texts.get(name, self.table[name]) for name in self.table.column_names}
        return pa.table(columns)

    def _pairs(self, earlier: date | None, later: date | None) -> pa.Table:
        """Customers known on both days with grade and score of each, in order of ids."""
        before, after = (self.on(day) for day in self._two(earlier, later))
        ids, at, then = np.intersect1d(*(_numbers(rows) for rows in (before, after)), return_indices=True)
        before, after = before.take(pa.array(at)), after.take(pa.array(then))
        return pa.table(
            {
                "customer_id": self._ids.take(pa.array(ids)),
                "from": before["grade"].cast(pa.string()),
                "to": after["grade"].cast(pa.string()),
                "score_from": before["score"],
                "score_to": after["score"],
            }
        )

    def _two(self, earlier: date | None, later: date | None) -> tuple[date, date]:
        """The two days; without them the last two. Refused where there is only one."""
        end = later or self.days[-1]
        begin = earlier or max((day for day in self.days if day < end), default=None)
        if begin is None:
            raise Refusal(
                say("there is no day before {day} to compare with.", day=end),
                remedy=say("Give more days."),
            )
        return begin, end

    @cached_property
    def _ids(self) -> pa.Array:
        return self.table["customer_id"].chunk(0).dictionary

    @cached_property
    def _numbers(self) -> pa.Array:
        return pa.array(_numbers(self.table))


def _numbers(rows: pa.Table) -> Any:
    chunks = [chunk.indices.to_numpy() for chunk in rows["customer_id"].chunks]
    return np.concatenate(chunks) if chunks else np.empty(0, np.int32)
