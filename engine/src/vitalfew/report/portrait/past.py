"""What was before: the grades at the end of the month before, and the sales of the window before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.compile import Facts, available, metric_table
from vitalfew.errors import Refusal
from vitalfew.metrics import METRICS
from vitalfew.readers.reading import Options
from vitalfew.run import Request, Result
from vitalfew.run.gather import Gathered
from vitalfew.run.grading import facts_of, grade_gathered

COMPARED = {"sales": "monetary", "contribution": "contribution"}


@dataclass(frozen=True)
class Past:
    """The grades before, and the totals of the window before.

    Of a run that is looked back on by a guard only the grades are known: `day` and `result` are None there. `result`
    is None also where the facts do not reach back. `totals` are empty where the facts do not span both windows.
    """

    day: date | None
    grades: pa.Table | None
    """customer_id, was, score_was."""
    result: Result | None
    totals: dict[str, Decimal]

    def with_grades(self, people: pa.Table) -> pa.Table:
        """The customers with `was` and `score_was`, where grades before are known."""
        if self.grades is None:
            return people
        places = pc.index_in(people["customer_id"], self.grades["customer_id"])
        for name in ("was", "score_was"):
            people = people.append_column(name, self.grades[name].take(places))
        return people


def past(
    gathered: Gathered,
    request: Request,
    options: Options,
    facts: Facts,
    window: int | None,
    before: Result | None = None,
) -> Past:
    """The past of a run: the run before where one was given, else the same scheme a month end earlier."""
    totals = _totals(gathered, request, options, facts, window)
    if before is not None:
        day = before.manifest.get("as_of")
        return Past(day and date.fromisoformat(day), _grades(before), before, totals)
    if request.previous is not None:
        return Past(None, _given(request.previous.grades), None, totals)
    day = month_end_before(facts.at)
    reaches = facts.first_day <= day and request.scheme.grade is not None
    earlier = _earlier(gathered, replace(request, as_of=day), options) if reaches else None
    return Past(day, None if earlier is None else _grades(earlier), earlier, totals)


def month_end_before(day: date) -> date:
    """The last day of the month before.

    >>> from datetime import date
    >>> from vitalfew.report.portrait.past import month_end_before
    >>> month_end_before(date(2026, 3, 31))
    datetime.date(2026, 2, 28)
    """
    return day.replace(day=1) - timedelta(days=1)


def _earlier(gathered: Gathered, request: Request, options: Options) -> Result | None:
    """The run of that day; None where the facts of then are too few to be graded by this scheme."""
    try:
        return grade_gathered(gathered, request, options)
    except Refusal:
        return None


def _grades(earlier: Result) -> pa.Table:
    return earlier.graded.select(["customer_id", "grade", "score"]).rename_columns(["customer_id", "was", "score_was"])


def _given(grades: pa.Table) -> pa.Table:
    scores = pa.nulls(grades.num_rows, pa.decimal128(38, 2))
    return pa.table({"customer_id": grades["customer_id"], "was": grades["previous_grade"], "score_was": scores})


def _totals(
    gathered: Gathered, request: Request, options: Options, facts: Facts, window: int | None
) -> dict[str, Decimal]:
    """Sums over all customers of the window before; none where the facts do not reach over it."""
    if window is None or facts.first_day > facts.at - timedelta(days=2 * window - 1):
        return {}
    earlier = facts_of(gathered, replace(request, as_of=facts.at - timedelta(days=window)), options)
    metrics = {name: METRICS[metric].model_validate({"window": f"{window}d"}) for name, metric in COMPARED.items()}
    usable = available(metrics, earlier)
    rows = gathered.database.fetch(metric_table(earlier, usable).select(*usable))
    return {name: pc.sum(rows[name]).as_py() or Decimal(0) for name in usable}
