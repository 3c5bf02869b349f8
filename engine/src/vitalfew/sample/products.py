"""What the company sells: products with category, list price and cost, and what each customer takes of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.sample.company import Company
from vitalfew.sample.dice import THOUSAND, Dice, Numbers, curve


@dataclass(frozen=True)
class Products:
    """The products by their place; prices in cents, cost in per cent of the list price."""

    codes: list[str]
    category: Numbers
    price: Numbers
    cost: Numbers


def products(company: Company) -> Products:
    """The range of the company; the first product is the one that the exact stories buy."""
    trade, dice = company.trade, company.dice("products")
    category = np.repeat(np.arange(len(trade.categories)), [group.products for group in trade.categories])
    count = len(category)
    low, high = (np.array([group.cost[end] for group in trade.categories], dtype=np.int64) for end in (0, 1))
    price = np.maximum(trade.order * curve(dice.below(THOUSAND, count), trade.prices) // THOUSAND, 50)
    price[0] = max(trade.order // 10, 50)
    codes = [f"P{number:04}" for number in range(1, count + 1)]
    return Products(codes, category, price, dice.between(low[category], high[category], count))


@dataclass(frozen=True)
class Baskets:
    """The part of the range that each customer buys from, widest for the largest, and by which way it orders."""

    start: Numbers
    width: Numbers
    online: Numbers

    def draw(self, customer: Numbers, range_of: int, dice: Dice) -> Numbers:
        """A product for each line; the first ones of the basket come most often."""
        width, count = self.width[customer], len(customer)
        inside = np.minimum(dice.below(width, count), dice.below(width, count))
        return (self.start[customer] + inside) % range_of


def baskets(company: Company, range_of: int) -> Baskets:
    """What each customer takes."""
    dice, count = company.dice("baskets"), company.customers
    width = 1 + company.own("place") * range_of // 1600 + dice.below(max(range_of // 8, 1), count)
    leaning = np.clip(company.trade.online + dice.between(-350, 350, count), 0, THOUSAND)
    return Baskets(dice.below(range_of, count), np.minimum(width, range_of), leaning)
