"""When the customers order and for how much: one entry per order of all customers, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vitalfew.sample.company import YEAR, Company
from vitalfew.sample.dice import THOUSAND, Dice, Marks, Numbers

MINUTES = 24 * 60


@dataclass(frozen=True)
class Headers:
    """Orders, in order of their minute; `budget` is what the lines will come to roughly, negative on a credit note."""

    customer: Numbers
    minute: Numbers
    budget: Numbers

    def __len__(self) -> int:
        return len(self.customer)

    @property
    def day(self) -> Numbers:
        """The day of each order."""
        return self.minute // MINUTES

    def part(self, start: int, end: int) -> Headers:
        """Some of them."""
        return Headers(self.customer[start:end], self.minute[start:end], self.budget[start:end])

    def chosen(self, which: Marks | Numbers) -> Headers:
        """Those that are marked, or in this order."""
        return Headers(self.customer[which], self.minute[which], self.budget[which])


def headers(company: Company) -> Headers:
    """All orders and credit notes of the company."""
    orders = _orders(company)
    notes = _credit_notes(company, orders)
    both = Headers(
        *(np.concatenate(pair) for pair in (
            (orders.customer, notes.customer), (orders.minute, notes.minute), (orders.budget, notes.budget),
        ))
    )  # fmt: skip
    return both.chosen(np.lexsort((both.customer, both.minute)))


def _orders(company: Company) -> Headers:
    dice = company.dice("orders")
    room = (company.first - company.quiet) // company.gap + 1
    many = np.minimum(room, company.own("most"))
    customer = np.repeat(np.arange(company.customers, dtype=np.int64), many)
    back = np.arange(len(customer), dtype=np.int64) - np.repeat(np.cumsum(many) - many, many)
    ago = _days_ago(company, customer, back, dice)
    budget = _budget(company, customer, ago, dice)
    minute = (company.last - ago) * MINUTES + _minute_of_day(company, customer, dice)
    return Headers(customer, minute, budget).chosen(ago < company.span)


def _days_ago(company: Company, customer: Numbers, back: Numbers, dice: Dice) -> Numbers:
    """Days before the last day, counted back from the last order by the customer's own rhythm."""
    gap, quiet = company.gap[customer], company.quiet[customer]
    loose = gap * company.own("jitter")[customer] // 100
    moved = np.where(back > 0, dice.between(-loose, loose, len(customer)), 0)
    ago = np.maximum(quiet + back * gap + moved, quiet)
    weekday = (company.last - ago + 3) % 7
    # Companies order on working days; those whose rhythm is exact keep their day.
    rests = ~company.person[customer] & (company.own("jitter")[customer] > 0) & (weekday >= 5)
    kept: Numbers = np.where(rests, ago + weekday - 4, ago)
    return kept


def _minute_of_day(company: Company, customer: Numbers, dice: Dice) -> Numbers:
    count = len(customer)
    office, any_time = dice.between(8 * 60, 18 * 60 - 1, count), dice.between(7 * 60, 23 * 60 - 1, count)
    return np.where(company.person[customer], any_time, office)


def _budget(company: Company, customer: Numbers, ago: Numbers, dice: Dice) -> Numbers:
    """The customer's usual order, with its trend, its slump, the season and chance."""
    grown = np.clip(THOUSAND - company.own("trend")[customer] * ago // YEAR, 150, 4000)
    slump = company.own("slump")[customer]
    grown = np.where((slump > 0) & (ago < slump), grown * 35 // 100, grown)
    season = np.array(company.trade.season, dtype=np.int64)[_month(company.last - ago)]
    chance = dice.between(600, 1400, len(customer))
    usual = company.order_size[customer] * grown // THOUSAND * season // THOUSAND * chance // THOUSAND
    signed: Numbers = np.maximum(usual, 1) * company.own("sign")[customer]
    return signed


def _month(day: Numbers) -> Numbers:
    return day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12


def _credit_notes(company: Company, orders: Headers) -> Headers:
    """Some orders are followed by a note that gives part of the money back."""
    dice = company.dice("credit notes")
    count = len(orders)
    followed = dice.chance(company.own("refunds")[orders.customer], count) & (orders.budget > 0)
    minute = orders.minute + dice.between(4, 25, count) * MINUTES
    budget = -orders.budget * dice.between(60, 450, count) // THOUSAND
    inside = followed & (minute < (company.last + 1) * MINUTES)
    return Headers(orders.customer, minute, budget).chosen(inside)
