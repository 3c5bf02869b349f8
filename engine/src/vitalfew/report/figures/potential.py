"""What customers could spend by those like them (M42), and what they do not buy yet (M84)."""

from __future__ import annotations

from vitalfew.insight.potential.remarks import of_open, of_white_space
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column, who
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait

MOST = 12


def potential(portrait: Portrait) -> Section | None:
    """The customers with most money open, each with its reasons."""
    if portrait.behind is None or not portrait.behind.potential.room.num_rows:
        return None
    found = portrait.behind.potential
    shown = found.room.slice(0, MOST)
    told = shown.to_pydict()
    cells = (who(portrait, told["customer_id"]), told["sales"], told["gap"], told["share"], found.spoken(shown))
    missing = of_white_space(found.missed, has_categories=True) if found.missed is not None else ()
    return Section(
        id="potential",
        title=say("Potential and white space"),
        remark=say("the {n} of {all} with most open", n=count(shown.num_rows), all=count(found.room.num_rows)),
        sentence=" ".join(map(str, of_open(found.rows))),
        chart=None,
        table=Table(
            (
                column("customer", say("Customer"), "customer"),
                column("sales", say("Sales of the year"), "money"),
                column("gap", say("Open"), "money"),
                column("share", say("Share of wallet"), "share"),
                column("sentence", say("Why"), "sentence"),
            ),
            tuple(zip(*cells, strict=True)),
            more=" ".join([*map(str, missing), say("vitalfew potential tries it on the year that is over.")]),
        ),
        width="full",
    )
