"""The vital few: the table of the ABC analysis for the first customers (M70)."""

from __future__ import annotations

from typing import Any

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, first_by, share
from vitalfew.report.figures.numerals import percent
from vitalfew.report.figures.words import Filled, column, filled, scores, who
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait

MOST = 12


def vital_few(portrait: Portrait) -> Section | None:
    """The customers with the largest sales: rank, shares, class, grade and what they leave."""
    shown = first_by(portrait.people, "sales", MOST)
    curve = Curve.of(portrait.people["gain"])
    if not shown.num_rows or not curve.above_zero:
        return None
    columns, rows = filled(_offered(portrait, shown.to_pydict()))
    return Section(
        id="vital_few",
        title=say("The vital few"),
        remark=say("the first {n} by sales", n=shown.num_rows),
        sentence=say(
            "The first {n} bring {share} of the sales.",
            n=shown.num_rows,
            share=percent(share(curve.up_to(shown.num_rows), curve.total)),
        ),
        chart=None,
        table=Table(columns, rows),
        width="full",
    )


def _offered(portrait: Portrait, rows: dict[str, Any]) -> Filled:
    better = [sum(other > sales for other in rows["sales"]) for sales in rows["sales"]]
    listed: Filled = [
        (column("rank", "#", "count"), [worse + 1 for worse in better]),
        (column("customer", say("Customer"), "customer"), who(portrait, rows["customer_id"])),
        (column("grade", say("Grade"), "grade"), rows["grade"]),
        (scores(rows["score"]), rows["score"]),
        (column("class", say("Class"), "class"), rows["abc"]),
        (column("sales", say("Sales"), "money"), rows["sales"]),
        (column("share", say("share"), "share"), rows["share"]),
        (column("cumulative", say("cumulative"), "share"), rows["cumulative_share"]),
    ]
    if "contribution" in rows:
        listed.append((column("contribution", say("Contribution"), "money"), rows["contribution"]))
    if "service_cost" in rows:
        costs = zip(rows["service_cost"], rows["gain"], strict=True)
        served = [None if cost is None else share(cost, gain) for cost, gain in costs]
        listed.append((column("cost_share", say("Cost to serve"), "share"), served))
    return listed
