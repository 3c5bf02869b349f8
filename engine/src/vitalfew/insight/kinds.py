"""What kind of customers were lost: every value of every attribute against all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ibis.expr.types as ir

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.insight.estimates import DIGITS, Share, share

MOST_VALUES = 12
"""Values of an attribute; one with more tells customers apart, not kinds of them."""

FEWEST = 10
"""Customers with a value, below which nothing is said of it."""

FALSE = 0.10
"""False discovery rate: of the kinds that are found so many are expected to be found by chance."""

NAMES = frozenset({"customer_id", "name", "parent_id", "introduced_by"})
"""Columns that name somebody."""


@dataclass(frozen=True)
class Kind:
    """The customers with one value of an attribute and what part of them was lost, beside all others.

    `chance` is how often so large a difference would be found where there is none (Fisher's exact test, corrected for
    the number of comparisons after Benjamini and Hochberg); `found` where it is at most `FALSE`.
    """

    attribute: str
    value: str
    lost: Share
    others: Share
    chance: float
    found: bool


def kinds(database: DuckDB, facts: Facts, judged: ir.Table) -> tuple[Kind, ...]:
    """The kinds among customers that could have been lost by now, the surest first; none without a customers' file."""
    counted = list(_counted(database, facts, judged))
    chances = _corrected([_chance(n, gone, all_, lost) for _, _, n, gone, all_, lost in counted])
    told = [
        Kind(attribute, value, share(gone, n), share(lost - gone, all_ - n), chance, chance <= FALSE)
        for (attribute, value, n, gone, all_, lost), chance in zip(counted, chances, strict=True)
    ]
    return tuple(sorted(told, key=lambda kind: (kind.chance, kind.attribute, kind.value)))


def _counted(database: DuckDB, facts: Facts, judged: ir.Table) -> Iterator[tuple[str, str, int, int, int, int]]:
    """Attribute, value, its customers and lost ones, all customers and lost ones that have the attribute."""
    known = facts.tables.get("customers")
    if known is None:
        return
    texts = [name for name, kind in known.schema().items() if kind.is_string() and name not in NAMES]
    for attribute in sorted(texts):
        values = known.group_by("customer_id").aggregate(value=known[attribute].max())
        rows = judged.join(values.filter(values.value.notnull()), "customer_id")
        groups = rows.group_by("value").aggregate(n=rows.count(), gone=rows.lost.sum()).order_by("value")
        found = [(row["value"], int(row["n"]), int(row["gone"])) for row in database.fetch(groups).to_pylist()]
        all_, lost = sum(n for _, n, _ in found), sum(gone for *_, gone in found)
        if 2 <= len(found) <= MOST_VALUES:
            yield from ((attribute, value, n, gone, all_, lost) for value, n, gone in found if _enough(n, all_))


def _enough(n: int, all_: int) -> bool:
    return n >= FEWEST and all_ - n >= FEWEST


def _chance(n: int, gone: int, all_: int, lost: int) -> float:
    from scipy.stats import fisher_exact

    others, others_gone = all_ - n, lost - gone
    return float(fisher_exact([[gone, n - gone], [others_gone, others - others_gone]])[1])


def _corrected(chances: Sequence[float]) -> list[float]:
    from scipy.stats import false_discovery_control

    return [round(float(chance), DIGITS) for chance in false_discovery_control(chances)] if chances else []
