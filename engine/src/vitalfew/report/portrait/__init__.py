"""What a report is made of: the run asked for and, from the same facts, what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import Facts, missing
from vitalfew.history.result import History
from vitalfew.metrics import METRICS
from vitalfew.readers.reading import Options
from vitalfew.report.portrait.behind import Behind, behind
from vitalfew.report.portrait.beside import BRIEF, TAKEN, Beside, beside
from vitalfew.report.portrait.listed import Listed, listed, nobody
from vitalfew.report.portrait.movement import Movement
from vitalfew.report.portrait.over_time import OverTime, over_time
from vitalfew.report.portrait.past import Past, past
from vitalfew.run import Request, Result
from vitalfew.run.gather import Gathered, Sources, with_facts
from vitalfew.run.grading import facts_of, grade_gathered
from vitalfew.scheme import Scheme


@dataclass(frozen=True)
class Portrait:
    """One run with its surroundings.

    `people` has one row per customer in order of customer_id: grade, score, sales and profit of the window, classes of
    the ready-made schemes (see `beside.Beside`), `gain` (the sales, those below zero as zero: what shares are made of),
    and `was`, `score_was` of the run before.
    """

    result: Result
    at: date
    first_day: date
    digits: int
    beside: Beside
    past: Past
    people: pa.Table
    listed: Listed
    movement: Movement
    over_time: OverTime | None
    behind: Behind | None
    """None where nobody asks for it, or nobody has bought."""
    lacking: tuple[str, ...]
    """Metrics of the scheme and of the report that the facts cannot give."""

    @property
    def currency(self) -> str | None:
        """The currency of all amounts, where it is known."""
        named: str | None = self.result.manifest["parameters"]["currency"]
        return named

    def knows(self, *columns: str) -> bool:
        """Whether the facts give all of these columns of `people`."""
        return set(columns) <= set(self.people.column_names)


def portrait(sources: Sources, request: Request, options: Options) -> Portrait:
    """The portrait of facts wherever they lie. Refused as a run of the scheme would be."""
    return with_facts(sources, options, lambda gathered: portrait_of(gathered, request, options))


def portrait_of(
    gathered: Gathered,
    request: Request,
    options: Options,
    *,
    brief: bool = False,
    listing: bool = True,
    looks: bool = True,
    before: Result | None = None,
    known: History | None = None,
) -> Portrait:
    """The portrait of facts that are attached already.

    Without `listing` nobody is listed, without `looks` nothing is looked at behind the numbers.

    A brief one is what a summary needs: of the views beside the scheme only ABC and RFM, nobody listed, no months.
    `before` is an earlier run to look back on instead of the month before; `known` is a history at hand of the same
    facts and scheme: months that it holds are not graded again.
    """
    result = grade_gathered(gathered, request, options)
    facts = facts_of(gathered, request, options)
    around = beside(gathered.database, facts, request.scheme, BRIEF if brief else tuple(TAKEN))
    earlier = past(gathered, request, options, facts, around.window, before)
    people = earlier.with_grades(_people(result, around))
    months = None if brief else over_time(gathered, request, options, facts, people, known)
    return Portrait(
        result=result,
        at=facts.at,
        first_day=facts.first_day,
        digits=facts.digits,
        beside=around,
        past=earlier,
        people=people,
        listed=listed(gathered.database, facts, result, people) if listing and not brief else nobody(result, people),
        movement=Movement(earlier.result, result, _moved(people)),
        over_time=months,
        behind=behind(gathered.database, facts, request.scheme, people, months) if looks and not brief else None,
        lacking=_lacking(request.scheme, facts),
    )


def _moved(people: pa.Table) -> int:
    return 0 if "was" not in people.column_names else pc.sum(pc.not_equal(people["grade"], people["was"])).as_py() or 0


def _lacking(scheme: Scheme, facts: Facts) -> tuple[str, ...]:
    wanted = [*scheme.metrics.values(), METRICS["contribution"](), METRICS["service_cost"]()]
    return tuple(dict.fromkeys(metric.name for metric in wanted if missing(metric, facts) is not None))


def _people(result: Result, around: Beside) -> pa.Table:
    """The grades beside the classes; both stand in order of customer_id and hold the same customers."""
    sales = around.table["sales"]
    gain = pc.if_else(pc.greater(sales, 0), sales, pa.scalar(0, sales.type))
    table = around.table.append_column("gain", gain)
    for place, name in enumerate(("grade", "score"), start=1):
        table = table.add_column(place, name, result.graded[name])
    return table
