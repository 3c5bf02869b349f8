"""Existing customers in sentences: each by its own rhythm, all against the season, groups side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pyarrow as pa

from vitalfew.insight.groups import Group
from vitalfew.insight.rhythm import FEWEST
from vitalfew.insight.season import Trend
from vitalfew.languages import say
from vitalfew.readers.reading import Note


def sentences(rows: pa.Table) -> pa.Array:
    """What is to be said of each customer, in the current language."""
    columns = ("purchases", "usual", "at_most", "silent")
    cells = (rows[name].to_pylist() for name in columns)
    return pa.array([of_rhythm(*one) for one in zip(*cells, strict=True)], pa.string())


def of_rhythm(purchases: int | None, usual: float | None, at_most: int | None, silent: int | None) -> str:
    """The silence of a customer beside its own gaps."""
    if purchases is None:
        return say("never bought")
    if usual is None or purchases <= FEWEST:
        return say("too few purchases to judge ({n}); the last {silent} days ago", n=purchases, silent=silent)
    return say(
        "usually every {usual} days, at most {at_most} in nine of ten cases; now {silent}",
        usual=f"{usual:g}",
        at_most=at_most,
        silent=silent,
    )


def state_name(state: str) -> str:
    """A state for people."""
    return {
        "active": say("active"),
        "fading": say("fading"),
        "dormant": say("dormant"),
        "lost": say("lost"),
        "too_few": say("too few purchases"),
        "never": say("never bought"),
    }[state]


def trend_name(trend: str) -> str:
    """A trend for people."""
    return {"rising": say("rising"), "steady": say("steady"), "falling": say("falling")}[trend]


def of_due(due: int, worth: Decimal, slipping: int, slipping_worth: Decimal) -> Iterator[Note]:
    """Who should be asked for an order now, and who slips away."""
    yield Note(
        "due",
        "{n} customers are due by their own rhythm and have not bought yet; they brought {worth} in their last year.",
        {"n": due, "worth": f"{worth:,}"},
    )
    yield Note(
        "slipping",
        "{n} more have been silent for more than twice the interval that nine of ten of their gaps do not exceed, and are "
        "not lost yet; they brought {worth} in their last year.",
        {"n": slipping, "worth": f"{slipping_worth:,}"},
        warning=bool(slipping),
    )


def of_season(trends: Mapping[str, Trend], window: int, *, has_season: bool) -> Iterator[Note]:
    """Rise and fall against the same season a year ago."""
    if not has_season:
        yield Note(
            "no_season",
            "The facts do not reach back to the same {days} days a year ago: who rises and who falls is not available.",
            {"days": window},
        )
        return
    yield Note(
        "rising",
        "Rising: {n} customers brought {recent} in the last {days} days, {season} in the same days a year ago.",
        _of_trend(trends["rising"], window),
    )
    yield Note(
        "falling",
        "Falling: {n} customers brought {recent} in the last {days} days, {season} in the same days a year ago.",
        _of_trend(trends["falling"], window),
    )


def _of_trend(found: Trend, window: int) -> Mapping[str, str | int]:
    return {"n": found.customers, "days": window, "recent": f"{found.recent:,}", "season": f"{found.season:,}"}


def of_buying_again(everybody: Group) -> Iterator[Note]:
    """Both rates of all customers."""
    repeat, back = everybody.repeat, everybody.buy_back
    yield Note(
        "repeat",
        "Repeat purchase rate: {again} of {n} customers have two orders or more ({share} %).",
        {"again": repeat.n, "n": repeat.of, "share": _percent(repeat.share)},
    )
    if back.of:
        yield Note(
            "buy_back",
            "Buy-back rate: {back} of {n} customers of the year before bought again in the last 365 days ({share} %).",
            {"back": back.n, "n": back.of, "share": _percent(back.share)},
        )


def _percent(share: float | None) -> str:
    return f"{100 * (share or 0):.0f}"
