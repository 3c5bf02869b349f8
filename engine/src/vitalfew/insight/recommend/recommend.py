"""Facts → what each customer is likely to buy next, with the reason, by the method that did best before."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import Refusal, WrongUse
from vitalfew.insight.insight import Insight, bought_and_never, read_from, refuse_nobody
from vitalfew.insight.recommend.baskets import Baskets, baskets
from vitalfew.insight.recommend.remarks import of_choice, of_range, of_trial, sentences
from vitalfew.insight.recommend.scoring import CHUNK, METHODS, NOTHING, best_of, reasons, scorers, together
from vitalfew.insight.recommend.trial import AHEAD, Trial, trial
from vitalfew.insight.remarks.people import of_never
from vitalfew.languages import say, writing_files
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts

COUNT, MOST = 3, 20
"""Products for each customer, unless told otherwise, and at most."""


@dataclass(frozen=True, kw_only=True)
class Recommended(Insight):
    """Products that customers are likely to buy next.

    `rows` has a row for each customer and product, by customer_id, the likeliest first: `customer_id, place` (from 1),
    `product_id, worth` (what half of its buyers do not exceed in a year), `because` (the product of the customer that speaks
    most for it, missing where none does), `both` of `buyers` (how many of those who bought that one bought it too), `popular`
    (how many bought it) and a `sentence`. `method` had most hits in `choice`, the trial of 90 days earlier; `trial` says how it did in the 90 days since.
    """

    method: str
    products: int
    choice: Trial | None
    trial: Trial | None

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        return {
            **super().as_object(),
            "method": self.method,
            "products": self.products,
            "choice": None if self.choice is None else _told(self.choice),
            "trial": None if self.trial is None else _told(self.trial),
        }


def _told(tried: Trial) -> dict[str, Any]:
    return {**asdict(tried), "then": tried.then.isoformat(), "now": tried.now.isoformat()}


def recommend(sources: Sources, request: Request, options: Options, count: int | None = None) -> Recommended:
    """The products that each customer is likely to buy next.

    Refused: a number of products that is not from 1 to 20, facts without products or without a valid order.
    """
    many = COUNT if count is None else count
    if not 1 <= many <= MOST:
        raise WrongUse(
            say("between 1 and {most} products are named for a customer.", most=MOST),
            where="--products",
            remedy=say("Three are read; twenty are a catalogue."),
        )

    def found(gathered: Gathered) -> Recommended:
        facts = all_facts(gathered, request, options)
        if not facts.has("orders", ("product_id",)):
            raise Refusal(
                say("no column says which product was bought."),
                remedy=say("Name it with --map product_id=COLUMN, or give order lines instead of whole orders."),
            )
        seen = _of_facts(gathered.database, facts, many)
        return read_from(gathered, seen.rows["customer_id"], seen)

    return with_facts(sources, options, found)


def _of_facts(database: DuckDB, facts: Facts, count: int) -> Recommended:
    """The method that did best up to a horizon ago, tried on the horizon since, and used on all that is known."""
    now = facts.known_on(facts.at)
    bought, never = bought_and_never(database, now)
    refuse_nobody(bought, facts.at)
    today, one, two = (
        baskets(database, facts.known_on(facts.at - timedelta(days=AHEAD * ago)))
        if ago == 0 or _known(facts, ago)
        else None
        for ago in range(3)
    )
    assert today is not None
    then = facts.at - timedelta(days=AHEAD)
    choice = None if one is None or two is None else trial(two, then - timedelta(days=AHEAD), one, then, count)
    tried = None if one is None else trial(one, then, today, facts.at, count)
    method = METHODS[0] if choice is None else choice.best
    rows = _rows(today, method, count)
    with writing_files():
        rows = rows.append_column("sentence", sentences(rows))
    return Recommended(
        rows=rows,
        as_of=facts.at,
        customers=bought,
        never=never,
        method=method,
        products=len(today.products),
        choice=choice,
        trial=tried,
        notes=(
            *of_range(today, rows),
            *of_choice(method, choice),
            *of_trial(method, tried, count),
            *of_never(never),
        ),
    )


def _known(facts: Facts, ago: int) -> bool:
    """Whether the facts hold a horizon before that many horizons ago."""
    return facts.first_day <= facts.at - timedelta(days=AHEAD * (ago + 1))


def _rows(today: Baskets, method: str, count: int) -> pa.Table:
    named = best_of(today, scorers(today.bought)[method], count)
    pairs = together(today.bought)
    who, place = np.nonzero(named != NOTHING)
    product = named[who, place]
    because = _because(today, pairs.chance(), named)[who, place]
    known = because != NOTHING
    names = pa.array(today.products, pa.string())
    both = pairs.both[np.maximum(because, 0), product].astype(np.int64) if len(who) else np.zeros(0, np.int64)
    buyers = pairs.each[np.maximum(because, 0)].astype(np.int64) if len(who) else np.zeros(0, np.int64)
    return pa.table(
        {
            "customer_id": today.customers.take(pa.array(who)),
            "place": pa.array(place + 1),
            "product_id": names.take(pa.array(product)),
            "worth": today.worth.take(pa.array(product)),
            "because": names.take(pa.array(because, mask=~known)),
            "both": pa.array(both, mask=~known),
            "buyers": pa.array(buyers, mask=~known),
            "popular": pa.array(pairs.each[product].astype(np.int64)),
        }
    )


def _because(today: Baskets, chance: Any, named: Any) -> Any:
    """The product of each customer that speaks most for each of its products, whatever method named them."""
    parts = [np.zeros((0, named.shape[1]), np.int64)]
    for begin in range(0, len(named) if today.products else 0, CHUNK):
        strongest = reasons(today.bought[begin : begin + CHUNK], chance)
        parts.append(np.take_along_axis(strongest, np.maximum(named[begin : begin + CHUNK], 0), axis=1))
    return np.concatenate(parts) if today.products else named
