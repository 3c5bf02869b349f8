"""Money beside the orders: invoices and payments, returns, cost to serve, wallets."""

from __future__ import annotations

import numpy as np
import pyarrow.compute as pc

from vitalfew.sample.columns import chosen, days, money, numbers, where
from vitalfew.sample.company import YEAR, Company
from vitalfew.sample.dice import THOUSAND, Dice, Numbers
from vitalfew.sample.headers import Headers
from vitalfew.sample.lines import Block
from vitalfew.sample.sheets import Columns
from vitalfew.sample.words import RETURN_REASONS, words


def payments(company: Company, block: Block, start: int) -> Columns:
    """One invoice per order above zero; open where it was not paid by the last day."""
    dice = company.dice("payments", start)
    asked = np.flatnonzero(block.total > 0)
    customer, count = block.orders.customer[asked], len(asked)
    issued = block.orders.day[asked] + dice.below(3, count)
    due = issued + _terms(company)[customer]
    paid_on, part = _paid(company, customer, due, dice)
    amount = block.total[asked]
    inside = issued <= company.last
    paid = (paid_on <= company.last)[inside]
    return {
        "invoice_id": pc.utf8_replace_slice(chosen(block.numbers, asked[inside]), 0, len("SO"), "INV"),
        "customer_id": chosen(company.ids, customer[inside]),
        "issued": days(issued[inside]),
        "due": days(due[inside]),
        "amount": money(amount[inside]),
        "paid_on": where(paid, days(paid_on[inside])),
        "paid_amount": where(paid, money((amount * part // 100)[inside])),
    }


def _terms(company: Company) -> Numbers:
    """Days that each customer has to pay; the largest get the longest, persons pay at once or by the end of the month."""
    terms = np.array(company.trade.terms, dtype=np.int64)
    place = company.own("place") * len(terms) // THOUSAND
    return np.where(company.person, terms[0], terms[place])


_NEVER = 100_000


def _paid(company: Company, customer: Numbers, due: Numbers, dice: Dice) -> tuple[Numbers, Numbers]:
    """The day of payment, and the part that was paid in per cent."""
    count = len(customer)
    late = dice.chance(company.own("late")[customer], count)
    delay = np.where(late, dice.between(3, 55, count), -dice.below(np.minimum(_terms(company)[customer], 9) + 1, count))
    owing = (due > company.last - company.own("owing")[customer]) & (due <= company.last)
    never = dice.chance(company.own("unpaid")[customer], count) | (owing & (company.own("owing")[customer] > 0))
    part = np.where(dice.chance(np.minimum(company.own("late")[customer], 8), count), 50, 100)
    return np.where(never, due + _NEVER, due + delay), part


def returns(company: Company, block: Block, start: int) -> Columns:
    """Some orders above zero come back in part."""
    dice = company.dice("returns", start)
    count = len(block.total)
    back = block.orders.day + dice.between(3, 24, count)
    chance = dice.chance(company.own("returns")[block.orders.customer], count)
    part, reason = dice.between(50, 600, count), dice.below(len(RETURN_REASONS), count)
    which = np.flatnonzero(chance & (block.total > 0) & (back <= company.last))
    return {
        "customer_id": chosen(company.ids, block.orders.customer[which]),
        "order_id": chosen(block.numbers, which),
        "day": days(back[which]),
        "amount": money(np.maximum(block.total[which] * part[which] // THOUSAND, 1)),
        "quantity": numbers(np.maximum(block.pieces[which] * part[which] // THOUSAND, 1)),
        "reason": chosen(words(RETURN_REASONS, company.language), reason[which]),
    }


def year_sales(company: Company, orders: Headers, ago: int = 0) -> Numbers:
    """Roughly what each customer spent in the year that ended so many years ago."""
    end = company.last - ago * YEAR
    inside = orders.chosen((orders.day > end - YEAR) & (orders.day <= end))
    spent = np.zeros(company.customers, dtype=np.int64)
    np.add.at(spent, inside.customer, inside.budget)
    return np.maximum(spent, 0)


def typical_year(company: Company) -> Numbers:
    """What an active customer of this size and rhythm spends in a year."""
    return company.order_size * YEAR // np.maximum(company.gap, 5)


def wallet(company: Company, orders: Headers) -> Columns:
    """What customers spend in our field, with us and with others, estimated for two calendar years; not for all."""
    dice = company.dice("wallet")
    count, last = company.customers, company.last_day.year
    known = np.flatnonzero(dice.chance(900, count))
    hoped = typical_year(company) * company.own("hope") // 200
    tables = []
    for ago in (1, 0):
        base = np.maximum(year_sales(company, orders, ago), hoped)
        amount = base * THOUSAND // np.maximum(company.own("share"), 30) * dice.between(85, 115, count) // 100
        tables.append(rounded(amount)[known])
    return {
        "customer_id": chosen(company.ids, np.tile(known, 2)),
        "year": numbers(np.repeat((last - 1, last), len(known))),
        "amount": money(np.concatenate(tables)),
    }


def rounded(cents: Numbers) -> Numbers:
    """An estimate has two leading digits or so."""
    step = np.where(cents >= 10_000_00, 1000_00, np.where(cents >= 500_00, 50_00, 5_00))
    whole: Numbers = np.maximum((cents + step // 2) // step, 1) * step
    return whole
