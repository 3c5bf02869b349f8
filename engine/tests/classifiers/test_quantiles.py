from random import Random

import pyarrow as pa
import pytest
from two_readings import agreed, customers, grades, money

from vitalfew.classifiers.quantiles import Quantiles


def test_each_fifth_of_the_customers_has_one_score() -> None:
    table = customers(monetary=money(*range(1, 11)))
    assert grades(table, m=Quantiles(of="monetary")) == ["1", "1", "2", "2", "3", "3", "4", "4", "5", "5"]


def test_equal_values_have_equal_scores_and_stand_low() -> None:
    # worse than 7: nobody, so all three of them have 1 + 5 × 0 // 4
    assert grades(customers(monetary=money(7, 7, 7, 9)), m=Quantiles(of="monetary")) == ["1", "1", "1", "4"]


def test_fewer_days_are_better() -> None:
    table = customers(recency_days=pa.array([1, 30, 60, 90, 365], pa.int64()))
    assert grades(table, r=Quantiles(of="recency_days", better="less")) == ["5", "4", "3", "2", "1"]


def test_a_missing_value_has_no_score_and_is_not_counted() -> None:
    assert grades(customers(monetary=money(1, None, 2)), m=Quantiles(of="monetary", k=2)) == ["1", None, "2"]


def test_b_95_one_customer_has_the_lowest_score() -> None:
    assert grades(customers(monetary=money(99)), m=Quantiles(of="monetary")) == ["1"]


@pytest.mark.parametrize("seed", range(3))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    values = [chance.choice([None, chance.randint(-5, 5)]) for _ in range(23)]
    agreed(customers(monetary=money(*values)), m=Quantiles(of="monetary", k=7))
