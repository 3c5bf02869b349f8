"""Measures against values worked out by hand and against their slow definitions."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from vitalfew.proof.intervals import Contest, Estimate, Told, estimates
from vitalfew.proof.measures import MEASURES, Truth, list_length
from vitalfew.proof.rankings import Numbers, Ranking

ALL_ONCE = np.uint8(1)


def truth(*revenue: float) -> Truth:
    after = np.array(revenue, float)
    return Truth(after, (after > 0).astype(float))


def measured(
    strength: list[float] | Numbers, of: Truth, weights: list[int] | None = None, **told: Numbers
) -> dict[str, float]:
    counted = np.full(len(of.revenue), ALL_ONCE) if weights is None else np.array(weights, np.uint8)
    values = Contest([Told(Ranking.of(np.array(strength, float)), **told)], of).values(counted)
    return dict(zip(MEASURES, values[0].tolist(), strict=True))


def test_a_company_of_ten_worked_out_by_hand() -> None:
    """Two on the list. They brought 40 of 100; one of them is of the two that brought most (40 and 30)."""
    found = measured([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], truth(40, 0, 30, 0, 20, 0, 10, 0, 0, 0))
    assert found["hit_rate_top20"] == 0.5
    assert found["capture_top20"] == 0.4
    # Buyers stand at ranks 10, 8, 6, 4 of ten: the pairs they win are 6 + 5 + 4 + 3 of 24.
    assert found["auc"] == pytest.approx(18 / 24)
    # Σ revenue × (rank - 5.5): by the list 40·4.5 + 30·2.5 + 20·0.5 - 10·1.5; by revenue 40·4.5 + 30·3.5 + 20·2.5 + 10·1.5.
    assert found["gini"] == pytest.approx((180 + 75 + 10 - 15) / (180 + 105 + 50 + 15))
    assert found["spearman"] == pytest.approx(
        np.corrcoef([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [10, 3.5, 9, 3.5, 8, 3.5, 7, 3.5, 3.5, 3.5])[0, 1]
    )


def test_perfect_foresight_and_its_opposite() -> None:
    after = truth(5, 4, 3, 2, 1, 0, 0, 0, 0, 0)
    best, worst = measured(after.revenue, after), measured(-after.revenue, after)
    assert [best[name] for name in ("hit_rate_top20", "capture_top20", "spearman", "gini", "auc")] == pytest.approx(
        [1, 9 / 15, 1, 1, 1]
    )
    assert [worst[name] for name in ("hit_rate_top20", "spearman", "gini", "auc")] == pytest.approx([0, -1, -1, 0])


def test_equal_ones_are_as_good_as_chance_and_listed_by_id() -> None:
    found = measured([1, 1, 1, 1, 1], truth(1, 2, 3, 4, 5))
    assert (found["gini"], found["auc"], found["capture_top20"]) == (
        0,
        pytest.approx(float("nan"), nan_ok=True),
        1 / 15,
    )
    assert np.isnan(found["spearman"])


def test_who_brought_nothing_is_no_hit() -> None:
    """Ten customers, two on the list, one alone brought something: at best every second is a hit."""
    assert measured(range(10, 0, -1), truth(7, *[0] * 9))["hit_rate_top20"] == 0.5  # type: ignore[arg-type]


@pytest.mark.parametrize("revenue", [[0, 0, 0], [-5, 0, 0], [-5, 3, 0]])
def test_without_revenue_there_is_nothing_to_measure(revenue: list[float]) -> None:
    found = measured([3, 2, 1], truth(*revenue))
    assert np.isnan([found["capture_top20"], found["gini"]]).all()
    assert np.isnan(found["auc"]) == (max(revenue) <= 0)


def test_one_customer() -> None:
    found = measured([1], truth(9))
    assert (found["hit_rate_top20"], found["capture_top20"]) == (1, 1)
    assert all(np.isnan(found[name]) for name in ("spearman", "gini", "auc"))


def test_forecasts_in_money_and_chance() -> None:
    chance, expected = np.array([0.9, 0.5, 0.1]), np.array([12.0, 4, 0])
    found = measured([3, 2, 1], truth(10, 0, 5), chance=chance, expected=expected)
    assert found["brier"] == pytest.approx((0.01 + 0.25 + 0.81) / 3)
    assert (found["mae"], found["bias"]) == (pytest.approx((2 + 4 + 5) / 3), pytest.approx((2 + 4 - 5) / 3))
    assert np.isnan(measured([3, 2, 1], truth(10, 0, 5))["brier"])


@pytest.mark.parametrize(("customers", "length"), [(1, 1), (4, 1), (5, 1), (6, 2), (10, 2), (11, 3)])
def test_a_fifth_is_rounded_up(customers: int, length: int) -> None:
    assert list_length(customers) == length


def slowly(strength: Numbers, revenue: Numbers) -> dict[str, float]:
    """AUC pair by pair, Gini and Spearman from ranks counted one by one."""
    n = len(revenue)

    def ranks(values: Numbers) -> Numbers:
        return np.array([(values < one).sum() + ((values == one).sum() + 1) / 2 for one in values])

    pairs = [(a > b) + 0.5 * (a == b) for a, b in product(strength[revenue > 0], strength[revenue <= 0])]
    gini = [float(revenue @ (ranks(by) - (n + 1) / 2)) for by in (strength, revenue)]
    return {
        "auc": float(np.mean(pairs)),
        "gini": gini[0] / gini[1],
        "spearman": float(np.corrcoef(ranks(strength), ranks(revenue))[0, 1]),
    }


@pytest.mark.parametrize("seed", range(8))
def test_measures_are_their_slow_definitions(seed: int) -> None:
    dice = np.random.default_rng(seed)
    n = int(dice.integers(8, 80))
    revenue = np.where(dice.random(n) < 0.5, dice.integers(-2, 30, n), 0).astype(float)
    revenue[:2] = 5, 0
    strength = dice.integers(0, 12, n).astype(float)
    found = measured(strength, truth(*revenue))
    slow = slowly(strength, revenue)
    assert {name: found[name] for name in slow} == pytest.approx(slow)


def test_a_weight_is_as_many_customers() -> None:
    """Measures of weights are those of a file in which each customer stands as often as its weight says."""
    dice = np.random.default_rng(3)
    revenue, strength = dice.integers(0, 9, 60).astype(float), dice.integers(0, 20, 60).astype(float)
    weights = np.bincount(dice.integers(0, 60, 60), minlength=60)
    told = {"chance": dice.random(60), "expected": dice.random(60) * 9}
    found = measured(strength, truth(*revenue), weights.tolist(), **told)
    rows = np.repeat(np.arange(60), weights)
    repeated = measured(strength[rows], truth(*revenue[rows]), **{name: of[rows] for name, of in told.items()})
    assert found == pytest.approx(repeated)


def test_places_count_equal_ones_half() -> None:
    ranking = Ranking.of(np.array([5.0, 1, 5, 9]))
    assert ranking.places[ranking.runs] == pytest.approx([0.5, 0.125, 0.5, 0.875])


def test_intervals_hold_the_value_and_are_the_same_every_time() -> None:
    dice = np.random.default_rng(2)
    revenue = dice.pareto(2, 400)
    told = {"scheme": Told(Ranking.of(revenue * dice.random(400))), "random": Told(Ranking.of(dice.random(400)))}
    once, ahead = estimates(told, truth(*revenue))
    again, _ = estimates(told, truth(*revenue))
    assert once == again
    found = once["scheme"]["capture_top20"]
    assert found is not None
    assert found.low < found.value < found.high
    assert once["scheme"]["brier"] is None
    assert ahead["scheme"]["gini"] == Estimate(0, 0, 0)
    lead = ahead["random"]["gini"]
    assert lead is not None
    assert lead.low > 0


def test_an_interval_holds_the_truth_as_often_as_it_says() -> None:
    """AUC of two normal samples one deviation apart is 0.7602; of thirty companies at most five may miss it."""
    missed = 0
    for seed in range(30):
        dice = np.random.default_rng(seed)
        bought = dice.random(200) < 0.5
        told = {"scheme": Told(Ranking.of(dice.normal(size=200) + bought))}
        found = estimates(told, Truth(bought * 1.0, bought * 1.0))[0]["scheme"]["auc"]
        assert found is not None
        missed += not found.low <= 0.7602 <= found.high
    assert missed <= 5
