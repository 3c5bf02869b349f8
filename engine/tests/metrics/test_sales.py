"""Money, orders, pieces, days since the last order: worked by hand."""

from datetime import date
from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.sales import (
    Frequency,
    LargestOrderShare,
    ListAmount,
    Monetary,
    OrderValue,
    Quantity,
    RecencyDays,
    RevenueShare,
)
from vitalfew.registry import Metric

# A: two orders of two lines, a refund booked as an order of its own. B: refunds only. C: one order, wholly refunded
# inside it, one good order. D: one order long ago. The last line of A comes after the last day.
ORDERS = """
customer_id order_id moment              amount quantity
A           1        2024-03-01          60     2
A           1        2024-03-02T10:00    40     1
A           2        2025-12-30T23:59    30     1.5
A           2        2025-12-30T23:59    20     -
A           3        2025-12-31T08:00    -25    -1
B           4        2025-06-01          -10    -1
C           5        2025-05-05          70     1
C           5        2025-05-05          -70    -1
C           6        2025-01-01          0.10   1
D           7        2020-02-29          1000   -
A           8        2026-01-01          999    9
"""


def test_monetary_is_the_net_sum_of_all_lines_refunds_included(company: Company) -> None:
    assert company.measure(Monetary(), orders=ORDERS) == {"A": 125, "B": -10, "C": Decimal("0.10"), "D": 1000}


def test_a_window_ends_with_the_as_of_day_and_has_so_many_days(company: Company) -> None:
    assert company.measure(Monetary(window=2), orders=ORDERS) == {"A": 25, "B": 0, "C": 0, "D": 0}
    assert company.measure(Monetary(window=1), orders=ORDERS)["A"] == -25
    assert company.measure(Monetary(window="1y"), date(2025, 3, 1), orders=ORDERS)["A"] == 40


def test_returns_are_subtracted_only_for_orders_without_a_negative_line(company: Company) -> None:
    returns = """
    customer_id order_id day        amount
    A           2        2025-12-31 5
    A           -        2025-12-31 1
    C           5        2025-05-06 70
    D           7        2026-01-01 500
    """
    found = company.measure(Monetary(), orders=ORDERS, returns=returns)
    assert found == {"A": 119, "B": -10, "C": Decimal("0.10"), "D": 1000}


def test_a_return_takes_money_in_the_window_of_its_own_day(company: Company) -> None:
    returns = "customer_id order_id day amount\nD 7 2025-12-31 500"
    assert company.measure(Monetary(window=1), orders=ORDERS, returns=returns)["D"] == -500


def test_frequency_counts_orders_that_sum_above_zero(company: Company) -> None:
    assert company.measure(Frequency(), orders=ORDERS) == {"A": 2, "B": 0, "C": 1, "D": 1}
    assert company.measure(Frequency(window=365), orders=ORDERS) == {"A": 1, "B": 0, "C": 1, "D": 0}


def test_a_return_never_takes_the_validity_of_an_order(company: Company) -> None:
    returns = "customer_id order_id day amount\nD 7 2025-12-31 1000"
    assert company.measure(Frequency(), orders=ORDERS, returns=returns)["D"] == 1


def test_an_order_is_in_the_window_by_its_latest_line_and_valid_by_the_lines_inside(company: Company) -> None:
    orders = """
    customer_id order_id moment     amount
    A           1        2025-12-30 100
    A           1        2025-12-31 -1
    B           2        2025-12-30 -100
    B           2        2025-12-31 1
    """
    assert company.measure(Frequency(window=1), orders=orders) == {"A": 0, "B": 1}
    assert company.measure(Frequency(), orders=orders) == {"A": 1, "B": 0}


def test_recency_is_counted_in_whole_days_from_the_last_valid_order(company: Company) -> None:
    assert company.measure(RecencyDays(), orders=ORDERS) == {"A": 1, "B": None, "C": 364, "D": 2132}
    assert company.measure(RecencyDays(), date(2025, 12, 30), orders=ORDERS)["A"] == 0


def test_order_value_is_the_mean_of_the_valid_orders(company: Company) -> None:
    assert company.measure(OrderValue(), orders=ORDERS) == {"A": 75, "B": None, "C": Decimal("0.10"), "D": 1000}


def test_a_one_off_buyer_has_a_largest_order_share_of_one_and_a_frequent_one_less(company: Company) -> None:
    found = company.measure(LargestOrderShare(), orders=ORDERS)
    assert found == {"A": Decimal("0.666667"), "B": None, "C": 1, "D": 1}


def test_revenue_share_counts_negative_sales_as_zero(company: Company) -> None:
    orders = "customer_id order_id moment amount\nA 1 2025-01-01 30\nB 2 2025-01-01 10\nC 3 2025-01-01 -7"
    customers = "customer_id name\nP Prospect"
    found = company.measure(RevenueShare(), orders=orders, customers=customers)
    assert found == {"A": Decimal("0.75"), "B": Decimal("0.25"), "C": 0, "P": None}


def test_nobody_has_a_revenue_share_where_nothing_is_sold(company: Company) -> None:
    assert company.measure(RevenueShare(), orders="customer_id order_id moment amount\nA 1 2025-01-01 0") == {"A": None}


def test_quantity_is_missing_where_it_is_never_known(company: Company) -> None:
    assert company.measure(Quantity(), orders=ORDERS) == {"A": Decimal("3.5"), "B": -1, "C": 1, "D": None}
    assert company.measure(Quantity(window=1), orders=ORDERS) == {"A": -1, "B": 0, "C": 0, "D": None}


def test_list_amount_sums_what_is_listed(company: Company) -> None:
    orders = (
        "customer_id order_id moment amount list_amount\nA 1 2025-01-01 8 10\nA 1 2025-01-01 5 -\nB 2 2025-01-01 1 -"
    )
    assert company.measure(ListAmount(), orders=orders) == {"A": 10, "B": None}


@pytest.mark.parametrize("metric", [Monetary(), Frequency(), RecencyDays(), OrderValue(), LargestOrderShare()])
def test_a_customer_without_an_order_has_its_order_metrics_missing_not_zero(company: Company, metric: Metric) -> None:
    assert company.measure(metric, orders=ORDERS, customers="customer_id name\nP Prospect")["P"] is None


def test_without_the_column_the_metric_is_not_available(company: Company) -> None:
    assert company.lacks(Quantity()) == "orders.quantity"
    assert company.lacks(ListAmount()) == "orders.list_amount"
