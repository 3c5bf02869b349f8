"""The whale curve: profit piled up from the best customer to the worst (B6, M171)."""

from __future__ import annotations

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, share
from vitalfew.report.figures.numerals import count, money, percent
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait


def whale(portrait: Portrait) -> Section | None:
    """Cumulative contribution, best customer first: how high it climbs and what the last ones take back."""
    if not portrait.knows("contribution"):
        return None
    curve = Curve.of(portrait.people["contribution"])
    if not curve.n:
        return None
    peak, losing = curve.up_to(curve.above_zero), curve.n - earning_or_even(curve)
    rows = (
        (say("earn more than they cost"), curve.above_zero, share(curve.above_zero, curve.n), peak),
        (
            say("break even"),
            curve.n - curve.above_zero - losing,
            share(curve.n - curve.above_zero - losing, curve.n),
            0,
        ),
        (say("cost more than they earn"), losing, share(losing, curve.n), curve.total - peak),
    )
    return Section(
        id="whale",
        title=say("Whale curve"),
        remark=say("customers from best to worst, cumulative contribution"),
        sentence=_sentence(portrait, curve, losing),
        chart=_chart(portrait, curve),
        table=Table(
            (
                column("group", say("Customers that"), "text"),
                column("customers", say("Customers"), "count"),
                column("customers_share", say("of customers"), "share"),
                column("contribution", say("Contribution"), "money"),
            ),
            tuple(row for row in rows if row[1]),
            (say("All"), curve.n, share(curve.n, curve.n), curve.total),
        ),
    )


def earning_or_even(curve: Curve) -> int:
    """How many values are not below zero."""
    return int((curve.values >= 0).sum())


def _sentence(portrait: Portrait, curve: Curve, losing: int) -> str:
    peak = curve.up_to(curve.above_zero)
    if not curve.above_zero:
        return say("No customer earns more than it costs; together they cost {amount}.", amount=money(-curve.total))
    if not losing:
        return say("No customer costs more than it earns; together they earn {amount}.", amount=money(curve.total))
    return say(
        "The first {n} earn {peak}; the last {losing} take {back} of it back.",
        n=count(curve.above_zero),
        peak=money(peak, portrait.currency),
        losing=count(losing),
        back=money(peak - curve.total, portrait.currency),
    )


def _chart(portrait: Portrait, curve: Curve) -> Chart:
    top = curve.above_zero
    places = curve.places([top, earning_or_even(curve)])
    peak, end = curve.up_to(top), curve.total
    of_end = share(peak, end)
    label = money(peak) if of_end is None else say("peak {amount}, {share}", amount=money(peak), share=percent(of_end))
    data = {
        "x": places,
        "y": [curve.up_to(place) for place in places],
        "peak": {"x": top, "y": peak, "label": label},
        "end": {"x": curve.n, "y": end, "label": say("in all {amount}", amount=money(end))},
        "break_even": top,
        "unit": portrait.currency or "",
    }
    return Chart("whale", data)
