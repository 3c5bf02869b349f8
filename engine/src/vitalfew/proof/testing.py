"""Facts → a scheme graded as of earlier days, held against what came after."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.proof.asked import METHODS, Trial
from vitalfew.proof.dated import undated
from vitalfew.proof.forecasts import FEW, Learned, reliability
from vitalfew.proof.intervals import Told, estimates
from vitalfew.proof.panel import Panel, Trials, floats
from vitalfew.proof.rankings import Ranking
from vitalfew.proof.remarks import of_origins, of_undated
from vitalfew.proof.result import Backtest, Origin
from vitalfew.proof.shares import by_grade, lists
from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import all_facts, said


def backtest(sources: Sources, request: Request, options: Options, asked: Trial) -> Backtest:
    """Grade as of each origin by the facts up to it, then look at what came after. See contract.md section 6.

    Refused: a scheme without a grade, a run before (it may know what came later), a day on which there is no fact yet or
    after which there is none.
    """
    if request.scheme.grade is None:
        raise Refusal(
            say("scheme {scheme} gives no grade that could be followed.", scheme=request.scheme.scheme),
            remedy=say("Take a scheme with a grade; see vitalfew schemes."),
        )
    if request.previous is not None:
        raise WrongUse(
            say("a run before may know what came after the day that is tested."),
            where="--previous",
            remedy=say("Leave it out: each day is graded by itself."),
        )
    return with_facts(sources, options, lambda gathered: _of_gathered(gathered, request, options, asked))


def _of_gathered(gathered: Gathered, request: Request, options: Options, asked: Trial) -> Backtest:
    facts = all_facts(gathered, request, options)
    days = _origins(asked, facts.first_day, facts.at)
    trials = Trials(gathered.database, facts, request.scheme, asked)
    origins = tuple(_origin(trials, at) for at in days)
    notes = (
        *said(gathered),
        *gathered.looked_at(origins[-1].rows["customer_id"]),
        *of_undated(undated(request.scheme, facts), asked),
        *of_origins(origins, asked),
    )
    return Backtest(request.scheme, asked, origins, notes, gathered.reports, gathered.rejects)


def _origins(asked: Trial, first: date, last: date) -> tuple[date, ...]:
    """The days in order. Refused where no day of facts comes after one, or before all facts."""
    days = tuple(sorted(set(asked.origins))) or (last - timedelta(days=asked.horizon),)
    for day in days:
        if not first <= day < last:
            raise Refusal(
                say(
                    "as of {day} nothing can be tested: the facts run from {first} to {last}.",
                    day=day,
                    first=first,
                    last=last,
                ),
                where="--as-of",
                remedy=say("Give a day between them, or a shorter --horizon."),
            )
    return days


def _origin(trials: Trials, at: date) -> Origin:
    panel, before = trials.panel(at), _before(trials, at)
    told = {method: _told(panel, before, method) for method in METHODS}
    values, ahead = estimates(told, panel.truth)
    grades = by_grade(panel, trials.scheme)
    tenths = {
        method: tuple(reliability(one.chance, panel.truth.bought))
        for method, one in told.items()
        if one.chance is not None
    }
    last = min(trials.facts.at, at + timedelta(days=trials.trial.horizon))
    return Origin(
        at,
        last,
        _with_forecast(panel.rows, told["scheme"]),
        grades,
        lists(panel, next(iter(grades))),
        values,
        ahead,
        tenths,
    )


def _before(trials: Trials, at: date) -> Panel | None:
    """The customers a horizon earlier, to learn from; None where too few were known, or not graded by what was known."""
    earlier = at - timedelta(days=trials.trial.horizon)
    if earlier < trials.facts.first_day:
        return None
    try:
        panel = trials.panel(earlier)
    except Refusal:
        return None
    return panel if panel.rows.num_rows >= FEW else None


def _told(panel: Panel, before: Panel | None, method: str) -> Told:
    """What a method says of the customers. Spend of the last period is itself what it expects; chance has no favourites."""
    ranking = panel.rankings[method]
    spend = floats(panel.rows["last_period"]) if method == "last_period" else None
    if before is None:
        return Told(ranking, None, spend)
    earlier = before.rankings[method] if method != "random" else Ranking.of(np.zeros(before.rows.num_rows))
    learned = Learned.of(earlier, before.truth)
    return Told(ranking, learned.chance(ranking), learned.amount(ranking) if spend is None else spend)


def _with_forecast(rows: pa.Table, scheme: Told) -> pa.Table:
    """The rows with the chance and the revenue that the scheme's ranking lets expect, where it does."""
    for name, numbers, digits in (("chance", scheme.chance, 6), ("expected", scheme.expected, 2)):
        if numbers is not None:
            rows = rows.append_column(name, pa.array(np.round(numbers, digits)))
    return rows
