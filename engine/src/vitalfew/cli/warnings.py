"""`vitalfew warnings`: who may be about to leave, by signals with their figures, as many as can be called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Whole
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    import click
    from rich.console import Console
    from rich.table import Table

    from vitalfew.warning import Warnings


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "warnings",
        say("Look who may be about to leave: signals with their figures, points, and a list as long as you can call."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Early warning"), (list_flag(), _manager_flag())),
            *fact_sections(say("Write a row for each customer to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew warnings orders.csv --feedback feedback.csv", say("With what customers said.")),
            Example(
                "vitalfew warnings --store facts --manager account_manager --list 5",
                say("Five customers for each account manager."),
            ),
        ],
    )


def list_flag() -> click.Option:
    """`--list`, how many customers are warned of."""
    says = say("How many customers can be called; else 20, five a week for a month.")
    return flag("--list", "length", says=says, type=Whole(), metavar="N", default="20")


def _manager_flag() -> click.Option:
    says = say("Column of the customers' file that names the account manager: a list for each.")
    return flag("--manager", says=says, metavar="COLUMN")


def run(orders: str | None, out: Path | None, as_json: bool, length: int, manager: str | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.warning import warnings

    tell(
        orders,
        out,
        given,
        lambda asked: warnings(asked.sources, asked.request, asked.options, length, manager),
        print_warnings,
        as_json=as_json,
    )


def print_warnings(paper: Console, found: Warnings) -> None:
    """How many are of which colour, and whom to call."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    paper.print(_colours(found))
    paper.print()
    if found.alarms.num_rows:
        paper.print(_alarms(found))
        paper.print()


def _colours(found: Warnings) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.warning.remarks import colour_name

    table = grid()
    table.add_column(say("colour"))
    for heading in (say("customers"), say("money of their last year")):
        table.add_column(heading, justify="right")
    for name, state in found.colours.items():
        table.add_row(colour_name(name), cell(state.customers), cell(state.yearly))
    return table


def _alarms(found: Warnings) -> Table:
    from vitalfew.cli.screen import cell, grid

    table, managed = grid(), "manager" in found.rows.column_names
    for heading in (say("customer"), *([say("account manager")] if managed else [])):
        table.add_column(heading)
    for heading in (say("points"), say("money of its last year")):
        table.add_column(heading, justify="right")
    table.add_column(say("signals"))
    for row, sentence in zip(found.alarms.to_pylist(), found.spoken(), strict=True):
        who = [row.get("name") or row["customer_id"], *([row["manager"]] if managed else [])]
        table.add_row(*map(cell, who), cell(row["points"]), cell(row["yearly"]), cell(sentence))
    return table
