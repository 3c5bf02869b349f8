"""Early warning: what gives points and what must not, the list, files and bad input."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from looking import Line, buying, on, orders

import vitalfew as vf
from vitalfew.languages import speaking

EVERY_TEN = range(0, 801, 10)


def rows(lines: list[Line], as_of: int = 800, **asked: Any) -> dict[str, dict[str, Any]]:
    return {row["customer_id"]: row for row in vf.warnings(orders(lines), as_of=on(as_of), **asked).rows.to_pylist()}


def given(row: dict[str, Any]) -> dict[str, int]:
    """Signal → points, of those that gave any."""
    names = ("rhythm", "value", "range", "margin", "price", "returns", "payment", "complaints", "survey", "visits")
    return {name: row[name] for name in names if row.get(name)}


def test_who_buys_as_usual_is_green() -> None:
    row = rows(buying(*EVERY_TEN))["A"]
    assert (row["colour"], row["points"], row["place"], row["sentence"]) == ("green", 0, None, None)


def test_silence_gives_points_by_the_own_interval() -> None:
    points = {10: 0, 11: 1, 20: 1, 21: 2, 30: 2}
    lines = [line for days in points for line in buying(*range(0, 801, 10), customer=f"{days}")]
    ended = [(customer, 30 - int(customer) + day, amount) for customer, day, amount in lines]
    assert {int(one): row["rhythm"] for one, row in rows(ended, as_of=830).items()} == points


def test_who_is_lost_is_no_warning_any_more() -> None:
    row = rows(buying(*EVERY_TEN), as_of=831)["A"]
    assert (row["state"], row["colour"], row["points"], row["place"]) == ("lost", None, None, None)


def test_value_has_to_fall_against_the_season_and_against_the_days_before() -> None:
    points = {8: 0, 7: 1, 5: 1, 4: 2}
    found = rows([(f"{amount}", day, amount if day > 710 else 10) for amount in points for day in EVERY_TEN])
    assert {int(one): row["value"] for one, row in found.items()} == points
    assert found["4"]["sentence"] == (
        "36.00 in the last 90 days, 90.00 in the same days a year ago, 180.00 in the 180 before"
    )


def test_a_season_that_is_weak_every_year_is_no_fall() -> None:
    lines = [("A", day, 1 if 345 < day <= 435 or day > 710 else 10) for day in EVERY_TEN]
    assert rows(lines)["A"]["points"] == 0


def test_a_customer_of_yesterday_gives_no_alarm() -> None:
    assert rows([*buying(*EVERY_TEN), *buying(799, customer="new")])["new"]["points"] == 0


def test_one_large_order_a_year_gives_no_alarm() -> None:
    yearly = buying(10, 375, 735, customer="yearly", amount=10_000)
    for as_of in (800, 1095):
        row = rows([*buying(*range(0, as_of, 10)), *yearly], as_of=as_of)["yearly"]
        assert (row["points"] or 0, row["place"]) == (0, None)


def test_months_of_nothing_but_returns_break_nothing() -> None:
    refunds = [("R", day, -5) for day in (720, 750, 780)]
    found = rows([*buying(*EVERY_TEN), *buying(*range(0, 700, 10), customer="R"), *refunds, ("only", 790, -5)])
    assert (found["R"]["state"], found["R"]["points"]) == ("lost", None)
    assert "only" not in found


def test_a_change_of_currency_is_no_fall() -> None:
    table = orders([("A", day, 10 if day < 700 else 1) for day in EVERY_TEN])
    currency = pa.array(["EUR" if day < 700 else "GBP" for day in EVERY_TEN])
    rates = pa.table({"date": [on(0)] * 2, "currency": ["EUR", "GBP"], "rate": ["1", "10"]})
    found = vf.warnings(table.append_column("currency", currency), rates=rates, currency="EUR", as_of=on(800))
    assert found.rows["points"].to_pylist() == [0]


def test_a_week_of_holiday_is_no_alarm_and_two_are_not_red() -> None:
    daily, weekly = buying(*range(801)), buying(*range(0, 795, 7), customer="W")
    assert rows([*daily, *weekly], as_of=807)["A"]["points"] == 0
    assert rows([*daily, *weekly], as_of=805)["W"]["colour"] == "yellow"


def test_a_group_that_was_bought_every_month_and_no_longer_is_named() -> None:
    table = orders(buying(*EVERY_TEN))
    group = ["paper" if place % 2 or day > 700 else "ink" for place, day in enumerate(EVERY_TEN)]
    found = vf.warnings(table.append_column("category", pa.array(group)), as_of=on(800)).rows.to_pylist()[0]
    assert given(found) == {"range": 1}
    assert found["sentence"] == "no longer buys 1 of its 2 regular product groups: ink"


def test_margin_and_price_that_slide() -> None:
    table = orders(buying(*EVERY_TEN))
    late = [day > 710 for day in EVERY_TEN]
    table = table.append_column("cost", pa.array(["8" if one else "6" for one in late]))
    table = table.append_column("list_amount", pa.array(["12.50" if one else "10" for one in late]))
    found = vf.warnings(table, as_of=on(800)).rows.to_pylist()[0]
    assert given(found) == {"margin": 1, "price": 1}
    assert found["sentence"] == (
        "margin 20 % in the last 90 days, 35 % in its year; 20 % below list price in the last 90 days, 6 % in its year"
    )


def test_what_customers_say_and_do_not_pay() -> None:
    said = [(day, "csat", 90) for day in (300, 400, 500, 600)] + [(750, "csat", 60), (790, "complaint", None)]
    feedback = pa.table(
        {
            "customer_id": ["A"] * len(said),
            "day": [on(day) for day, _, _ in said],
            "kind": [kind for _, kind, _ in said],
            "score": [None if score is None else str(score) for _, _, score in said],
        }
    )
    bills = [(day, day + 30, day + (30 if day < 600 else 90)) for day in range(450, 760, 30)]
    payments = pa.table(
        {
            "invoice_id": [str(number) for number in range(len(bills))],
            "customer_id": ["A"] * len(bills),
            "issued": [on(issued) for issued, _, _ in bills],
            "due": [on(due) for _, due, _ in bills],
            "amount": ["10"] * len(bills),
            "paid_on": [on(paid) for _, _, paid in bills],
        }
    )
    seen = pa.table(
        {"customer_id": ["A"] * 4, "moment": [on(day) for day in (500, 550, 600, 650)], "kind": ["visit"] * 4}
    )
    row = rows(buying(*EVERY_TEN), feedback=feedback, payments=payments, interactions=seen)["A"]
    assert given(row) == {"payment": 1, "complaints": 1, "survey": 1, "visits": 1}
    assert row["colour"] == "red"
    assert "survey score 60 in the last 180 days, 90 in the year before" in row["sentence"]
    assert "visited 4 times in its year, not for 150 days" in row["sentence"]


def test_points_end_at_five_and_what_gave_them_is_seen() -> None:
    table = orders([("A", day, 10 if day < 700 else 3) for day in range(0, 781, 10)])
    late = [day > 700 for day in range(0, 781, 10)]
    table = table.append_column("cost", pa.array(["3" if one else "6" for one in late]))
    table = table.append_column("list_amount", pa.array(["9" if one else "10" for one in late]))
    row = vf.warnings(table, as_of=on(803)).rows.to_pylist()[0]
    assert given(row) == {"rhythm": 2, "value": 2, "margin": 1, "price": 1}
    assert (row["points"], row["colour"]) == (5, "red")


def leaving(*amounts: int) -> list[Line]:
    """Customers that are late by more than twice their interval, each with another value."""
    return [line for n, amount in enumerate(amounts) for line in buying(*EVERY_TEN, customer=f"C{n}", amount=amount)]


def test_the_list_is_as_long_as_can_be_called_and_the_largest_stand_first() -> None:
    found = vf.warnings(orders(leaving(10, 30, 20)), as_of=on(825), length=2)
    assert [(row["place"], row["customer_id"]) for row in found.alarms.to_pylist()] == [(1, "C1"), (2, "C2")]
    assert "1 more customers have points" in " ".join(map(str, found.notes))


def test_each_manager_has_a_list() -> None:
    known = pa.table({"customer_id": ["C0", "C1", "C2"], "seller": ["Ann", "Bob", "Bob"]})
    found = vf.warnings(orders(leaving(10, 30, 20)), customers=known, as_of=on(825), length=1, manager="seller")
    assert [(row["manager"], row["customer_id"]) for row in found.alarms.to_pylist()] == [("Bob", "C1"), ("Ann", "C0")]


def test_orders_that_move_to_another_account_of_the_group_are_no_silence() -> None:
    lines = [*buying(*range(0, 771, 10), customer="old"), *buying(*range(780, 801, 10), customer="new")]
    known = pa.table({"customer_id": ["old", "new", "group"], "parent_id": ["group", "group", None]})
    assert rows(lines, customers=known)["old"]["points"] == 3
    assert [row["points"] for row in rows(lines, customers=known, by="parent").values()] == [0]


def test_signals_that_the_facts_cannot_give_are_said_once() -> None:
    found = vf.warnings(orders(leaving(10)), as_of=on(800))
    said = [str(note) for note in found.notes if note.code == "not_available"]
    assert len(said) == 1
    assert "survey (feedback.score)" in said[0]
    assert "survey" not in found.rows.column_names


def test_too_few_orders_to_judge_are_counted() -> None:
    found = vf.warnings(orders([*buying(*EVERY_TEN), *buying(780, 790, customer="few")]), as_of=on(800))
    assert [note.values["n"] for note in found.notes if note.code == "warning_too_few"] == [1]


def test_later_facts_change_nothing() -> None:
    lines = leaving(10, 20)
    early = vf.warnings(orders(lines), as_of=on(825)).rows
    assert vf.warnings(orders([*lines, ("C0", 826, 9), ("C1", 840, -99)]), as_of=on(825)).rows.equals(early)


def test_figures_and_sentences_in_other_languages() -> None:
    found = vf.warnings(orders(leaving(10)), as_of=on(825))
    assert found.as_object()["colours"]["red"] == {"customers": 1, "yearly": Decimal("370.00")}
    with speaking("zh-hant", files="en"):
        assert found.spoken()[0].startswith("通常每 10 天")
        assert found.alarms["sentence"][0].as_py().startswith("usually every 10 days")
    with speaking("zh-hant"):
        assert vf.warnings(orders(leaving(10)), as_of=on(825)).alarms["sentence"][0].as_py().startswith("通常每 10 天")


def test_refusals() -> None:
    with pytest.raises(vf.WrongUse, match="a list has between 1 and"):
        vf.warnings(orders(buying(0)), length=0)
    with pytest.raises(vf.Refusal, match="there is no column seller"):
        vf.warnings(orders(buying(0)), manager="seller")
    with pytest.raises(vf.Refusal, match="that counts"):
        vf.warnings(orders([("A", 0, -1)]))
