"""Sales against the year before, over the quarters, from period to period."""

from datetime import date
from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.growth import Growth, SalesVariation, Trend

# The last 365 days begin on 2025-01-01, the 365 before on 2024-01-02. 2024-01-01 is 730 days before the last day.
ORDERS = """
customer_id order_id moment     amount
A           1        2023-06-01 500
A           2        2024-01-02 80
A           3        2024-12-31 20
A           4        2025-01-01 150
B           5        2024-01-01 7
B           6        2024-06-01 50
C           7        2024-01-02 100
C           8        2025-06-01 200
D           9        2024-01-01 1
D           10       2024-06-01 50
D           11       2024-06-02 -50
D           12       2025-06-01 10
E           13       2023-01-01 10
E           14       2025-06-01 10
"""


def test_growth_is_this_year_over_the_year_before_less_one(company: Company) -> None:
    found = company.measure(Growth(), orders=ORDERS)
    assert found["A"] == Decimal("0.5")
    assert found["B"] == -1


def test_growth_is_missing_where_the_first_order_is_under_730_days_old(company: Company) -> None:
    assert company.measure(Growth(), orders=ORDERS)["C"] is None


def test_growth_is_missing_where_the_base_is_not_above_zero(company: Company) -> None:
    found = company.measure(Growth(), orders=ORDERS)
    assert (found["D"], found["E"]) == (None, None)


def test_growth_takes_returns_off_in_the_year_they_happened(company: Company) -> None:
    returns = "customer_id order_id day amount\nA 2 2025-02-01 50"
    assert company.measure(Growth(), orders=ORDERS, returns=returns)["A"] == 0


@pytest.mark.parametrize(("first", "lacking"), [("2024-01-01", None), ("2024-01-02", "orders since 2024-01-01")])
def test_growth_is_not_available_where_the_facts_span_under_730_days(
    company: Company, first: str, lacking: str | None
) -> None:
    assert company.lacks(Growth(), orders=f"customer_id order_id moment amount\nA 1 {first} 1") == lacking


def test_growth_over_half_years_needs_one_year_of_facts(company: Company) -> None:
    orders = "customer_id order_id moment amount\nA 1 2024-12-01 5\nA 2 2025-03-01 4\nA 3 2025-12-01 5"
    assert company.measure(Growth(window="182d"), orders=orders) == {"A": Decimal("0.25")}


# Quarters of the trend: from 2025-01-02, 2025-04-03, 2025-07-03, 2025-10-02, 91 days each.
QUARTERS = """
customer_id order_id moment     amount
up          1        2024-01-01 1
up          2        2025-12-31 10
down        1        2024-01-01 1
down        2        2025-01-02 10
even        1        2024-01-01 1
even        2        2025-01-02 3
even        3        2025-04-03 3
even        4        2025-07-03 3
even        5        2025-10-02 3
line        1        2024-01-01 1
line        2        2025-01-02 10
line        3        2025-04-03 20
line        4        2025-07-03 30
line        5        2025-10-02 40
new         1        2025-01-02 10
gone        1        2024-01-01 10
"""


def test_trend_is_the_slope_of_four_quarters_over_their_mean(company: Company) -> None:
    found = company.measure(Trend(), orders=QUARTERS)
    assert found == {
        "up": Decimal("1.2"),
        "down": Decimal("-1.2"),
        "even": 0,
        "line": Decimal("0.4"),
        "new": None,
        "gone": None,
    }


def test_sales_vary_little_where_every_period_brings_the_same(company: Company) -> None:
    # Four periods of 91 days. even: 0. line: 10, 20, 30, 40: √125 / 25. up: one of four: √3.
    found = company.measure(SalesVariation(period=91, periods=4), orders=QUARTERS)
    assert found["even"] == 0
    assert found["line"] == Decimal("0.447214")
    assert found["up"] == Decimal("1.732051")
    assert (found["new"], found["gone"]) == (None, None)


def test_trend_and_variation_are_not_available_before_the_facts_reach_back(company: Company) -> None:
    orders = "customer_id order_id moment amount\nA 1 2025-12-01 1"
    assert company.lacks(Trend(), orders=orders) == "orders since 2025-01-01"
    assert company.lacks(SalesVariation(), date(2026, 1, 1), orders=orders) == "orders since 2025-01-06"
