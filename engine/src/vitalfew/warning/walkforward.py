"""Facts → early warning proven on earlier month ends: each list by that day's facts alone, then what came after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, every_customer
from vitalfew.errors import Refusal
from vitalfew.insight.insight import Insight
from vitalfew.insight.rhythm import purchases
from vitalfew.languages import say
from vitalfew.proof.intervals import Estimate
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts, said
from vitalfew.warning.asked import Walk
from vitalfew.warning.gate import Verdict, verdict
from vitalfew.warning.lists import CHANGED, Month, month
from vitalfew.warning.measuring import Measured, measured
from vitalfew.warning.outcomes import month_end
from vitalfew.warning.proven import of_colours, of_lists, of_months, of_verdict

SCHEMA = pa.schema(
    {
        "as_of": pa.date32(),
        "method": pa.string(),
        "listed": pa.int64(),
        "came_true": pa.int64(),
        "false_alarms": pa.int64(),
        "precision": pa.float64(),
        "value_caught": pa.float64(),
        "lead_days": pa.float64(),
    }
)


@dataclass(frozen=True, kw_only=True)
class WalkForward(Insight):
    """How good early warning was at the last month ends, beside simpler lists of equal length.

    `rows` has a row for each month end and method (see `lists.METHODS`): `as_of, method, listed, came_true, false_alarms,
    precision, value_caught, lead_days`. `measured` has all months together with intervals; `customers` could be judged at
    one of them; `verdict` says whether changed points may replace ours, None where nothing was changed.
    """

    asked: Walk
    origins: tuple[date, ...]
    measured: Measured
    verdict: Verdict | None

    def as_object(self) -> dict[str, Any]:
        """The figures beside the rows."""
        found = self.measured
        return {
            **super().as_object(),
            "list": self.asked.length,
            "horizon_days": self.asked.horizon,
            "origins": [origin.isoformat() for origin in self.origins],
            "base_rate": found.base,
            "measures": [_told(*one) for one in _each(found.estimates)],
            "ahead": [_told(*one) for one in _each(found.ahead)],
            "colours": [{"colour": colour, **_ends(of)} for colour, of in found.colours.items()],
            "gate": None if self.verdict is None else {**asdict(self.verdict), "passed": self.verdict.passed},
        }


def _each(estimates: Any) -> Sequence[tuple[str, str, Estimate | None]]:
    return [(method, name, one) for method, of in estimates.items() for name, one in of.items()]


def _told(method: str, measure: str, of: Estimate | None) -> dict[str, Any]:
    return {"method": method, "measure": measure, **_ends(of)}


def _ends(of: Estimate | None) -> dict[str, float | None]:
    return {"value": None, "low": None, "high": None} if of is None else vars(of)


def walkforward(sources: Sources, request: Request, options: Options, asked: Walk) -> WalkForward:
    """Lists of the last month ends by what was known then, held against the days after.

    Refused: facts too short for a month end, or without a customer that could be judged.
    """
    return with_facts(sources, options, lambda gathered: _of_gathered(gathered, request, options, asked))


def _of_gathered(gathered: Gathered, request: Request, options: Options, asked: Walk) -> WalkForward:
    facts = all_facts(gathered, request, options)
    months = _months(gathered.database, facts, asked)
    found = measured(months)
    held = _verdict(months, found) if asked.points else None
    known = facts.known_on(facts.at)
    everybody = gathered.database.fetch(every_customer(known).order_by("customer_id"))["customer_id"]
    return WalkForward(
        rows=pa.Table.from_pylist([one.as_row(method) for one in months for method in one.lists], SCHEMA),
        as_of=facts.at,
        customers=found.customers,
        never=len(everybody) - gathered.database.count(purchases(known).select("customer_id").distinct()),
        asked=asked,
        origins=tuple(one.at for one in months),
        measured=found,
        verdict=held,
        notes=(
            *said(gathered),
            *gathered.looked_at(everybody),
            *of_months(len(months), asked),
            *of_lists(found, asked),
            *of_colours(found),
            *of_verdict(held, found),
        ),
        reports=gathered.reports,
        rejects=gathered.rejects,
    )


def _months(database: DuckDB, facts: Facts, asked: Walk) -> list[Month]:
    """The month ends at which somebody could be judged."""
    origins = asked.origins(facts.first_day, facts.at)
    found = [month(at, month_end(database, facts, at, asked.horizon), asked) for at in origins]
    judged = [one for one in found if one.rows.num_rows]
    if not judged:
        raise Refusal(
            say("no customer buys often enough to be judged within {days} days.", days=asked.horizon),
            remedy=say("Give a longer --horizon."),
        )
    return judged


def _verdict(months: Sequence[Month], found: Measured) -> Verdict:
    old, new = ([one.as_row(method)["precision"] for one in months] for method in ("points", CHANGED))
    leads = (found.estimates[method]["lead_days"] for method in ("points", CHANGED))
    return verdict(old, new, *(None if lead is None else lead.value for lead in leads))
