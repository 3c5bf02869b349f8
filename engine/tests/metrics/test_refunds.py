"""What customers send back."""

from decimal import Decimal

from small_company import Company

from vitalfew.metrics.refunds import ReturnRate

ORDERS = """
customer_id order_id moment     amount
A           1        2025-12-01 80
A           2        2025-12-31 20
A           3        2025-12-31 -10
B           4        2025-12-31 50
C           5        2025-12-31 -5
"""
RETURNS = """
customer_id order_id day        amount
A           1        2025-12-15 15
A           3        2025-12-31 10
B           4        2026-01-01 50
"""


def test_return_rate_is_refunds_over_spend(company: Company) -> None:
    assert company.measure(ReturnRate(), orders=ORDERS) == {"A": Decimal("0.1"), "B": 0, "C": None}


def test_a_refund_that_is_booked_as_a_line_and_as_a_return_counts_once(company: Company) -> None:
    assert company.measure(ReturnRate(), orders=ORDERS, returns=RETURNS) == {"A": Decimal("0.25"), "B": 0, "C": None}


def test_a_window_takes_what_was_sold_and_returned_inside_it(company: Company) -> None:
    assert company.measure(ReturnRate(window=1), orders=ORDERS, returns=RETURNS)["A"] == Decimal("0.5")
