"""What a run gives: the graded customers, what was said on the way, and the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.expressions import HAS_ORDERS
from vitalfew.readers.reading import Note, Report
from vitalfew.run.customers import Customers
from vitalfew.run.previous import AS_OF
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Result:
    """One run of a scheme.

    `graded` has one row per customer in order of customer_id, every column of the run; `metrics` the
    numbers it was graded from. `rejects` is table → the bytes of its file of rejected rows.
    """

    scheme: Scheme
    graded: pa.Table
    metrics: pa.Table
    manifest: Mapping[str, Any]
    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    rejects: Mapping[str, bytes] = field(default_factory=dict)
    names: pa.Table | None = None
    """customer_id and name, where the customers file has names."""

    def names_of(self, customers: list[str]) -> dict[str, str]:
        """Customer → name, of those of these customers that have one.

        >>> names = pa.table({"customer_id": ["Acme"], "name": ["Acme Ltd"]})
        >>> vf.grade(orders, customers=names, scheme="abc").names_of(["Acme", "Birch"])
        {'Acme': 'Acme Ltd'}
        """
        if self.names is None:
            return {}
        named = self.names.filter(pc.is_in(self.names["customer_id"], pa.array(customers, pa.string())))
        return dict(zip(*(named[column].to_pylist() for column in ("customer_id", "name")), strict=True))

    @property
    def rows(self) -> pa.Table:
        """The rows as they are written: customer_id, grade, score, then classifiers, reasons and metrics.

        >>> vf.grade(orders, scheme="abc").rows.column_names
        ['customer_id', 'grade', 'score', 'abc', 'share', 'cumulative_share', 'monetary']
        """
        return self.graded.select(out_columns(self.scheme, self.graded.column_names))

    @property
    def customers(self) -> Customers:
        """The same rows for any data frame library.

        >>> vf.grade(orders, scheme="abc").customers
        <3 customers: customer_id, grade, score, abc, share, cumulative_share, monetary>
        """
        return Customers(self.rows)


def out_columns(scheme: Scheme, columns: list[str]) -> list[str]:
    """The columns of OUT in order, of those that a run has worked out."""
    first = ["customer_id", "grade", "score"]
    classifiers = [name for name in scheme.classifiers if name in columns]
    metrics = [name for name in scheme.metrics if name in columns]
    taken = {*first, *classifiers, *metrics, HAS_ORDERS, AS_OF}
    reasons = [name for name in columns if name not in taken and "." not in name and not name.startswith("previous_")]
    return [*first, *classifiers, *reasons, *metrics]
