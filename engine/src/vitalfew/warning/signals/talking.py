"""What customers say, and whether we still go there: complaints, surveys, visits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from vitalfew.compile import Facts
from vitalfew.expressions import day, days_between, decimal, quotient
from vitalfew.insight.rhythm import FEWEST
from vitalfew.languages import say
from vitalfew.metrics.feedback import Complaints
from vitalfew.metrics.windows import YEAR
from vitalfew.warning.signals.signal import RECENT, Signal, one_point, recent_and_year

HALF_YEAR = 180
"""Days of a survey's round: answers come more seldom than orders."""

FALL = 15
"""Points of a hundred by which a score has fallen."""

TO_HUNDRED = {"csat": 1, "nps": 10}
"""Survey → what makes its scores points of a hundred."""


def _complained(rows: ir.Table) -> Any:
    return one_point(rows.complaints_90 > 0)


def _say_complained(row: Mapping[str, Any]) -> str:
    return say(
        "complaints: {now} in the last {days} days, {year} in its year",
        now=row["complaints_90"],
        year=row["complaints_365"],
        days=RECENT,
    )


def _answers(facts: Facts) -> ir.Table:
    """Customers by the survey whose score fell most: mean scores of the last half year and of the year before, answers then."""
    said = facts.tables["feedback"]
    said = said.filter(said.kind.isin(list(TO_HUNDRED)) & said.score.notnull())
    score = said.score * said.kind.cases(*TO_HUNDRED.items(), else_=1)
    start = facts.at - timedelta(days=HALF_YEAR)
    told = said.select("customer_id", "kind", "day", score=score).filter(said.day > day(start - timedelta(days=YEAR)))
    now = told.day > day(start)
    each = told.group_by("customer_id", "kind").aggregate(
        now=_mean(told.score, now), before=_mean(told.score, ~now), answers=(~now).sum()
    )
    return each.group_by("customer_id").aggregate(
        fall=(each.before - each.now).max(),
        score_now=each.now.argmax(each.before - each.now),
        score_before=each.before.argmax(each.before - each.now),
        answered=each.now.count() > 0,
        answers=each.answers.sum().cast("int64"),
    )


def _mean(score: Any, where: Any) -> Any:
    return decimal(quotient(score.sum(where=where), score.count(where=where)), 2)


def _unhappier(rows: ir.Table) -> Any:
    """A point where the score fell, or where who answered often says nothing any more."""
    return one_point((rows.fall >= FALL) | (~rows.answered & (rows.answers >= FEWEST)))


def _say_unhappier(row: Mapping[str, Any]) -> str:
    if row["answered"]:
        return say(
            "survey score {now} in the last {days} days, {before} in the year before",
            now=f"{row['score_now']:.0f}",
            before=f"{row['score_before']:.0f}",
            days=HALF_YEAR,
        )
    return say("answered {n} surveys in a year, none in the {days} days since", n=row["answers"], days=HALF_YEAR)


def _visits(facts: Facts) -> ir.Table:
    """Customers by the days on which they were visited, as contacts or as costs tell it: in their year, and how long ago."""
    tables = (facts.tables[name] for name in ("interactions", "service_costs") if facts.has(name, ("kind",)))
    days = [rows.filter(rows.kind == "visit").select("customer_id", "day") for rows in tables]
    met = ibis.union(*days) if len(days) > 1 else days[0]
    year = met.filter(met.day > day(facts.at - timedelta(days=YEAR)))
    told = year.group_by("customer_id").aggregate(visit_days=year.day.nunique(), visited=year.day.max())
    return told.mutate(unvisited=days_between(told.visited, facts.at))


def _missed(rows: ir.Table) -> Any:
    """A point where a customer that was visited often was not visited lately."""
    return one_point((rows.visit_days >= FEWEST) & (rows.unvisited >= RECENT))


def _say_missed(row: Mapping[str, Any]) -> str:
    return say("visited {n} times in its year, not for {days} days", n=row["visit_days"], days=row["unvisited"])


TALKING = (
    Signal("complaints", 1, _complained, _say_complained, recent_and_year("complaints", Complaints)),
    Signal("survey", 1, _unhappier, _say_unhappier, one_of=(("feedback", "score"),), counted=_answers),
    Signal(
        "visits",
        1,
        _missed,
        _say_missed,
        one_of=(("interactions", "kind"), ("service_costs", "kind")),
        counted=_visits,
    ),
)
