"""White space: categories that customers alike buy and a customer never bought, with what they would be worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.expressions import day, window_start
from vitalfew.insight.potential.known import PLACES, Known
from vitalfew.insight.potential.peers import Level, Peers, Places
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.panel import floats

LIKELY = 3
"""A category is missed where one in so many of the peers buys it."""

MOST = 50
"""Categories that are looked at: those with most buyers."""


@dataclass(frozen=True)
class Lines:
    """Customer and category with the net amount of the year, and the place of its row in `amounts`."""

    who: Places
    category: Places
    bought: Places
    amounts: pa.ChunkedArray
    names: tuple[str, ...]


def white_space(database: DuckDB, facts: Facts, customers: Known, alike: Peers) -> pa.Table | None:
    """A row for each customer that has bought and each category that it misses, the one worth most first.

    `customer_id, category, worth` (what half of the buyers among its peers do not exceed in the last 365 days), `buyers`
    of `peers`. What a customer ever bought or sent back is left out. None where there are no two categories.
    """
    lines = _lines(database, facts, customers)
    if lines is None or len(lines.names) < 2:
        return None
    had = np.zeros((len(alike.level), len(lines.names)), np.bool_)
    had[lines.who, lines.category] = True
    found = [
        part
        for place, level in enumerate(alike.levels)
        for part in _missed(level, np.flatnonzero((alike.level == place) & customers.bought), customers, lines, had)
    ]
    who, category, row, buyers, peers = np.concatenate(found, axis=1) if found else np.zeros((5, 0), np.int64)
    table = pa.table(
        {
            "customer_id": customers.rows["customer_id"].take(pa.array(who)),
            "category": pa.array(lines.names, pa.string()).take(pa.array(category)),
            "worth": lines.amounts.take(pa.array(row)),
            "buyers": pa.array(buyers),
            "peers": pa.array(peers),
        }
    )
    return table.sort_by([("customer_id", "ascending"), ("worth", "descending"), ("category", "ascending")])


def _lines(database: DuckDB, facts: Facts, customers: Known) -> Lines | None:
    if not facts.has("orders", ("category",)):
        return None
    orders = facts.tables["orders"]
    recent = orders.moment.cast("date") >= day(window_start(facts.at, YEAR))
    sums = orders.filter(orders.category.notnull()).group_by("customer_id", "category")
    spent = orders.amount.sum(where=recent).fill_null(0).cast(f"decimal({PLACES}, {facts.digits})")
    rows = database.fetch(sums.aggregate(spent=spent).order_by("customer_id", "category"))
    bought = rows.filter(pc.greater(rows["spent"], 0))["category"].value_counts().to_pylist()
    largest = sorted(bought, key=lambda one: (-one["counts"], one["values"]))[:MOST]
    names = tuple(one["values"] for one in largest)
    rows = rows.filter(pc.is_in(rows["category"], value_set=pa.array(names, pa.string())))
    ids = customers.rows["customer_id"].combine_chunks()
    who = pc.index_in(rows["customer_id"], value_set=ids)
    category = pc.index_in(rows["category"], value_set=pa.array(names, pa.string()))
    positive = np.flatnonzero(floats(rows["spent"]) > 0)
    return Lines(_whole(who), _whole(category), positive, rows["spent"], names)


def _whole(cells: pa.ChunkedArray) -> Places:
    return np.asarray(cells).astype(np.int64)


def _missed(level: Level, users: Places, customers: Known, lines: Lines, had: np.ndarray) -> Iterator[np.ndarray]:
    """Who misses what by this level: customer, category, row of the amount that stands for it, buyers, peers."""
    if not len(users):
        return
    width = len(lines.names)
    pool = customers.settled[lines.who[lines.bought]] & (level.group[lines.who[lines.bought]] >= 0)
    rows = lines.bought[pool]
    key = level.group[lines.who[rows]] * width + lines.category[rows]
    order = np.lexsort((floats(lines.amounts)[rows], key))
    buyers = np.bincount(key, minlength=len(level.sizes) * width)
    middle = np.cumsum(buyers) - buyers + np.maximum(buyers - 1, 0) // 2
    group = level.group[users]
    others = level.sizes[group] - customers.settled[users]
    sold = buyers.reshape(-1, width)[group]
    place, category = np.nonzero((LIKELY * sold >= others[:, None]) & (sold > 0) & ~had[users])
    told = rows[order[middle[group[place] * width + category]]]
    yield np.array([users[place], category, told, sold[place, category], others[place]])
