"""What the report does not know: rows left out, money of nobody, metrics that the facts cannot give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.languages.metric_terms import label_of
from vitalfew.readers.reading import Note, Report
from vitalfew.report.figures.numerals import count, listing, money, percent
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait

TABLE_NAMES = {
    "orders": "Order lines",
    "customers": "Customers",
    "payments": "Payments",
    "returns": "Returns",
    "service_costs": "Service costs",
    "feedback": "Feedback",
    "interactions": "Contacts",
    "wallet": "Wallet",
    "exchange_rates": "Exchange rates",
}


def quality(portrait: Portrait) -> Section:
    """Every table with its rows, and each thing that the readers and the run had to say."""
    return quality_of(portrait.result.reports.values(), portrait.result.notes)


def quality_of(reports: Iterable[Report], notes: Iterable[Note]) -> Section:
    """The same of tables that were read for whatever purpose."""
    said = [str(note) for note in notes if note.code != "grades"]
    return Section(
        id="quality",
        title=say("Data quality"),
        remark=say("what was read, and what was left out"),
        sentence=" ".join(said),
        chart=None,
        table=Table(
            (
                column("table", say("Table"), "text"),
                column("rows", say("Rows"), "count"),
                column("accepted", say("taken"), "count"),
                column("rejected", say("rejected"), "count"),
                column("unassigned", say("without a customer"), "count"),
                column("unassigned_amount", say("their amount"), "money"),
                column("warnings", say("Warnings"), "sentence"),
            ),
            tuple(_row(report) for report in reports),
        ),
        width="full",
    )


def _row(report: Report) -> tuple[str | int | Decimal | None, ...]:
    warned = " ".join(str(note) for note in report.notes if note.warning)
    return (
        say(TABLE_NAMES[report.table]),
        report.rows,
        report.accepted,
        report.rejected,
        report.unassigned,
        report.unassigned_amount if report.unassigned else None,
        warned or None,
    )


def unknown(portrait: Portrait) -> str:
    """What is not known: metrics that the facts cannot give, rows and money in no figure, values that are missing."""
    said = [*_lacking(portrait), *_left_out(portrait), *_covered(portrait)]
    return " ".join(said) or say("Every metric of the scheme is known, and every row that was read is in the figures.")


def _lacking(portrait: Portrait) -> Iterator[str]:
    if portrait.lacking:
        yield say(
            "Not known from these facts: {metrics}.", metrics=listing([label_of(name) for name in portrait.lacking])
        )


def _left_out(portrait: Portrait) -> Iterator[str]:
    reports = portrait.result.reports.values()
    rejected, unassigned = (sum(getattr(report, what) for report in reports) for what in ("rejected", "unassigned"))
    if rejected:
        yield say("Rejected rows, in no figure: {n}.", n=count(rejected))
    if unassigned:
        amount = money(portrait.result.reports["orders"].unassigned_amount, portrait.currency)
        yield say(
            "Rows without a customer, in no figure: {n}, orders of {amount} among them.",
            n=count(unassigned),
            amount=amount,
        )


def _covered(portrait: Portrait) -> Iterator[str]:
    """Of a scorecard: how much of its weight has a value, over all buyers."""
    graded = portrait.result.graded
    if "coverage" not in graded.column_names:
        return
    known = graded["coverage"].drop_null()
    whole = Fraction(pc.sum(known).as_py() or 0) / len(known) if len(known) else Fraction(1)
    if whole < 1:
        yield say("{share} of what the grades weigh is known; a missing value counts as average.", share=percent(whole))
