"""How good early warning was: method beside method, month end by month end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vitalfew.languages import say
from vitalfew.proof.intervals import Estimate
from vitalfew.report.figures.numerals import percent, percent_between
from vitalfew.report.figures.words import column
from vitalfew.report.looks.page import page
from vitalfew.report.page_model import Cell, Chart, Key, Page, Section, Table
from vitalfew.warning import WalkForward
from vitalfew.warning.proven import OURS, method_name

DRAWN = (OURS, "silence")
"""What is drawn: ours beside the plainest."""


def walked(found: WalkForward) -> Page:
    """The page of a walk over the last month ends."""
    return page(
        found,
        say("How well warnings foresaw"),
        f"vitalfew walkforward --list {found.asked.length} --horizon {found.asked.horizon}",
        "walk_",
        list(_strip(found)),
        (methods(found), months(found)),
        _definitions(),
    )


def methods(found: WalkForward) -> Section:
    """All month ends together, method by method."""
    rows = [
        (
            method_name(method),
            *(_share(of[name]) for name in ("precision", "value_caught")),
            *(_number(of[name], digits) for name, digits in (("lead_days", 0), ("false_alarms", 1))),
        )
        for method, of in found.measured.estimates.items()
    ]
    return Section(
        id="methods",
        title=say("Lists of equal length"),
        remark=say("{n} month ends, {days} days ahead", n=len(found.origins), days=found.asked.horizon),
        sentence="",
        chart=None,
        table=Table(
            (
                column("method", say("List by"), "text"),
                column("precision", say("came true"), "text"),
                column("value_caught", say("lost value caught"), "text"),
                column("lead_days", say("days before the fall"), "text"),
                column("false_alarms", say("false alarms a month"), "text"),
            ),
            tuple(rows),
            more=say("In brackets 95 of 100 cases."),
        ),
        width="full",
    )


def months(found: WalkForward) -> Section:
    """Which part of each list came true, month end by month end."""
    names = list(found.measured.estimates)
    told = {(row["as_of"], row["method"]): row["precision"] for row in found.rows.to_pylist()}
    lines = {name: [_exact(told[at, name]) for at in found.origins] for name in names}
    ends = [f"{at:%Y-%m}" for at in found.origins]
    return Section(
        id="months",
        title=say("Month end by month end"),
        remark=say("part of each list that came true"),
        sentence="",
        chart=Chart(
            "lines",
            {
                "x": ends,
                "series": [{"name": method_name(name), "values": lines[name]} for name in DRAWN],
                "stacked": False,
                "unit": "share",
            },
        ),
        table=Table(
            (column("month", say("Month"), "month"), *(column(name, method_name(name), "share") for name in names)),
            tuple(zip(ends, *lines.values(), strict=True)),
        ),
        width="full",
    )


def _strip(found: WalkForward) -> Iterator[Key]:
    ours = found.measured.estimates[OURS]
    base = say("of all that could be judged {share} did", share=percent(_exact(found.measured.base) or Decimal(0)))
    for name, label, remark in (
        ("precision", say("came true"), base),
        ("value_caught", say("lost value caught"), say("of the value that was lost")),
    ):
        of = ours[name]
        if of is not None:
            yield Key(label, _exact(of.value), remark, "share")
    lead = ours["lead_days"]
    if lead is not None:
        yield Key(say("days before the fall"), round(lead.value), say("half were warned earlier"), "days")
    yield Key(say("Customers"), found.customers, say("could be judged"))


def _definitions() -> tuple[tuple[str, str], ...]:
    return (
        (
            say("came true"),
            say("Part of the list that brought less than a quarter of its own pace in the days that followed."),
        ),
        (
            say("lost value caught"),
            say("Part of what all who fell brought less than their pace, that stood on the list."),
        ),
        (
            say("days before the fall"),
            say("Median of the days from a customer's first warning that came true to its fall."),
        ),
        (say("false alarms a month"), say("Customers of a list that did not fall.")),
    )


def _share(of: Estimate | None) -> Cell:
    return None if of is None else percent_between(of.value, of.low, of.high)


def _number(of: Estimate | None, digits: int) -> Cell:
    return None if of is None else f"{of.value:.{digits}f} ({of.low:.{digits}f}–{of.high:.{digits}f})"


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else round(Decimal(str(value)), 4)
