"""The lines of the orders, block by block: what, how many, at which price and cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vitalfew.sample.columns import chosen, either, moments, money, numbers, same
from vitalfew.sample.company import Company
from vitalfew.sample.dice import Dice, Marks, Numbers
from vitalfew.sample.headers import Headers
from vitalfew.sample.products import Baskets, Products, baskets, products
from vitalfew.sample.sheets import Columns
from vitalfew.sample.words import BARGAINS, CURRENCIES, PROMOTIONS

BLOCK = 20_000
"""Orders written at a time."""


@dataclass(frozen=True)
class Block:
    """Some orders with the lines written for them: `total` in cents, `pieces` and number per order."""

    orders: Headers
    numbers: pa.Array
    total: Numbers
    pieces: Numbers
    rows: Columns


def blocks(company: Company, orders: Headers) -> Iterator[Block]:
    """All orders with their lines, a block at a time."""
    shelf = products(company)
    taken = baskets(company, len(shelf.codes))
    for start in range(0, max(len(orders), 1), BLOCK):
        yield _block(company, orders.part(start, start + BLOCK), start, shelf, taken)


@dataclass(frozen=True)
class _Lines:
    order: Numbers
    number: Numbers
    product: Numbers
    quantity: Numbers
    listed: Numbers
    price: Numbers


def _block(company: Company, orders: Headers, start: int, shelf: Products, taken: Baskets) -> Block:
    dice = company.dice("lines", start)
    under = _promotions(company, orders, dice)
    lines = _lines(company, orders, under > 0, shelf, taken, dice)
    codes = pa.array([f"SO{number:07}" for number in range(start + 1, start + 1 + len(orders))], pa.string())
    total, pieces = (np.zeros(len(orders), dtype=np.int64) for _ in range(2))
    np.add.at(total, lines.order, lines.quantity * lines.price)
    np.add.at(pieces, lines.order, np.abs(lines.quantity))
    rows = _rows(company, orders, lines, codes, under, shelf, taken, dice)
    return Block(orders, codes, total, pieces, rows)


def _promotions(company: Company, orders: Headers, dice: Dice) -> Numbers:
    """For each order 0, or the place of the promotion it was ordered under, from 1: the season's."""
    count = len(orders)
    month = orders.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    reached = dice.chance(company.own("promoted")[orders.customer], count) & (orders.budget > 0)
    return np.where(reached, 1 + month // 3 + len(PROMOTIONS) * dice.below(2, count), 0)


def _lines(company: Company, orders: Headers, promoted: Marks, shelf: Products, taken: Baskets, dice: Dice) -> _Lines:
    exact = company.own("pieces")[orders.customer]
    many = np.where(exact > 0, 1, dice.between(*company.trade.lines, len(orders)))
    order = np.repeat(np.arange(len(orders), dtype=np.int64), many)
    number = np.arange(len(order), dtype=np.int64) - np.repeat(np.cumsum(many) - many, many) + 1
    count, fixed = len(order), exact[order]
    product = np.where(fixed > 0, 0, taken.draw(orders.customer[order], len(shelf.codes), dice))
    listed = shelf.price[product]
    price = listed * (100 - _discount(company, orders, promoted, dice)[order]) // 100
    budget = orders.budget[order] * dice.between(60, 140, count) // (100 * many[order])
    wished = np.maximum((np.abs(budget) + price // 2) // price, 1)
    quantity = np.where(fixed > 0, fixed, np.where(budget < 0, -wished, wished))
    return _Lines(order, number, product, quantity, listed, price)


def _discount(company: Company, orders: Headers, promoted: Marks, dice: Dice) -> Numbers:
    """Per cent off the list: that of the promotion, or what the customer got for itself."""
    count = len(orders)
    own = np.where(dice.chance(company.own("haggled")[orders.customer], count), dice.between(2, 9, count), 0)
    return np.where(promoted, dice.between(10, 28, count), np.where(orders.budget > 0, own, 0))


def _rows(
    company: Company, orders: Headers, lines: _Lines, codes: pa.Array, under: Numbers,
    shelf: Products, taken: Baskets, dice: Dice,
) -> Columns:  # fmt: skip
    customer = orders.customer
    web = dice.chance(taken.online[customer], len(orders))
    offers = ["", *(word[company.speech] for word in (*PROMOTIONS, *BARGAINS))]
    groups = [category.name[company.speech] for category in company.trade.categories]
    usual = shelf.cost[lines.product]
    cost = usual + company.own("burden")[customer[lines.order]] * (100 - usual) // 33
    return {
        "customer_id": chosen(company.ids, customer[lines.order]),
        "order_id": chosen(codes, lines.order),
        "line": numbers(lines.number),
        "moment": chosen(moments(orders.minute), lines.order),
        "product_id": chosen(shelf.codes, lines.product),
        "category": chosen(groups, shelf.category[lines.product]),
        "quantity": numbers(lines.quantity),
        "unit_price": money(lines.price),
        "amount": money(lines.quantity * lines.price),
        "list_amount": money(lines.quantity * lines.listed),
        "cost": money(lines.quantity * (lines.listed * cost // 100)),
        "currency": same(CURRENCIES[company.speech], len(lines.order)),
        "channel": either(web[lines.order], "online", "offline"),
        "promotion": chosen(offers, under[lines.order]),
    }
