"""Customers by when they first bought, how many came back, and how long they stay (M25)."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any

from vitalfew.insight.cohorts import Cohorts
from vitalfew.insight.remarks.stay import of_rule, of_second, of_stay
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Cell, Chart, Section, Table
from vitalfew.report.portrait import Portrait

STEPS = 24
"""Points of the curve."""


def cohorts(portrait: Portrait) -> Section | None:
    """The share of each cohort that bought in each period since its first, and what a customer of it has brought."""
    if portrait.behind is None:
        return None
    found = portrait.behind.cohorts
    rows = found.rows.to_pylist()
    longest = max(row["period"] for row in rows)
    if not longest:
        return None
    every = [list(cells) for _, cells in groupby(rows, key=lambda row: row["cohort"])]
    return Section(
        id="cohorts",
        title=say("Cohorts"),
        remark=_remark(found),
        sentence=" ".join(map(str, of_second(found.second))),
        chart=None,
        table=Table(
            (
                column("cohort", say("First bought"), "text"),
                column("customers", say("Customers"), "count"),
                column("revenue_per_customer", say("Sales of each so far"), "money"),
                *(column(f"after_{since}", str(since), "share") for since in range(1, longest + 1)),
            ),
            tuple(_row(cells, longest) for cells in every),
            more=""
            if all(row["whole"] for row in rows)
            else say("The last figure of each row is of a period that is not over."),
        ),
        width="full",
    )


def _remark(found: Cohorts) -> str:
    return {
        "month": say("share that bought, by months since the first order"),
        "quarter": say("share that bought, by quarters since the first order"),
        "year": say("share that bought, by years since the first order"),
    }[found.period]


def _row(cells: list[dict[str, Any]], longest: int) -> tuple[Cell, ...]:
    shares = [cell["retention"] for cell in cells[1:]]
    empty = [None] * (longest - len(shares))
    first = cells[0]
    return (first["cohort"], first["customers"], cells[-1]["revenue_per_customer"], *shares, *empty)


def stay(portrait: Portrait) -> Section | None:
    """The share of new customers that still buys after so many days."""
    if portrait.behind is None or not portrait.behind.cohorts.survival.reach:
        return None
    found = portrait.behind.cohorts
    days = _steps(found.survival.reach)
    points = [found.survival.after(day) for day in days]
    shares = [None if point is None else Decimal(str(point.share)) for point in points]
    return Section(
        id="stay",
        title=say("How long customers stay"),
        remark=say("{n} customers that could be judged", n=count(found.survival.customers)),
        sentence=" ".join(map(str, of_stay(found.survival))),
        chart=Chart(
            "lines",
            {
                "x": [str(day) for day in days],
                "series": [{"name": say("still buy"), "values": shares}],
                "stacked": False,
                "unit": "share",
            },
        ),
        table=Table(
            (
                column("days", say("Days since the first order"), "days"),
                column("share", say("still buy"), "share"),
                column("at_risk", say("watched so long"), "count"),
            ),
            tuple(
                (day, share, None if point is None else point.at_risk)
                for day, share, point in zip(days, shares, points, strict=True)
            ),
            more=" ".join(map(str, of_rule(found.limits, found.too_new))),
        ),
    )


def _steps(reach: int) -> list[int]:
    """Days from the first to the last one watched, evenly."""
    step = max(1, -(-reach // STEPS))
    return [*range(0, reach, step), reach]
