"""The customers file: every column that the schema knows, in its order, with what the stories say of their own."""

from __future__ import annotations

import pyarrow as pa

from vitalfew.sample.company import Company
from vitalfew.sample.headers import Headers
from vitalfew.sample.identity import identity, market
from vitalfew.sample.own_lists import own_lists
from vitalfew.sample.sheets import Columns
from vitalfew.sample.standing import needs, potential, standing
from vitalfew.schemas import TABLES

FOUND = frozenset({"buying_segment"})
"""Columns that Vital Few finds, and nobody tells it."""


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
    known = (column.name for column in TABLES["customers"].columns if column.name not in FOUND)
    return {name: _told(company, name, columns[name]) for name in known}


def _told(company: Company, name: str, cells: pa.Array) -> pa.Array:
    """The column, with what the stories say of their own."""
    texts = cells.cast(pa.string())
    drawn = texts.slice(0, len(company.stories)).to_pylist()
    own = [story.traits.get(name, cell) for story, cell in zip(company.stories, drawn, strict=True)]
    return pa.concat_arrays([pa.array(own, pa.string()), texts.slice(len(own))])
