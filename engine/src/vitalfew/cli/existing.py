"""`vitalfew existing`: who rises and falls against the same season, who is due, who buys again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Whole
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Existing

TOP = 10
"""Customers shown; all of them are in OUT."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "existing",
        say("Look at existing customers: who rises or falls against the same season, who is due, who buys again."),
        run,
        arguments=[orders_argument()],
        sections=[
            _looking(),
            *fact_sections(say("Write a row for each customer to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew existing orders.csv -o existing.xlsx", say("Everybody, with a sentence each.")),
            Example(
                "vitalfew existing orders.csv --customers customers.csv --group region",
                say("How many buy again in each region."),
            ),
            Example("vitalfew existing --store facts --window 30", say("Against the same thirty days a year ago.")),
        ],
    )


def _looking() -> Section:
    window = flag("--window", says=say("Days of the season; else 90."), type=Whole(), metavar="DAYS", default="90")
    group = flag("--group", says=say("Column of the customers' file to tell groups apart by."), metavar="COLUMN")
    return Section(say("Looking behind the numbers"), (window, group))


def run(orders: str | None, out: Path | None, as_json: bool, window: int, group: str | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.insight import existing

    tell(
        orders,
        out,
        given,
        lambda asked: existing(asked.sources, asked.request, asked.options, window, group),
        print_existing,
        as_json=as_json,
    )


def print_existing(paper: Console, found: Existing) -> None:
    """How many are in which state, whom to call first, and the groups."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    paper.print(_states(found))
    paper.print()
    _print_first(paper, found)
    if found.groups:
        paper.print(_groups(found))
        paper.print()


def _states(found: Existing) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.existing import state_name

    table = grid()
    table.add_column(say("state"))
    for heading in (say("customers"), say("money of their last year")):
        table.add_column(heading, justify="right")
    for name, state in found.states.items():
        if state.customers:
            table.add_row(state_name(name), cell(state.customers), cell(state.yearly))
    return table


def _print_first(paper: Console, found: Existing) -> None:
    from vitalfew.cli.screen import cell, grid, say_line
    from vitalfew.insight.remarks.existing import sentences, state_name

    rows = found.waiting.slice(0, TOP)
    if not rows.num_rows:
        return
    say_line(paper, say("Late against their own rhythm, those that brought most first"))
    table = grid()
    for row, sentence in zip(rows.to_pylist(), sentences(rows).to_pylist(), strict=True):
        table.add_row(
            cell(row.get("name") or row["customer_id"]), state_name(row["state"]), cell(row["yearly"]), sentence
        )
    table.show_header = False
    paper.print(table)
    paper.print()


def _groups(found: Existing) -> Table:
    from vitalfew.cli.insight import interval
    from vitalfew.cli.screen import cell, grid

    table = grid()
    table.add_column(found.attribute or "")
    for heading in (say("customers"), say("repeat purchase rate, %"), say("buy-back rate, %")):
        table.add_column(heading, justify="right")
    for group in found.groups:
        table.add_row(cell(group.value), cell(group.repeat.of), interval(group.repeat), interval(group.buy_back))
    return table
