"""`vitalfew lost`: who was lost, when, of what kind, and the money that went with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.cohorts import lost_after_flag
from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.insight import Lost

TOP = 10
"""Customers shown; all of them are in OUT."""

RECENT = 12
"""Months shown."""


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "lost",
        say("Look at lost customers: who, when, of what kind, and the money that went with them."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Looking behind the numbers"), (lost_after_flag(),)),
            *fact_sections(say("Write a row for each lost customer to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew lost orders.csv --customers customers.csv", say("With the kinds that stand out.")),
            Example(
                "vitalfew lost --store facts --lost-after 180 -o lost.xlsx", say("Half a year of silence is loss.")
            ),
        ],
    )


def run(orders: str | None, out: Path | None, as_json: bool, lost_after: int | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.insight import lost

    tell(
        orders,
        out,
        given,
        lambda asked: lost(asked.sources, asked.request, asked.options, lost_after),
        print_lost,
        as_json=as_json,
    )


def print_lost(paper: Console, found: Lost) -> None:
    """The largest of them, and when they bought for the last time."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    if found.rows.num_rows:
        paper.print(_largest(found))
        paper.print()
        paper.print(_months(found))
        paper.print()


def _largest(found: Lost) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.remarks.existing import sentences

    rows = found.rows.sort_by([("yearly", "descending"), ("customer_id", "ascending")]).slice(0, TOP)
    table = grid()
    table.add_column(say("customer"))
    table.add_column(say("money of its last year"), justify="right")
    table.add_column(say("rhythm"))
    for row, sentence in zip(rows.to_pylist(), sentences(rows).to_pylist(), strict=True):
        table.add_row(cell(row.get("name") or row["customer_id"]), cell(row["yearly"]), sentence)
    return table


def _months(found: Lost) -> Table:
    from vitalfew.cli.screen import cell, grid

    table = grid()
    table.add_column(say("last bought in"))
    for heading in (say("customers"), say("money of their last year")):
        table.add_column(heading, justify="right")
    for month in found.months[-RECENT:]:
        table.add_row(month.month, cell(month.customers), cell(month.yearly))
    return table
