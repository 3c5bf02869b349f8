"""Columns of the customers file that single trades keep: chosen by name, shops, balances, key people."""

from __future__ import annotations

import numpy as np

from vitalfew.sample.columns import days, flags, fraction, money, numbers, where
from vitalfew.sample.company import Company
from vitalfew.sample.dice import THOUSAND, curve
from vitalfew.sample.sheets import Columns

_SHOPS = ((0, 1), (500, 4), (800, 25), (950, 180), (999, 1_400))
_BALANCES = ((0, 0), (350, 2), (700, 30), (900, 160), (980, 900), (999, 4_000))


def own_lists(company: Company) -> Columns:
    """Shops and balances follow the size of a customer only by half: size with us is not size."""
    dice, count = company.dice("own lists"), company.customers
    place = company.own("place")
    own = (place + dice.below(THOUSAND, count)) // 2
    wide = np.where(own > 720, 300, 20)
    return {
        "strategic": flags((company.own("potential") > 74) & dice.chance(place // 4, count)),
        "international": flags(~company.person & dice.chance(wide, count)),
        "stores": where(
            ~company.person, numbers(np.maximum(curve(own * 6 // 5, _SHOPS) * dice.between(60, 140, count) // 100, 1))
        ),
        "store_growth": where(~company.person, fraction(dice.between(-60, 120, count) + company.own("trend") // 3)),
        "loan_balance": money(_balance(company, "loan")),
        "deposit_balance": money(_balance(company, "deposit")),
        "key_person_touch": days(company.last - dice.between(1, 240, count) * (1200 - place) // THOUSAND),
    }


def _balance(company: Company, kind: str) -> np.ndarray:
    """In hundreds of the usual order; loans and deposits are not with the same customers."""
    dice, count = company.dice("balance", kind), company.customers
    place = (company.own("place") + 2 * dice.below(THOUSAND, count)) // 3
    hundreds = curve(np.minimum(place * 11 // 10, 999), _BALANCES) * dice.between(60, 140, count)
    return hundreds * company.trade.order // 100 // 1000 * 1000
