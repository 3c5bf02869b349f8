"""Recommendations in sentences: why a product, by which method, and how often it came true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.insight.recommend.baskets import FEWEST, IN_RANGE, Baskets
from vitalfew.insight.recommend.trial import AHEAD, Trial, Tried
from vitalfew.languages import say
from vitalfew.proof.intervals import Estimate
from vitalfew.readers.reading import Note


def method_name(method: str) -> str:
    """A method, for people."""
    return {
        "association": say("what others bought beside it"),
        "factors": say("customers with like baskets"),
        "popular": say("what most customers buy"),
    }[method]


def sentences(rows: pa.Table) -> pa.Array:
    """Why each product is named, in the current language."""
    return pa.array([_of_one(row) for row in rows.to_pylist()], pa.string())


def _of_one(row: Mapping[str, Any]) -> str:
    product = row["product_id"]
    if row["because"] is None:
        return say(
            "{product}: bought by {n} customers, many of them with a like basket", product=product, n=row["popular"]
        )
    return say(
        "{product}: {both} of {buyers} customers who bought {because} bought it too",
        product=product,
        both=row["both"],
        buyers=row["buyers"],
        because=row["because"],
    )


def share_shown(found: Estimate | None) -> str:
    """A share in per cent with its interval; a dash where there is none."""
    return "—" if found is None else f"{100 * found.value:.1f} ({100 * found.low:.1f}–{100 * found.high:.1f})"


def of_range(today: Baskets, rows: pa.Table) -> Iterator[Note]:
    """What can be named, and to how many."""
    if not today.products:
        text = "No product has {few} buyers: nothing is learned of any."
        yield Note("no_products", text, {"few": FEWEST}, warning=True)
        return
    yield Note(
        "range",
        "{n} products with {few} buyers or more are looked at; {out} of them were not bought by anybody in the last {days} days "
        "and are not named.",
        {"n": len(today.products), "few": FEWEST, "out": int((~today.sold).sum()), "days": IN_RANGE},
    )
    told = pc.count_distinct(rows["customer_id"]).as_py()
    without = len(today.customers) - told
    if without:
        text = "{n} customers have bought everything that speaks for itself, or nothing that is known: none is named to them."
        yield Note("without", text, {"n": without})


def of_choice(method: str, choice: Trial | None) -> Iterator[Note]:
    """Why this method."""
    if choice is None:
        text = "The facts are too short to choose a method by: taken is {method}."
        yield Note("not_chosen", text, {"method": method_name(method)})
        return
    yield Note(
        "chosen",
        "Chosen is {method}: it had most hits in the {days} days after {day}.",
        {"method": method_name(method), "days": AHEAD, "day": choice.then.isoformat()},
    )


def of_trial(method: str, tried: Trial | None, count: int) -> Iterator[Note]:
    """How often it came true afterwards, beside naming what most customers buy."""
    if tried is None:
        yield Note("not_tried", "Not tried: nobody known {days} days ago bought anything new since.", {"days": AHEAD})
        return
    own, usual = (_of(tried, name) for name in (method, "popular"))
    yield Note(
        "hits",
        "Of {n} customers who bought something new in the {days} days after {day}, {own} % found it among their {count}; naming what "
        "most customers buy: {usual} %.",
        {
            "n": tried.customers,
            "days": AHEAD,
            "day": tried.then.isoformat(),
            "own": share_shown(own.hits),
            "count": count,
            "usual": share_shown(usual.hits),
        },
        warning=method != "popular" and _value(own.hits) <= _value(usual.hits),
    )


def _of(tried: Trial, method: str) -> Tried:
    return next(one for one in tried.tried if one.method == method)


def _value(found: Estimate | None) -> float:
    return -1.0 if found is None else found.value
