"""Facts → segments: customers that buy alike, what each segment brings, and how it has drifted in a year."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, every_customer
from vitalfew.errors import WrongUse
from vitalfew.expressions import window_start
from vitalfew.insight.insight import Insight, read_from, refuse_nobody
from vitalfew.insight.remarks.people import of_day, of_never
from vitalfew.insight.segments.behaviour import Behaviour, behaviour, scale_of
from vitalfew.insight.segments.clusters import FEWEST, MOST, Clusters, Places, clusters, fit_of, nearest
from vitalfew.insight.segments.drift import Drift, drift
from vitalfew.insight.segments.naming import names_of, told_apart
from vitalfew.insight.segments.profile import Profile, profiles
from vitalfew.insight.segments.remarks import of_drift, of_segments, of_structure
from vitalfew.languages import say
from vitalfew.metrics.windows import YEAR
from vitalfew.proof.panel import floats
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts

DIGITS = 4
"""Digits of how clearly a customer belongs."""


@dataclass(frozen=True, kw_only=True)
class Segments(Insight):
    """Customers with a valid order in segments of those that buy alike.

    `rows` has a row for each, in order of customer_id: `customer_id, name` (where known), `buying_segment`, `fit` (how clearly it
    belongs, from 0 to 1), `was` (its segment a year ago, where the facts hold that), `sales` (net, of the last 365 days) and
    what segments are laid by: `silence` (days since the last purchase), `purchases` (of the last 365 days), `spend` (money a
    purchase), `known` (days since the first one) and, where lines say so, `categories` and `promotion` (share of lines, both
    of the last 365 days). `profiles` are the segments, the one with most sales first; empty where none could be formed.
    """

    profiles: tuple[Profile, ...]
    silhouette: float | None
    tried: tuple[tuple[int, float], ...]
    drift: Drift | None

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        return {
            **super().as_object(),
            "silhouette": self.silhouette,
            "tried": [{"segments": count, "silhouette": value} for count, value in self.tried],
            "segments": [asdict(one) for one in self.profiles],
            "drift": None if self.drift is None else _told(self.drift),
        }


def _told(drift: Drift) -> dict[str, Any]:
    return {
        "then": drift.then.isoformat(),
        "stayed": asdict(drift.stayed),
        "stability": drift.stability,
        "shift": drift.shift,
        "agreement": drift.agreement,
    }


def segments(sources: Sources, request: Request, options: Options, count: int | None = None) -> Segments:
    """The segments of all customers, with how they have drifted in a year.

    Refused: a number of segments that is not from 2 to 8, facts without a valid order.
    """
    if count is not None and not FEWEST <= count <= MOST:
        raise WrongUse(
            say("there are between {few} and {most} segments.", few=FEWEST, most=MOST),
            where="--segments",
            remedy=say("Leave it out, and the figures say how many."),
        )

    def found(gathered: Gathered) -> Segments:
        facts = all_facts(gathered, request, options)
        then = facts.at - timedelta(days=YEAR)
        before = (
            behaviour(gathered.database, facts.known_on(then)) if facts.first_day <= window_start(then, YEAR) else None
        )
        seen = segments_of(gathered.database, facts.known_on(facts.at), count, before)
        return read_from(gathered, seen.rows["customer_id"], seen)

    return with_facts(sources, options, found)


def segments_of(database: DuckDB, facts: Facts, count: int | None = None, before: Behaviour | None = None) -> Segments:
    """The same of facts that are cut off at their day; with drift where customers as of a year before are given."""
    customers = behaviour(database, facts)
    refuse_nobody(customers.rows.num_rows, facts.at)
    scale = scale_of(customers)
    points = scale.of(customers)
    named = partial(told_apart, features=scale.features)
    formed, tried = clusters(points, count, named) if scale.features else (None, ())
    found = None if formed is None else _ordered(formed, points, customers)
    places = None if found is None else nearest(points, found.middles)
    names = () if found is None else names_of(found.middles, scale.features)
    moved = None
    if found is not None and places is not None and before is not None:
        moved = drift(before, facts.at - timedelta(days=YEAR), customers, places, found)
    told = () if places is None else profiles(customers, places, names)
    never = database.count(every_customer(facts)) - customers.rows.num_rows
    return Segments(
        rows=_rows(customers, places, names, None if found is None else fit_of(points, found.middles), moved),
        as_of=facts.at,
        customers=customers.rows.num_rows,
        never=never,
        profiles=told,
        silhouette=None if found is None else found.silhouette,
        tried=tried,
        drift=moved,
        notes=(
            *of_structure(found, tried, scale.features, customers.rows.num_rows),
            *of_segments(told),
            *of_drift(moved, facts.first_day, formed=found is not None),
            *of_never(never),
            *of_day(pc.max(customers.rows["last"]).as_py(), facts.at),
        ),
    )


def _ordered(formed: Clusters, points: Any, customers: Behaviour) -> Clusters:
    """The same groups, the one with most sales first; of equal sales the larger."""
    places = nearest(points, formed.middles)
    count = len(formed.middles)
    sales = np.bincount(places, floats(customers.rows["sales"]), minlength=count)
    order = np.lexsort((-np.bincount(places, minlength=count), -sales))
    return Clusters(formed.middles[order], formed.silhouette)


def _rows(
    customers: Behaviour, places: Places | None, names: tuple[str, ...], fit: Any, moved: Drift | None
) -> pa.Table:
    known = customers.rows.drop_columns(["last"])
    lead = [name for name in ("customer_id", "name") if name in known.column_names]
    words = pa.array(names, pa.string())
    size = known.num_rows
    segment = pa.nulls(size, pa.string()) if places is None else words.take(pa.array(places))
    clear = pa.nulls(size, pa.float64()) if fit is None else pa.array(np.round(fit, DIGITS))
    was = {} if moved is None else {"was": words.take(moved.was)}
    rest = {name: known[name] for name in ("sales", *customers.features)}
    return pa.table({**{name: known[name] for name in lead}, "buying_segment": segment, "fit": clear, **was, **rest})
