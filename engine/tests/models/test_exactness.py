"""Every number of every model against the published formulas in fifty digits, at the ends of what can be asked."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import mpmath
import numpy as np
import pytest
from models import references

from vitalfew.models import MODELS
from vitalfew.models.dropout import leaving
from vitalfew.models.fit import Fitted
from vitalfew.models.gamma_gamma import likelihood as spend_likelihood
from vitalfew.models.histories import Histories, Numbers
from vitalfew.models.horizon import Horizon, forecast
from vitalfew.models.spends import Spends
from vitalfew.models.total import Total

CLOSE = 1e-9
EVERY = {
    **{name: model for name, model in MODELS.items() if model.k is None},
    **{f"mbg_cnbd_{k}": leaving("mbg_cnbd_k", extra=1, k=k) for k in (1, 2, 5)},
}
"""Name → model, the last digit of a regular one its number of ticks."""

PARAMETERS = {
    "bg_nbd": [(0.243, 30.9, 0.793, 2.426), (0.6, 12.0, 1.0, 0.4), (2.5, 90.0, 3.0, 0.2), (40.0, 700.0, 0.05, 30.0)],
    "mbg_nbd": [(0.525, 43.3, 0.891, 1.614), (0.6, 12.0, 1.0, 0.4), (2.5, 90.0, 3.0, 0.2)],
    "mbg_cnbd_1": [(0.525, 43.3, 0.891, 1.614)],
    "mbg_cnbd_2": [(0.525, 20.0, 0.891, 1.614), (0.6, 12.0, 1.0, 0.4)],
    "mbg_cnbd_5": [(2.5, 90.0, 3.0, 0.2)],
    "pareto_nbd": [(0.553, 74.0, 0.606, 81.7), (1.2, 20.0, 1.0, 300.0), (0.3, 400.0, 1.0, 5.0), (3.0, 50.0, 2.5, 50.0)],
}
PLACES: list[references.Place] = [
    (0, 0, 0),
    (0, 0, 273),
    (1, 10, 273),
    (2, 213, 269),
    (5, 270, 270),
    (3, 0, 100),
    (26, 200, 272),
    (3000, 3600, 3650),
    (3000, 3650, 3650),
]
AHEAD = [0.25, 30.0, 364.0, 1826.25]


@pytest.fixture(autouse=True)
def _digits() -> Iterator[None]:
    with mpmath.workdps(160):
        yield


def history(*places: references.Place) -> Histories:
    x, recency, age = (np.array(column, np.float64) for column in zip(*places, strict=True))
    return Histories(x, recency, age, np.ones_like(x))


def cases() -> list[tuple[str, tuple[float, ...]]]:
    return [(name, parameters) for name, every in PARAMETERS.items() for parameters in every]


def off(found: float, right: mpmath.mpf) -> float:
    return float(abs(mpmath.mpf(float(found)) - right) / max(abs(right), mpmath.mpf("1e-250")))


@pytest.mark.parametrize(("name", "parameters"), cases())
def test_log_likelihood_and_chance_of_being_alive(name: str, parameters: tuple[float, ...]) -> None:
    model, values = EVERY[name], np.array(parameters)
    alive = model.alive(values, history(*PLACES))
    for place, chance in zip(PLACES, alive, strict=True):
        value = model.likelihood(values, history(place)).value
        assert abs(value - references.log_likelihood(name, parameters, place)) < CLOSE * max(1, abs(value)), place
        assert off(chance, references.alive(name, parameters, place)) < CLOSE, place


@pytest.mark.parametrize(("name", "parameters"), cases())
def test_log_likelihoods_of_customers_are_added_up(name: str, parameters: tuple[float, ...]) -> None:
    model, values = EVERY[name], np.array(parameters)
    counts = np.arange(1.0, len(PLACES) + 1)
    apart = sum(n * model.likelihood(values, history(place)).value for n, place in zip(counts, PLACES, strict=True))
    together = model.likelihood(values, replace(history(*PLACES), customers=counts))
    assert together.value == pytest.approx(apart, rel=1e-12)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("name", "parameters"), cases())
def test_slope_and_curvature_are_those_of_the_log_likelihood(
    name: str, parameters: tuple[float, ...], place: references.Place
) -> None:
    assert_smooth(lambda values: EVERY[name].likelihood(values, history(place)), np.array(parameters))


def assert_smooth(likelihood: Callable[[Numbers], Total], values: Numbers) -> None:
    """The slope is that of the value and the curvature that of the slope, along the logarithms."""
    here = likelihood(values)
    for number, step in enumerate(1e-5 * np.eye(len(values))):
        above, below = likelihood(values * np.exp(step)), likelihood(values * np.exp(-step))
        assert here.slope[number] == pytest.approx((above.value - below.value) / 2e-5, rel=2e-5, abs=2e-5)
        if here.curvature is not None:
            np.testing.assert_allclose(here.curvature[number], (above.slope - below.slope) / 2e-5, rtol=2e-5, atol=2e-5)


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize(("name", "parameters"), cases())
def test_chance_of_returning_and_expected_orders(name: str, parameters: tuple[float, ...], ahead: float) -> None:
    model, values = EVERY[name], np.array(parameters)
    back = model.returning(values, history(*PLACES), np.asarray(ahead))
    orders = model.orders(values, history(*PLACES), np.asarray(ahead))
    for place, chance, expected in zip(PLACES, back, orders, strict=True):
        assert off(chance, references.returning(name, parameters, place, ahead)) < CLOSE, place
        assert off(expected, references.orders(name, parameters, place, ahead)) < CLOSE, place


@pytest.mark.parametrize("name", list(EVERY))
def test_discounted_orders_are_the_sum_over_days(name: str) -> None:
    parameters = PARAMETERS[name][0]
    model = EVERY[name]
    fitted = Fitted(model, np.array(parameters), 0.0, 0.0, converged=True, on_edge=(), errors=None, leaning=False)
    places = [PLACES[0], PLACES[3], PLACES[7]]
    with mpmath.workdps(40):
        for days in (40.25, 3.0):
            found = forecast(fitted, history(*places), Horizon(days, 0.12)).worth
            for place, value in zip(places, found, strict=True):
                assert off(value, references.worth(name, parameters, place, days, 0.12)) < CLOSE


@pytest.mark.parametrize("name", list(EVERY))
def test_nothing_is_expected_of_no_time(name: str) -> None:
    model, values = EVERY[name], np.array(PARAMETERS[name][0])
    fitted = Fitted(model, values, 0.0, 0.0, converged=True, on_edge=(), errors=None, leaning=False)
    found = forecast(fitted, history(*PLACES), Horizon(0.0, 0.1))
    assert not np.any(found.orders)
    assert not np.any(found.returning)
    assert not np.any(found.worth)
    assert not np.any(model.orders(values, history(*PLACES), np.asarray(0.0)))
    assert not np.any(model.returning(values, history(*PLACES), np.asarray(0.0)))


@pytest.mark.parametrize("parameters", [(6.25, 3.744, 15.44), (0.2, 1.0, 400.0), (300.0, 0.4, 0.01)])
def test_spend(parameters: tuple[float, ...]) -> None:
    occasions = [(1, 0.01), (2, 35.5), (3000, 12.0), (7, 250000.0)]
    x, mean = (np.array(column, np.float64) for column in zip(*occasions, strict=True))
    for n, m, customers in zip(x, mean, np.ones((len(x), 1)), strict=True):
        spends = Spends(np.array([n]), np.array([m]), customers)
        right = references.spend(parameters, int(n), m)
        assert abs(spend_likelihood(np.array(parameters), spends).value - right) < CLOSE * max(1, abs(right))
    both = Spends(x, mean, np.arange(1.0, len(x) + 1))
    assert_smooth(lambda values: spend_likelihood(values, both), np.array(parameters))
