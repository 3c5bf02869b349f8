"""How much hangs on weights, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.reading import Note
from vitalfew.weighing.counting import OFTEN


def direction_name(direction: str) -> str:
    """A direction for people."""
    return {"more": say("more"), "less": say("less")}[direction]


def plain(weight: Decimal) -> str:
    """A weight without the noughts that say nothing."""
    return f"{weight.normalize():f}"


def of_grades(rows: pa.Table, step: Decimal, customers: int, steady: int) -> Iterator[Note]:
    """The weight on which most hangs, and how many grades hang on none."""
    most = max(rows.to_pylist(), key=lambda row: row["changed"])
    yield Note(
        "weights_most",
        "Most hangs on {part}: by {step} % more or less of its weight up to {n} of {customers} grades change.",
        {
            "part": most["part"],
            "step": f"{100 * step:f}".rstrip("0").rstrip("."),
            "n": most["changed"],
            "customers": customers,
        },
    )
    yield Note(
        "weights_steady",
        "{steady} of {customers} customers keep their grade whichever single weight moves so far.",
        {"steady": steady, "customers": customers},
    )


def of_scores(rows: pa.Table) -> Iterator[Note]:
    """The margin that would hold grades still."""
    widest = pc.max(rows["score_moves"]).as_py()
    if widest is not None:
        yield Note(
            "weights_margin",
            "{often} of 100 scores move by at most {points} points: grades closer than that to a boundary follow from the "
            "choice of weights. A stability guard with such a margin keeps them still.",
            {"often": OFTEN, "points": f"{widest:.2f}"},
        )
