"""The figures that the old scheme reads, of then and of now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.expressions import HAS_ORDERS
from vitalfew.registry import Row
from vitalfew.run import Result
from vitalfew.run.previous import AS_OF, COLUMNS

GUARDED_BY = (AS_OF, *COLUMNS)
"""What a stability guard looks at: the day and the grades of the run before, always those of the new run."""


@dataclass(frozen=True)
class Figures:
    """A table of metrics, looked up by customer."""

    table: pa.Table

    @cached_property
    def places(self) -> dict[str, int]:
        """Customer → row."""
        return {customer: place for place, customer in enumerate(self.table["customer_id"].to_pylist())}

    def row(self, customer: str) -> Row:
        """The figures of a customer; all missing where the table does not have it."""
        place = self.places.get(customer)
        if place is None:
            return dict.fromkeys(self.table.column_names)
        row: Row = self.table.slice(place, 1).to_pylist()[0]
        return row


@dataclass(frozen=True)
class Both:
    """Old and new figures under the old scheme's names.

    `uncounted` are metrics that the new run does not have as the old scheme counts them: they keep their old values
    until the parameters change. `one_sided` are those that only one of the runs knows of anybody.
    """

    old: Figures
    new: Figures
    uncounted: tuple[str, ...]
    one_sided: tuple[str, ...]


def both(old: Result, after: Result, restated: Result | None) -> Both:
    """The figures of two runs. `restated` are those of the new day as the old scheme counts them."""
    scheme, later = old.scheme, after.scheme
    alike = [name for name, metric in scheme.metrics.items() if later.metrics.get(name) == metric]
    others = [name for name in scheme.metrics if name not in alike]
    columns = {name: after.metrics[name] for name in _there(after, ["customer_id", HAS_ORDERS, *GUARDED_BY, *alike])}
    source = restated or old
    columns |= _aligned(source.metrics, _there(source, others), after.metrics["customer_id"])
    first = old.metrics.select(_there(old, ["customer_id", HAS_ORDERS, *scheme.metrics]))
    return Both(
        old=Figures(first),
        new=Figures(pa.table(columns)),
        uncounted=() if restated else tuple(_there(old, others)),
        one_sided=tuple(name for name in scheme.metrics if (name in columns) != (name in first.column_names)),
    )


def _there(result: Result, names: Iterable[str]) -> list[str]:
    return [name for name in names if name in result.metrics.column_names]


def _aligned(table: pa.Table, names: list[str], customers: pa.ChunkedArray) -> dict[str, pa.ChunkedArray]:
    """Some columns of a table in the order of these customers; missing of those it does not have."""
    places = pc.index_in(customers, value_set=table["customer_id"])
    return {name: table[name].take(places) for name in names}
