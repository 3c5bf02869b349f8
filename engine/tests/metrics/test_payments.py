"""How customers pay, as known at the end of the last day."""

from datetime import date
from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.payments import Collection, LatenessDays, OverdueAmount, OverdueInvoices
from vitalfew.registry import Metric

# A pays one invoice in two parts, 10 days late, and one after the last day. B pays all, one early. C has nothing due.
# D has a credit note and an open invoice without a due day.
PAYMENTS = """
invoice_id customer_id issued     due        amount paid_on    paid_amount
1          A           2025-11-01 2025-12-01 100    2025-11-20 40
1          A           2025-11-01 2025-12-01 100    2025-12-11 60
2          A           2025-12-01 2025-12-30 50     2026-01-01 50
3          A           2026-01-01 2026-01-01 900    -          -
4          B           2025-12-01 2025-12-31 70     2025-12-02 -
5          B           2025-12-01 2026-01-15 30     2025-12-02 30
6          C           2025-12-31 2026-01-31 10     -          -
7          D           2025-12-01 2025-12-11 -5     -          -
8          D           2025-12-21 -          20     -          -
"""


def test_collection_is_what_was_paid_of_the_invoices_due(company: Company) -> None:
    found = company.measure(Collection(), payments=PAYMENTS)
    assert found == {"A": Decimal("0.666667"), "B": 1, "C": None, "D": 0}


def test_a_payment_after_the_as_of_day_is_not_made(company: Company) -> None:
    assert company.measure(Collection(), date(2026, 1, 1), payments=PAYMENTS)["A"] == Decimal("0.142857")  # 150 of 1050
    assert company.measure(Collection(), date(2025, 12, 1), payments=PAYMENTS)["A"] == Decimal("0.4")


def test_collection_of_a_window_looks_at_the_invoices_due_in_it(company: Company) -> None:
    assert company.measure(Collection(window=30), payments=PAYMENTS)["A"] == 0


def test_rows_of_one_number_with_another_due_day_are_instalments(company: Company) -> None:
    payments = """
    invoice_id customer_id issued     due        amount paid_on    paid_amount
    1          A           2025-01-01 2025-02-01 500    2025-02-01 500
    1          A           2025-01-01 2025-03-01 500    -          -
    """
    assert company.measure(Collection(), payments=payments) == {"A": Decimal("0.5")}


def test_rows_without_a_number_are_invoices_of_their_own(company: Company) -> None:
    payments = """
    customer_id issued     due        amount paid_on
    A           2025-01-01 2025-02-01 500    2025-02-01
    A           2025-01-01 2025-02-01 500    -
    """
    assert company.measure(Collection(), payments=payments) == {"A": Decimal("0.5")}
    numbered = payments.replace("customer_id", "invoice_id customer_id").replace("    A ", "    - A ")
    assert company.measure(Collection(), payments=numbered) == {"A": Decimal("0.5")}


def test_without_a_column_of_due_days_invoices_are_due_when_issued(company: Company) -> None:
    payments = "customer_id issued amount paid_amount\nA 2025-12-31 10 5\nA 2026-01-01 10 5"
    assert company.measure(Collection(), payments=payments) == {"A": Decimal("0.5")}
    assert company.lacks(LatenessDays(), payments=payments) == "payments.due"


def test_lateness_is_the_mean_of_days_past_due(company: Company) -> None:
    # A: 10 days late, and 1 day open. B: early counts 0. D: open for 10 days; the credit note is not asked for.
    found = company.measure(LatenessDays(), payments=PAYMENTS)
    assert found == {"A": Decimal("5.5"), "B": 0, "C": None, "D": 10}


def test_arrears_are_what_is_open_of_invoices_due_before_the_day(company: Company) -> None:
    assert company.measure(OverdueAmount(), payments=PAYMENTS) == {"A": 50, "B": 0, "C": 0, "D": 20}
    assert company.measure(OverdueAmount(), date(2025, 12, 30), payments=PAYMENTS)["A"] == 0
    assert company.measure(OverdueInvoices(), payments=PAYMENTS) == {"A": 1, "B": 0, "C": 0, "D": 1}


@pytest.mark.parametrize("metric", [Collection(), LatenessDays(), OverdueAmount(), OverdueInvoices()])
def test_without_the_table_it_is_not_available_never_zero(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "payments"
