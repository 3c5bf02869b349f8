"""`vitalfew portfolio`: from which grade to which customers go, and where they are to be expected in twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Day
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Portfolio

WIDE = 6
"""Of more grades the transitions are shown without their intervals, which are in JSON."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "portfolio",
        say(
            "Foresee how many customers have which grade in twelve months, and what they bring, from where they go now."
        ),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Looking behind the numbers"), (_first(),)),
            *fact_sections(say("Write a row for each grade to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew portfolio orders.csv --scheme abc", say("By class, with the transitions of a month.")),
            Example(
                "vitalfew portfolio --store facts --from 2025-07-01 -o portfolio.xlsx",
                say("Learned only since prices changed."),
            ),
        ],
    )


def _first() -> Any:
    return flag("--from", "first", says=say("Learn from no day before this one; else from two years."), type=Day())


def run(orders: str | None, out: Path | None, as_json: bool, first: date | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.insight import portfolio

    tell(
        orders,
        out,
        given,
        lambda asked: portfolio(asked.sources, asked.request, asked.options, first),
        print_portfolio,
        as_json=as_json,
    )


def print_portfolio(paper: Console, found: Portfolio) -> None:
    """What is to be expected of each grade, and the transitions that it follows from."""
    from vitalfew.cli.insight import print_title
    from vitalfew.cli.screen import say_line

    print_title(paper, found)
    say_line(paper, say("Now and in twelve months"))
    paper.print(_expected(found))
    paper.print()
    say_line(paper, say("Where customers of each grade (rows) stand a month later, per cent"))
    paper.print(_transitions(found))
    paper.print()


def _expected(found: Portfolio) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.portfolio import grade_name

    table = grid()
    table.add_column(say("grade"))
    for heading in (say("customers"), say("expected"), say("sales of the year"), say("expected")):
        table.add_column(heading, justify="right")
    for row in found.rows.to_pylist():
        heads = _interval([row["expected"], row["low"], row["high"]], 0)
        money = _interval([row["expected_sales"], row["sales_low"], row["sales_high"]], 0)
        table.add_row(grade_name(row["grade"]), cell(row["customers"]), heads, cell(row["sales"]), money)
    total = _interval([found.total.value, found.total.low, found.total.high], 0)
    table.add_row(say("all"), cell(sum(found.rows["customers"].to_pylist())), "", cell(found.sales), total)
    return table


def _interval(numbers: Sequence[Decimal | None], digits: int) -> str:
    shown = ["—" if number is None else f"{number:,.{digits}f}" for number in numbers]
    return shown[0] if numbers[0] is None else f"{shown[0]} ({shown[1]}–{shown[2]})"


def _transitions(found: Portfolio) -> Table:
    from vitalfew.cli.insight import interval
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.portfolio import grade_name

    table = grid()
    table.add_column("")
    table.add_column(say("months of customers"), justify="right")
    for grade in found.grades:
        table.add_column(grade_name(grade), justify="right", overflow="fold")
    for was in found.grades:
        shares = [way.share for way in found.ways if way.was == was]
        if len(shares) > WIDE:
            shares = [replace(one, low=None, high=None) for one in shares]
        table.add_row(grade_name(was), cell(shares[0].of), *(interval(one) if one.n else "·" for one in shares))
    return table
