"""Segments of customers that buy alike (M117)."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.insight.segments.naming import spoken
from vitalfew.insight.segments.profile import Profile
from vitalfew.insight.segments.remarks import of_segments, portrait
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Cell, Section, Table
from vitalfew.report.portrait import Portrait


def buying(portrayed: Portrait) -> Section | None:
    """The segments, the one with most sales first."""
    if portrayed.behind is None or not portrayed.behind.segments.profiles:
        return None
    found = portrayed.behind.segments
    clear = next(note for note in found.notes if note.code == "structure")
    return Section(
        id="buying",
        title=say("Segments: who buys alike"),
        remark=say("{n} customers", n=count(found.customers)),
        sentence=" ".join(map(str, (*of_segments(found.profiles), clear))),
        chart=None,
        table=Table(
            (
                column("segment", say("Segment"), "text"),
                column("customers", say("Customers"), "count"),
                column("share", say("Share of customers"), "share"),
                column("sales", say("Sales of the year"), "money"),
                column("sales_share", say("Share of sales"), "share"),
                column("middle", say("In the middle of them"), "sentence"),
            ),
            tuple(map(_row, found.profiles)),
            more=say("vitalfew segments writes each customer with its segment."),
        ),
        width="full",
    )


def _row(one: Profile) -> tuple[Cell, ...]:
    share, sales = (None if part is None else Decimal(str(part)) for part in (one.share, one.sales_share))
    return spoken(one.segment), one.customers, share, one.sales, sales, portrait(one)
