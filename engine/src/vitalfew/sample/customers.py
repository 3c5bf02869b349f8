"""The customers file: every column that the schema knows, in its order, with what the stories say of their own."""

from __future__ import annotations

from vitalfew.sample.company import Company
from vitalfew.sample.headers import Headers
from vitalfew.sample.identity import identity, market
from vitalfew.sample.own_lists import own_lists
from vitalfew.sample.sheets import Columns
from vitalfew.sample.standing import needs, potential, standing
from vitalfew.schemas import TABLES


def customers(company: Company, orders: Headers) -> Columns:
    """One row per customer."""
    columns = {
        **identity(company),
        **market(company),
        **standing(company),
        **potential(company, orders),
        **needs(company),
        **own_lists(company),
    }
    told = {column.name: list(columns[column.name]) for column in TABLES["customers"].columns}
    for place, story in enumerate(company.stories):
        for name, value in story.traits.items():
            told[name][place] = value
    return told
