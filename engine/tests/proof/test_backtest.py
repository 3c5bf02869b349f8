"""From facts to what came after: who is looked at, what counts, what is learned, what is refused and said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import vitalfew as vf

FIRST = date(2024, 1, 1)
SMALL = """
A 2025-01-10 1000 600
B 2025-02-01 50   40
C 2025-02-28 20   10
A 2025-03-05 200  150
B 2025-03-20 100  30
B 2025-03-30 -20  -10
D 2025-03-10 999  1
C 2025-03-31 500  1
"""
ASKED = {"scheme": "abc", "as_of": "2025-02-28", "horizon": 30}


def orders(text: str) -> pa.Table:
    """Customer, day, amount, cost; each row an order of its own."""
    rows = [line.split() for line in text.strip().splitlines()]
    names = ("customer_id", "order_date", "amount", "cost")
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return pa.table({"order_id": [str(number) for number in range(len(rows))], **columns})


def company(n: int = 200, days: int = 720) -> pa.Table:
    """Customers of whom each buys at a pace and a price of its own."""
    dice = np.random.default_rng(4)
    rows = [
        f"C{number:03} {FIRST + timedelta(days=int(day))} {price * dice.gamma(9, 1 / 9):.2f} {price / 2:.2f}"
        for number, (pace, price) in enumerate(zip(dice.gamma(1, 60, n) + 5, dice.gamma(1, 90, n) + 1, strict=True))
        for day in np.cumsum(dice.exponential(pace, 60))
        if day < days
    ]
    return orders("\n".join(rows))


def codes(found: vf.Tested) -> set[str]:
    return {note.code for note in found.notes if note.code.startswith("backtest_")}


def values(found: vf.Tested, measure: str) -> dict[str, Any]:
    return {row["method"]: row["value"] for row in found.as_object()["measures"] if row["measure"] == measure}


def test_a_small_company_by_hand() -> None:
    """Up to 28 February A has 1000, B 50, C 20. In the thirty days to 30 March A brings 200, B 80; D is new, C too late."""
    found = vf.backtest(orders(SMALL), **ASKED)
    rows = found.rows.select(["customer_id", "grade", "revenue_after", "orders_after", "profit_after"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("A", "A", Decimal("200.00"), 1, Decimal("50.00")),
        ("B", "B", Decimal("80.00"), 1, Decimal("60.00")),
        ("C", "C", Decimal("0.00"), 0, Decimal("0.00")),
    ]
    assert found.as_object()["by_grade"][1] == {
        "as_of": "2025-02-28",
        "grade": "B",
        "customers": 1,
        "revenue_after": Decimal("80.00"),
        "share": Decimal("0.285714"),
        "profit_after": Decimal("60.00"),
        "profit_share": Decimal("0.545455"),
        "bought": 1,
    }


def test_lists_are_as_long_as_that_of_the_best_grade() -> None:
    """A alone is on the list; B spent most in the thirty days before, C bought last."""
    lists = {row["method"]: row for row in vf.backtest(orders(SMALL), **ASKED).as_object()["lists"]}
    assert list(lists) == ["scheme", "last_period", "rfm", "hiatus", "random"]
    assert {row["customers"] for row in lists.values()} == {1}
    found = {method: (row["share"], row["profit_share"]) for method, row in lists.items()}
    assert found["scheme"] == (Decimal("0.714286"), Decimal("0.454545"))
    assert found["last_period"] == (Decimal("0.285714"), Decimal("0.545455"))
    assert found["hiatus"] == (0, 0)


def test_json_has_the_keys_of_the_contract() -> None:
    told = vf.backtest(company(), scheme="rfm", as_of=["2024-12-31", "2024-06-30"], horizon=180).as_object()
    assert (told["scheme"], told["horizon_days"], told["origins"]) == ("rfm", 180, ["2024-06-30", "2024-12-31"])
    assert {"as_of", "grade", "customers", "revenue_after", "share"} <= set(told["by_grade"][0])
    measures = ["hit_rate_top20", "capture_top20", "spearman", "gini", "auc", "brier", "mae", "bias"]
    assert [tuple(row.values())[:3] for row in told["measures"]] == [
        (day, method, measure)
        for day in told["origins"]
        for method in ("scheme", "last_period", "rfm", "hiatus", "random")
        for measure in measures
    ]
    assert all(list(row)[3:] == ["value", "low", "high"] for row in told["measures"])
    known = [row for row in told["measures"] if row["value"] is not None]
    assert all(row["low"] <= row["high"] for row in known)
    assert {row["as_of"] for row in told["measures"] if row["measure"] == "brier" and row["value"]} == {"2024-12-31"}


def test_shares_of_grades_add_up_to_what_customers_known_then_brought() -> None:
    found = vf.backtest(company(), scheme="rfm", as_of="2024-12-31", horizon=180)
    rows = found.as_object()["by_grade"]
    assert sum(row["share"] for row in rows) == pytest.approx(Decimal(1), abs=Decimal("0.00001"))
    assert sum(row["revenue_after"] for row in rows) == pa.compute.sum(found.rows["revenue_after"]).as_py()
    assert sum(row["customers"] for row in rows) == found.rows.num_rows == found.as_object()["base"][0]["customers"]


def test_returns_and_cost_to_serve_come_off_what_came_after() -> None:
    returns = pa.table({"customer_id": ["A", "A"], "day": ["2025-03-06", "2025-04-06"], "amount": ["30", "9"]})
    costs = pa.table({"customer_id": ["B"], "day": ["2025-03-06"], "amount": ["7.50"]})
    found = vf.backtest(orders(SMALL), returns=returns, costs=costs, **ASKED)
    assert found.rows["revenue_after"].to_pylist()[0] == Decimal("170.00")
    assert found.rows["profit_after"].to_pylist()[:2] == [Decimal("20.00"), Decimal("52.50")]


def test_without_costs_profit_is_left_out() -> None:
    found = vf.backtest(orders(SMALL).drop_columns("cost"), **ASKED)
    assert "profit_after" not in found.rows.column_names
    assert {row["profit_share"] for row in found.as_object()["by_grade"]} == {None}


def test_who_had_no_order_by_then_is_not_looked_at() -> None:
    """Neither a customer that comes later nor a prospect of the customers' file."""
    customers = pa.table({"customer_id": ["A", "P", "D"], "since": ["2020-01-01", "2021-01-01", "2021-01-01"]})
    found = vf.backtest(orders(SMALL), customers=customers, **{**ASKED, "scheme": "key_accounts"})
    assert found.rows["customer_id"].to_pylist() == ["A", "B", "C"]


def test_without_a_score_the_order_of_the_grades_ranks() -> None:
    found = vf.backtest(company(), scheme="lifecycle", as_of="2024-12-31", horizon=180)
    assert found.rows["score"].null_count == found.rows.num_rows
    assert values(found, "auc")["scheme"] > 0.55


def test_the_last_period_expects_what_it_was() -> None:
    found = vf.backtest(orders(SMALL), **ASKED)
    assert values(found, "mae") == {
        "scheme": None,
        "last_period": pytest.approx((200 + 30 + 20) / 3, abs=1e-6),
        "rfm": None,
        "hiatus": None,
        "random": None,
    }
    assert values(found, "bias")["last_period"] == pytest.approx((-200 - 30 + 20) / 3, abs=1e-6)


def test_chances_are_learned_from_the_period_before() -> None:
    """Who is drawn by lot is expected to buy as all did in the period before; a better place has no lower chance."""
    facts, at = company(), date(2025, 1, 31)
    found = vf.backtest(facts, scheme="abc", as_of=at, horizon=180)
    earlier = vf.backtest(facts, scheme="abc", as_of=at - timedelta(days=180), horizon=180).origins[0]
    share, origin = earlier.bought / earlier.customers, found.origins[0]
    bought = origin.bought / origin.customers
    assert values(found, "brier")["random"] == pytest.approx(
        share**2 * (1 - bought) + (1 - share) ** 2 * bought, abs=1e-6
    )
    by_score = found.rows.sort_by([("score", "ascending")])["chance"].to_pylist()
    assert all(low <= high for low, high in pairwise(by_score))
    assert values(found, "brier")["scheme"] < values(found, "brier")["random"]


def test_reliability_counts_every_customer_once() -> None:
    found = vf.backtest(company(), scheme="abc", as_of="2025-01-31", horizon=180)
    tenths = [row for row in found.as_object()["reliability"] if row["method"] == "scheme"]
    assert sum(row["customers"] for row in tenths) == found.rows.num_rows
    assert all(one["chance"] < other["chance"] for one, other in pairwise(tenths))
    assert sum(row["customers"] * row["bought"] for row in tenths) == pytest.approx(found.origins[0].bought, abs=1e-3)


def test_a_few_customers_a_period_before_teach_nothing() -> None:
    found = vf.backtest(company(20), scheme="abc", as_of="2025-01-31", horizon=180)
    assert "backtest_no_chance" in codes(found)
    assert values(found, "brier") == dict.fromkeys(("scheme", "last_period", "rfm", "hiatus", "random"))


def test_a_horizon_that_is_not_over_is_said() -> None:
    found = vf.backtest(orders(SMALL), scheme="abc", as_of="2025-03-01", horizon=60)
    assert next(str(note) for note in found.notes if note.code == "backtest_short") == (
        "After 2025-03-01 the facts hold 30 of the 60 days: all methods are judged by these."
    )


def test_nobody_who_buys_again_is_said_and_gives_no_number() -> None:
    facts = orders("A 2025-01-01 10 1\nB 2025-01-02 20 1\nC 2025-06-01 30 1")
    found = vf.backtest(facts, scheme="abc", as_of="2025-01-31", horizon=30)
    assert "backtest_nobody_bought" in codes(found)
    assert {row["value"] for row in found.as_object()["measures"] if row["measure"] not in ("mae", "bias")} == {None}
    assert {row["share"] for row in found.as_object()["by_grade"]} == {None}


def test_one_customer() -> None:
    found = vf.backtest(orders("A 2025-01-01 10 1\nA 2025-02-01 10 1"), scheme="rfm", as_of="2025-01-15", horizon=30)
    assert values(found, "capture_top20") == dict.fromkeys(("scheme", "last_period", "rfm", "hiatus", "random"), 1.0)
    assert set(values(found, "auc").values()) == {None}


def test_the_day_is_a_horizon_before_the_last_where_none_is_named() -> None:
    facts = orders("A 2024-01-01 10 1\nA 2025-05-01 10 1")
    assert [origin.at for origin in vf.backtest(facts, scheme="abc").origins] == [date(2024, 5, 1)]
    assert vf.backtest(facts, scheme="abc", horizon="12m").as_object()["horizon_days"] == 365


def test_order_of_rows_and_the_way_through_a_store_change_no_byte(tmp_path: Path) -> None:
    facts = company()
    mixed = facts.take(np.random.default_rng(1).permutation(facts.num_rows))
    store = vf.Store(tmp_path / "facts")
    store.add(mixed, source="shop")
    asked = {"scheme": "rfm", "as_of": ["2024-12-31", "2025-01-31"], "horizon": 180}
    ways = {
        "plain": vf.backtest(facts, **asked),
        "mixed": vf.backtest(mixed, **asked),
        "kept": vf.backtest(store=store, **asked),
    }
    for ending in (".csv", ".parquet"):
        written = {found.save(tmp_path / f"{name}{ending}").read_bytes() for name, found in ways.items()}
        assert len(written) == 1, ending
    assert ways["plain"].as_object() == ways["mixed"].as_object() == ways["kept"].as_object()


def test_groups_of_companies_are_one_customer() -> None:
    customers = pa.table({"customer_id": ["A", "B", "C"], "parent_id": ["", "A", ""]})
    found = vf.backtest(orders(SMALL), customers=customers, by="parent", **ASKED)
    assert found.rows.select(["customer_id", "revenue_after"]).to_pylist()[0] == {
        "customer_id": "A",
        "revenue_after": Decimal("280.00"),
    }


@pytest.mark.parametrize(
    ("asked", "kind", "what"),
    [
        ({"horizon": 0}, vf.WrongUse, "does not fit here"),
        ({"horizon": "soon"}, vf.WrongUse, "does not fit here"),
        ({"horizon": 99_999}, vf.WrongUse, "does not fit here"),
        ({"as_of": "2025-03-31"}, vf.Refusal, "as of 2025-03-31 nothing can be tested: the facts run from 2025-01-10"),
        ({"as_of": "2025-01-09"}, vf.Refusal, "as of 2025-01-09 nothing can be tested"),
        ({"as_of": None, "horizon": 365}, vf.Refusal, "as of 2024-03-31 nothing can be tested"),
        ({"scheme": "customer_profile"}, vf.Refusal, "gives no grade"),
    ],
)
def test_what_cannot_be_tested_is_refused(asked: dict[str, Any], kind: type[Exception], what: str) -> None:
    with pytest.raises(kind, match=what):
        vf.backtest(orders(SMALL), **{**ASKED, **asked})
