"""`vitalfew clv`: what customers are expected to order, and what that is worth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.measures import Length, Margin, Rate
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import OneOf
from vitalfew.cli.verb import Verb
from vitalfew.given import BUYING_MODELS, PERIODS
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.lifetime import Lifetimes

FLAGS = ("model", "occasions", "period", "horizon", "discount", "margin")


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "clv",
        say("Foresee what every customer will order, and what that is worth today: its lifetime value."),
        run,
        arguments=[orders_argument()],
        sections=[
            _looking_ahead(),
            *fact_sections(say("Write a row for each customer to .csv, .xlsx, .parquet or .json.")),
        ],
        examples=[
            Example("vitalfew clv orders.csv --margin 0.3", say("The next 52 weeks, of profit.")),
            Example("vitalfew clv orders.csv --model pareto_nbd --json", say("The model in figures.")),
            Example("vitalfew clv --store facts --period month --horizon 12 -o clv.csv", say("From a store, a year.")),
            Example(
                "vitalfew clv orders.csv --customers customers.csv --margin margin -o clv.xlsx",
                say("With a margin for each customer."),
            ),
        ],
    )


def _looking_ahead() -> Section:
    return Section(
        say("Looking ahead"),
        (
            flag("--model", says=say("Model of buying; else bg_nbd."), type=OneOf(*BUYING_MODELS), default="bg_nbd"),
            flag(
                "--occasions",
                says=say("Whether the orders of a day are one occasion, or each is one; else day."),
                type=OneOf("day", "order"),
                default="day",
            ),
            flag(
                "--period",
                says=say("Unit of the horizon and of printed times; else week. It changes no forecast."),
                type=OneOf(*PERIODS),
                default="week",
            ),
            flag("--horizon", says=say("How many periods to look ahead; else 52 weeks."), type=Length()),
            flag("--discount", says=say("Yearly discount of money to come; else 0.10."), type=Rate(), default="0.10"),
            flag(
                "--margin",
                says=say("Share of revenue that stays, or the column of the customers' file that holds it."),
                type=Margin(),
            ),
        ),
    )


def run(orders: str | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Fit, foresee, write, and say what came out."""
    from vitalfew.cli.asked import asked
    from vitalfew.cli.foreseen import show
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.lifetime import Outlook, lifetimes
    from vitalfew.report.foreseen import WRITERS, write
    from vitalfew.whole import check_place

    ahead = Outlook(**{name: given[name] for name in FLAGS})
    question = asked(orders, given)
    check_place(out, tuple(WRITERS), question.files)
    name = out or named_after(orders or given["store"])
    with telling_of_rejects(name), working(say("Reading and foreseeing"), question.files):
        found: Lifetimes = lifetimes(question.sources, question.request, question.options, ahead)
    if out is not None:
        write(found, out, found.manifest)
    show(found, out, name, as_json=as_json)
