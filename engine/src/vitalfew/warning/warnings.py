"""Facts → early warning: the customers that may be about to leave, each with its signals, points and figures."""

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
from vitalfew.insight.existing import State
from vitalfew.insight.insight import Insight, of_facts, refuse_nobody
from vitalfew.insight.remarks.people import of_day
from vitalfew.insight.remarks.stay import of_rule
from vitalfew.insight.season import WINDOW
from vitalfew.insight.standing import Standing, standing
from vitalfew.languages import writing_files
from vitalfew.readers.reading import Options
from vitalfew.run import Request
from vitalfew.run.gather import Sources
from vitalfew.warning.listing import LIST, listed, refuse_no_list, with_manager
from vitalfew.warning.remarks import of_alarms, of_lacking, of_points, of_too_few, sentences
from vitalfew.warning.scoring import COLOURS, scored, usable
from vitalfew.warning.signals import SIGNALS

COLUMNS = {
    "customer_id": "customer_id",
    "name": "name",
    "manager": "manager",
    "place": "place",
    "state": "state",
    "colour": "colour",
    "points": "points",
    **{signal.name: signal.name for signal in SIGNALS},
    "yearly": "yearly",
}
"""Column of the rows → the one of `scored`."""


@dataclass(frozen=True, kw_only=True)
class Warnings(Insight):
    """All customers that have bought, by the signals that they may be about to leave.

    `rows` has a row for each, in order of customer_id: `customer_id, name, manager` (where known), `place` (on the list
    of those to call, or of their manager's; missing for who is on none), `state` (see `insight.standing.STATES`), `colour` and `points`
    (0 to 5; missing for who is lost already), the points of each signal that the facts can give, `yearly` (money of the
    365 days up to the last purchase) and a `sentence` with the figures of each signal that gave points.
    """

    length: int
    colours: Mapping[str, State]
    signals: Mapping[str, int]
    """Signal → how many watched customers it gave points; without those that the facts cannot give."""

    figures: pa.Table
    """The list with all that its sentences speak of, most points first, then most value."""

    @property
    def alarms(self) -> pa.Table:
        """The rows of the list, in its order."""
        return _called(self.rows)

    def spoken(self) -> list[str]:
        """The sentences of the list in the current language."""
        given: list[str] = sentences(self.figures, [one for one in SIGNALS if one.name in self.signals]).to_pylist()
        return given

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        return {
            **super().as_object(),
            "list": self.length,
            "alarms": self.alarms.num_rows,
            "colours": {name: asdict(state) for name, state in self.colours.items()},
            "signals": dict(self.signals),
            "points": {signal.name: signal.most for signal in SIGNALS},
        }


def warnings(
    sources: Sources, request: Request, options: Options, length: int = LIST, manager: str | None = None
) -> Warnings:
    """Who may be about to leave, by the facts up to the as-of day.

    `length` is how many customers stand on the list, of each manager where a column of the customers' file names one.
    Refused: facts without a valid order up to the day, a column that is not there.
    """
    refuse_no_list(length)

    def look(database: DuckDB, facts: Facts) -> Warnings:
        return warnings_of(database, facts, standing(database, facts, WINDOW), length, manager)

    return of_facts(sources, request, options, look)


def warnings_of(
    database: DuckDB, facts: Facts, seen: Standing, length: int = LIST, manager: str | None = None
) -> Warnings:
    """The same of facts that are attached already and where their customers stand. Refused as `warnings` refuses."""
    everybody = with_manager(scored(database, facts, seen), facts, manager)
    bought = everybody.filter(everybody.purchases.notnull())
    found = database.row(bought.aggregate(n=bought.count(), last=bought["last"].max(), few=_too_few(bought)))
    refuse_nobody(found["n"], facts.at)
    everything = database.fetch(listed(bought, length).order_by("customer_id"))
    rows, colours = _rows(facts, everything), _colours(database, bought)
    signals = {signal.name: _with_points(rows, signal.name) for signal in usable(facts)}
    alarms = _called(everything)
    pointed = sum(state.customers for name, state in colours.items() if name != "green")
    return Warnings(
        rows=rows,
        as_of=facts.at,
        customers=found["n"],
        never=database.count(everybody) - found["n"],
        length=length,
        colours=colours,
        signals=signals,
        figures=alarms,
        notes=(
            *of_alarms(alarms.num_rows, pc.sum(alarms["yearly"]).as_py() or Decimal(0), pointed, length),
            *of_too_few(found["few"] or 0),
            *of_points(signals),
            *of_lacking(facts),
            *of_rule(seen.limits, 0),
            *of_day(found["last"], facts.at),
        ),
    )


def _too_few(bought: ir.Table) -> Any:
    return (bought.watched & ~bought.own).sum().cast("int64")


def _colours(database: DuckDB, rows: ir.Table) -> dict[str, State]:
    sums = rows.group_by("colour").aggregate(n=rows.count(), yearly=rows.yearly.sum())
    found = {row["colour"]: State(row["n"], row["yearly"]) for row in database.fetch(sums).to_pylist()}
    return {name: found.get(name, State(0, Decimal(0))) for name in COLOURS}


def _with_points(rows: pa.Table, signal: str) -> int:
    return int(pc.sum(pc.and_(pc.is_valid(rows["points"]), pc.greater(rows[signal], 0))).as_py() or 0)


def _called(rows: pa.Table) -> pa.Table:
    """Those with a place, most points first, then most value."""
    order = [("points", "descending"), ("yearly", "descending"), ("customer_id", "ascending")]
    return rows.filter(pc.is_valid(rows["place"])).sort_by(order)


def _rows(facts: Facts, found: pa.Table) -> pa.Table:
    told = found.select([column for column in COLUMNS.values() if column in found.column_names])
    with writing_files():
        return told.append_column("sentence", sentences(found, usable(facts)))
