"""Segments in figures: how many, what they bring, and what half of their customers do not exceed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.segments.behaviour import Behaviour
from vitalfew.insight.segments.clusters import Places
from vitalfew.proof.panel import floats


@dataclass(frozen=True)
class Profile:
    """A segment: `customers` and their `share` of all, `sales` of the last 365 days and their `sales_share`.

    `typical` has the median of each feature in it, `of_all` the same of all customers; `sales_share` is None where sales are
    not above zero.
    """

    segment: str
    customers: int
    share: float
    sales: Decimal
    sales_share: float | None
    typical: dict[str, float]
    of_all: dict[str, float]


def profiles(customers: Behaviour, places: Places, names: tuple[str, ...]) -> tuple[Profile, ...]:
    """The segments in their order."""
    values = {name: floats(customers.rows[name]) for name in customers.features}
    of_all = {name: _middle(cells) for name, cells in values.items()}
    whole = _sum(customers.rows["sales"])
    found = []
    for place, name in enumerate(names):
        inside = places == place
        sales = _sum(customers.rows["sales"].filter(pa.array(inside)))
        typical = {one: _middle(cells[inside]) for one, cells in values.items()}
        part = round(float(sales / whole), 6) if whole > 0 else None
        size = int(inside.sum())
        found.append(Profile(name, size, round(size / len(places), 6), sales, part, typical, of_all))
    return tuple(found)


def _middle(values: np.ndarray) -> float:
    return round(float(np.median(values)), 4) if len(values) else 0.0


def _sum(cells: pa.ChunkedArray) -> Decimal:
    return pc.sum(cells).as_py() or Decimal(0)
