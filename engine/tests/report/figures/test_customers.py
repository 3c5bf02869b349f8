"""The list: who stands in it, twelve months of each, and reasons that agree with `explain`."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from reported import OPTIONS, company, data, out_of_company, page_of_company, page_of_orders, portrait_of_company

from vitalfew.explain.inputs import inputs
from vitalfew.explain.plain import case_of
from vitalfew.report.figures import page_of
from vitalfew.report.portrait import portrait
from vitalfew.report.portrait.listed import month_starts
from vitalfew.run import Request
from vitalfew.scheme import load

EXPLAINED = 12


@pytest.mark.parametrize("scheme", ["key_accounts", "abc", "rfm", "profit_cost"])
def test_ranks_points_and_values_are_those_of_explain(scheme: str) -> None:
    people, why = page_of_company(scheme).customers, page_of_company(scheme).customers.why
    result = portrait_of_company(scheme).result
    scored = scheme == "key_accounts"
    for place in range(0, len(people.cells["customer"]), len(people.cells["customer"]) // EXPLAINED):
        ident = people.cells["customer"][place][0]
        told = {entry["metric"]: entry for entry in inputs(case_of(result.scheme, result.metrics, ident), [])}
        buyer = people.cells["sales"][place] is not None
        for at, metric in enumerate(why.metrics):
            expected = told[metric.name]
            assert why.values[at][place] == expected["value"]
            if buyer:
                assert (why.ranks[at][place], metric.n) == (expected["rank"], expected["n"])
            points = expected["points"] if scored and buyer else None
            assert nearly(why.points[at][place], points)


def nearly(shown: Decimal | None, told: Decimal | None) -> bool:
    """One digit against two, each rounded from the same number."""
    if shown is None or told is None:
        return shown is told
    return abs(shown - told) <= Decimal("0.055")


def test_points_times_weights_are_the_score() -> None:
    people = page_of_company("key_accounts").customers
    why = people.why
    assert sum(metric.weight or 0 for metric in why.metrics) == 1
    for place, score in enumerate(people.cells["score"]):
        if score is not None:
            points = [why.points[at][place] for at in range(len(why.metrics))]
            weighed = [
                (metric.weight or 0) * (50 if p is None else p) for metric, p in zip(why.metrics, points, strict=True)
            ]
            assert abs(sum(weighed) - score) < Decimal("0.06")


def test_everybody_stands_in_the_list_largest_sales_first_and_prospects_last() -> None:
    people = page_of_company("key_accounts").customers
    rows = sorted(
        out_of_company("key_accounts"),
        key=lambda row: (row["monetary"] is None, -(row["monetary"] or 0), row["customer_id"]),
    )
    assert [one[0] for one in people.cells["customer"]] == [row["customer_id"] for row in rows]
    assert list(people.cells["sales"]) == [row["monetary"] for row in rows]
    assert (people.total, people.more) == (len(rows), "")


def test_of_many_customers_the_largest_are_listed_and_the_rest_is_counted() -> None:
    page = page_of_orders([(f"c{n}", "2026-01-05", n) for n in range(1, 5_003)])
    listed = [one[0] for one in page.customers.cells["customer"]]
    assert listed == [f"c{n}" for n in range(5_002, 2, -1)]
    assert len(page.customers.spark) == len(page.customers.change) == len(page.customers.why.ranks[0]) == 5_000
    assert (
        page.customers.more == "The 5,000 customers with the largest sales of 5,002; the result file holds all of them."
    )
    assert len(data(page, "pareto")["x"]) <= 400


def test_twelve_months_of_each_customer_in_whole_units_returns_taken_off() -> None:
    page = page_of_orders(
        [("ann", "2025-01-31", 7), ("ann", "2025-02-01", 20), ("ann", "2026-01-05", "99.50"), ("bob", "2026-01-31", -3)]
    )
    assert page.customers.spark_months[0] == "2025-02"
    assert page.customers.spark == ((20, *[0] * 10, 100), (*[0] * 11, -3))


def test_the_months_of_a_day_end_with_its_own() -> None:
    assert [str(day) for day in month_starts(date(2026, 2, 10))[:2]] == ["2025-03-01", "2025-04-01"]
    assert month_starts(date(2026, 2, 10))[-1] == date(2026, 2, 1)


def test_months_add_up_to_the_sales_of_the_calendar_year() -> None:
    """The sample company with its returns: months from 1 Nov 2025 are the window of 365 days from 1 Nov 2025."""
    known = portrait_of_company("key_accounts")
    rows = known.listed.sums.to_pylist()
    by_month = {row["customer_id"]: sum(row[month] or 0 for month in known.listed.months) for row in rows}
    sales = {row["customer_id"]: row["monetary"] for row in out_of_company("key_accounts") if row["monetary"]}
    assert {ident: money for ident, money in by_month.items() if money} == sales


def test_the_nearest_change_is_told_in_points_of_the_score() -> None:
    people = page_of_company("key_accounts").customers
    bounds: dict[Any, tuple[str, int]] = {"D": ("C", 30), "C": ("B", 50), "B": ("A", 70)}
    for grade, score, told in zip(people.cells["grade"], people.cells["score"], people.change, strict=True):
        if told and "below" in told:
            better, bound = bounds[grade]
            assert told == f"{bound - score} points below {better}"
        if grade == "prospect":
            assert told is None
    assert sum(told is not None for told in people.change) > 50


def test_the_same_facts_make_the_same_page() -> None:
    again = page_of(portrait(company(), Request(load("abc")), OPTIONS))
    assert again == page_of_company("abc")
