"""`vitalfew sensitivity`: how many grades change when a weight moves by a fifth."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Share
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.weighing import Sensitivity


def command() -> Verb:
    """The verb in the current language."""
    step = flag("--step", says=say("By which part of itself a weight moves; else 20%."), type=Share(), default="20%")
    return Verb(
        "sensitivity",
        say("Say how many grades change when a weight of the scheme moves by a fifth, and which weight matters most."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Weights"), (step,)),
            *fact_sections(
                say("Write a page to .html, or two rows for each weight to .csv, .xlsx, .parquet or .json.")
            ),
        ],
        examples=[
            Example("vitalfew sensitivity orders.csv --customers customers.csv", say("Of the scheme key_accounts.")),
            Example(
                "vitalfew sensitivity --store facts --scheme mine.yaml --step 10%", say("Of your own, by a tenth.")
            ),
        ],
    )


def run(orders: str | None, out: Path | None, as_json: bool, step: Decimal, **given: Any) -> None:
    """Move every weight, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.weighing import sensitivity

    tell(
        orders,
        out,
        given,
        lambda asked: sensitivity(asked.sources, asked.request, asked.options, step),
        print_sensitivity,
        as_json=as_json,
        paged=True,
    )


def print_sensitivity(paper: Console, found: Sensitivity) -> None:
    """Weight by weight how many grades change."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    paper.print(_weights(found))
    paper.print()


def _weights(found: Sensitivity) -> Table:
    from vitalfew.cli.screen import cell, grid
    from vitalfew.weighing.remarks import direction_name, plain

    table = grid()
    table.add_column(say("part"))
    heads = ("weight", "becomes", "changed", "better", "worse", "into_best", "out_of_best")
    for heading in (
        say("weight"),
        say("becomes"),
        say("other grade"),
        say("better"),
        say("worse"),
        say("into {grade}", grade=found.best),
        say("out of {grade}", grade=found.best),
    ):
        table.add_column(heading, justify="right")
    for row in found.rows.to_pylist():
        numbers = [plain(row[name]) if name in ("weight", "becomes") else row[name] for name in heads]
        table.add_row(f"{row['part']} {direction_name(row['direction'])}", *map(cell, numbers))
    return table
