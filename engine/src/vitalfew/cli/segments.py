"""`vitalfew segments`: customers that buy alike, what each segment brings, and how it drifted in a year."""

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

    from vitalfew.insight import Segments


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "segments",
        say("Find customers that buy alike, what each segment brings, and how it drifted in a year."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(
                say("Looking behind the numbers"),
                (
                    flag(
                        "--segments",
                        says=say("So many segments, 2 to 8; else the figures say how many."),
                        type=Whole(),
                        metavar="N",
                    ),
                ),
            ),
            *fact_sections(say("Write a row for each customer to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew segments orders.csv", say("As many segments as there are.")),
            Example(
                "vitalfew segments --store facts --segments 4 -o segments.csv", say("Four, each customer in a file.")
            ),
        ],
    )


def run(orders: str | None, out: Path | None, as_json: bool, segments: int | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew import insight
    from vitalfew.cli.insight import tell

    tell(
        orders,
        out,
        given,
        lambda asked: insight.segments(asked.sources, asked.request, asked.options, segments),
        print_segments,
        as_json=as_json,
    )


def print_segments(paper: Console, found: Segments) -> None:
    """The segments with what is typical of each."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    if found.profiles:
        paper.print(_profiles(found))
        paper.print()


def _profiles(found: Segments) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.segments.naming import spoken
    from vitalfew.insight.segments.remarks import portrait

    table = grid()
    table.add_column(say("segment"))
    for heading in (say("customers"), say("share, %"), say("share of sales, %")):
        table.add_column(heading, justify="right")
    table.add_column(say("in the middle of them"))
    for one in found.profiles:
        sales = "—" if one.sales_share is None else f"{100 * one.sales_share:.0f}"
        share = f"{100 * one.share:.0f}"
        table.add_row(cell(spoken(one.segment)), cell(one.customers), share, sales, cell(portrait(one)))
    return table
