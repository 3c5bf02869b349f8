"""How far the rows of each customer had come by a day: taken from day to day, each row once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from vitalfew.compile.running import SINCE
from vitalfew.history.laid_out import Mask, cells_of, steps_of
from vitalfew.population import Integers

ROWS = "_rows"
"""Column: how many rows there are of a customer."""

PUT_TOGETHER = {"sum": np.add, "count": np.add, "min": np.minimum, "max": np.maximum}
NOTHING = {"sum": 0, "count": 0, "min": np.iinfo(np.int64).max, "max": np.iinfo(np.int64).min}
"""Fold → what stands where there was no cell."""


class Events:
    """The rows of `compile/running.py` in order of places; each column is put together by its fold."""

    def __init__(self, rows: pa.Table, folds: Mapping[str, str], customers: int) -> None:
        rows = rows.combine_chunks()
        self.folds = folds
        self.customers = customers
        self._who = rows["customer_id"].to_numpy()
        places = rows[SINCE].to_numpy()
        self._begins = np.searchsorted(places, np.arange(places[-1] + 2 if len(places) else 1, dtype=places.dtype))
        self._steps = {column: steps_of(rows[column], NOTHING[fold]) for column, fold in folds.items()}
        self._types = {column: pa.int64() if fold == "count" else rows[column].type for column, fold in folds.items()}

    def put_into(self, columns: Mapping[str, Integers], place: int) -> None:
        """Put the rows of a place to what there was before; of each customer there is one at most."""
        if place + 1 >= len(self._begins):
            return
        rows = slice(self._begins[place], self._begins[place + 1])
        who = self._who[rows]
        for column, fold in self.folds.items():
            columns[column][who] = PUT_TOGETHER[fold](columns[column][who], self._steps[column][rows])

    def cells(self, column: str, steps: Integers, known: Mask) -> pa.Array:
        """What stands in a column as values of its type."""
        return cells_of(steps, known, self._types[column])


class Stand:
    """What the rows of each customer come to up to a place."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._columns = {column: np.full(events.customers, NOTHING[fold]) for column, fold in events.folds.items()}
        self._place = -1

    def __getitem__(self, column: str) -> Integers:
        return self._columns[column]

    def moved_to(self, place: int) -> Stand:
        """The same at another place; going back is beginning anew."""
        if place < self._place:
            return Stand(self._events).moved_to(place)
        for each in range(self._place + 1, place + 1):
            self._events.put_into(self._columns, each)
        self._place = place
        return self
