"""`vitalfew cohorts`: customers by when they first bought, how many came back, how long they stay."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import OneOf, Whole
from vitalfew.cli.verb import Verb
from vitalfew.given import CALENDAR
from vitalfew.languages import say

if TYPE_CHECKING:
    import click
    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Cohorts

MOST = 12
"""Periods after the first that fit on a screen."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "cohorts",
        say(
            "Put customers together by when they first bought: how many came back, what they brought, how long they stay."
        ),
        run,
        arguments=[orders_argument()],
        sections=[
            _looking(),
            *fact_sections(say("Write a row for each cohort and period to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew cohorts orders.csv", say("By month.")),
            Example(
                "vitalfew cohorts --store facts --period quarter -o cohorts.xlsx", say("From a store, by quarter.")
            ),
            Example("vitalfew cohorts orders.csv --lost-after 180 --json", say("Half a year of silence is loss.")),
        ],
    )


def _looking() -> Section:
    period = flag(
        "--period",
        says=say("Month, quarter or year of the first order; else month."),
        type=OneOf(*CALENDAR),
        default="month",
    )
    return Section(say("Looking behind the numbers"), (period, lost_after_flag()))


def lost_after_flag() -> click.Option:
    """`--lost-after`."""
    return flag(
        "--lost-after",
        says=say("Days of silence after which a customer is lost; else its own rhythm says."),
        type=Whole(),
        metavar="DAYS",
    )


def run(orders: str | None, out: Path | None, as_json: bool, period: str, lost_after: int | None, **given: Any) -> None:
    """Count, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.insight import cohorts

    tell(
        orders,
        out,
        given,
        lambda asked: cohorts(asked.sources, asked.request, asked.options, period, lost_after),
        print_cohorts,
        as_json=as_json,
    )


def print_cohorts(paper: Console, found: Cohorts) -> None:
    """The triangle in per cent, then how many came back and stayed by when."""
    from vitalfew.cli.insight import print_title
    from vitalfew.cli.screen import say_line

    print_title(paper, found)
    what = {
        "month": say("Per cent of each cohort that bought, by months since its first"),
        "quarter": say("Per cent of each cohort that bought, by quarters since its first"),
        "year": say("Per cent of each cohort that bought, by years since its first"),
    }
    say_line(paper, what[found.period])
    paper.print(_triangle(found))
    if not all(found.rows["whole"].to_pylist()):
        say_line(paper, say("* not over on the as-of day"), "dim")
    paper.print()
    paper.print(_by_days(found))
    paper.print()


def _triangle(found: Cohorts) -> Table:
    from vitalfew.cli.screen import cell, grid

    rows: dict[str, list[dict[str, Any]]] = {}
    for row in found.rows.to_pylist():
        rows.setdefault(row["cohort"], []).append(row)
    table = grid()
    table.add_column(say("cohort"))
    table.add_column(say("customers"), justify="right")
    longest = min(MOST, max(map(len, rows.values())) - 1)
    for since in range(1, longest + 1):
        table.add_column(f"{since} ", justify="right")
    for cohort, cells in rows.items():
        shares = (f"{100 * one['retention']:.0f}{' ' if one['whole'] else '*'}" for one in cells[1 : longest + 1])
        table.add_row(cell(cohort), cell(cells[0]["customers"]), *shares)
    return table


def _by_days(found: Cohorts) -> Table:
    from vitalfew.cli.insight import interval
    from vitalfew.cli.screen import grid

    table = grid()
    for heading in (say("after days"), say("bought again, %"), say("still buy, %")):
        table.add_column(heading, justify="right")
    for days, share in found.second.within.items():
        point = found.survival.after(days)
        table.add_row(str(days), interval(share), interval(point))
    return table
