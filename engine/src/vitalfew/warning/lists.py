"""A month end → the lists of all methods, equally long, and what became of those who stand on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from vitalfew.proof.panel import floats
from vitalfew.proof.rankings import Numbers, Places
from vitalfew.warning.asked import Walk
from vitalfew.warning.scoring import MOST
from vitalfew.warning.signals import SIGNALS

METHODS = ("points", "silence", "last_year", "random")
"""What is held against each other, ours first: days since the last order, last year's value, chance."""

CHANGED = "changed"
"""The method of changed points, where there are any."""

SEED = 5
"""The random list is the same for the same customers."""


@dataclass(frozen=True)
class Month:
    """The customers that could be judged at a month end, and method → the places in `rows` of those on its list."""

    at: date
    rows: pa.Table
    lists: Mapping[str, Places]

    @cached_property
    def fell(self) -> npt.NDArray[np.bool_]:
        """Who fell below a quarter of its own pace."""
        found: npt.NDArray[np.bool_] = self.rows["fell"].to_numpy()
        return found

    @cached_property
    def missed(self) -> Numbers:
        """What those who fell brought less than their pace: the value that was lost."""
        short = floats(self.rows["pace"]) - floats(self.rows["after"])
        return np.where(self.fell, np.maximum(short, 0), 0)

    @cached_property
    def lead(self) -> Numbers:
        """Days from the month end to the fall."""
        return floats(self.rows["fell_in"], np.nan)

    def as_row(self, method: str) -> dict[str, Any]:
        """What became of one list."""
        on = self.lists[method]
        hits = on[self.fell[on]]
        lost = float(self.missed.sum())
        return {
            "as_of": self.at,
            "method": method,
            "listed": len(on),
            "came_true": len(hits),
            "false_alarms": len(on) - len(hits),
            "precision": round(len(hits) / len(on), 6) if len(on) else None,
            "value_caught": round(float(self.missed[on].sum()) / lost, 6) if lost > 0 else None,
            "lead_days": float(np.median(self.lead[hits])) if len(hits) else None,
        }


def month(at: date, rows: pa.Table, asked: Walk) -> Month:
    """The lists of a month end: as many customers as ours has, at most the length that was asked for."""
    points = floats(rows["points"])
    n = min(asked.length, int((points > 0).sum()))
    strengths = {
        "points": points,
        "silence": floats(rows["silent"]),
        "last_year": floats(rows["value_year"]),
        "random": np.random.default_rng(SEED).permutation(len(points)).astype(np.float64),
    }
    if asked.points:
        strengths[CHANGED] = changed(rows, asked.points)
    value = floats(rows["yearly"])
    return Month(at, rows, {name: np.lexsort((-value, -strength))[:n] for name, strength in strengths.items()})


def changed(rows: pa.Table, points: Mapping[str, int]) -> Numbers:
    """The score where signals count otherwise: each gives its part of the new points, together at most as many as ever."""
    given = [
        floats(rows[signal.name]) * points.get(signal.name, signal.most) / signal.most
        for signal in SIGNALS
        if signal.name in rows.column_names
    ]
    found: Numbers = np.minimum(np.sum(given, axis=0), MOST)
    return found
