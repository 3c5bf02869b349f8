"""What the best have in common, and who is like them (M22, M24)."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.insight.remarks.traits import of_alike, of_best, of_found, of_lacking, of_left_out, question_name, text_of
from vitalfew.insight.traits import Traits
from vitalfew.insight.traits.attributes import QUESTIONS
from vitalfew.insight.traits.finding import Trait
from vitalfew.languages import say
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Cell, Section, Table
from vitalfew.report.portrait import Portrait

MOST = 6
"""Traits of each question."""


def traits(portrait: Portrait) -> Section | None:
    """The traits of the best that held, question by question."""
    found = _found(portrait)
    if found is None or not found.compared:
        return None
    shown = [one for question in QUESTIONS for one in _answering(found, question)[:MOST]]
    told = (
        *of_best(found.grade, found.best, found.graded),
        *of_found(found.compared, len(found.traits), len(found.held)),
    )
    return Section(
        id="traits",
        title=say("Traits of the best"),
        remark=say("what they have in common and others have not"),
        sentence=" ".join(map(str, told)),
        chart=None,
        table=Table(
            (
                column("question", say("Question"), "text"),
                column("trait", say("Trait"), "text"),
                column("customers", say("Customers"), "count"),
                column("best", say("best of them"), "share"),
                column("others", say("best of the others"), "share"),
                column("lift", say("Lift"), "number"),
                column("range", say("in 95 of 100 cases"), "text"),
            ),
            tuple(_row(one) for one in shown),
            more=" ".join(map(str, (*of_left_out(found.left_out), *of_lacking(found.tables)))),
        ),
        width="full",
    )


def rules(portrait: Portrait) -> Section | None:
    """The rules that say who is like the best."""
    found = _found(portrait)
    if found is None or not found.rules:
        return None
    return Section(
        id="rules",
        title=say("Who is like the best"),
        remark=say("the first rule that fits counts"),
        sentence=" ".join(map(str, of_alike(found.rows.num_rows, found.below, found.grade))),
        chart=None,
        table=Table(
            (
                column("rule", say("Rule"), "text"),
                column("customers", say("Customers"), "count"),
                column("best", say("best of them"), "share"),
            ),
            tuple((text_of(rule.trait.values), rule.best.of, _share(rule.best.share)) for rule in found.rules),
            more=say("vitalfew traits lists the customers that fit one."),
        ),
    )


def _found(portrait: Portrait) -> Traits | None:
    return None if portrait.behind is None else portrait.behind.traits


def _answering(found: Traits, question: str) -> list[Trait]:
    return [one for one in found.alone if one.values[0].question == question]


def _row(one: Trait) -> tuple[Cell, ...]:
    return (
        question_name(one.values[0].question),
        text_of(one.values),
        one.best.of,
        _share(one.best.share),
        _share(one.others.share),
        round(Decimal(str(one.lift)), 1),
        say("{low} to {high}", low=f"{one.low:.1f}", high=f"{one.high:.1f}"),
    )


def _share(share: float | None) -> Decimal | None:
    return None if share is None else Decimal(str(share))
