"""The grid of recency and frequency, and the segments that are made of it (M118)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.folds import share, sums_by, total
from vitalfew.report.figures.numerals import count, money, percent
from vitalfew.report.figures.words import column, title_of
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait

CLASSES = 5
SLIPPING = ("must_not_lose", "at_risk")
_NOBODY: Mapping[str, Any] = {"customers": 0, "gain": Decimal(0), "sales": Decimal(0)}


def grid(portrait: Portrait) -> Section | None:
    """How many customers stand at each meeting of recency and frequency, 5 the best, and what they bring."""
    cells = _cells(portrait)
    if not cells:
        return None
    downwards, across = range(CLASSES, 0, -1), range(1, CLASSES + 1)
    found = [[cells.get((r, f), _NOBODY) for f in across] for r in downwards]
    counts = [[cell["customers"] for cell in row] for row in found]
    whole = total(portrait.people, "gain")
    shares = [[share(cell["gain"], whole) for cell in row] for row in found]
    best = found[0][-1]
    return Section(
        id="rfm",
        title=say("Recency and frequency"),
        remark=say("customers; the shade is their share of sales; 5 is best"),
        sentence=say(
            "The best cell, lately and often: {n}, with {share} of the sales.",
            n=count(best["customers"]),
            share=percent(share(best["gain"], whole)),
        ),
        chart=Chart(
            "grid",
            {
                "rows": [str(r) for r in downwards],
                "columns": [str(f) for f in across],
                "count": counts,
                "value": shares,
                "row_name": say("Recency"),
                "column_name": say("Frequency"),
                "ends": [say("seldom"), say("often"), say("long ago"), say("lately")],
            },
        ),
        table=Table(
            (column("recency", say("Recency"), "text"), *(column(f"f{f}", f"F{f}", "count") for f in across)),
            tuple((f"R{r}", *row) for r, row in zip(downwards, counts, strict=True)),
        ),
    )


def _cells(portrait: Portrait) -> dict[tuple[int, int], Mapping[str, Any]]:
    if not portrait.knows("r", "f"):
        return {}
    people = portrait.people.filter(pc.and_(portrait.people["r"].is_valid(), portrait.people["f"].is_valid()))
    rows = people.group_by(["r", "f"]).aggregate([("customer_id", "count"), ("gain", "sum")]).to_pylist()
    return {
        (int(row["r"]), int(row["f"])): {"customers": row["customer_id_count"], "gain": row["gain_sum"]} for row in rows
    }


def segments(portrait: Portrait) -> Section | None:
    """The named segments of RFM, with what they bring."""
    if not portrait.knows("segment"):
        return None
    scheme = portrait.beside.schemes["rfm"]
    found = sums_by(portrait.people, "segment", "sales", "gain")
    all_of_them, whole = sum(group["customers"] for group in found.values()), total(portrait.people, "gain")
    ordered = [label for label in map(str, scheme.grade_labels()) if label in found]
    rows = tuple(
        (
            title_of(scheme, "segment", label),
            found[label]["customers"],
            share(found[label]["customers"], all_of_them),
            found[label]["sales"],
            share(found[label]["gain"], whole),
        )
        for label in ordered
    )
    return Section(
        id="segments",
        title=say("Segments"),
        remark=say("by recency, frequency and amount, all history"),
        sentence=_slipping(portrait, found),
        chart=None,
        table=Table(
            (
                column("segment", say("Segment"), "text"),
                column("customers", say("Customers"), "count"),
                column("customers_share", say("of customers"), "share"),
                column("sales", say("Sales"), "money"),
                column("sales_share", say("of sales"), "share"),
            ),
            rows,
            (
                say("All"),
                all_of_them,
                share(all_of_them, all_of_them),
                total(portrait.people, "sales"),
                share(whole, whole),
            ),
        ),
    )


def _slipping(portrait: Portrait, found: Mapping[str, Mapping[str, Any]]) -> str:
    groups = [found[label] for label in SLIPPING if label in found]
    if not groups:
        return say("No customer that bought well has gone quiet.")
    return say(
        "Bought well and gone quiet: {n}, with {amount} in sales.",
        n=count(sum(group["customers"] for group in groups)),
        amount=money(sum((group["sales"] for group in groups), Decimal(0)), portrait.currency),
    )
