"""Customers known on a day: how each method ranks them by the facts up to it, and what they did in the days after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, metric_table, missing
from vitalfew.expressions import HAS_ORDERS
from vitalfew.foreseeing import with_foreseen
from vitalfew.languages import say
from vitalfew.metrics.profit import Contribution
from vitalfew.metrics.sales import Frequency, Monetary
from vitalfew.proof.asked import Trial
from vitalfew.proof.dated import dated
from vitalfew.proof.measures import Truth
from vitalfew.proof.rankings import UNKNOWN, Numbers, Ranking
from vitalfew.registry import Metric
from vitalfew.run import Request
from vitalfew.run.grading import judged, metrics_of, no_facts, refuse_too_long, refuse_ungradable
from vitalfew.scheme import Scheme, load

KEPT = ("customer_id", "grade", "score")

SEED = 5
"""The random list is the same for the same customers."""


@dataclass(frozen=True)
class Panel:
    """The customers with an order up to the day, in order of ids.

    `rows` has customer_id, grade and score, what the simple methods go by (`last_period`, `rfm`, `hiatus`, `random`), and after the
    day `revenue_after`, `orders_after` and, where costs are known, `profit_after`. `rankings` are by method.
    """

    at: date
    rows: pa.Table
    rankings: Mapping[str, Ranking]

    @cached_property
    def truth(self) -> Truth:
        """What the customers did after the day."""
        bought = pc.greater(self.rows["orders_after"], 0)
        return Truth(*(floats(column) for column in (self.rows["revenue_after"], bought)))


class Trials:
    """Panels of the same facts on different days."""

    def __init__(self, database: DuckDB, facts: Facts, scheme: Scheme, trial: Trial) -> None:
        self.database = database
        self.facts = facts
        self.scheme = scheme
        self.trial = trial
        self.plain = load("rfm")

    def panel(self, at: date) -> Panel:
        """The customers of a day. Refused: a day before all facts, a scheme that these facts cannot grade by."""
        known = (self.facts if self.trial.undated else dated(self.facts, at)).known_on(at)
        customers = self._graded(known)
        for rows in (self._simple(known), self._after(at, known)):
            customers = _beside(customers, rows)
        luck = np.random.default_rng(SEED).permutation(customers.num_rows)
        customers = customers.append_column("random", pa.array(luck))
        return Panel(at, customers, self._rankings(customers))

    def _graded(self, known: Facts) -> pa.Table:
        """The customers with an order, as a run of that day grades them."""
        metrics = self.scheme.metrics
        known, _ = with_foreseen(self.database, known, metrics)
        numbers = metrics_of(self.database, known, self.scheme)
        refuse_ungradable(self.scheme, numbers.column_names, lambda name: missing(metrics[name], known))
        rows, _ = judged(self.database, numbers, Request(self.scheme), known.at)
        buyers = rows.filter(rows[HAS_ORDERS]) if HAS_ORDERS in rows.column_names else rows
        if not buyers.num_rows:
            raise no_facts(known.at, say("Give a later day with --as-of."))
        return buyers.select(KEPT)

    def _simple(self, known: Facts) -> pa.Table:
        """What the simple methods go by: spend of the last days, as many as the horizon has; RFM; days of silence."""
        spend = {"last_period": Monetary(window=self.trial.horizon)}
        numbers = self._measured(known, {**self.plain.metrics, **spend})
        rows, _ = judged(self.database, numbers.drop_columns("last_period"), Request(self.plain), known.at)
        named = {"rfm": rows["score"].cast(pa.int64()), "hiatus": rows["recency_days"]}
        return pa.table({"customer_id": rows["customer_id"], "last_period": numbers["last_period"], **named})

    def _after(self, at: date, known: Facts) -> pa.Table:
        """What customers did in the horizon: the same metrics as of its last day, in a window as long."""
        days = self.trial.horizon
        asked: dict[str, Metric] = {"revenue_after": Monetary(window=days), "orders_after": Frequency(window=days)}
        if missing(Contribution(), known) is None:
            asked["profit_after"] = Contribution(window=days)
        return self._measured(self.facts.known_on(at + timedelta(days=days)), asked)

    def _measured(self, facts: Facts, metrics: Mapping[str, Metric]) -> pa.Table:
        rows = self.database.in_order(metric_table(facts, metrics), "customer_id")
        refuse_too_long(rows)
        return rows

    def _rankings(self, rows: pa.Table) -> dict[str, Ranking]:
        strengths = {
            "scheme": strength_of(rows, self.scheme),
            "last_period": floats(rows["last_period"]),
            "rfm": floats(rows["rfm"], UNKNOWN),
            "hiatus": -floats(rows["hiatus"], -UNKNOWN),
            "random": floats(rows["random"]),
        }
        return {method: Ranking.of(strength) for method, strength in strengths.items()}


def strength_of(rows: pa.Table, scheme: Scheme) -> Numbers:
    """The score; where a scheme gives none, the order of its grades. Who has neither stands behind all others."""
    if rows["score"].null_count < rows.num_rows:
        return floats(rows["score"], UNKNOWN)
    best_first = pa.array([str(label) for label in scheme.grade_labels()])
    return -floats(pc.index_in(rows["grade"].cast(pa.string()), value_set=best_first), -UNKNOWN)


def _beside(customers: pa.Table, rows: pa.Table) -> pa.Table:
    """The customers with further columns of the same ids."""
    places = pc.index_in(customers["customer_id"], value_set=rows["customer_id"].combine_chunks())
    for name in rows.column_names:
        if name not in ("customer_id", HAS_ORDERS):
            customers = customers.append_column(name, rows[name].take(places))
    return customers


def floats(column: pa.ChunkedArray, missing: float = 0.0) -> Numbers:
    """A column as floats: here, after exact sums, it stops being exact."""
    numbers: Numbers = column.cast(pa.float64()).fill_null(missing).to_numpy()
    return numbers
