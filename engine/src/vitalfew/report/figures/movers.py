"""The customers that changed grade and bring most, each with the main cause (B7, M160)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.bands import measured_by
from vitalfew.report.figures.folds import first_by
from vitalfew.report.figures.migration import changed
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import Filled, column, filled, grades, scores, who
from vitalfew.report.page_model import Cell, Section, Table
from vitalfew.report.portrait import Portrait

MOST = 12


def movers(portrait: Portrait) -> Section | None:
    """The movers with the largest contribution, else sales; the cause is the largest that points the way they went."""
    if not portrait.knows("was"):
        return None
    everybody = changed(portrait.people)
    if not everybody.num_rows:
        return None
    columns, rows = filled(_offered(portrait, first_by(everybody, measured_by(portrait), MOST).to_pydict()))
    return Section(
        id="movers",
        title=say("Movers and causes"),
        remark=say("the {n} of {all} that bring most", n=count(len(rows)), all=count(everybody.num_rows)),
        sentence=_sentence(everybody, portrait),
        chart=None,
        table=Table(columns, rows, more=_more(everybody.num_rows)),
        width="full",
    )


def _offered(portrait: Portrait, rows: dict[str, Any]) -> Filled:
    value = measured_by(portrait)
    reasons = [portrait.movement.reason(ident) for ident in rows["customer_id"]]
    changes = [_change(*scores) for scores in zip(rows["score_was"], rows["score"], strict=True)]
    return [
        (column("customer", say("Customer"), "customer"), who(portrait, rows["customer_id"])),
        (column("was", say("Was"), "grade"), rows["was"]),
        (column("grade", say("Now"), "grade"), rows["grade"]),
        (scores(rows["score"]), rows["score"]),
        (column("change", say("Change"), "change"), changes),
        (column("cause", say("Main cause"), "sentence"), [reason and reason.sentence for reason in reasons]),
        (column("effect", say("Effect"), "change"), [reason and reason.effect for reason in reasons]),
        (column(value, say("Contribution") if value == "contribution" else say("Sales"), "money"), rows[value]),
    ]


def _more(number: int) -> str:
    return "" if number <= MOST else say("vitalfew compare lists all {n} with every cause.", n=count(number))


def _change(was: Decimal | None, now: Decimal | None) -> Cell:
    return None if was is None or now is None else now - was


def _sentence(everybody: pa.Table, portrait: Portrait) -> str:
    best = grades(portrait.result.scheme)[0]
    left = everybody.filter(pc.equal(everybody["was"], best.label)).num_rows
    joined = everybody.filter(pc.fill_null(pc.equal(everybody["grade"], best.label), False)).num_rows
    return say("{joined} came into {grade}, {left} left it.", joined=count(joined), left=count(left), grade=best.title)
