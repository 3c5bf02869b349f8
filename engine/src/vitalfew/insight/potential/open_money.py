"""Customers with their peers → what they could spend, our share of it, and what is open."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.estimates import DIGITS
from vitalfew.insight.potential.known import PLACES, Known
from vitalfew.insight.potential.peers import NOBODY, Peers, Places
from vitalfew.insight.potential.remarks import likeness
from vitalfew.languages import language, writing_files
from vitalfew.proof.panel import floats

BASES = ("wallet", "peers")
"""What the share and the open money are of: the wallet table where it says more than zero, else the peers."""


def rows_of(customers: Known, alike: Peers, missed: pa.Table | None) -> pa.Table:
    """The rows of `Potential`, but for the sentence."""
    known = customers.rows
    columns = {name: known[name] for name in ("customer_id", "name", "sales") if name in known.column_names}
    typical, potential = (_amounts(known["sales"], places) for places in (alike.half, alike.quarter))
    filled = pc.fill_null(pc.greater(known["wallet"], 0), False)
    basis = pc.if_else(filled, known["wallet"], potential)
    return pa.table(
        {
            **columns,
            "peers": pa.array(np.maximum(alike.others, 0), mask=alike.level == NOBODY),
            "alike": _likeness(alike),
            "typical": typical,
            "potential": potential,
            "wallet": known["wallet"],
            "basis": pc.if_else(filled, BASES[0], pc.if_else(pc.is_valid(potential), BASES[1], None)),
            "share": _share(known["sales"], basis),
            "gap": _gap(known["sales"], basis),
            "expected": known["expected"],
            "said_on": known["said_on"],
            "said_by": known["said_by"],
            **_missing(known["customer_id"], missed),
        }
    )


def _amounts(sales: pa.ChunkedArray, places: Places) -> pa.ChunkedArray:
    return sales.take(pa.array(places, mask=places == NOBODY))


def _share(sales: pa.ChunkedArray, basis: pa.ChunkedArray) -> pa.Array:
    of = floats(basis, missing=np.nan)
    there = of > 0
    parts = np.round(floats(sales) / np.where(there, of, 1), DIGITS) + 0.0
    return pa.array(parts, mask=~there)


def _gap(sales: pa.ChunkedArray, basis: pa.ChunkedArray) -> pa.ChunkedArray:
    """What is left of the basis; nothing where sales are above it, all of it where refunds outweigh them."""
    nothing = pa.scalar(0).cast(sales.type)
    kept = pc.if_else(pc.greater(sales, nothing), sales, nothing)
    left = pc.subtract(basis, kept).cast(sales.type)
    return pc.if_else(pc.greater(left, nothing), left, nothing)


def _missing(ids: pa.ChunkedArray, missed: pa.Table | None) -> dict[str, pa.ChunkedArray]:
    """How many categories a customer misses, and what they would be worth; no columns where none can be looked at."""
    if missed is None:
        return {}
    sums = missed.group_by("customer_id").aggregate([("worth", "count"), ("worth", "sum")])
    place = pc.index_in(ids, value_set=sums["customer_id"].combine_chunks())
    worth = sums["worth_sum"].cast(pa.decimal128(PLACES, missed.schema.field("worth").type.scale))
    zero = pa.scalar(0).cast(worth.type)
    return {
        "missed": pc.fill_null(sums["worth_count"].take(place), 0),
        "white_space": pc.fill_null(worth.take(place), zero),
    }


def _likeness(alike: Peers) -> pa.Array:
    """By what each customer's peers are like it, in the language of files."""
    texts: list[str | None] = [None] * len(alike.level)
    with writing_files():
        for place, level in enumerate(alike.levels):
            told: dict[int, str] = {}
            for one in np.flatnonzero(alike.level == place):
                group = int(level.group[one])
                if group not in told:
                    told[group] = _joined([likeness(each, int(each.places[one])) for each in level.features])
                texts[one] = told[group]
    return pa.array(texts, pa.string())


def _joined(parts: Sequence[str]) -> str:
    return (", " if language() == "en" else "，").join(parts)
