"""Where customers go: the portfolio to expect in twelve months, and the transitions it follows from (M48, M160)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vitalfew.insight.chain import FEWEST
from vitalfew.insight.estimates import Share
from vitalfew.insight.portfolio import Portfolio
from vitalfew.insight.remarks.portfolio import grade_name, of_chain, of_few, of_trial
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count, money, percent_between
from vitalfew.report.figures.words import column, grades
from vitalfew.report.page_model import Cell, Section, Table
from vitalfew.report.portrait import Portrait


def portfolio(portrait: Portrait) -> Section | None:
    """Customers and sales by grade, now and in twelve months."""
    found = _found(portrait)
    if found is None:
        return None
    learned, assumption = of_chain(found.learned)
    return Section(
        id="portfolio",
        title=say("The portfolio in twelve months"),
        remark=say("what is to be expected when customers go on as they do"),
        sentence=" ".join((_total(portrait, found), *_tried(found))),
        chart=None,
        table=Table(
            (
                column("grade", say("Grade"), "grade"),
                column("customers", say("Customers"), "count"),
                column("expected", say("expected"), "count"),
                column("range", say("in 95 of 100 cases"), "text"),
                column("sales", say("Sales of the year"), "money"),
                column("expected_sales", say("expected"), "money"),
                column("sales_range", say("in 95 of 100 cases"), "text"),
            ),
            tuple(_row(row) for row in found.rows.to_pylist()),
            more=" ".join(map(str, (learned, assumption, *(note for note in found.notes if note.code == "arrivals")))),
        ),
        width="full",
    )


def transitions(portrait: Portrait) -> Section | None:
    """Which part of each grade stands in which grade a month later."""
    found = _found(portrait)
    if found is None:
        return None
    chips = {grade.label: grade.chip for grade in grades(portrait.result.scheme)}
    few = [name for name, n in zip(found.grades, found.seen, strict=True) if 0 < n < FEWEST]
    return Section(
        id="transitions",
        title=say("From month to month"),
        remark=say("rows: grade at a month end; columns: grade a month later; in brackets 95 of 100 cases"),
        sentence=" ".join(map(str, of_few(few, FEWEST))),
        chart=None,
        table=Table(
            (
                column("was", say("Grade"), "grade"),
                column("months", say("Months of customers"), "count"),
                *(column(name or "ungraded", chips.get(name or "", grade_name(name)), "text") for name in found.grades),
            ),
            tuple(
                (grade_name(was), *_shares([way.share for way in found.ways if way.was == was])) for was in found.grades
            ),
        ),
        width="full",
    )


def _found(portrait: Portrait) -> Portfolio | None:
    return None if portrait.behind is None else portrait.behind.portfolio


def _total(portrait: Portrait, found: Portfolio) -> str:
    known = portrait.currency
    return say(
        "In twelve months sales of {expected} a year are to be expected from the customers of today ({low} to {high}), now "
        "they are {now}.",
        expected=money(found.total.value, known),
        low=money(found.total.low, known),
        high=money(found.total.high, known),
        now=money(found.sales, known),
    )


def _tried(found: Portfolio) -> list[str]:
    """How the chain did; a report looks back on one year, so that as a rule there is none before it to learn from."""
    if found.trial is None:
        return [
            say("Where the facts reach back far enough, vitalfew portfolio tries the chain on the year that is over.")
        ]
    return [str(note) for note in of_trial(found.trial)]


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    heads = say("{low} to {high}", low=count(round(row["low"])), high=count(round(row["high"])))
    known = row["expected_sales"] is not None
    worth = say("{low} to {high}", low=money(row["sales_low"]), high=money(row["sales_high"])) if known else None
    grade, expected = grade_name(row["grade"]), round(row["expected"])
    return (grade, row["customers"], expected, heads, row["sales"], row["expected_sales"], worth)


def _shares(shares: Sequence[Share]) -> tuple[Cell, ...]:
    return (shares[0].of, *(_share(one) for one in shares))


def _share(one: Share) -> str:
    if not one.n or one.share is None or one.low is None or one.high is None:
        return ""
    return percent_between(one.share, one.low, one.high)
