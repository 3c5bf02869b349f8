"""What is foreseen inside a scheme: learned first, stored with the run, made again from what was stored."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import vitalfew as vf
from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, prepared
from vitalfew.foreseeing import Learned, forecasts
from vitalfew.foreseeing.occasions import customers
from vitalfew.models.horizon import Horizon

FIRST, LAST = date(2024, 1, 1), date(2025, 6, 30)
SCHEME = vf.Scheme.load("coming_back")


def company(n: int = 150) -> pa.Table:
    """Customers who buy at paces of their own and some of whom stop."""
    dice = np.random.default_rng(8)
    rows = []
    for number in range(n):
        pace, day = dice.gamma(1.2, 1 / 40), dice.integers(0, 200)
        while day < 546:
            rows.append((f"C{number:03}", FIRST + timedelta(days=int(day)), Decimal(f"{dice.gamma(4, 12):.2f}")))
            if dice.random() < 0.15:
                break
            day += 1 + dice.exponential(1 / pace)
    columns = zip(*rows, strict=True)
    ids, days, amounts = (list(column) for column in columns)
    return pa.table(
        {"customer_id": ids, "order_id": [str(n) for n in range(len(rows))], "moment": days, "amount": amounts}
    )


ORDERS = company()


def rows_of(found: vf.Result) -> dict[str, dict[str, Any]]:
    return {row["customer_id"]: row for row in found.rows.to_pylist()}


def test_figures_are_those_of_the_command() -> None:
    graded, foreseen = vf.grade(ORDERS, scheme=SCHEME, as_of=LAST), vf.clv(ORDERS, as_of=LAST, discount=0.1)
    for row in foreseen.rows.to_pylist():
        mine = rows_of(graded)[row["customer_id"]]
        assert float(mine["p_return"]) == pytest.approx(row["p_return"], abs=6e-7)
        assert float(mine["lifetime_value"]) == pytest.approx(row["lifetime_value"], abs=6e-3)


def test_the_grade_follows_the_chance_of_returning_and_not_that_of_being_alive() -> None:
    rows = rows_of(vf.grade(ORDERS, scheme=SCHEME, as_of=LAST)).values()
    assert {row["grade"] for row in rows} == {"likely", "doubtful", "leaving"}
    assert all((row["grade"] == "likely") == (row["p_return"] >= Decimal("0.7")) for row in rows)
    once = [row for row in rows if row["p_alive"] == 1]
    assert any(row["grade"] == "leaving" for row in once)


def test_what_was_learned_is_stored_and_gives_the_same_figures_again() -> None:
    result = vf.grade(ORDERS, scheme=SCHEME, as_of=LAST)
    stored = json.loads(json.dumps(result.manifest))["learned"]["bg_nbd"]
    with DuckDB() as database:
        facts = Facts(prepared({"orders": database.attach("orders", ORDERS)}, LAST), LAST, FIRST)
        every = database.fetch(customers(facts, "day", None).order_by("customer_id"))
        again = forecasts(database, every, Learned.of(stored), Horizon(364.0, 0.1))
    for row in again.to_pylist():
        mine = rows_of(result)[row["customer_id"]]
        assert mine["p_return"] == Decimal(f"{row['p_return']:.6f}")
        assert mine["lifetime_value"] == Decimal(f"{row['worth']:.2f}")


def test_regular_buyers_are_stored_with_their_k() -> None:
    metrics = {"p_return": {"metric": "p_return", "model": "mbg_cnbd_k"}}
    scheme = SCHEME.changed(
        scheme="regular",
        metrics=metrics,
        classifiers={"outlook": SCHEME.model_dump(mode="json")["classifiers"]["outlook"]},
        labels={},
    )
    stored = vf.grade(ORDERS, scheme=scheme, as_of=LAST).manifest["learned"]["mbg_cnbd_k"]
    assert Learned.of(stored).known.model.k == stored["params"]["k"]


def test_what_comes_after_the_day_changes_nothing() -> None:
    day = date(2025, 1, 31)
    known = ORDERS.filter(pa.compute.less_equal(ORDERS["moment"], pa.scalar(day)))
    assert vf.grade(ORDERS, scheme=SCHEME, as_of=day).rows.equals(vf.grade(known, scheme=SCHEME, as_of=day).rows)


def test_customers_from_before_the_facts_are_not_learned_from() -> None:
    people = pa.table({"customer_id": ["C001", "C002"], "since": [date(2019, 1, 1), date(2024, 3, 1)]})
    result = vf.grade(ORDERS, customers=people, scheme=SCHEME, as_of=LAST)
    assert result.manifest["learned"]["bg_nbd"]["left_out"] == 1
    assert "clv_truncated" in {note.code for note in result.notes}
    assert rows_of(result)["C001"]["p_return"] is not None


def test_without_anybody_to_learn_from_the_scheme_is_refused() -> None:
    refunds = ORDERS.set_column(3, "amount", pa.array([Decimal("-1.00")] * ORDERS.num_rows))
    with pytest.raises(vf.Refusal, match=r"needs lifetime_value, p_alive, p_return, .* customers to learn bg_nbd from"):
        vf.grade(refunds, scheme=SCHEME, as_of=LAST)


def test_orders_of_one_shape_alone_say_nothing_of_a_customer_without_any() -> None:
    people = pa.table({"customer_id": ["P"]})
    row = rows_of(vf.grade(ORDERS, customers=people, scheme=SCHEME, as_of=LAST))["P"]
    assert (row["grade"], row["p_return"], row["lifetime_value"]) == (None, None, None)


def test_a_grade_by_a_forecast_is_explained_and_held_against_the_table() -> None:
    told = vf.grade(ORDERS, scheme=SCHEME, as_of=LAST).explain("C003")
    assert told["verified"]
    assert "p_return" in {each["metric"] for each in told["inputs"]}
    assert {each["grade"] for each in told["changes"] if each["metric"] == "p_return"} <= {
        "likely",
        "doubtful",
        "leaving",
    }
