"""What serving the customers cost beside the goods, quarter by quarter and kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from vitalfew.sample.columns import chosen, days, decimals, money, same
from vitalfew.sample.company import YEAR, Company
from vitalfew.sample.dice import THOUSAND, Dice, Numbers
from vitalfew.sample.headers import Headers
from vitalfew.sample.sheets import Columns

QUARTER = 91

# Kind → its part of the customer's cost to serve, how often it comes in a quarter (each of a thousand), cents of an
# hour where hours are written down.
_KINDS = {
    "delivery": (400, 950, 0),
    "support": (240, 450, 4_500),
    "promotion": (140, 350, 0),
    "trade_term": (120, 300, 0),
    "finance": (50, 300, 0),
    "training": (50, 120, 6_000),
}


_VISIT_HOUR = 8_000


def service_costs(company: Company, orders: Headers) -> Iterator[Columns]:
    """Rows of cost, kind by kind; a share of the sales of the quarter, and visits that cost the same whatever was sold."""
    dice = company.dice("service costs")
    quarters = -(-company.span // QUARTER)
    sales = _sales(company, orders, quarters)
    amounts = {kind: _shares(company, sales, kind, dice) for kind in _KINDS} | {"visit": _visits(company, sales, dice)}
    for kind, amount in amounts.items():
        yield _costs(company, kind, amount, dice)


def _costs(company: Company, kind: str, amount: Numbers, dice: Dice) -> Columns:
    customer, quarter = np.nonzero(amount)
    count, cents = len(customer), amount[customer, quarter]
    ago = np.minimum(quarter * QUARTER + dice.below(QUARTER, count), company.span - 1)
    rate = _VISIT_HOUR if kind == "visit" else _KINDS[kind][-1]
    tenths = np.minimum(np.maximum(cents * 10 // max(rate, 1), 2), 400)
    return {
        "customer_id": chosen(company.ids, customer),
        "day": days(company.last - ago),
        "kind": same(kind, count),
        "amount": money(cents),
        "hours": decimals(tenths, 1) if rate else same("", count),
    }


def _sales(company: Company, orders: Headers, quarters: int) -> Numbers:
    """Roughly what each customer bought in each quarter, the latest first."""
    spent = np.zeros((company.customers, quarters), dtype=np.int64)
    np.add.at(spent, (orders.customer, (company.last - orders.day) // QUARTER), orders.budget)
    return np.maximum(spent, 0)


def _shares(company: Company, sales: Numbers, kind: str, dice: Dice) -> Numbers:
    part, often, _ = _KINDS[kind]
    share = company.own("service")[:, None] * part * THOUSAND // often
    comes = dice.chance(often, sales.size).reshape(sales.shape)
    chance = dice.between(70, 130, sales.size).reshape(sales.shape)
    return np.where(comes, sales * share // (THOUSAND * THOUSAND) * chance // 100, 0)


def _visits(company: Company, sales: Numbers, dice: Dice) -> Numbers:
    """Visits to companies we sold to, and to those we hope to sell to in the last half year."""
    each = company.trade.order * company.trade.visit // THOUSAND
    a_quarter = company.own("visits")[:, None] * QUARTER * THOUSAND // YEAR
    made = (a_quarter + dice.below(THOUSAND, sales.size).reshape(sales.shape)) // THOUSAND
    hopeful = (company.own("most") == 0)[:, None] & (np.arange(sales.shape[1]) < 2)
    met = ((sales > 0) | hopeful) & ~company.person[:, None]
    return np.where(met, made * each, 0)
