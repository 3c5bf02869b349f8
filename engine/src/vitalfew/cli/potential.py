"""`vitalfew potential`: what customers could spend by those like them, our share, and what they do not buy yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Example
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Potential
    from vitalfew.insight.potential.trial import Group

TOP = 10
"""Customers shown; all of them are in OUT."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "potential",
        say(
            "See what customers could spend by those like them, our share of their wallet, and what they do not buy yet."
        ),
        run,
        arguments=[orders_argument()],
        sections=[*fact_sections(say("Write a row for each customer to .csv, .xlsx, .parquet or .json."))],
        examples=[
            Example(
                "vitalfew potential orders.csv --customers customers.csv --wallet wallet.csv",
                say("Those like it by the customers' file, and the wallets that are known."),
            ),
            Example("vitalfew potential --store facts -o potential.xlsx", say("All customers as a workbook.")),
        ],
    )


def run(orders: str | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.insight import potential

    tell(
        orders,
        out,
        given,
        lambda asked: potential(asked.sources, asked.request, asked.options),
        print_potential,
        as_json=as_json,
    )


def print_potential(paper: Console, found: Potential) -> None:
    """Where most is open, and how expectations did."""
    from vitalfew.cli.insight import print_title
    from vitalfew.cli.screen import say_line

    print_title(paper, found)
    if found.room.num_rows:
        paper.print(_room(found))
        paper.print()
    if found.trial is None:
        return
    for group in (found.trial.everybody, found.trial.told):
        if group is not None:
            title = say("Expected a year ago of {n} customers, held against what came", n=group.customers)
            say_line(paper, title)
            paper.print(_tried(group))
            paper.print()


def _room(found: Potential) -> Table:
    from vitalfew.cli.screen import cell, grid

    table = grid()
    table.add_column(say("customer"))
    for heading in (say("open"), say("share, %")):
        table.add_column(heading, justify="right")
    table.add_column(say("why"))
    rows = found.room.slice(0, TOP)
    for row, sentence in zip(rows.to_pylist(), found.spoken(rows), strict=True):
        share = f"{100 * row['share']:.0f}"
        table.add_row(cell(row.get("name") or row["customer_id"]), cell(row["gap"]), share, cell(sentence))
    return table


def _tried(group: Group) -> Table:
    from vitalfew.cli.screen import grid
    from vitalfew.insight.potential.remarks import interval, method_name

    table = grid()
    table.add_column(say("expectation"))
    for heading in (say("error a customer"), say("too high by"), say("error more than last year's")):
        table.add_column(heading, justify="right")
    for one in group.tried:
        table.add_row(method_name(one.method), interval(one.error), interval(one.bias), interval(one.worse))
    return table
