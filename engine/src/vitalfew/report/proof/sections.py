"""The parts of a backtest's page, each a sentence, a drawing where one helps, and the table."""

from __future__ import annotations

from decimal import Decimal

from vitalfew.languages import say
from vitalfew.proof import MEASURES, METHODS, Backtest, Origin
from vitalfew.proof.intervals import Estimate
from vitalfew.proof.shares import Brought
from vitalfew.report.figures.numerals import day
from vitalfew.report.figures.words import column, filled
from vitalfew.report.page_model import Cell, Chart, Column, Section, Table
from vitalfew.report.proof.sentences import buyers, fifth, forecast, list_of_best, method_name

IN_MONEY = ("mae", "bias")
"""Measures that are amounts; all others are fractions."""


def sections(found: Backtest, origin: Origin) -> tuple[Section, ...]:
    """Lists of equal length, what each grade brought, all measures, and how far chances held."""
    drawn = (lists(found, origin), grades(origin), measures(found, origin), reliability(origin))
    return tuple(section for section in drawn if section is not None)


def lists(found: Backtest, origin: Origin) -> Section:
    """What the list of the best grade brought, and lists as long by simpler methods."""
    whole = origin.lists["scheme"].profit_share is not None
    rows = [(method_name(found, method), origin.lists[method]) for method in METHODS]
    bars = [
        {
            "key": name,
            "label": name,
            "customers": of.customers,
            "value": of.profit if whole else of.revenue,
            "value_share": of.profit_share if whole else of.share,
            "cost": None,
            "cost_share": None,
            "remark": "",
        }
        for name, of in rows
    ]
    offered: list[tuple[Column, list[Cell]]] = [
        (column("method", say("List by"), "text"), [name for name, _ in rows]),
        (column("customers", say("Customers"), "count"), [of.customers for _, of in rows]),
        *_money([of for _, of in rows]),
    ]
    heads, cells = filled(offered)
    return Section(
        id=f"lists-{origin.at}",
        title=say("Lists of equal length"),
        remark=say("part of the profit since {day}", day=day(origin.at))
        if whole
        else say("part of the sales since {day}", day=day(origin.at)),
        sentence=list_of_best(found, origin),
        chart=Chart("bands", {"bands": bars, "cost_name": ""}) if bars[0]["value_share"] is not None else None,
        table=Table(heads, cells),
    )


def grades(origin: Origin) -> Section:
    """What the customers of each grade brought."""
    several = list(origin.by_grade.values())
    offered: list[tuple[Column, list[Cell]]] = [
        (column("grade", say("Grade"), "grade"), list(origin.by_grade)),
        (column("customers", say("Customers"), "count"), [of.customers for of in several]),
        (column("bought", say("bought since"), "count"), [of.bought for of in several]),
        *_money(several),
    ]
    heads, cells = filled(offered)
    return Section(
        id=f"grades-{origin.at}",
        title=say("What each grade brought"),
        remark=say("since {day}", day=day(origin.at)),
        sentence=buyers(origin),
        chart=None,
        table=Table(heads, cells),
    )


def measures(found: Backtest, origin: Origin) -> Section:
    """Measure by measure the scheme with its interval, and the simpler methods."""
    heads = [
        column("measure", say("Measure"), "text"),
        column("scheme", method_name(found, "scheme"), "number"),
        column("low", say("lower end"), "number"),
        column("high", say("upper end"), "number"),
        *(column(method, method_name(found, method), "number") for method in METHODS[1:]),
    ]
    rows = [(measure, *_row(measure, origin)) for measure in MEASURES]
    return Section(
        id=f"measures-{origin.at}",
        title=say("All measures"),
        remark=say("since {day}; with 95 % intervals of the scheme", day=day(origin.at)),
        sentence=fifth(origin),
        chart=None,
        table=Table(tuple(heads), tuple(rows)),
        width="full",
    )


def reliability(origin: Origin) -> Section | None:
    """Customers in tenths by their chance of buying: how many did. None where no chance was learned."""
    tenths = origin.tenths.get("scheme", ())
    if not tenths:
        return None
    names = [say("tenth {n}", n=one.tenth) for one in tenths]
    chances, bought = (
        [_exact(value, 3) for value in values]
        for values in zip(*((one.chance, one.bought) for one in tenths), strict=True)
    )
    points = {
        "id": names,
        "name": names,
        "x": chances,
        "y": bought,
        "size": [one.customers for one in tenths],
        "grade": [None] * len(tenths),
    }
    axes = {"x_name": say("chance of buying"), "y_name": say("bought since"), "x_unit": "share", "y_unit": "share"}
    return Section(
        id=f"reliability-{origin.at}",
        title=say("How far chances held"),
        remark=say("since {day}; tenths of the customers by their chance", day=day(origin.at)),
        sentence=forecast(origin),
        chart=Chart(
            "scatter", {"points": points, **axes, "lines": {"x": None, "y": None, "diagonal": say("as foreseen")}}
        ),
        table=Table(
            (
                column("tenth", say("Tenth"), "count"),
                column("customers", say("Customers"), "count"),
                column("chance", say("chance of buying"), "share"),
                column("bought", say("bought since"), "share"),
            ),
            tuple(
                (one.tenth, one.customers, chance, share)
                for one, chance, share in zip(tenths, chances, bought, strict=True)
            ),
        ),
        width="full",
    )


def _money(several: list[Brought]) -> list[tuple[Column, list[Cell]]]:
    """Sales and profit since, each with its part of all."""
    return [
        (column("revenue_after", say("sales since"), "money"), [of.revenue for of in several]),
        (column("share", say("share"), "share"), [of.share for of in several]),
        (column("profit_after", say("profit since"), "money"), [of.profit for of in several]),
        (column("profit_share", say("share"), "share"), [of.profit_share for of in several]),
    ]


def _row(measure: str, origin: Origin) -> tuple[Cell, ...]:
    digits = 2 if measure in IN_MONEY else 3
    ours, *others = (origin.estimates[method][measure] for method in METHODS)
    ends = (
        (None, None, None) if ours is None else tuple(_exact(end, digits) for end in (ours.value, ours.low, ours.high))
    )
    return (*ends, *(_value(other, digits) for other in others))


def _value(of: Estimate | None, digits: int) -> Decimal | None:
    return None if of is None else _exact(of.value, digits)


def _exact(value: float, digits: int) -> Decimal:
    return Decimal(f"{value:.{digits}f}")
