"""How much of our range customers take, and where they buy it."""

from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.breadth import Categories, CategoryShare, OnlineShare, Products
from vitalfew.registry import Metric

ORDERS = """
customer_id order_id moment     product_id category amount channel
A           1        2025-01-01 x          tools    30     online
A           1        2025-01-01 y          tools    10     offline
A           2        2025-12-31 x          tools    5      offline
A           3        2025-12-31 y          tools    -10    offline
A           4        2025-12-31 z          paint    15     -
A           5        2025-12-31 -          -        20     online
B           6        2025-12-31 -          -        1      -
C           7        2025-12-31 x          paint    -1     online
"""


def test_products_count_where_their_lines_sum_above_zero(company: Company) -> None:
    assert company.measure(Products(), orders=ORDERS) == {"A": 2, "B": 0, "C": 0}
    assert company.measure(Products(window=1), orders=ORDERS)["A"] == 2


def test_categories_count_alike(company: Company) -> None:
    assert company.measure(Categories(), orders=ORDERS) == {"A": 2, "B": 0, "C": 0}
    assert company.measure(Categories(window=1), orders=ORDERS)["A"] == 1  # tools: 5 - 10


def test_the_share_of_a_category_is_of_the_spend_whose_category_is_known(company: Company) -> None:
    found = company.measure(CategoryShare(category="paint"), orders=ORDERS)
    assert found == {"A": Decimal("0.25"), "B": None, "C": None}


def test_the_online_share_is_of_the_spend_whose_channel_is_known(company: Company) -> None:
    found = company.measure(OnlineShare(), orders=ORDERS)
    assert found == {"A": Decimal("0.769231"), "B": None, "C": None}  # 50 of 65


@pytest.mark.parametrize(
    ("metric", "lacking"),
    [(Products(), "product_id"), (Categories(), "category"), (CategoryShare(), "category"), (OnlineShare(), "channel")],
)
def test_without_the_column_it_is_not_available(company: Company, metric: Metric, lacking: str | None) -> None:
    assert company.lacks(metric) == f"orders.{lacking}"
