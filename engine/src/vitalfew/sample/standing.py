"""Columns of the customers file that people judge: influence, closeness, potential, needs."""

from __future__ import annotations

import numpy as np

from vitalfew.sample.columns import chosen, either, flags, money, numbers, where
from vitalfew.sample.company import YEAR, Company
from vitalfew.sample.dice import Marks, Numbers, curve
from vitalfew.sample.headers import Headers
from vitalfew.sample.identity import number_at
from vitalfew.sample.money import rounded, typical_year, year_sales
from vitalfew.sample.sheets import Columns
from vitalfew.sample.words import PERSONALITIES, words

_FOLLOWERS = ((0, 20), (40, 400), (60, 4_000), (80, 60_000), (100, 1_200_000))


def standing(company: Company) -> Columns:
    """What it counts for, and how close it is to us."""
    dice, count = company.dice("judged"), company.customers
    fame = np.clip(12 + company.own("place") // 18 + company.own("fame") + dice.between(-16, 16, count), 0, 100)
    social = np.clip(fame + dice.between(-35, 35, count), 0, 100)
    buyer = company.own("most") > 0
    return {
        "followers": numbers(curve(social, _FOLLOWERS) * dice.between(70, 130, count) // 100),
        "fame": numbers(fame),
        "social_activity": numbers(social),
        "influence": where(
            company.told | dice.chance(930, count), numbers(np.clip(fame + dice.between(-20, 20, count), 0, 100))
        ),
        "satisfaction": where(buyer & dice.chance(800, count), numbers(company.own("happy"))),
        "relationship_level": numbers(_level(company)),
        "intent": numbers(
            np.clip(company.own("happy") // 2 + company.own("potential") // 2 + dice.between(-15, 15, count), 0, 100)
        ),
        "initiative": either(dice.chance(np.where(company.own("place") > 700, 300, 650), count), "they", "we"),
        "risk_bearing": numbers(np.clip(25 + company.own("place") // 20 + dice.between(-20, 20, count), 0, 100)),
        "personality": chosen(words(PERSONALITIES, company.language), dice.pick((45, 30, 25), count)),
    }


def _level(company: Company) -> Numbers:
    """1 stranger to 5 partner: by years together, satisfaction and visits."""
    years = np.minimum(company.since // YEAR, 8)
    warmth = years * 6 + company.own("happy") // 2 + company.own("visits") * 2 + company.own("place") // 50
    level = np.array((1, 2, 3, 4, 5))[np.searchsorted((46, 66, 86, 108), warmth)]
    return np.where(company.own("most") == 0, np.minimum(level, 2), level)


def potential(company: Company, orders: Headers) -> Columns:
    """What it may become, and who else it buys from."""
    dice, count = company.dice("potential"), company.customers
    hoped = _hoped(company, orders)
    faithful = company.own("share") // 300
    brought = np.bincount(company.introducers[company.introducers >= 0], minlength=count)
    return {
        "expected_spend": where((hoped > 0) & (company.told | dice.chance(900, count)), money(rounded(hoped))),
        "growth_potential": numbers(np.clip(company.own("potential") + company.own("trend") // 25, 0, 100)),
        "rival_target": flags(dice.chance(company.own("courted"), count)),
        "suppliers": numbers(np.maximum(6 - faithful - dice.below(3, count), 1)),
        "supplier_changes": numbers(np.maximum(dice.below(5, count) - faithful, 0)),
        "referrals": numbers(brought),
        "introduced_by": number_at(company, company.introducers),
    }


def _hoped(company: Company, orders: Headers) -> Numbers:
    sold, usual = year_sales(company, orders), typical_year(company)
    young = (company.first < YEAR) & (company.own("most") > 1)
    base = np.where(company.own("most") == 0, usual, np.where(young, np.maximum(sold, usual // 4), sold))
    return base * company.own("hope") // 100


_PREFERENCES = ("price", "brand", "service", "function", "quality")
_GUESTS = ("business", "leisure", "meeting", "high_end")


def needs(company: Company) -> Columns:
    """What it looks for."""
    dice, count = company.dice("needs"), company.customers
    place, person = company.own("place"), company.person
    seeks = np.where(company.own("promoted") > 600, 0, dice.pick((22, 15, 24, 17, 22), count))
    guest = np.where(person, dice.pick((34, 50, 0, 16), count), dice.pick((52, 2, 38, 8), count))
    core = np.where(dice.chance(place * 6 // 10, count), 0, np.where(dice.chance(450, count), 1, 2))
    clear = dice.chance(np.where(person, 480, 830), count).astype(np.int64)

    def asked() -> Marks:
        return dice.chance(870, count)

    return {
        "preference": chosen(_PREFERENCES, seeks),
        "service_need": either(dice.chance(80 + place // 4, count), "special", "standard"),
        "purchase_purpose": where(asked(), chosen(("unclear", "clear"), clear)),
        "guest_segment": where(asked(), chosen(_GUESTS, guest)),
        "project_level": where(asked(), chosen(("core", "second_core", "other"), core)),
    }
