"""Facts → what lies behind the numbers: cohorts, how long customers stay, who is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from vitalfew import insight
from vitalfew.errors import WrongUse
from vitalfew.languages import say
from vitalfew.library.asking import day_of, question
from vitalfew.library.saving import Saving, remembering
from vitalfew.scheme import Scheme


@dataclass(frozen=True, repr=False, kw_only=True)
class Existing(Saving, insight.Existing):
    """All known customers by their own rhythm and season.

    `rows` has a row for each with a sentence, `states` how many are in which state, `trends` who rises and who falls,
    `groups` how many buy again in each group; `as_object()` gives them in figures, `notes` what is to be said of them.

    >>> found = vf.existing(orders)
    >>> found.everybody.repeat.n, found.everybody.repeat.of
    (1, 3)
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Lost(Saving, insight.Lost):
    """Customers that have been silent for longer than their limit.

    `rows` has a row for each with a sentence, `months` when they bought for the last time, `kinds` which kinds of
    customers stand out; `as_object()` gives them in figures, `notes` what is to be said of them.

    >>> found = vf.lost(orders, lost_after=14)
    >>> found.rows["customer_id"].to_pylist(), found.judged
    (['Birch'], 2)
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Cohorts(Saving, insight.Cohorts):
    """Customers by the period in which they first bought.

    `rows` has a row for each cohort and period since; `survival` says how long customers stay, `second` how many buy
    again, `as_object()` both in figures; `notes` is what is to be said of them.

    >>> found = vf.cohorts(orders)
    >>> found.second.within[30].of, found.survival.customers
    (1, 0)
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Portfolio(Saving, insight.Portfolio):
    """Customers and sales by grade, now and as they are to be expected in twelve months.

    `rows` has a row for each grade, `ways` the transitions of a month with intervals, `trial` how the same chain did a
    year ago; `as_object()` gives them in figures, `notes` what is taken for granted.

    >>> found = vf.portfolio(orders, scheme="abc")
    >>> [(way.was, way.now, way.share.n) for way in found.ways if way.share.n]
    [('A', 'A', 1)]
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Potential(Saving, insight.Potential):
    """All known customers beside those like them.

    `rows` has a row for each with what is open and a sentence, `room` those with most open first, `missed` the categories
    that each never bought, `trial` how expectations of a year ago did; `as_object()` gives the figures, `notes` what is to
    be said of them.

    >>> found = vf.potential(orders)
    >>> found.rows["peers"].to_pylist(), found.trial is None
    ([None, None, None], True)
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Recommended(Saving, insight.Recommended):
    """Products that customers are likely to buy next.

    `rows` has a row for each customer and product, the likeliest first, with a sentence; `method` is how they were found, `trial`
    how often such came true; `as_object()` gives the figures, `notes` what is to be said of them.

    >>> import pyarrow as pa
    >>> lines = {"customer_id": ["A", "B"], "order_date": ["2026-01-01"] * 2, "amount": [5, 7], "product_id": ["ink", "pen"]}
    >>> found = vf.recommend(pa.table(lines))
    >>> found.rows.num_rows, [note.code for note in found.notes if note.warning]
    (0, ['no_products'])
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Segments(Saving, insight.Segments):
    """Customers in segments of those that buy alike.

    `rows` has a row for each customer with its segment, how clearly it belongs and by what it was laid; `profiles` are the
    segments, `drift` tells of the same a year ago; `as_object()` gives the figures, `notes` what is to be said of them.

    >>> found = vf.segments(orders)
    >>> found.profiles, "no_segments" in [note.code for note in found.notes]
    ((), True)
    """


@dataclass(frozen=True, repr=False, kw_only=True)
class Traits(Saving, insight.Traits):
    """What the best customers have in common and others have not.

    `held` are the traits that held on the half of the customers that they were not found on, `rules` say in a few lines
    who is like the best, `rows` has the customers of the grade below who are; `as_object()` gives all of it in figures,
    `notes` says how it was found and what was left out.

    >>> found = vf.traits(orders)
    >>> found.best, found.compared, found.held
    (1, 0, ())
    """


def cohorts(
    orders: Any = None,
    *,
    period: Literal["month", "quarter", "year"] = "month",
    lost_after: int | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> Cohorts:
    """Put customers together by when they first bought: how many came back, what they brought, how long they stay.

    `lost_after` is the silence in days that counts as loss; without it each customer's own rhythm says so. Facts are
    given as to `vf.grade`. Refused input raises `vf.Refusal`.

    >>> found = vf.cohorts(orders)
    >>> [(row["cohort"], row["period"], row["buyers"], str(row["revenue"])) for row in found.rows.to_pylist()][:3]
    [('2026-01', 0, 1, '500.00'), ('2026-01', 1, 0, '0.00'), ('2026-01', 2, 1, '300.00')]
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    found = insight.cohorts(asked.sources, asked.request, asked.options, period, lost_after)
    return remembering(Cohorts, found, asked)


def existing(
    orders: Any = None,
    *,
    window: int = insight.WINDOW,
    group: str | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> Existing:
    """Look at existing customers: who rises or falls against the same season, who is due, who buys again.

    `window` is the season in days, which is held against the same days a year ago; `group` is a column of the customers'
    file to tell groups apart by. Facts are given as to `vf.grade`. Refused input raises `vf.Refusal`.

    >>> [row["sentence"] for row in vf.existing(orders).rows.to_pylist()][:1]
    ['too few purchases to judge (2); the last 0 days ago']
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    found = insight.existing(asked.sources, asked.request, asked.options, window, group)
    return remembering(Existing, found, asked)


def lost(orders: Any = None, *, lost_after: int | None = None, as_of: date | str | None = None, **facts: Any) -> Lost:
    """Look at lost customers: who, when, of what kind, and the money that went with them.

    `lost_after` is the silence in days that counts as loss; without it each customer's own rhythm says so. Kinds are told
    apart by the columns of text of the customers' file. Facts are given as to `vf.grade`. Refused input raises
    `vf.Refusal`.

    >>> vf.lost(orders, lost_after=14).months[0].month
    '2026-02'
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    return remembering(Lost, insight.lost(asked.sources, asked.request, asked.options, lost_after), asked)


def portfolio(
    orders: Any = None,
    *,
    scheme: str | Scheme = "key_accounts",
    first: date | str | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> Portfolio:
    """Foresee how many customers have which grade in twelve months, and what they bring, from where they go now.

    Grades are taken as a chain: learned from the last twelve changes of month (from `first` on), it goes on for twelve
    more. Facts are given as to `vf.grade`. Refused input raises `vf.Refusal`.

    >>> found = vf.portfolio(orders, scheme="abc")
    >>> [(row["grade"], row["customers"], str(row["expected"])) for row in found.rows.to_pylist()]
    [('A', 1, '1.0'), ('B', 1, '1.0'), ('C', 1, '1.0')]
    """
    asked = question(orders, scheme=scheme, as_of=as_of, **facts)
    return remembering(Portfolio, insight.portfolio(asked.sources, asked.request, asked.options, day_of(first)), asked)


def traits(
    orders: Any = None,
    *,
    scheme: str | Scheme | None = None,
    metric: str | None = None,
    as_of: date | str | None = None,
    **facts: Any,
) -> Traits:
    """Find what the best customers have in common and others have not, and who among the others is like them.

    The best are the best grade of `scheme`, else the top fifth by `metric`, else by sales of the last 365 days. Facts are
    given as to `vf.grade`; what we did for customers is read from `costs` and `interactions`. Refused input raises
    `vf.Refusal`.

    >>> found = vf.traits(orders, metric="order_value")
    >>> found.best, found.customers
    (1, 3)
    """
    if scheme is not None and metric is not None:
        raise WrongUse(say("a metric and a scheme both say who is best."), remedy=say("Give one of them."))
    chosen = insight.by_metric(metric or insight.METRIC) if scheme is None else scheme
    asked = question(orders, scheme=chosen, as_of=as_of, **facts)
    return remembering(Traits, insight.traits(asked.sources, asked.request, asked.options), asked)


def potential(orders: Any = None, *, as_of: date | str | None = None, **facts: Any) -> Potential:
    """See what customers could spend by those like them, our share of their wallet, and what they do not buy yet.

    Customers are alike by the columns of the customers' file and by how often they bought. What is expected of them is
    read from its `expected_spend` (with `expected_said_on` and `expected_said_by`), wallets from `wallet`. Facts are given
    as to `vf.grade`. Refused input raises `vf.Refusal`.

    >>> [row["sentence"] for row in vf.potential(orders).rows.to_pylist()][:1]
    ['800.00 in the last 365 days; fewer than 20 customers alike']
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    return remembering(Potential, insight.potential(asked.sources, asked.request, asked.options), asked)


def segments(
    orders: Any = None, *, segments: int | None = None, as_of: date | str | None = None, **facts: Any
) -> Segments:
    """Find customers that buy alike, what each segment brings, and how it drifted in a year.

    `segments` is how many, 2 to 8; without it the figures say so. Facts are given as to `vf.grade`. Refused input raises
    `vf.Refusal`.

    >>> vf.segments(orders).rows.column_names[:4]
    ['customer_id', 'buying_segment', 'fit', 'sales']
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    return remembering(Segments, insight.segments(asked.sources, asked.request, asked.options, segments), asked)


def recommend(
    orders: Any = None, *, products: int | None = None, as_of: date | str | None = None, **facts: Any
) -> Recommended:
    """Say what each customer is likely to buy next, why, and how often that came true.

    `products` is how many for each, 1 to 20; three without it. Orders have to name products. Facts are given as to `vf.grade`.
    Refused input raises `vf.Refusal`.

    >>> vf.recommend(orders)
    Traceback (most recent call last):
    vitalfew.errors.Refusal: no column says which product was bought. Name it with --map product_id=COLUMN, or give order lines \
instead of whole orders.
    """
    asked = question(orders, scheme="abc", as_of=as_of, **facts)
    return remembering(Recommended, insight.recommend(asked.sources, asked.request, asked.options, products), asked)
