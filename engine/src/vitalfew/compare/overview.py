"""Two runs held against each other in columns: everybody is counted, and only those asked for are looked into.

What `movers` tells of every mover costs a grading of each one by itself; of a hundred thousand customers a page shows some
dozens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compare.comparison import Matrix, Mover
from vitalfew.compare.details import Details
from vitalfew.compare.movers import direction_of, matrix_of, mover_of, refuse_unfit, scales_of
from vitalfew.compare.parts import Direction
from vitalfew.compare.sentences import in_short
from vitalfew.compare.steps import steps
from vitalfew.run import Result

NONE = "\0"
"""Stands for no grade where columns are compared."""


@dataclass(frozen=True)
class Overview:
    """Who moved between two runs. `moved` has customer_id and direction, in the order of a comparison."""

    before: Result
    after: Result
    moved: pa.Table
    matrix: Matrix
    customers: int
    held: Mapping[str, int]

    @property
    def schemes(self) -> tuple[str, str]:
        """The names of both schemes."""
        return self.before.scheme.scheme, self.after.scheme.scheme

    def directions(self) -> Mapping[Direction, int]:
        """How many went which way."""
        return Counter(self.moved["direction"].to_pylist())

    def sentences(self) -> tuple[str, ...]:
        """How many moved which way, and what has to be known to read it, in the current language."""
        return in_short(self)

    def page(self, start: int, most: int, direction: Direction | None = None) -> tuple[Mover, ...]:
        """Some of the movers, each with its causes as `movers` would give them."""
        rows = self.moved if direction is None else self.moved.filter(pc.equal(self.moved["direction"], direction))
        wanted = rows["customer_id"].slice(start, most).combine_chunks()
        path, scales = steps(self.before, self.after, wanted=wanted), scales_of(self.before.scheme, self.after.scheme)
        customers = wanted.to_pylist()
        details = Details.of(self.before, self.after, (), customers)
        return tuple(mover_of(one, path, details, scales, with_facts=False) for one in customers)


def overview(before: Result, after: Result) -> Overview:
    """Two runs counted against each other. Refused as `movers` refuses."""
    then, now = before.graded["customer_id"].cast(pa.string()), after.graded["customer_id"].cast(pa.string())
    refuse_unfit(before, after, in_common=bool(pc.any(pc.is_in(now, then)).as_py()))
    ids = pa.chunked_array([*then.chunks, *now.filter(pc.invert(pc.is_in(now, then))).chunks], pa.string())
    sides = [_beside(run, ids) for run in (before, after)]
    (was, score_was), (grade, score) = sides
    scales = scales_of(before.scheme, after.scheme)
    details = Details.of(before, after, (), [])
    everybody = pa.table({"customer_id": ids, "was": was, "now": grade, "by": _distance(score_was, score)})
    other = pc.not_equal(was.fill_null(NONE), grade.fill_null(NONE))
    moved = everybody.append_column("brings", _brings(before, after, details.value, ids)).filter(other)
    return Overview(
        before=before,
        after=after,
        moved=_in_order(moved, scales),
        matrix=matrix_of(_pairs(everybody), scales),
        customers=len(ids),
        held=details.held_back,
    )


def _beside(run: Result, ids: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Grades and scores of a run in the order of these customers."""
    places = pc.index_in(ids, run.graded["customer_id"].cast(pa.string()))
    return run.graded["grade"].cast(pa.string()).take(places), run.graded["score"].take(places)


def _distance(was: pa.ChunkedArray, now: pa.ChunkedArray) -> pa.ChunkedArray:
    """How far the score moved; only an order follows from it, and equal ones stand in the order of their ids."""
    return pc.abs(pc.subtract(now.cast(pa.float64()), was.cast(pa.float64()))).fill_null(0.0)


def _brings(before: Result, after: Result, value: str | None, ids: pa.ChunkedArray) -> pa.ChunkedArray:
    """What customers bring in the new run, of those that it does not have in the old one; as a number to order by."""
    found = pa.chunked_array([pa.nulls(len(ids), pa.float64())])
    for run in (after, before):
        if value is not None and value in run.metrics.column_names:
            places = pc.index_in(ids, run.metrics["customer_id"].cast(pa.string()))
            found = pc.coalesce(found, run.metrics[value].take(places).cast(pa.float64()))
    return found


def _pairs(everybody: pa.Table) -> dict[tuple[str | None, str | None], int]:
    counted = everybody.group_by(["was", "now"]).aggregate([("customer_id", "count")])
    return {(row["was"], row["now"]): row["customer_id_count"] for row in counted.to_pylist()}


def _in_order(moved: pa.Table, scales: Sequence[Sequence[str]]) -> pa.Table:
    """Those that bring most first, then the largest change of score, then by id; each with its direction."""
    order = [("brings", "descending"), ("by", "descending"), ("customer_id", "ascending")]
    rows = moved.take(pc.sort_indices(moved, sort_keys=order))
    pairs = list(zip(rows["was"].to_pylist(), rows["now"].to_pylist(), strict=True))
    known = {pair: direction_of(*pair, scales) for pair in set(pairs)}
    return rows.select(["customer_id"]).append_column("direction", pa.array(map(known.get, pairs), pa.string()))
