"""`vitalfew walkforward`: how often warnings came true, how early they came, beside simpler lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.measures import Ahead
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.values import Pair
from vitalfew.cli.verb import Verb
from vitalfew.cli.warnings import list_flag
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from vitalfew.proof.intervals import Estimate
    from vitalfew.warning import WalkForward


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "walkforward",
        say(
            "Prove early warning on the last twelve month ends: how many warnings came true, how early, beside simpler lists."
        ),
        run,
        arguments=[orders_argument()],
        sections=[
            _looking_back(),
            *fact_sections(
                say("Write a page to .html, or a row for each month end and method to .csv, .xlsx, .parquet or .json.")
            ),
        ],
        examples=[
            Example("vitalfew walkforward orders.csv --list 20", say("Lists of twenty, ninety days ahead.")),
            Example(
                "vitalfew walkforward --store facts --horizon 120 --points value=1 --points visits=0",
                say("Other points, held against ours."),
            ),
        ],
    )


def _looking_back() -> Section:
    return Section(
        say("Early warning"),
        (
            list_flag(),
            flag(
                "--horizon",
                says=say("How many days to look ahead from each month end; else 90."),
                type=Ahead(),
                default=90,
            ),
            flag(
                "--points",
                says=say("What a signal counts instead, as value=1; may be repeated."),
                type=Pair(),
                metavar="SIGNAL=POINTS",
                multiple=True,
            ),
        ),
    )


def run(
    orders: str | None,
    out: Path | None,
    as_json: bool,
    length: int,
    horizon: int,
    points: tuple[tuple[str, str], ...],
    **given: Any,
) -> None:
    """Look back, write, and say what came out."""
    from vitalfew.cli.insight import tell
    from vitalfew.warning import Walk, walkforward

    walk = Walk(length, horizon, {name: _whole(number) for name, number in points})
    tell(
        orders,
        out,
        given,
        lambda asked: walkforward(asked.sources, asked.request, asked.options, walk),
        print_walk,
        as_json=as_json,
        paged=True,
    )


def _whole(text: str) -> int:
    """Points as they are written; what is no number is no number of points either."""
    return int(text) if text.isdecimal() else -1


def print_walk(paper: Console, found: WalkForward) -> None:
    """Method beside method over all month ends, then what the colours meant."""
    from vitalfew.cli.insight import print_title

    print_title(paper, found)
    paper.print(_methods(found))
    paper.print()


def _methods(found: WalkForward) -> Table:
    from vitalfew.cli.screen import grid
    from vitalfew.warning.proven import method_name

    table = grid()
    table.add_column(say("list by"))
    heads = (say("came true, %"), say("lost value caught, %"), say("days before the fall"), say("false alarms a month"))
    for heading in heads:
        table.add_column(heading, justify="right")
    for method, of in found.measured.estimates.items():
        shares = [_shown(of[name], 100, 0) for name in ("precision", "value_caught")]
        numbers = [_shown(of["lead_days"], 1, 0), _shown(of["false_alarms"], 1, 1)]
        table.add_row(method_name(method), *shares, *numbers)
    return table


def _shown(of: Estimate | None, times: int, digits: int) -> str:
    """A value with its interval; a dash where it cannot be formed."""
    if of is None:
        return "—"
    value, low, high = (f"{times * number:.{digits}f}" for number in (of.value, of.low, of.high))
    return f"{value} ({low}–{high})"
