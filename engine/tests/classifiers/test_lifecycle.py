from decimal import Decimal

import pyarrow as pa
import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades

from vitalfew.classifiers.lifecycle import Lifecycle


def days(*values: object) -> pa.Array:
    return pa.array([None if value is None else Decimal(str(value)) for value in values], pa.decimal128(38, 1))


def whole(*values: int | None) -> pa.Array:
    return pa.array(values, pa.int64())


def table(rows: list[tuple[int | None, int | None, int | None, object]], **more: object) -> pa.Table:
    recency, first, orders, rhythm = zip(*rows, strict=True)
    return customers(
        recency_days=whole(*recency),
        first_order_days=whole(*first),
        frequency=whole(*orders),
        rhythm_days=days(*rhythm),
        **more,
    )


def test_each_customer_is_judged_by_its_own_rhythm() -> None:
    # sixty days away: long for a weekly buyer, nothing for one that comes twice a year
    rows = [(60, 400, 50, 7), (60, 400, 20, 20), (60, 400, 9, 30), (60, 900, 5, 180)]
    assert grades(table(rows), stage=Lifecycle()) == ["lost", "sleeping", "active", "active"]


def test_the_bounds_belong_to_the_better_stage() -> None:
    rows = [(20, 400, 9, 10), (21, 400, 9, 10), (40, 400, 9, 10), (41, 400, 9, 10)]
    assert grades(table(rows), stage=Lifecycle()) == ["active", "sleeping", "sleeping", "lost"]


def test_new_is_a_first_order_less_than_two_rhythms_ago_and_at_most_two_orders() -> None:
    # the first has a rhythm of 10 days, which the others, with fewer than three orders, borrow
    rows = [(1, 400, 9, 10), (5, 19, 2, None), (5, 20, 2, None), (5, 19, 3, None)]
    assert grades(table(rows), stage=Lifecycle()) == ["active", "new", "active", "active"]


def test_a_borrowed_rhythm_is_the_median_of_all_and_is_not_rounded() -> None:
    # median of 10.0 and 10.5 is 10.25; twice that is 20.5, four times 41
    rows = [(1, 400, 9, 10), (1, 400, 9, "10.5"), (41, 400, 1, None), (42, 400, 1, None)]
    graded = agreed(table(rows), stage=Lifecycle())
    assert [row["grade"] for row in graded] == ["active", "active", "sleeping", "lost"]
    assert [(row["rhythm"], row["rhythm_from"]) for row in graded[1:3]] == [
        (Decimal("10.50"), "own"),
        (Decimal("10.25"), "everybody"),
    ]


def test_where_nobody_has_a_rhythm_it_is_ninety_days() -> None:
    graded = agreed(table([(179, 179, 2, None), (180, 180, 1, None), (361, 361, 1, None)]), stage=Lifecycle())
    assert [row["grade"] for row in graded] == ["new", "active", "lost"]
    assert {row["rhythm_from"] for row in graded} == {"default"}


def test_without_an_order_potential_and_with_refunds_only_no_valid_order() -> None:
    rows = [(None, None, None, None), (None, 30, 0, None)]
    assert grades(table(rows, has_orders=[False, True]), stage=Lifecycle()) == ["potential", "no_valid_order"]


def test_the_factors_are_parameters() -> None:
    rows = [(30, 400, 9, 10)]
    assert grades(table(rows), stage=Lifecycle(active="3.5")) == ["active"]
    with pytest.raises(ValidationError, match="sleeps after it was active"):
        Lifecycle(active=5)
