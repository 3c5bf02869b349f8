"""From orders to a row for each customer: occasions, money, margins, who is left out, what is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import vitalfew as vf
from vitalfew.foreseeing.spending import correlation
from vitalfew.given import BUYING_MODELS, PERIODS
from vitalfew.models import MODELS

FIRST = date(2024, 1, 1)


def orders(*rows: tuple[str, int, str]) -> pa.Table:
    """Customer, days after the first day, amount; each row an order of its own."""
    return pa.table(
        {
            "customer_id": [customer for customer, _, _ in rows],
            "order_id": [str(number) for number in range(len(rows))],
            "order_date": [(FIRST + timedelta(days=days)).isoformat() for _, days, _ in rows],
            "amount": [amount for _, _, amount in rows],
        }
    )


def company(n: int = 120) -> pa.Table:
    dice = np.random.default_rng(11)
    rows = []
    for number in range(n):
        gaps = np.cumsum(dice.exponential(25, 1 + int(dice.geometric(0.25)))).astype(int)
        rows += [
            (f"C{number:03}", int(day), f"{spent:.2f}") for day, spent in zip(gaps, dice.gamma(4, 12, 99), strict=False)
        ]
    return orders(*(row for row in rows if row[1] < 400))


def row_of(found: vf.Foreseen, customer: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = found.rows.to_pylist()
    return next(row for row in rows if row["customer_id"] == customer)


def codes(found: vf.Foreseen) -> set[str]:
    return {note.code for note in found.notes}


TWICE = (("A", 0, "10"), ("A", 0, "5"), ("A", 70, "0"), ("A", 77, "-4"), ("B", 7, "20"), ("R", 3, "-8"))


def test_orders_of_a_day_are_one_occasion_zero_counts_and_refunds_do_not() -> None:
    found = vf.clv(orders(*TWICE), as_of=FIRST + timedelta(days=140))
    assert {name: row_of(found, "A")[name] for name in ("frequency", "recency", "age")} == {
        "frequency": 1,
        "recency": 10,
        "age": 20,
    }
    assert row_of(found, "B")["frequency"] == 0
    assert set(row_of(found, "R").values()) == {"R", None}
    assert "clv_no_occasion" in codes(found)


def test_each_order_can_be_an_occasion() -> None:
    found = vf.clv(orders(*TWICE), as_of=FIRST + timedelta(days=140), occasions="order")
    assert (row_of(found, "A")["frequency"], row_of(found, "A")["recency"]) == (2, 10)


def test_lifetime_value_is_the_sum_over_days_at_their_middles() -> None:
    """Two days and a half, each day's new orders from the difference of two horizons."""
    facts = company()
    ends = [0.0, 1.0, 2.0, 2.5]
    rows = [row_of(vf.clv(facts, period="day", horizon=end, margin=0.4, discount=0.2), "C007") for end in ends]
    spend = rows[3]["expected_value"] / rows[3]["expected_orders"]
    worth = sum(
        (rows[n + 1]["expected_orders"] - rows[n]["expected_orders"]) * 1.2 ** -((ends[n] + ends[n + 1]) / 2 / 365.25)
        for n in range(3)
    )
    assert rows[3]["lifetime_value"] == pytest.approx(worth * spend * 0.4, rel=1e-9)


def test_without_margin_it_is_revenue_and_says_so() -> None:
    bare, plain = vf.clv(company(), discount=0), vf.clv(company(), discount=0, margin=1.0)
    assert bare.rows.equals(plain.rows)
    assert bare.rows["lifetime_value"].equals(bare.rows["expected_value"])
    assert "clv_revenue" in codes(bare)
    assert "clv_revenue" not in codes(plain)


def test_margin_of_a_column_is_each_customers_own() -> None:
    customers = pa.table({"customer_id": ["C001", "C002", "C003"], "margin": ["0.5", "0.1", "often"]})
    found, revenue = vf.clv(company(), customers=customers, margin="margin"), vf.clv(company())
    for customer, share in (("C001", 0.5), ("C002", 0.1)):
        assert row_of(found, customer)["lifetime_value"] == pytest.approx(
            row_of(revenue, customer)["lifetime_value"] * share, rel=1e-10
        )
    assert row_of(found, "C003")["lifetime_value"] is None
    assert "clv_no_margin" in codes(found)
    with pytest.raises(vf.Refusal, match="there is no column profit"):
        vf.clv(company(), customers=customers, margin="profit")


def test_customers_from_before_the_facts_are_left_out_of_the_fit_and_foreseen() -> None:
    facts = company()
    first = min(facts["order_date"].to_pylist())
    customers = pa.table({"customer_id": ["C001", "C002", "C900"], "since": ["2019-05-01", first, "2024-02-01"]})
    found = vf.clv(facts, customers=customers)
    others = vf.clv(facts.filter(pa.compute.not_equal(facts["customer_id"], "C001")), as_of=found.as_of)
    assert (found.lesson.left_out, found.lesson.learned_from) == (1, 119)
    assert found.as_object()["params"] == pytest.approx(others.as_object()["params"], rel=1e-9)
    assert row_of(found, "C001")["expected_orders"] > 0
    assert row_of(found, "C900")["age"] is None
    assert "clv_truncated" in codes(found)


def test_currency_changes_no_forecast() -> None:
    facts = company()
    dear = [f"{float(amount) * 100:.2f}" for amount in facts["amount"].to_pylist()]
    place = facts.column_names.index("amount")
    one, other = vf.clv(facts), vf.clv(facts.set_column(place, "amount", pa.array(dear)))
    ratio = other.rows["expected_value"].to_numpy() / one.rows["expected_value"].to_numpy()
    np.testing.assert_allclose(ratio, 100, rtol=1e-6)
    assert one.rows["p_return"].equals(other.rows["p_return"])


def wild() -> tuple[tuple[str, int, str], ...]:
    """Customers of whom a few spend a thousand times what the others do."""
    dice = np.random.default_rng(5)
    sizes = dice.pareto(0.5, 200) + 1
    return tuple(
        (f"C{n}", n + 9 * k, f"{size * dice.gamma(3, 5):.2f}") for n, size in enumerate(sizes) for k in range(3)
    )


def every_month(n: int = 60) -> pa.Table:
    """Customers who order about every thirty days, some of whom stop."""
    dice = np.random.default_rng(3)
    rows = []
    for number in range(n):
        days = np.cumsum(np.append(dice.integers(0, 60), dice.integers(24, 37, 1 + int(dice.geometric(0.12)))))
        rows += [(f"C{number:03}", int(day), "10") for day in days if day < 400]
    return orders(*rows)


def test_regular_buyers_who_missed_their_day_are_less_likely_back_than_those_who_did_not() -> None:
    """A month and a half of silence says much of one who ordered every month; only a model of gaps hears it."""
    late, due = (("L", 30 * n, "10") for n in range(11)), (("D", 30 * n + 40, "10") for n in range(11))
    facts = pa.concat_tables(
        [every_month(), orders(*late, *due).set_column(1, "order_id", pa.array(map(str, range(9000, 9022))))]
    )
    at = FIRST + timedelta(days=355)
    regular, loose = (vf.clv(facts, as_of=at, model=model) for model in ("mbg_cnbd_k", "mbg_nbd"))
    assert regular.as_object()["params"]["k"] > 3
    assert regular.as_object()["log_likelihood"] > loose.as_object()["log_likelihood"] + 100
    assert row_of(regular, "L")["p_return"] < 0.5 < row_of(loose, "L")["p_return"]
    assert row_of(regular, "D")["p_return"] > 0.7


def test_two_orders_of_a_day_are_half_a_day_apart_to_a_model_of_gaps() -> None:
    rows = [(f"C{n}", day, "10") for n in range(40) for day in (n, n, n + 30, n + 61)]
    found = vf.clv(orders(*rows), model="mbg_cnbd_k", occasions="order")
    assert found.as_object()["params"]["k"] >= 1
    assert np.isfinite(found.as_object()["log_likelihood"])


PANELS = {
    "one customer": (("A", 0, "5"), ("A", 30, "7"), ("A", 44, "6")),
    "one order each": tuple((f"C{n}", n, "10") for n in range(40)),
    "all on one day": tuple((f"C{n}", 0, f"{n + 1}") for n in range(40)),
    "ten customers": tuple((f"C{n}", day, "10") for n in range(10) for day in range(n, 100, 20 + 5 * n)),
    "one whale": (*((f"C{n}", n, "10") for n in range(60)), *(("W", day, "100000") for day in range(0, 300, 2))),
    "clockwork buyers": tuple((f"C{n}", n + 30 * k, "10") for n in range(50) for k in range(9)),
    "amounts without a mean": wild(),
    "nothing spent": tuple((f"C{n}", n + 9 * k, "0") for n in range(40) for k in range(3)),
}
SAID = {
    "one customer": "clv_prior",
    "one order each": "clv_no_spend",
    "all on one day": "clv_prior",
    "ten customers": "clv_prior",
    "one whale": "clv_prior",
    "clockwork buyers": "clv_edge",
    "amounts without a mean": "clv_no_mean",
    "nothing spent": "clv_no_spend",
}


@pytest.mark.parametrize("panel", list(PANELS))
@pytest.mark.parametrize("model", list(MODELS))
def test_edges_give_finite_numbers_and_a_word(model: str, panel: str) -> None:
    found = vf.clv(orders(*PANELS[panel]), model=model)
    for column in found.rows.column_names[1:]:
        numbers = found.rows[column].to_numpy()
        assert np.all(np.isfinite(numbers) & (numbers >= 0)), column
    assert SAID[panel] in codes(found)
    assert found.note


def test_horizon_zero_expects_nothing() -> None:
    rows = vf.clv(company(), horizon=0).rows
    for column in ("p_return", "expected_orders", "expected_value", "lifetime_value"):
        assert not np.any(rows[column].to_numpy()), column


def test_silence_after_the_last_order_is_said() -> None:
    found = vf.clv(company(), as_of="2030-01-01")
    assert "clv_late" in codes(found)
    assert float(np.nanmax(found.rows["p_return"].to_numpy())) < 0.9


def test_facts_without_an_order_that_counts_are_refused() -> None:
    with pytest.raises(vf.Refusal, match="no customer has an order up to 2024-01-06 that counts"):
        vf.clv(orders(("A", 0, "-5"), ("B", 5, "-1")))
    with pytest.raises(vf.Refusal, match="no facts up to 2020-01-01"):
        vf.clv(company(), as_of="2020-01-01")


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"model": "naive"}, "'naive' is not known"),
        ({"horizon": -1}, "the horizon lies between"),
        ({"horizon": 1e6}, "the horizon lies between"),
        ({"discount": -0.1}, "the yearly discount"),
        ({"margin": 30.0}, "a margin is a fraction"),
        ({"period": "year"}, "'year' is not known"),
        ({"occasions": "week"}, "'week' is not known"),
    ],
)
def test_what_means_nothing_is_wrong_use(given: dict[str, Any], what: str) -> None:
    with pytest.raises(vf.WrongUse, match=what):
        vf.clv(company(), **given)


def test_names_of_the_command_are_those_of_the_models() -> None:
    assert tuple(MODELS) == BUYING_MODELS
    assert PERIODS["month"] == pytest.approx(365.25 / 12)


def test_related_frequency_and_spend_are_warned_of() -> None:
    rows = [(f"C{n}", 3 * k, f"{10 * (n % 7 + 1)}") for n in range(60) for k in range(n % 7 + 2)]
    warned = {note.code: note.warning for note in vf.clv(orders(*rows)).notes}
    assert warned["clv_correlation"]


def test_rank_correlation_by_hand() -> None:
    one = np.array([1.0, 2, 2, 3, 4, 5, 6, 7, 8, 9])
    assert correlation(one, one * 3) is not None
    found = correlation(one, np.array([2.0, 1, 3, 4, 5, 6, 7, 8, 10, 9]))
    assert found is not None
    assert found.rho == pytest.approx(0.966570, abs=1e-6)
    assert found.low < found.rho < found.high < 1
    assert correlation(one[:5], one[:5]) is None
    assert correlation(one, np.ones(10)) is None
