"""Lost customers: when they bought for the last time, and which kinds stand out (M25, B12)."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.insight.estimates import Share
from vitalfew.insight.lost import Lost
from vitalfew.insight.remarks.lost import of_falling, of_kinds, of_lost
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait

MOST = 12


def lost(portrait: Portrait) -> Section | None:
    """How many bought for the last time in which month, and the money that went with them."""
    if portrait.behind is None or not portrait.behind.lost.months:
        return None
    found = portrait.behind.lost
    shown = found.months[-MOST:]
    return Section(
        id="lost",
        title=say("Lost customers"),
        remark=say("by the month of their last order"),
        sentence=" ".join(map(str, (*of_lost(found.rows.num_rows, found.judged, found.yearly), *_falling(found)))),
        chart=None,
        table=Table(
            (
                column("month", say("Month"), "month"),
                column("customers", say("Customers"), "count"),
                column("yearly", say("Money of their last year"), "money"),
            ),
            tuple((one.month, one.customers, one.yearly) for one in shown),
            more=say("{n} earlier months: vitalfew lost has them.", n=count(len(found.months) - MOST))
            if len(found.months) > MOST
            else "",
        ),
    )


def _falling(found: Lost) -> list[str]:
    return [str(note) for note in of_falling(found.falling)]


def lost_kinds(portrait: Portrait) -> Section | None:
    """The kinds of customers of which more or fewer were lost, the surest first."""
    if portrait.behind is None or not portrait.behind.lost.kinds:
        return None
    found = portrait.behind.lost
    return Section(
        id="lost_kinds",
        title=say("What kind was lost"),
        remark=say("each kind against all others, the surest difference first"),
        sentence=str([*of_kinds(found.kinds, known=True)][-1]),
        chart=None,
        table=Table(
            (
                column("attribute", say("Attribute"), "text"),
                column("value", say("Value"), "text"),
                column("customers", say("Customers"), "count"),
                column("lost", say("lost of them"), "share"),
                column("others", say("lost of the others"), "share"),
                column("chance", say("by chance alone"), "share"),
            ),
            tuple(
                (one.attribute, one.value, one.lost.of, _cell(one.lost), _cell(one.others), Decimal(str(one.chance)))
                for one in found.kinds[:MOST]
            ),
        ),
    )


def _cell(found: Share) -> Decimal | None:
    return None if found.share is None else Decimal(str(found.share))
