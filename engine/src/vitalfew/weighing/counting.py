"""Customers graded twice → how many have another grade, and how far scores moved."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.scheme import Scheme

Places = npt.NDArray[np.int64]
"""Each customer's place among the grades of the scheme, 0 the best, -1 without one."""

OFTEN = 95
"""Per cent of the scores that are told of."""


def places(rows: pa.Table, scheme: Scheme) -> Places:
    """The places of customers, in the order of the rows."""
    best_first = pa.array([str(label) for label in scheme.grade_labels()])
    found = pc.fill_null(pc.index_in(rows["grade"].cast(pa.string()), value_set=best_first), -1)
    counted: Places = found.to_numpy().astype(np.int64)
    return counted


def changes(now: Places, then: Places, best: int) -> dict[str, int]:
    """How many customers have another grade, and which way it went."""
    other = now != then
    return {
        "changed": int(other.sum()),
        "better": int((other & (then < now)).sum()),
        "worse": int((other & (then > now)).sum()),
        "into_best": int((other & (then == best)).sum()),
        "out_of_best": int((other & (now == best)).sum()),
    }


def score_moves(now: pa.Table, then: pa.Table) -> float | None:
    """How far 95 of 100 scores move at most, in points of the score; None where nobody has one."""
    moved = [pc.cast(rows["score"], pa.float64()) for rows in (now, then)]
    known = pc.drop_null(pc.abs(pc.subtract(*moved))).to_numpy()
    return round(float(np.quantile(known, OFTEN / 100)), 6) if len(known) else None
