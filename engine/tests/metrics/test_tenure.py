"""How long customers have been with us."""

from small_company import Company

from vitalfew.metrics.tenure import FirstOrderDays, TenureDays

ORDERS = """
customer_id order_id moment     amount
A           1        2025-12-01 10
A           1        2025-12-11 10
A           2        2025-12-31 10
B           3        2025-12-21 -10
C           4        2025-12-31 10
"""
CUSTOMERS = """
customer_id since
A           2025-12-21
B           2025-01-01
C           2026-05-01
P           2025-12-30
Q           2026-05-01
R           -
"""


def test_tenure_begins_with_the_earlier_of_since_and_the_first_order(company: Company) -> None:
    found = company.measure(TenureDays(), orders=ORDERS, customers=CUSTOMERS)
    assert found == {"A": 20, "B": 364, "C": 0, "P": 1, "Q": None, "R": None}


def test_without_since_tenure_begins_with_the_first_order_whose_moment_is_its_latest_line(company: Company) -> None:
    assert company.measure(TenureDays(), orders=ORDERS) == {"A": 20, "B": 10, "C": 0}


def test_the_first_order_may_be_a_refund(company: Company) -> None:
    found = company.measure(FirstOrderDays(), orders=ORDERS, customers=CUSTOMERS)
    assert found == {"A": 20, "B": 10, "C": 0, "P": None, "Q": None, "R": None}
