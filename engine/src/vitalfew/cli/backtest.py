"""`vitalfew backtest`: how good the grades of earlier days were, beside simpler methods."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument, switch
from vitalfew.cli.measures import Ahead
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import Days
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.proof import Backtest


def command() -> Verb:
    """The verb in the current language."""
    origins = flag(
        "--as-of", says=say("Grade as of the end of these days; else a horizon before the last."), type=Days()
    )
    out = say("Write a row for each customer and day to .csv, .xlsx, .parquet or .json, or the report to .html.")
    return Verb(
        "backtest",
        say(
            "Grade as of earlier days, look at what came after, and say how well the scheme did beside simpler methods."
        ),
        run,
        arguments=[orders_argument()],
        sections=[_looking_back(), *fact_sections(out, origins)],
        examples=[
            Example("vitalfew backtest orders.csv --scheme rfm", say("A year ago, and the year since.")),
            Example(
                "vitalfew backtest --store facts --as-of 2024-06-30,2024-12-31 --horizon 180 --json",
                say("Two days, half a year each, for programs."),
            ),
            Example("vitalfew backtest orders.csv --horizon 26w -o proof.html", say("The report, for the desk.")),
        ],
    )


def _looking_back() -> Section:
    return Section(
        say("Looking back"),
        (
            flag(
                "--horizon", says=say("How many days to look ahead from each day; else 365."), type=Ahead(), default=365
            ),
            switch(
                "--undated",
                says=say("Take undated columns of the customers' file as they stand, though they may know better."),
            ),
        ),
    )


def run(
    orders: str | None,
    as_of: tuple[date, ...] | None,
    horizon: int,
    undated: bool,
    out: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Grade as of each day, look ahead, write, and say how well the scheme did."""
    from vitalfew.cli.asked import asked
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.cli.tested import show
    from vitalfew.proof import Trial, backtest
    from vitalfew.report.paged import WRITERS, ready_for, write
    from vitalfew.whole import check_place

    question = asked(orders, given)
    check_place(out, tuple(WRITERS), question.files)
    ready_for(out)
    name = out or named_after(orders or given["store"])
    trial = Trial(as_of or (), horizon, undated)
    with telling_of_rejects(name), working(say("Reading and grading"), question.files):
        found: Backtest = backtest(question.sources, question.request, question.options, trial)
    if out is not None:
        write(found, out)
    show(found, out, name, as_json=as_json)
