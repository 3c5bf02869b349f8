"""Fits: the truth is found again, units do not matter, and at the edges there are words and finite numbers."""

import numpy as np
import pyarrow as pa
import pytest
from models.panels import PANELS, histories, regular, simulated

from vitalfew.backends import DuckDB
from vitalfew.models import MODELS
from vitalfew.models.far_ahead import orders_far_ahead
from vitalfew.models.fit import fit
from vitalfew.models.gamma_gamma import fit_spend
from vitalfew.models.histories import Histories, grouped
from vitalfew.models.horizon import Horizon, forecast
from vitalfew.models.spends import Spends
from vitalfew.models.staying import orders_of_staying


@pytest.fixture(scope="module")
def company() -> Histories:
    return simulated(4000, 2)


def test_parameters_are_found_again_within_three_standard_errors(company: Histories) -> None:
    fitted = fit(MODELS["bg_nbd"], company)
    errors = fitted.standard_errors()
    assert fitted.converged
    assert errors is not None
    for name, truth in {"r": 0.8, "alpha": 60.0, "a": 0.9, "b": 3.0}.items():
        assert abs(fitted.parameters()[name] - truth) < 3 * errors[name], name


@pytest.mark.parametrize("k", [1, 3])
def test_regularity_is_found_again(k: int) -> None:
    fitted = fit(MODELS["mbg_cnbd_k"], regular(3000, k))
    errors = fitted.standard_errors()
    assert fitted.parameters()["k"] == k
    assert errors is not None
    for name, truth in {"r": 1.5, "alpha": 25.0, "a": 0.8, "b": 4.0}.items():
        assert abs(fitted.parameters()[name] - truth) < 3 * errors[name], name


def test_without_regularity_it_is_mbg_nbd() -> None:
    rows = regular(3000, 1)
    chosen, plain = fit(MODELS["mbg_cnbd_k"], rows), fit(MODELS["mbg_nbd"], rows)
    assert chosen.parameters() == {"k": 1, **plain.parameters()}
    assert chosen.log_likelihood == plain.log_likelihood


def test_unit_of_time_changes_no_regularity() -> None:
    days = regular(2000, 3)
    here, hours = fit(MODELS["mbg_cnbd_k"], days), fit(MODELS["mbg_cnbd_k"], days.in_units_of(1 / 24))
    assert hours.parameters(24.0) == pytest.approx(here.parameters(), rel=1e-6)
    assert hours.log_likelihood == pytest.approx(here.log_likelihood_in(1 / 24), rel=1e-9)


@pytest.mark.parametrize("name", list(MODELS))
def test_unit_of_time_changes_no_forecast(name: str, company: Histories) -> None:
    days = fit(MODELS[name], company)
    hours = fit(MODELS[name], company.in_units_of(1 / 24))
    np.testing.assert_allclose(
        hours.values / np.where([part in days.model.times for part in days.model.parameters], 24, 1),
        days.values,
        rtol=1e-6,
    )
    assert hours.log_likelihood == pytest.approx(days.log_likelihood_in(1 / 24), rel=1e-9)


@pytest.mark.parametrize("name", list(MODELS))
def test_grouped_customers_give_the_fit_of_all_of_them(name: str, company: Histories) -> None:
    count = company.customers.astype(int)
    each = [np.repeat(column, count) for column in (company.frequency, company.recency, company.age)]
    whole = Histories(*each, np.ones(count.sum()))
    np.testing.assert_allclose(fit(MODELS[name], whole).values, fit(MODELS[name], company).values, rtol=1e-6)


@pytest.mark.parametrize("name", list(MODELS))
def test_search_on_a_sample_ends_at_the_maximum_of_all(
    name: str, company: Histories, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, money = fit(MODELS[name], company), spends(3)
    spent = fit_spend(money)
    monkeypatch.setattr("vitalfew.models.histories.SAMPLED", 200)
    assert len(company.sample().age) < 400 < len(company.age)
    np.testing.assert_allclose(fit(MODELS[name], company).values, whole.values, rtol=1e-6)
    sampled = fit_spend(money)
    assert spent is not None
    assert sampled is not None
    assert (sampled.p, sampled.q, sampled.v) == pytest.approx((spent.p, spent.q, spent.v), rel=1e-6)


def test_distinct_histories_are_counted_by_the_calculator() -> None:
    rows = pa.table({"frequency": [1, 0, 1], "recency": [5, 0, 5], "age": [9, 9, 9]})
    with DuckDB() as database:
        found = Histories.of(database.fetch(grouped(database.attach("customers", rows))))
    assert [list(column) for column in (found.frequency, found.recency, found.age)] == [[0, 1], [0, 5], [9, 9]]
    assert list(found.customers) == [1, 2]
    assert (found.n, found.repeaters) == (3, 2)


@pytest.mark.parametrize("panel", list(PANELS))
@pytest.mark.parametrize("name", list(MODELS))
def test_edges_give_finite_numbers(name: str, panel: str) -> None:
    rows = histories(PANELS[panel])
    fitted = fit(MODELS[name], rows)
    assert fitted.converged
    assert np.isfinite(fitted.log_likelihood)
    for days in (0.0, 1.5, 364.0):
        found = forecast(fitted, rows, Horizon(days, 0.1))
        for numbers in (found.alive, found.returning):
            assert np.all((numbers >= 0) & (numbers <= 1))
        assert np.all(np.isfinite(found.orders) & (found.orders >= 0))
        assert np.all((found.worth >= 0) & (found.worth <= found.orders * (1 + 1e-12)))


@pytest.mark.parametrize(
    ("panel", "edge"), [("clockwork buyers", True), ("nobody leaves", True), ("ten customers", False)]
)
def test_edge_is_named(panel: str, edge: bool) -> None:
    fitted = fit(MODELS["bg_nbd"], histories(PANELS[panel]))
    assert bool(fitted.on_edge) is edge
    assert (fitted.errors is None) is edge


@pytest.mark.parametrize(("panel", "leaning"), [("ten customers", True), ("clockwork buyers", False)])
def test_few_repeat_customers_lean_on_the_prior(panel: str, leaning: bool) -> None:
    assert fit(MODELS["mbg_nbd"], histories(PANELS[panel])).leaning is leaning


def test_far_ahead_is_the_sum_over_orders() -> None:
    b, shape, ahead = np.array([0.3, 2.0, 900.0]), np.array([0.2, 3.5, 40.0]), np.array([19.9, 8.0, 15.0])
    np.testing.assert_allclose(
        orders_far_ahead(0.8, b, shape, ahead), orders_of_staying(0.8, b, shape, ahead), rtol=1e-11
    )


def test_far_ahead_is_the_sum_over_orders_of_regular_buyers() -> None:
    b, shape, ahead = np.array([1.3, 2.0, 900.0]), np.array([0.2, 3.5, 40.0]), np.array([19.9, 8.0, 15.0])
    for clock in ((2, 0), (3, 1), (12, 11)):
        np.testing.assert_allclose(
            orders_far_ahead(0.8, b, shape, ahead, clock), orders_of_staying(0.8, b, shape, ahead, clock), rtol=1e-11
        )


def test_no_discount_is_the_number_of_orders(company: Histories) -> None:
    fitted = fit(MODELS["bg_nbd"], company)
    found = forecast(fitted, company, Horizon(364.0, 0.0))
    assert np.array_equal(found.worth, found.orders)


def spends(seed: int) -> Spends:
    dice = np.random.default_rng(seed)
    rate, x = dice.gamma(3.0, 1 / 40.0, 3000), dice.integers(1, 8, 3000).astype(float)
    return Spends(x, dice.gamma(5.0 * x, 1 / rate) / x, np.ones(3000))


def test_spend_is_found_again_in_any_currency() -> None:
    here = spends(3)
    fitted, there = fit_spend(here), fit_spend(Spends(here.occasions, here.mean * 7.3, here.customers))
    assert fitted is not None
    assert there is not None
    assert fitted.errors is not None
    for value, error, truth in zip((fitted.p, fitted.q, fitted.v), fitted.errors, (5.0, 3.0, 40.0), strict=True):
        assert abs(value - truth) < 3 * error
    assert (there.p, there.q, there.v / 7.3) == pytest.approx((fitted.p, fitted.q, fitted.v), rel=1e-6)
    np.testing.assert_allclose(
        there.expected(here.occasions, here.mean * 7.3), 7.3 * fitted.expected(here.occasions, here.mean), rtol=1e-6
    )


@pytest.mark.parametrize(
    "mean", [[10.0], [10.0] * 80, [0.01] * 79 + [1e9], list(np.random.default_rng(5).pareto(0.6, 200) + 1)]
)
def test_spends_at_the_edges_are_finite(mean: list[float]) -> None:
    fitted = fit_spend(Spends(np.full(len(mean), 3.0), np.array(mean), np.ones(len(mean))))
    assert fitted is not None
    assert np.isfinite(fitted.log_likelihood)
    if fitted.has_mean:
        assert np.all(np.isfinite(fitted.expected(np.array([0.0, 3.0]), np.array([0.0, 10.0]))))


def test_nobody_with_a_repeat_has_no_spend() -> None:
    assert fit_spend(Spends(np.array([]), np.array([]), np.array([]))) is None
