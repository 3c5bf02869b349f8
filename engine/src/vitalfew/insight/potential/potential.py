"""Facts → potential: what customers like it spend, our share of the wallet, white space, and how expectations did."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.expressions import window_start
from vitalfew.insight.insight import Insight, read_from, refuse_nobody
from vitalfew.insight.potential.known import Known, known
from vitalfew.insight.potential.open_money import rows_of
from vitalfew.insight.potential.peers import FEWEST, Peers, peers, strongest
from vitalfew.insight.potential.remarks import of_open, of_peers, of_trial, of_white_space, sentences
from vitalfew.insight.potential.trial import Trial, trial
from vitalfew.insight.potential.white_space import white_space
from vitalfew.insight.remarks.people import of_day
from vitalfew.insight.traits.values import Sorted
from vitalfew.languages import writing_files
from vitalfew.metrics.windows import YEAR
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts


@dataclass(frozen=True, kw_only=True)
class Potential(Insight):
    """All known customers beside those like them.

    `rows` has a row for each, in order of customer_id: `customer_id, name` (where names are known), `sales` (net, of the
    last 365 days), `peers` (how many others are `alike`, and in what), `typical, potential` (what half of them, and three
    in four, do not exceed; missing with fewer than 20), `wallet` (of the wallet table), `basis` (`wallet` where it says
    more than zero, else `peers`), `share` (sales ÷ basis) and `gap` (what is left of it, never below zero), `expected,
    said_on, said_by` (what a person expects), `missed, white_space` (categories that it never bought, and what they would be
    worth; where there are categories) and a `sentence`. `missed` has a row for each customer and such category.
    """

    features: tuple[str, ...]
    missed: pa.Table | None
    trial: Trial | None

    @property
    def room(self) -> pa.Table:
        """The rows with something open, most first."""
        there = self.rows.filter(pc.fill_null(pc.greater(self.rows["gap"], 0), False))
        return there.sort_by([("gap", "descending"), ("customer_id", "ascending")])

    def spoken(self, rows: pa.Table) -> list[str]:
        """The sentences of some of the rows in the current language."""
        told: list[str] = sentences(rows, self.missed).to_pylist()
        return told

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        return {
            **super().as_object(),
            "alike_by": list(self.features),
            "fewest_peers": FEWEST,
            "judged": self.rows.num_rows - self.rows["peers"].null_count,
            "gap": pc.sum(self.rows["gap"]).as_py() or Decimal(0),
            "white_space": [] if self.missed is None else self.missed.to_pylist(),
            "trial": None if self.trial is None else _told(self.trial),
        }


def _told(trial: Trial) -> dict[str, Any]:
    return {**asdict(trial), "then": trial.then.isoformat(), "now": trial.now.isoformat()}


def potential(sources: Sources, request: Request, options: Options) -> Potential:
    """What each customer could spend, with the trial on the year that is over. Refused: facts without a valid order."""

    def found(gathered: Gathered) -> Potential:
        facts = all_facts(gathered, request, options)
        seen = potential_of(gathered.database, facts.known_on(facts.at), before=_before(gathered.database, facts))
        return read_from(gathered, seen.rows["customer_id"], seen)

    return with_facts(sources, options, found)


def _before(database: DuckDB, facts: Facts) -> Known | None:
    """Customers as they were known a year ago; None where the facts do not hold the year before."""
    then = facts.at - timedelta(days=YEAR)
    return known(database, facts.known_on(then)) if facts.first_day <= window_start(then, YEAR) else None


def potential_of(database: DuckDB, facts: Facts, before: Known | None = None) -> Potential:
    """The same of facts that are cut off at their day; tried where customers as of a year before are given."""
    customers = known(database, facts)
    refuse_nobody(int(customers.bought.sum()), facts.at)
    chosen, alike = _alike(customers)
    missed = white_space(database, facts, customers, alike)
    rows = rows_of(customers, alike, missed)
    tried = None if before is None else trial(before, _alike(before)[1], customers)
    with writing_files():
        rows = rows.append_column("sentence", sentences(rows, missed))
    return Potential(
        rows=rows,
        as_of=facts.at,
        customers=int(customers.bought.sum()),
        never=int((~customers.bought).sum()),
        features=tuple(one.attribute.name for one in chosen),
        missed=missed,
        trial=tried,
        notes=(
            *of_open(rows),
            *of_peers(customers, alike, chosen, rows),
            *of_white_space(missed, has_categories=facts.has("orders", ("category",))),
            *of_trial(tried, attributes=any(one in chosen for one in customers.features)),
            *of_day(pc.max(customers.rows["last"]).as_py(), facts.at),
        ),
    )


def _alike(customers: Known) -> tuple[tuple[Sorted, ...], Peers]:
    """By what customers are compared, and their peers: how often they bought comes first, then what tells most of sales.

    Who has no whole year behind it, or brought nothing in the last, is compared by the customers' file alone.
    """
    pool, sales = customers.settled, customers.sales
    often, years = customers.history
    chosen = (often, *strongest((years, *customers.features), pool, sales))
    by_file = strongest(customers.features, pool, sales)
    return chosen, peers(((pool, chosen), (~pool, by_file)), pool, sales)
