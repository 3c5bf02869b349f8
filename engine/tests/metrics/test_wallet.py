"""Our share of what customers spend in the field."""

from datetime import date
from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.wallet import WalletAmount, WalletShare
from vitalfew.registry import Metric

ORDERS = """
customer_id order_id moment     amount
A           1        2025-01-01 60
A           2        2024-12-31 500
B           3        2025-01-01 10
C           4        2025-01-01 10
D           5        2025-12-31 -10
"""
WALLET = """
customer_id year amount
A           2024 999
A           2025 100
A           2025 50
A           2026 1
B           2025 0
D           2020 100
P           2025 70
"""


def test_the_wallet_is_that_of_the_latest_year_known(company: Company) -> None:
    found = company.measure(WalletAmount(), orders=ORDERS, wallet=WALLET, customers="customer_id\nP")
    assert found == {"A": 150, "B": 0, "C": None, "D": 100, "P": 70}
    assert company.measure(WalletAmount(), date(2026, 1, 1), orders=ORDERS, wallet=WALLET)["A"] == 1


def test_without_years_all_rows_are_one_year(company: Company) -> None:
    wallet = "customer_id amount\nA 10\nA 5"
    assert company.measure(WalletAmount(), orders=ORDERS, wallet=wallet)["A"] == 15


def test_wallet_share_is_the_last_12_months_over_the_wallet(company: Company) -> None:
    found = company.measure(WalletShare(), orders=ORDERS, wallet=WALLET, customers="customer_id\nP")
    assert found == {"A": Decimal("0.4"), "B": None, "C": None, "D": Decimal("-0.1"), "P": None}


@pytest.mark.parametrize("metric", [WalletAmount(), WalletShare()])
def test_without_the_table_it_is_not_available(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "wallet"
