"""The published results on the CDNOW sample, from the file of orders on."""

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

import vitalfew as vf
from vitalfew.models.histories import Histories

WEEKS_TO_COME = 39

PUBLISHED = {
    "bg_nbd": ({"r": 0.24259, "alpha": 4.4136, "a": 0.79292, "b": 2.42591}, -9582.4292, 1e-4),
    "mbg_nbd": ({"r": 0.52484, "alpha": 6.1831, "a": 0.89136, "b": 1.6140}, -9582.1357, 1e-4),
    "pareto_nbd": ({"r": 0.5533, "alpha": 10.578, "s": 0.6062, "beta": 11.669}, -9594.9762, 5e-3),
}


@pytest.fixture(scope="session")
def orders() -> str:
    place = Path(__file__).parents[4] / "shared" / "data" / "cdnow_sample_orders.parquet"
    if not place.is_file():
        pytest.skip("shared/data/cdnow_sample_orders.parquet is not beside this checkout")
    return str(place)


def foreseen(orders: str, model: str, **further: object) -> vf.Foreseen:
    return vf.clv(orders, as_of="1997-09-30", model=model, horizon=WEEKS_TO_COME, **further)


@pytest.mark.parametrize("model", list(PUBLISHED))
def test_parameters_and_log_likelihood(model: str, orders: str) -> None:
    parameters, log_likelihood, close = PUBLISHED[model]
    told = foreseen(orders, model).as_object()
    assert told["params"] == pytest.approx(parameters, rel=close)
    assert told["log_likelihood"] == pytest.approx(log_likelihood, abs=5e-4)
    assert (told["n_customers"], told["n_repeat"], told["converged"]) == (2357, 946, True)


def test_cdnow_buyers_are_not_regular(orders: str) -> None:
    """So MBG/CNBD-k is MBG/NBD there."""
    regular, loose = (foreseen(orders, model).as_object() for model in ("mbg_cnbd_k", "mbg_nbd"))
    assert regular["params"] == {"k": 1, **loose["params"]}
    assert regular["log_likelihood"] == loose["log_likelihood"]


def test_spend(orders: str) -> None:
    spend = foreseen(orders, "bg_nbd").as_object()["spend"]
    assert {name: spend[name] for name in "pqv"} == pytest.approx({"p": 6.2496, "q": 3.7442, "v": 15.4435}, rel=1e-4)
    assert (spend["log_likelihood"], spend["n"]) == (pytest.approx(-4055.918, abs=1e-3), 946)
    assert spend["rank_correlation"]["low"] < spend["rank_correlation"]["value"] < spend["rank_correlation"]["high"]


def test_first_customer_orders_1226_times_in_the_next_39_weeks(orders: str) -> None:
    first = foreseen(orders, "bg_nbd").rows.to_pylist()[0]
    assert (first["customer_id"], first["frequency"]) == ("1", 2)
    assert first["expected_orders"] == pytest.approx(1.226, abs=5e-4)


@pytest.mark.parametrize(("model", "off"), [("bg_nbd", -0.04), ("pareto_nbd", -0.02)])
def test_repeat_orders_of_all_up_to_week_78(model: str, off: float, orders: str) -> None:
    """Expected of each from its first day on, by what the first 39 weeks tell."""
    fitted, later = foreseen(orders, model).fitted, vf.clv(orders, as_of="1998-06-30").rows
    ages = later["age"].to_numpy() * 7
    nothing = np.zeros_like(ages)
    expected = fitted.model.orders(fitted.values, Histories(nothing, nothing, nothing, nothing + 1), ages).sum()
    assert expected / later["frequency"].to_numpy().sum() - 1 == pytest.approx(off, abs=0.005)


@pytest.mark.parametrize("model", list(PUBLISHED))
def test_period_changes_no_forecast(model: str, orders: str) -> None:
    weeks = foreseen(orders, model)
    days = vf.clv(orders, as_of="1997-09-30", model=model, horizon=273, period="day")
    for column in ("p_alive", "p_return", "expected_orders", "expected_value", "lifetime_value"):
        assert weeks.rows[column].equals(days.rows[column]), column
    ages = weeks.rows["age"].to_numpy() * 7
    np.testing.assert_allclose(ages, days.rows["age"].to_numpy(), rtol=1e-9)
    told, told_days = weeks.as_object(), days.as_object()
    assert told_days["params"]["alpha"] == pytest.approx(told["params"]["alpha"] * 7, rel=1e-12)


def test_return_ranks_later_buyers_and_being_alive_does_not(orders: str) -> None:
    """AUC of who buys in the 39 weeks to come: by the chance of returning, and by P(alive), which is 1 for all who bought once."""
    before, after = foreseen(orders, "bg_nbd").rows, vf.clv(orders, as_of=date(1998, 6, 30)).rows
    frequency = dict(zip(after["customer_id"].to_pylist(), after["frequency"].to_pylist(), strict=True))
    bought = np.array([frequency[row["customer_id"]] > row["frequency"] for row in before.to_pylist()])
    assert auc(before["p_return"].to_numpy(), bought) == pytest.approx(0.757, abs=0.005)
    assert auc(before["p_alive"].to_numpy(), bought) == pytest.approx(0.316, abs=0.005)


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """How often one of the bought stands above one of the others, ties half."""
    ahead = score[truth][:, None] - score[~truth][None, :]
    return float(((ahead > 0) + 0.5 * (ahead == 0)).mean())


def test_order_of_rows_changes_no_byte(orders: str, tmp_path: Path) -> None:
    table = pa.parquet.read_table(orders)
    mixed = table.take(np.random.default_rng(1).permutation(table.num_rows))
    pa.parquet.write_table(mixed, tmp_path / "mixed.parquet")
    one = foreseen(orders, "bg_nbd").save(tmp_path / "one.csv").read_bytes()
    other = foreseen(str(tmp_path / "mixed.parquet"), "bg_nbd").save(tmp_path / "other.csv").read_bytes()
    assert one == other
