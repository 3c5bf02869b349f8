from random import Random

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, fraction, grades

from vitalfew.classifiers.variability import Variability

XYZ = Variability(of="variation")


def test_even_demand_is_x_uneven_y_and_wild_z() -> None:
    table = customers(variation=fraction("0", "0.5", "0.500001", "1", "1.000001"))
    rows = agreed(table, xyz=XYZ)
    assert [row["grade"] for row in rows] == ["X", "X", "Y", "Y", "Z"]
    assert [row["score"] for row in rows] == [3, 3, 2, 2, 1]


def test_a_missing_or_negative_variation_says_nothing() -> None:
    assert grades(customers(variation=fraction(None, "-0.2", "0.3")), xyz=XYZ) == [None, None, "X"]


def test_too_few_observations_say_nothing() -> None:
    table = customers(variation=fraction("0.2", "0.2", "0.2"), frequency=[2, 3, None])
    assert grades(table, xyz=Variability(of="variation", evidence="frequency", fewest=3)) == [None, "X", None]


def test_customers_without_an_order_have_no_class() -> None:
    assert grades(customers(variation=fraction("0.2", "0.2"), has_orders=[True, False]), xyz=XYZ) == ["X", None]


def test_cuts_that_fall_are_refused() -> None:
    with pytest.raises(ValidationError, match="must rise"):
        Variability(of="variation", cuts=("0.5", "0.25"))


@pytest.mark.parametrize("seed", range(3))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    table = customers(
        variation=fraction(*(chance.choice([None, "-1", "0", "0.1", "0.25", "3"]) for _ in range(40))),
        frequency=[chance.choice([None, 1, 2, 9]) for _ in range(40)],
    )
    agreed(table, xyz=Variability(of="variation", cuts=("0.1", "0.25"), evidence="frequency", fewest=2))
