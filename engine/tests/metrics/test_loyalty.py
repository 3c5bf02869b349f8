"""Whether customers come back, stay and bring others."""

from decimal import Decimal

from small_company import Company

from vitalfew.metrics.loyalty import Referrals, Repeat, Repurchase, SupplierStability

# With a window of 10 days: this one 12-22 … 12-31, the one before 12-12 … 12-21.
ORDERS = """
customer_id order_id moment           amount
A           1        2025-12-12       1
A           2        2025-12-22       1
A           3        2025-12-31       1
B           4        2025-12-21T23:59 1
B           5        2025-12-31       -1
C           6        2025-12-11       1
C           7        2025-12-22       1
D           8        2025-12-31       -1
"""


def test_repurchase_is_the_orders_after_the_first_over_the_orders(company: Company) -> None:
    found = company.measure(Repurchase(), orders=ORDERS)
    assert found == {"A": Decimal("0.666667"), "B": 0, "C": Decimal("0.5"), "D": None}


def test_repeat_says_who_of_the_last_windows_buyers_bought_again_in_this_one(company: Company) -> None:
    assert company.measure(Repeat(window=10), orders=ORDERS) == {"A": True, "B": False, "C": None, "D": None}


def test_the_two_rates_are_two_metrics_with_two_answers(company: Company) -> None:
    assert company.measure(Repurchase(), orders=ORDERS)["C"] > 0
    assert company.measure(Repeat(window=10), orders=ORDERS)["C"] is None


CUSTOMERS = """
customer_id referrals introduced_by supplier_changes
A           3         -             0
B           -         A             1
C           1         A             3
D           -         C             -
E           -         C             -
F           -         F             -
"""


def test_referrals_are_stated_or_counted_whichever_is_more(company: Company) -> None:
    found = company.measure(Referrals(), customers=CUSTOMERS)
    assert found == {"A": 3, "B": 0, "C": 2, "D": 0, "E": 0, "F": 0}


def test_referrals_live_on_either_column(company: Company) -> None:
    assert company.measure(Referrals(), customers="customer_id referrals\nA 2\nB -") == {"A": 2, "B": 0}
    assert company.measure(Referrals(), customers="customer_id introduced_by\nA -\nB A") == {"A": 1, "B": 0}
    assert company.lacks(Referrals()) == "customers.referrals / customers.introduced_by"


def test_a_customer_that_never_changes_supplier_is_stable(company: Company) -> None:
    found = company.measure(SupplierStability(), customers=CUSTOMERS)
    assert (found["A"], found["B"], found["C"], found["D"]) == (1, Decimal("0.5"), Decimal("0.25"), None)
    assert company.lacks(SupplierStability()) == "customers"
