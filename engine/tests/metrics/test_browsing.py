"""What customers look at, and whether they buy."""

from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.browsing import BrowsingHours, Conversion, PageViews, ViewsPerOrder
from vitalfew.registry import Metric

ORDERS = """
customer_id order_id moment     amount
A           1        2025-12-30 10
A           2        2025-12-31 10
A           3        2025-12-31 -10
B           4        2024-01-01 10
C           5        2025-12-31 10
"""
INTERACTIONS = """
customer_id moment           kind  minutes
A           2025-12-29T08:00 web   30
A           2025-12-29T20:00 web   15
A           2025-12-30       web   -
A           2025-12-31       web   45
A           2025-12-28       visit 60
A           2026-01-01       web   600
B           2025-12-31       web   1
B           2024-01-01       web   1
"""
TABLES = {"orders": ORDERS, "interactions": INTERACTIONS}


def test_pages_and_hours_of_the_last_12_months(company: Company) -> None:
    assert company.measure(PageViews(), **TABLES) == {"A": 4, "B": 1, "C": 0}
    assert company.measure(BrowsingHours(), **TABLES) == {"A": Decimal("1.5"), "B": Decimal("0.02"), "C": 0}


def test_how_many_pages_an_order_takes(company: Company) -> None:
    assert company.measure(ViewsPerOrder(), **TABLES) == {"A": 2, "B": None, "C": 0}


def test_conversion_is_orders_over_days_with_a_page_looked_at(company: Company) -> None:
    assert company.measure(Conversion(), **TABLES) == {"A": Decimal("0.666667"), "B": 0, "C": None}


@pytest.mark.parametrize("metric", [PageViews(), BrowsingHours(), ViewsPerOrder(), Conversion()])
def test_without_the_table_it_is_not_available(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "interactions"
