"""The Pareto curve of sales and the classes of the ABC analysis (M20, M69, M70)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, per_cent, share, sums_by, total
from vitalfew.report.figures.numerals import count, money, percent
from vitalfew.report.figures.words import column
from vitalfew.report.page_model import Cell, Chart, Section, Table
from vitalfew.report.portrait import Portrait


def pareto(portrait: Portrait) -> Section:
    """Customers from the largest sales to the smallest: how many bring how much; sales below zero count as zero."""
    curve = Curve.of(portrait.people["gain"])
    rows = _classes(portrait, curve)
    return Section(
        id="pareto",
        title=say("Pareto"),
        remark=say("cumulative sales, per cent of {amount}", amount=money(curve.total, portrait.currency)),
        sentence=_sentence(curve, rows),
        chart=_chart(portrait, curve, rows),
        table=Table(
            (
                column("class", say("Class"), "class"),
                column("customers", say("Customers"), "count"),
                column("customers_share", say("of customers"), "share"),
                column("sales", say("Sales"), "money"),
                column("sales_share", say("of sales"), "share"),
                column("from", say("from"), "money"),
            ),
            rows,
            (say("All"), curve.n, share(curve.n, curve.n), total(portrait.people, "sales"), _whole(curve), None),
        ),
    )


def _whole(curve: Curve) -> Decimal | None:
    return share(curve.total, curve.total)


def class_names(portrait: Portrait) -> tuple[str, ...]:
    """The classes of the analysis, best first."""
    return tuple(str(label) for label in portrait.beside.schemes["abc"].grade_labels())


def _classes(portrait: Portrait, curve: Curve) -> tuple[tuple[Cell, ...], ...]:
    people = portrait.people
    found = sums_by(people, "abc", "sales", "gain")
    least = people.group_by("abc").aggregate([("sales", "min")]).to_pylist()
    lowest = {row["abc"]: row["sales_min"] for row in least}
    none: dict[str, Any] = {"customers": 0, "sales": Decimal(0), "gain": Decimal(0)}
    rows = []
    for name in class_names(portrait):
        group = found.get(name, none)
        of_all, of_sales = share(group["customers"], curve.n), share(group["gain"], curve.total)
        rows.append((name, group["customers"], of_all, group["sales"], of_sales, lowest.get(name)))
    return tuple(rows)


def _chart(portrait: Portrait, curve: Curve, rows: tuple[tuple[Any, ...], ...]) -> Chart:
    cuts, so_far = [], 0
    for name, customers, *_ in rows[:-1]:
        so_far += customers
        cuts.append((name, so_far))
    places = curve.places(place for _, place in cuts)
    marks = [
        {
            "label": name,
            "customers": place,
            "x": per_cent(place, curve.n),
            "y": per_cent(curve.up_to(place), curve.total),
        }
        for name, place in cuts
        if place
    ]
    data = {
        "x": [per_cent(place, curve.n) for place in places],
        "y": [per_cent(curve.up_to(place), curve.total) for place in places],
        "cuts": marks,
        "unit": portrait.currency or "",
    }
    return Chart("pareto", data)


def _sentence(curve: Curve, rows: tuple[tuple[Any, ...], ...]) -> str:
    if not curve.above_zero:
        return say("No customer has sales above zero.")
    if curve.value(1) == curve.value(curve.n):
        return say("No vital few: all {n} customers bring the same.", n=count(curve.n))
    name, customers, of_all, _, of_sales, _ = rows[0]
    return say(
        "Class {name}: {n} of {all} customers ({share}), with {part} of the sales.",
        name=name,
        n=count(customers),
        all=count(curve.n),
        share=percent(of_all),
        part=percent(of_sales),
    )


def enough_for(curve: Curve, per_hundred: int) -> int:
    """How many of the largest customers bring at least so many per cent of the total."""
    low, high = 0, curve.n
    while low < high:
        middle = (low + high) // 2
        enough = 100 * curve.up_to(middle) >= per_hundred * curve.total
        low, high = (low, middle) if enough else (middle + 1, high)
    return low


def buyers(portrait: Portrait) -> int:
    """Customers with an order."""
    return int(pc.sum(portrait.people["sales"].is_valid()).as_py() or 0)
