"""Facts → existing customers: who rises and falls against the same season, who is due, who buys again (U16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts
from vitalfew.errors import WrongUse
from vitalfew.insight.groups import Group, groups
from vitalfew.insight.insight import Insight, of_facts, refuse_nobody
from vitalfew.insight.remarks.existing import of_buying_again, of_due, of_season, sentences
from vitalfew.insight.remarks.people import of_day, of_never
from vitalfew.insight.remarks.stay import of_second
from vitalfew.insight.season import WINDOW, Trend, trend, trends
from vitalfew.insight.second import Second, second_purchase
from vitalfew.insight.standing import STATES, Standing, standing
from vitalfew.languages import say, writing_files
from vitalfew.metrics.windows import YEAR
from vitalfew.readers.reading import Options
from vitalfew.run import Request
from vitalfew.run.gather import Sources

COLUMNS = {
    "customer_id": "customer_id",
    "name": "name",
    "state": "state",
    "last_purchase": "last",
    "purchases": "purchases",
    "usual": "usual",
    "at_most": "at_most",
    "silent": "silent",
    "due_in": "due_in",
    "recent": "recent",
    "season": "season",
    "trend": "trend",
    "yearly": "yearly",
}
"""Column of the rows → the one of `Standing`."""


@dataclass(frozen=True)
class State:
    """So many customers of a state, and what they brought in the 365 days up to their last purchase."""

    customers: int
    yearly: Decimal


@dataclass(frozen=True, kw_only=True)
class Existing(Insight):
    """All known customers by their own rhythm and season.

    `rows` has a row for each, in order of customer_id: `customer_id, name` (where names are known), `state` (see
    `standing.STATES`), `last_purchase, purchases` (days with a valid order), `usual, at_most` (median gap in days, and
    the one that nine of ten do not exceed), `silent, due_in` (days since the last purchase, and until the next is to be
    expected), `recent, season, trend` (money of the last `window` days, of the same days a year ago, and what follows),
    `yearly` (money of the 365 days up to the last purchase) and a `sentence` in the language of files.
    """

    window: int
    states: Mapping[str, State]
    due: State
    trends: Mapping[str, Trend]
    second: Second
    everybody: Group
    attribute: str | None
    groups: tuple[Group, ...]

    @property
    def waiting(self) -> pa.Table:
        """The rows of customers whose next purchase is overdue and who are not lost, by the money of their last year."""
        late = pc.and_(pc.less(self.rows["due_in"], 0), pc.not_equal(self.rows["state"], "lost"))
        return self.rows.filter(late).sort_by([("yearly", "descending"), ("customer_id", "ascending")])

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        return {
            **super().as_object(),
            "window": self.window,
            "states": {name: asdict(state) for name, state in self.states.items()},
            "due": asdict(self.due),
            "trends": {name: asdict(trend) for name, trend in self.trends.items()},
            "all": asdict(self.everybody),
            "group": self.attribute,
            "groups": [asdict(group) for group in self.groups],
        }


def existing(
    sources: Sources, request: Request, options: Options, window: int = WINDOW, group: str | None = None
) -> Existing:
    """Where all customers stand by their own rhythm, against the same season a year ago, and how many buy again.

    `window` is the season in days, at most a year; `group` an attribute of the customers' file. Refused: facts without a
    valid order up to the as-of day, an attribute that is not there.
    """
    if not 1 <= window <= YEAR:
        raise WrongUse(
            say("a season has between 1 and {days} days.", days=YEAR), where="--window", remedy=say("Write 90.")
        )
    return of_facts(
        sources,
        request,
        options,
        lambda database, facts: existing_of(database, facts, standing(database, facts, window), group),
    )


def existing_of(database: DuckDB, facts: Facts, seen: Standing, group: str | None = None) -> Existing:
    """The same of facts that are attached already and where their customers stand. Refused as `existing` refuses."""
    rows = database.keep("existing", seen.customers.mutate(trend=trend(seen.customers)))
    states = _states(database, rows)
    bought = sum(state.customers for name, state in states.items() if name != "never")
    refuse_nobody(bought, facts.at)
    due = _due(database, rows)
    rising = trends(database, rows)
    second = second_purchase(database, rows.filter(rows.purchases.notnull()))
    (everybody,) = groups(database, facts, rows, None)
    return Existing(
        rows=_rows(database, rows),
        as_of=facts.at,
        customers=bought,
        never=states["never"].customers,
        window=seen.window,
        states=states,
        due=due,
        trends=rising,
        second=second,
        everybody=everybody,
        attribute=group,
        groups=() if group is None else groups(database, facts, rows, group),
        notes=(
            *of_due(due.customers, due.yearly, states["dormant"].customers, states["dormant"].yearly),
            *of_season(rising, seen.window, has_season=seen.has_season),
            *of_buying_again(everybody),
            *of_second(second),
            *of_never(states["never"].customers),
            *of_day(database.row(rows.aggregate(last=rows["last"].max()))["last"], facts.at),
        ),
    )


def _rows(database: DuckDB, rows: ir.Table) -> pa.Table:
    known = {name: rows[column] for name, column in COLUMNS.items() if column in rows.columns}
    found = database.fetch(rows.select(**known).order_by("customer_id"))
    with writing_files():
        return found.append_column("sentence", sentences(found))


def _states(database: DuckDB, rows: ir.Table) -> dict[str, State]:
    sums = rows.group_by("state").aggregate(n=rows.count(), yearly=rows.yearly.sum().fill_null(0))
    found = {row["state"]: State(row["n"], row["yearly"]) for row in database.fetch(sums).to_pylist()}
    return {name: found.get(name, State(0, Decimal(0))) for name in STATES}


def _due(database: DuckDB, rows: ir.Table) -> State:
    """Customers whose next purchase was to be expected by now, and who are not silent for much longer than usual."""
    due = rows.filter((rows.due_in <= 0) & rows.state.isin(["active", "fading"]))
    found = database.row(due.aggregate(n=due.count(), yearly=due.yearly.sum().fill_null(0)))
    return State(found["n"], found["yearly"])
