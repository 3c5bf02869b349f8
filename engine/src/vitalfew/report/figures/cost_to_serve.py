"""Profit against the cost to serve: who is worth the effort (M52, B6)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.report.figures.folds import first_by, share, sums_by, total
from vitalfew.report.figures.numerals import count, money
from vitalfew.report.figures.words import called, column, title_of, who
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait

MOST_DOTS = 300
MOST_LOSSES = 10
CELLS = ("key", "costly", "modest", "drain")


def scatter(portrait: Portrait) -> Section | None:
    """Each customer by its gross margin and its cost to serve, both of its sales; below the line we pay to serve.

    Drawn are customers with sales above zero, a margin from -100 % and a cost up to 100 %; of more than MOST_DOTS those
    with the largest contribution, up or down.
    """
    if not portrait.knows("gross_profit", "service_cost", "contribution"):
        return None
    selling = portrait.people.filter(pc.fill_null(pc.greater(portrait.people["gain"], 0), False))
    selling = selling.filter(selling["gross_profit"].is_valid())
    within = _within(selling)
    drawn = _largest(within)
    return Section(
        id="cost_to_serve",
        title=say("Profit and cost to serve"),
        remark=_remark(selling.num_rows, within.num_rows, drawn.num_rows),
        sentence=_sentence(portrait),
        chart=Chart("scatter", _dots(portrait, drawn)) if drawn.num_rows else None,
        table=_cells(portrait),
    )


def _within(selling: pa.Table) -> pa.Table:
    margin = pc.greater_equal(selling["gross_profit"], pc.negate(selling["gain"]))
    return selling.filter(pc.and_(margin, pc.less_equal(selling["service_cost"], selling["gain"])))


def _largest(within: pa.Table) -> pa.Table:
    sized = within.append_column("_size", pc.abs(within["contribution"]))
    return first_by(sized, "_size", MOST_DOTS).drop_columns(["_size"])


def _remark(selling: int, within: int, drawn: int) -> str:
    if drawn < within:
        return say("the {n} of {all} customers that earn or lose most", n=count(drawn), all=count(selling))
    if within < selling:
        return say("customers outside the frame and left out: {n}", n=count(selling - within))
    return say("each dot a customer, its area the sales; below the line we pay to serve")


def _dots(portrait: Portrait, drawn: pa.Table) -> dict[str, Any]:
    columns = drawn.to_pydict()
    sales = columns["gain"]
    return {
        "points": {
            "id": columns["customer_id"],
            "name": [name for _, name in who(portrait, columns["customer_id"])],
            "x": _places(columns["service_cost"], sales),
            "y": _places(columns["gross_profit"], sales),
            "size": [round(value) for value in sales],
            "grade": columns["grade"],
        },
        "x_name": say("Cost to serve, of sales"),
        "y_name": say("Gross margin"),
        "x_unit": "share",
        "y_unit": "share",
        "lines": {"x": None, "y": None, "diagonal": say("break-even")},
    }


def _places(parts: list[Decimal], sales: list[Decimal]) -> list[Decimal | None]:
    """Where dots stand on an axis of shares, to a hundredth of one per cent: finer nothing can be drawn."""
    shares = (share(part, whole) for part, whole in zip(parts, sales, strict=True))
    return [None if each is None else round(each, 4) for each in shares]


def _sentence(portrait: Portrait) -> str:
    losing = first_by(portrait.people, "contribution", 1, "ascending").to_pylist()
    if not losing or losing[0]["contribution"] >= 0:
        return say("Every customer earns at least what it costs to serve.")
    return say(
        "The dearest customer is {name}: it earns {profit} before and {left} after the cost to serve.",
        name=called(portrait, [losing[0]["customer_id"]])[0],
        profit=money(losing[0]["gross_profit"], portrait.currency),
        left=money(losing[0]["contribution"], portrait.currency),
    )


def _cells(portrait: Portrait) -> Table:
    """The four fields of the scheme profit × cost to serve, cut at the medians."""
    scheme = portrait.beside.schemes["cells"]
    found = sums_by(portrait.people, "cell", "gross_profit", "service_cost", "contribution")
    everybody = sum(group["customers"] for group in found.values())
    rows = tuple(
        (
            title_of(scheme, "cell", label),
            found[label]["customers"],
            share(found[label]["customers"], everybody),
            *(found[label][name] for name in ("gross_profit", "service_cost", "contribution")),
        )
        for label in CELLS
        if label in found
    )
    columns = (
        column("field", say("Profit and cost, cut at the median"), "text"),
        column("customers", say("Customers"), "count"),
        column("customers_share", say("of customers"), "share"),
        column("gross_profit", say("Gross profit"), "money"),
        column("service_cost", say("Cost to serve"), "money"),
        column("contribution", say("Contribution"), "money"),
    )
    known = portrait.people.filter(portrait.people["cell"].is_valid())
    sums = (total(known, name) for name in ("gross_profit", "service_cost", "contribution"))
    return Table(columns, rows, (say("All"), everybody, share(everybody, everybody), *sums))


def losses(portrait: Portrait) -> Section | None:
    """The customers that cost most beyond what they earn."""
    if not portrait.knows("contribution"):
        return None
    below = portrait.people.filter(pc.fill_null(pc.less(portrait.people["contribution"], 0), False))
    if not below.num_rows:
        return None
    shown = first_by(below, "contribution", MOST_LOSSES, "ascending")
    known = [name for name in ("sales", "gross_profit", "service_cost", "contribution") if portrait.knows(name)]
    titles = {
        "sales": say("Sales"),
        "gross_profit": say("Gross profit"),
        "service_cost": say("Cost to serve"),
        "contribution": say("Contribution"),
    }
    rows = shown.to_pydict()
    cells = [who(portrait, rows["customer_id"]), rows["grade"], *(rows[name] for name in known)]
    return Section(
        id="losses",
        title=say("Below break-even"),
        remark=say("the {n} dearest of {all}", n=count(shown.num_rows), all=count(below.num_rows)),
        sentence=say(
            "Customers that cost more than they earn: {n}, by {amount} in all.",
            n=count(below.num_rows),
            amount=money(-total(below, "contribution"), portrait.currency),
        ),
        chart=None,
        table=Table(
            (
                column("customer", say("Customer"), "customer"),
                column("grade", say("Grade"), "grade"),
                *(column(name, titles[name], "money") for name in known),
            ),
            tuple(zip(*cells, strict=True)),
        ),
    )
