"""`vitalfew history`: the grades of every customer as of many days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.flags import fact_sections, flag, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.values import Context, Day, Kind, Param, wrong
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.history import History

PERIODS = ("month", "quarter", "week")


class Periods(Kind):
    """month, quarter, week, or days with commas between them."""

    name = "month|quarter|week|DAY,DAY…"

    def convert(self, value: str | tuple[date, ...], param: Param, ctx: Context) -> str | tuple[date, ...]:
        if isinstance(value, tuple) or value in PERIODS:
            return value
        try:
            return tuple(date.fromisoformat(day.strip()) for day in value.split(","))
        except ValueError:
            remedy = say("Write month, quarter, week, or days such as 2025-06-30,2025-12-31.")
            raise wrong(param, say("{value} is no period and no list of days.", value=repr(value)), remedy) from None


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "history",
        say("Grade every customer as of many days in one go: who stood where, who moved."),
        run,
        arguments=[orders_argument()],
        sections=[_days(), *fact_sections(say("Write a row for each customer and day to .csv, .parquet or .json."))],
        examples=[
            Example("vitalfew history orders.csv --scheme abc", say("Every month, in words.")),
            Example(
                "vitalfew history --store facts --every quarter -o history.csv", say("From a store, every quarter.")
            ),
            Example("vitalfew history orders.csv --customer C0042", say("The grades of one customer over time.")),
            Example("vitalfew history orders.csv --every 2024-12-31,2025-12-31", say("Between two days.")),
        ],
    )


def _days() -> Section:
    every = flag("--every", says=say("As of the end of each of these; else month."), type=Periods(), default="month")
    first = flag("--from", "first", says=say("No day before this one; else from the first order on."), type=Day())
    last = flag("--to", "last", says=say("The last day; else the day of the last order."), type=Day())
    one = flag("--customer", says=say("Show the grades of this customer."), metavar="ID")
    return Section(say("Which days"), (every, first, last, one))


def run(
    orders: str | None,
    every: Any,
    first: date | None,
    last: date | None,
    customer: str | None,
    out: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Grade as of each day, write, and say how many stood where and who moved."""
    from vitalfew.cli.asked import asked
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.history import Days, history
    from vitalfew.history.files import WRITERS
    from vitalfew.whole import check_place

    question = asked(orders, given)
    check_place(out, tuple(WRITERS), question.files)
    name = out or named_after(orders or given["store"])
    with telling_of_rejects(name), working(say("Reading and grading"), question.files):
        found = history(question.sources, question.request, question.options, Days(every, first, last))
    _tell_rejects(found, name)
    _show(found, customer, out, as_json=as_json)


def _tell_rejects(found: History, name: Path) -> None:
    from vitalfew.cli.rejected import tell
    from vitalfew.report.writing import write_rejects

    if found.rejects:
        tell({table: found.reports[table].rejected for table in found.rejects}, write_rejects(found.rejects, name))


def _show(found: History, customer: str | None, out: Path | None, *, as_json: bool) -> None:
    from vitalfew.cli.followed import as_object, print_customer, print_history
    from vitalfew.cli.screen import print_json, say_line, screen
    from vitalfew.history.files import write

    one = found.of(customer) if customer is not None else None
    if out is not None:
        write(found, out)
    if as_json:
        print_json(as_object(found, one, out))
        return
    paper = screen()
    print_history(paper, found) if one is None else print_customer(paper, found, one)
    if out is not None:
        say_line(paper, f"→ {out}", "green")
