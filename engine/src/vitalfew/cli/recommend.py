"""`vitalfew recommend`: what each customer is likely to buy next, why, and how often that came true."""

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

    from vitalfew.insight import Recommended
    from vitalfew.insight.recommend.trial import Trial

TOP = 10
"""Rows shown; all of them are in OUT."""


def command() -> Verb:
    """The verb in the current language."""
    products = flag(
        "--products",
        says=say("So many products for each customer, 1 to 20 (default: 3)."),
        type=Whole(),
        metavar="N",
    )
    return Verb(
        "recommend",
        say("Say what each customer is likely to buy next, why, and how often that came true."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Looking behind the numbers"), (products,)),
            *fact_sections(say("Write a row for each customer and product to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew recommend orders.csv -o next.csv", say("Three products for each customer.")),
            Example("vitalfew recommend --store facts --products 1", say("The likeliest alone.")),
        ],
    )


def run(orders: str | None, out: Path | None, as_json: bool, products: int | None, **given: Any) -> None:
    """Look, write, and say what came out."""
    from vitalfew import insight
    from vitalfew.cli.insight import tell

    tell(
        orders,
        out,
        given,
        lambda asked: insight.recommend(asked.sources, asked.request, asked.options, products),
        print_recommended,
        as_json=as_json,
    )


def print_recommended(paper: Console, found: Recommended) -> None:
    """The first customers with their products, and how the methods did."""
    from vitalfew.cli.insight import print_title
    from vitalfew.cli.screen import say_line

    print_title(paper, found)
    if found.rows.num_rows:
        paper.print(_named(found))
        paper.print()
    if found.trial is not None:
        day, number = found.trial.then.isoformat(), found.trial.customers
        say_line(
            paper,
            say("Named on {day}, held against what {n} customers then bought for the first time", day=day, n=number),
        )
        paper.print(_tried(found.trial))
        paper.print()


def _named(found: Recommended) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.insight.recommend.remarks import sentences

    table = grid()
    table.add_column(say("customer"))
    table.add_column(say("worth a year"), justify="right")
    table.add_column(say("why"))
    rows = found.rows.slice(0, TOP)
    for row, sentence in zip(rows.to_pylist(), sentences(rows).to_pylist(), strict=True):
        table.add_row(cell(row["customer_id"]), cell(row["worth"]), cell(sentence))
    return table


def _tried(trial: Trial) -> Table:
    from vitalfew.cli.screen import grid
    from vitalfew.insight.recommend.remarks import method_name, share_shown

    table = grid()
    table.add_column(say("method"))
    for heading in (say("found theirs, %"), say("came true, %")):
        table.add_column(heading, justify="right")
    for one in trial.tried:
        table.add_row(method_name(one.method), share_shown(one.hits), share_shown(one.precision))
    return table
