"""What customers leave us after goods and service."""

from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.profit import Contribution, GrossProfit, Margin, ServiceCost, ServiceHours
from vitalfew.registry import Metric

ORDERS = """
customer_id order_id moment     amount cost
A           1        2024-01-01 100    60
A           2        2025-12-31 50     40
A           3        2025-12-31 -10    -8
A           4        2025-12-31 7      -
B           5        2025-12-31 10     25
C           6        2025-12-31 30     -
D           7        2024-01-01 30     10
"""
COSTS = """
customer_id day        kind     amount hours
A           2025-12-31 visit    5.50   1.5
A           2024-01-01 delivery 1      -
A           2026-01-01 visit    99     9
B           2025-12-31 support  -      0.25
D           2025-12-31 visit    3      2
P           2025-12-31 visit    4      1
"""


def test_gross_profit_is_monetary_less_the_cost_of_the_lines(company: Company) -> None:
    found = company.measure(GrossProfit(), orders=ORDERS)
    assert found == {"A": 48, "B": -15, "C": None, "D": 20}


def test_contribution_takes_off_service_costs_of_the_same_window(company: Company) -> None:
    tables = {"orders": ORDERS, "service_costs": COSTS, "customers": "customer_id name\nP Prospect"}
    assert company.measure(Contribution(), **tables) == {"A": Decimal("41.5"), "B": -15, "C": None, "D": 17, "P": None}
    assert company.measure(Contribution(window=365), **tables) == {
        "A": Decimal("2.5"),
        "B": -15,
        "C": None,
        "D": -3,
        "P": None,
    }


def test_contribution_without_service_costs_is_gross_profit(company: Company) -> None:
    assert company.measure(Contribution(), orders=ORDERS) == company.measure(GrossProfit(), orders=ORDERS)


def test_contribution_takes_returns_off(company: Company) -> None:
    returns = "customer_id order_id day amount\nA 1 2025-12-31 9\nA 3 2025-12-31 10"
    assert company.measure(Contribution(), orders=ORDERS, returns=returns)["A"] == 39


def test_contribution_needs_cost(company: Company) -> None:
    assert company.lacks(Contribution()) == "orders.cost"


def test_margin_is_profit_over_the_sales_whose_cost_is_known(company: Company) -> None:
    found = company.measure(Margin(), orders=ORDERS)
    assert found == {
        "A": Decimal("0.342857"),
        "B": Decimal("-1.5"),
        "C": None,
        "D": Decimal("0.666667"),
    }  # A: 48 of 140


def test_margin_is_missing_where_sales_are_not_above_zero(company: Company) -> None:
    orders = "customer_id order_id moment amount cost\nA 1 2025-01-01 5 3\nA 2 2025-01-02 -5 -3"
    assert company.measure(Margin(), orders=orders) == {"A": None}


def test_cost_to_serve_and_hours_are_zero_for_who_was_not_served(company: Company) -> None:
    assert company.measure(ServiceCost(), orders=ORDERS, service_costs=COSTS) == {
        "A": Decimal("6.5"),
        "B": 0,
        "C": 0,
        "D": 3,
    }
    found = company.measure(ServiceHours(window=365), orders=ORDERS, service_costs=COSTS)
    assert found == {"A": Decimal("1.5"), "B": Decimal("0.25"), "C": 0, "D": 2}


@pytest.mark.parametrize("metric", [ServiceCost(), ServiceHours()])
def test_cost_to_serve_is_not_available_without_its_table(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "service_costs"
