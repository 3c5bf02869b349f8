"""Facts → where customers go: from which grade to which in a month, and the portfolio to expect in twelve (M48, M160)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, dated_sales
from vitalfew.expressions import day, window_start
from vitalfew.history import Days, History, followed, refuse_gradeless
from vitalfew.insight import calendar
from vitalfew.insight.chain import FEWEST, MONTHS, NOWHERE, Learned, Steps, foretold
from vitalfew.insight.estimates import Expected, Share, expected, share
from vitalfew.insight.insight import Insight, bought_and_never
from vitalfew.insight.month_ends import Grades, places_of, refuse_too_short, stands
from vitalfew.insight.portfolio_rows import rows_of
from vitalfew.insight.remarks.portfolio import of_arrivals, of_chain, of_few, of_trial, of_unpriced
from vitalfew.insight.trial import Trial, trial
from vitalfew.metrics.windows import YEAR
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import facts_of

LOOKED_BACK = 2 * MONTHS + 1
"""Month ends that are looked at: those learned from, and a year before them to try the chain on."""


@dataclass(frozen=True)
class Way:
    """Of the months that customers began in the grade `was`, the share that ended in `now`; None is no grade."""

    was: str | None
    now: str | None
    share: Share


@dataclass(frozen=True, kw_only=True)
class Portfolio(Insight):
    """Customers and sales by grade, now and as they are to be expected in twelve months.

    `rows` has a row for each grade, best first: `grade` (missing: without one), `customers`, `sales` (net, of the last
    365 days), `expected, low, high` (customers in twelve months with a 95 % interval), `expected_sales, sales_low,
    sales_high` (of a year, as seen from then; missing for a grade that nobody has now). `ways` is the transition matrix
    of a month, `seen` how many different customers began a month in each grade, `total` the expected sales of all,
    `trial` the same chain tried on the year that is over, where the facts reach back.
    """

    scheme: str
    learned: Learned
    ways: tuple[Way, ...]
    seen: tuple[int, ...]
    sales: Decimal
    total: Expected
    trial: Trial | None

    def as_object(self) -> dict[str, Any]:
        """The chain, what is expected of it and how it did a year ago, in figures."""
        return {
            **super().as_object(),
            "scheme": self.scheme,
            "learned": asdict(self.learned),
            "transitions": [{"from": way.was, "to": way.now, **asdict(way.share)} for way in self.ways],
            "seen": [{"grade": row, "customers": n} for row, n in zip(self.grades, self.seen, strict=True)],
            "in_months": MONTHS,
            "grades": self.rows.to_pylist(),
            "sales": self.sales,
            "expected_sales": asdict(self.total),
            "trial": self.trial and asdict(self.trial),
        }

    @property
    def grades(self) -> list[str | None]:
        """The grades in order of the rows."""
        found: list[str | None] = self.rows["grade"].to_pylist()
        return found


def portfolio(sources: Sources, request: Request, options: Options, first: date | None = None) -> Portfolio:
    """Where the customers of a scheme's grades are to be expected in twelve months.

    Learned from the last twelve changes of month, from `first` on where it is given; a year before them tries the
    chain. Refused: a scheme without a grade, facts that hold fewer than two month ends.
    """
    refuse_gradeless(request.scheme)

    def found(gathered: Gathered) -> Portfolio:
        facts = facts_of(gathered, request, options)
        begin = max(first or facts.first_day, facts.first_day)
        refuse_too_short(facts, begin)
        furthest = calendar.last_day(calendar.place_of(facts.at, "month") - LOOKED_BACK, "month")
        past = followed(gathered, request, options, Days("month", max(begin, furthest), facts.at))
        return portfolio_of(gathered.database, facts, past, past.on(facts.at))

    return with_facts(sources, options, found)


def portfolio_of(database: DuckDB, facts: Facts, past: History, graded: pa.Table) -> Portfolio:
    """The same from grades at hand: `past` holds two month ends at least, `graded` the grades of the day of the facts."""
    ids, grades = graded["customer_id"].cast(pa.string()).combine_chunks(), _grades(past, graded)
    now, money = places_of(graded["grade"], grades), _yearly(database, facts, ids)
    ends, stood = stands(past, grades, ids, LOOKED_BACK)
    steps = Steps.between(stood[-MONTHS - 1 :], len(grades))
    learned = Learned(min(len(ends) - 1, MONTHS), len(np.unique(steps.who)), ends[-MONTHS - 1 :][0], ends[-1])
    told = foretold(steps, stood[-MONTHS - 1 :], now, pc.cast(money, pa.float64()).to_numpy())
    rows, tried = rows_of(grades, now, money, told, facts.digits), trial(grades, ends, stood)
    bought, never = bought_and_never(database, facts)
    return Portfolio(
        rows=rows,
        as_of=facts.at,
        customers=bought,
        never=never,
        scheme=past.scheme.scheme,
        learned=learned,
        ways=_ways(grades, steps),
        seen=steps.seen,
        sales=pc.sum(money).as_py(),
        total=expected(told.total, told.total_between, facts.digits),
        trial=tried,
        notes=(
            *past.notes,
            *of_chain(learned),
            *of_few([name for name, n in zip(grades, steps.seen, strict=True) if 0 < n < FEWEST], FEWEST),
            *of_arrivals(int((stood[-MONTHS - 1 :][0] == NOWHERE).sum()), len(ids)),
            *of_unpriced([row["grade"] for row in rows.to_pylist() if row["expected"] and not row["customers"]]),
            *of_trial(tried),
        ),
        reports=past.reports,
        rejects=past.rejects,
    )


def _grades(past: History, graded: pa.Table) -> Grades:
    """The grades of the scheme, best first, and None at the end where somebody has or had none."""
    return (*past.grades, None) if graded["grade"].null_count and None not in past.grades else past.grades


def _yearly(database: DuckDB, facts: Facts, ids: pa.Array) -> pa.Array:
    """What each customer brought in the last 365 days, refunds taken off; zero where nothing."""
    sales = dated_sales(facts)
    recent = sales.filter(sales.day >= day(window_start(facts.at, YEAR)))
    sums = database.fetch(recent.group_by("customer_id").aggregate(sales=recent.amount.sum()))
    found = sums["sales"].cast(pa.decimal128(38, facts.digits)).take(pc.index_in(ids, value_set=sums["customer_id"]))
    return pc.coalesce(found, pa.scalar(Decimal(0), found.type)).combine_chunks()


def _ways(grades: Grades, steps: Steps) -> tuple[Way, ...]:
    return tuple(
        Way(was, now, share(int(n), int(row.sum())))
        for was, row in zip(grades, steps.counts(), strict=True)
        for now, n in zip(grades, row, strict=True)
    )
