from random import Random

import pytest
from pydantic import ValidationError
from two_readings import agreed, customers, grades, money

from vitalfew.classifiers.cuts import Cuts
from vitalfew.classifiers.grid import Axis, Grid
from vitalfew.classifiers.ladder import Ladder, Level
from vitalfew.classifiers.thresholds import Thresholds

PROFIT_COST = Grid(
    rows=Axis(of="profit", cut=Cuts(by="median")),
    columns=Axis(of="service_cost", cut=Cuts(by="median", better="less")),
    cells=(("key", "costly"), ("modest", "drain")),
)


def test_key_is_high_profit_with_low_cost_to_serve() -> None:
    # medians: profit 55, cost 25
    table = customers(profit=money(100, 90, 20, -10), service_cost=money(10, 40, 5, 60))
    assert grades(table, place=PROFIT_COST) == ["key", "costly", "modest", "drain"]


def test_the_score_counts_steps_above_the_worst_corner() -> None:
    table = customers(profit=money(100, 90, 20, -10), service_cost=money(10, 40, 5, 60))
    assert [row["score"] for row in agreed(table, place=PROFIT_COST)] == [2, 1, 1, 0]


def test_a_customer_without_a_value_on_one_axis_has_no_cell() -> None:
    # of the costs 10 is the median, so 10 is not above it
    table = customers(profit=money(100, 20, None), service_cost=money(5, 10, 1000))
    assert grades(table, place=PROFIT_COST) == ["key", "modest", None]


def test_labels_of_earlier_classifiers_make_an_axis_of_any_length() -> None:
    table = customers(years=[6, 3, 0, 6], profit=money(900, 50, 900, None))
    loyalty = Ladder(
        levels=(
            Level(name="known", when=({"of": "years", "test": ">=", "value": 1},)),
            Level(name="loyal", when=({"of": "years", "test": ">=", "value": 5},)),
        ),
        ground="new",
    )
    value = Thresholds(of="profit", cuts=(500,), names=("high", "low"))
    grid = Grid(
        rows=Axis(of="loyalty", labels=("loyal", "known", "new")),
        columns=Axis(of="value", labels=("high", "low")),
        cells=(("friend", "barnacle"), ("friend", "stranger"), ("butterfly", "stranger")),
    )
    assert grades(table, loyalty=loyalty, value=value, kind=grid) == ["friend", "stranger", "butterfly", None]


def test_labels_stand_best_corner_first() -> None:
    assert PROFIT_COST.labels() == ("key", "costly", "modest", "drain")


def test_a_grid_with_a_missing_cell_or_an_axis_with_two_meanings_is_refused() -> None:
    with pytest.raises(ValidationError, match="2 × 2 cells"):
        Grid(rows=PROFIT_COST.rows, columns=PROFIT_COST.columns, cells=(("key", "costly"),))
    with pytest.raises(ValidationError, match="either a cut or labels"):
        Axis(of="profit", cut=Cuts(by="mean"), labels=("high",))


@pytest.mark.parametrize("seed", range(4))
def test_both_readings_agree_on_any_table(seed: int) -> None:
    chance = Random(seed)
    draw = [[chance.choice([None, 0, chance.randint(-9, 9)]) for _ in range(30)] for _ in range(2)]
    table = customers(
        profit=money(*draw[0]), service_cost=money(*draw[1]), has_orders=[chance.random() < 0.8 for _ in draw[0]]
    )
    agreed(table, place=PROFIT_COST)
