"""Columns of the customers file that say who a customer is and where it stands in the market."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from vitalfew.sample.columns import chosen, days, either, fraction, numbers, where
from vitalfew.sample.company import Company
from vitalfew.sample.dice import Numbers
from vitalfew.sample.industries import INDUSTRIES
from vitalfew.sample.names import Names
from vitalfew.sample.sheets import Columns
from vitalfew.sample.words import REGIONS, words

_REGIONS = tuple(range(10, 0, -1))
_CLASSES = ("city", "rural", "local", "regional", "global", "overseas")
_TYPES = ("small_medium", "multinational", "state_owned")
_STANDINGS = ("small", "middle", "leading")


def identity(company: Company) -> Columns:
    """Who it is."""
    return {
        "customer_id": company.ids,
        "name": pa.array(_names(company)),
        "kind": either(company.person, "person", "company"),
        "parent_id": number_at(company, company.parents),
        "since": days(company.last - company.since),
    }


def number_at(company: Company, places: Numbers) -> pa.Array:
    """The numbers of the customers at these places, nothing where the place is -1."""
    return where(places >= 0, chosen(company.ids, np.maximum(places, 0)))


def _names(company: Company) -> list[str]:
    names = Names(company.dice("names"), company.language)
    industries = list(INDUSTRIES.values())
    told = [story.name[company.speech] for story in company.stories]
    for place in range(len(told), company.customers):
        industry = industries[company.industry[place]]
        if company.person[place]:
            told.append(names.person())
        elif industry.public:
            told.append(names.public_body(industry.company[company.speech]))
        else:
            told.append(names.company(industry.company[company.speech], place))
    return told


def market(company: Company) -> Columns:
    """Where it stands."""
    count = company.customers
    industries = tuple(INDUSTRIES.values())
    region = company.dice("region").pick(_REGIONS, count)
    growth = np.array([one.growth for one in industries], dtype=np.int64)[company.industry]
    roles = tuple(company.trade.roles)
    role = company.dice("role").pick(tuple(company.trade.roles.values()), count)
    firm = ~company.person
    return {
        "industry": where(
            firm, chosen(words(tuple(one.name for one in industries), company.language), company.industry)
        ),
        "region": chosen(words(REGIONS, company.language), region),
        "region_class": chosen(_CLASSES, _region_class(company, region)),
        "company_type": where(firm, chosen(_TYPES, _company_type(company))),
        "channel_role": chosen((*roles, "end_customer"), np.where(company.person, len(roles), role)),
        "regional_standing": where(firm, chosen(_STANDINGS, _standing(company))),
        "industry_growth": where(firm, fraction(growth + company.dice("industry growth").between(-35, 35, count))),
        "value_chain_tie": numbers(_tie(company)),
    }


def _region_class(company: Company, region: Numbers) -> Numbers:
    abroad = region == len(REGIONS) - 1
    return np.where(
        abroad, len(_CLASSES) - 1, company.dice("region class").pick((50, 16, 14, 16, 4), company.customers)
    )


def _company_type(company: Company) -> Numbers:
    dice, count = company.dice("company type"), company.customers
    public = np.array([one.public for one in INDUSTRIES.values()])[company.industry]
    world = dice.chance(np.where(company.own("place") > 850, 450, 30), count)
    state = dice.chance(50, count)
    return np.where(public | state, 2, np.where(world, 1, 0))


def _standing(company: Company) -> Numbers:
    place = company.own("place")
    leads = company.dice("standing").chance(company.own("leading") + np.where(place > 930, 500, 0), company.customers)
    return np.where(leads & (company.own("leading") > 0), 2, np.where(place > 560, 1, 0))


def _tie(company: Company) -> Numbers:
    dice, count = company.dice("tie"), company.customers
    close = dice.chance(40, count) & (company.own("tie") > 40)
    return np.clip(company.own("tie") + np.where(close, 30, 0), 0, 100)
