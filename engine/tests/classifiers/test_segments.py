from itertools import product

import pyarrow as pa
import pytest
from oracle.rfm import segment
from two_readings import agreed, customers, grades

from vitalfew import scheme
from vitalfew.classifiers.segments import Segments

CELLS = scheme.load("rfm").classifiers["segment"]


def whole(values: list[int | None]) -> pa.Array:
    return pa.array(values, pa.int64())


def test_every_cell_of_r_f_and_m_has_the_segment_of_the_contract() -> None:
    assert isinstance(CELLS, Segments)
    scores = list(product(range(1, 6), repeat=3))
    r, f, m = (whole([score[place] for score in scores]) for place in range(3))
    rows = agreed(customers(r=r, f=f, m=m), segment=CELLS)
    assert [row["grade"] for row in rows] == [segment(r, (f + m + 1) // 2) for r, f, m in scores]
    assert [row["score"] for row in rows] == [sum(score) for score in scores]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((5, 5, 4), "champions"), ((3, 5, 5), "loyal"), ((1, 5, 5), "must_not_lose"), ((4, 1, 1), "promising")],
)
def test_a_segment_by_hand(scores: tuple[int, int, int], expected: str) -> None:
    r, f, m = scores
    assert grades(customers(r=whole([r]), f=whole([f]), m=whole([m])), segment=CELLS) == [expected]


def test_only_refunds_and_no_order_are_told_apart_and_have_no_score() -> None:
    table = customers(r=whole([None, None]), f=whole([1, None]), m=whole([1, None]), has_orders=[True, False])
    rows = agreed(table, segment=CELLS)
    assert [(row["grade"], row["score"]) for row in rows] == [("no_valid_order", None), ("no_order", None)]
