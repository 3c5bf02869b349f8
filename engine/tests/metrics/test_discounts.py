"""Loyal to us or to our discounts."""

from decimal import Decimal

import pytest
from small_company import Company

from vitalfew.metrics.discounts import DiscountShare, PromotionShare, RegularOrderDays, RegularOrders
from vitalfew.registry import Metric

# A: 80 of 100 promoted or discounted; order 2 is mixed, order 3 regular. B: only promotions. C: refunds only.
ORDERS = """
customer_id order_id moment     amount list_amount promotion
A           1        2025-12-01 50     50          spring
A           2        2025-12-11 30     40          -
A           2        2025-12-11 5      5           -
A           3        2025-12-21 15     -           -
A           4        2025-12-31 -20    -20         -
B           5        2025-12-31 10     12          summer
C           6        2025-12-31 -1     -1          -
"""
BARE = "customer_id order_id moment amount promotion\nA 1 2025-12-01 3 spring\nA 2 2025-12-30 1 -"


def test_promotion_share_is_the_spend_on_promoted_or_discounted_lines(company: Company) -> None:
    assert company.measure(PromotionShare(), orders=ORDERS) == {"A": Decimal("0.8"), "B": 1, "C": None}


def test_either_mark_is_enough(company: Company) -> None:
    assert company.measure(PromotionShare(), orders=BARE) == {"A": Decimal("0.75")}
    listed = "customer_id order_id moment amount list_amount\nA 1 2025-12-01 3 4\nA 2 2025-12-30 1 1"
    assert company.measure(PromotionShare(), orders=listed) == {"A": Decimal("0.75")}


def test_discount_share_is_what_was_let_off_the_list(company: Company) -> None:
    found = company.measure(DiscountShare(), orders=ORDERS)
    assert found == {"A": Decimal("0.105263"), "B": Decimal("0.166667"), "C": None}  # A: 10 of 95


def test_regular_orders_hold_no_promoted_line(company: Company) -> None:
    assert company.measure(RegularOrders(), orders=ORDERS) == {"A": 1, "B": 0, "C": 0}
    assert company.measure(RegularOrders(window=5), orders=ORDERS)["A"] == 0


def test_days_since_the_last_regular_order(company: Company) -> None:
    assert company.measure(RegularOrderDays(), orders=ORDERS) == {"A": 10, "B": None, "C": None}


@pytest.mark.parametrize("metric", [PromotionShare(), RegularOrders(), RegularOrderDays()])
def test_without_promotion_and_list_amount_it_is_not_available(company: Company, metric: Metric) -> None:
    assert company.lacks(metric) == "orders.promotion / orders.list_amount"
