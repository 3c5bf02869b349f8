"""Early warning: the customers to call, each with its signals."""

from __future__ import annotations

from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column, who
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait
from vitalfew.warning.remarks import colour_name, of_points

MOST = 12


def warnings(portrait: Portrait) -> Section | None:
    """The customers with most points, those with most value first among equals."""
    if portrait.behind is None or not portrait.behind.warnings.alarms.num_rows:
        return None
    found = portrait.behind.warnings
    shown = found.alarms.slice(0, MOST)
    told = shown.to_pydict()
    colours = [colour_name(colour) for colour in told["colour"]]
    cells = (who(portrait, told["customer_id"]), colours, told["points"], told["yearly"], found.spoken()[:MOST])
    return Section(
        id="warnings",
        title=say("Early warning"),
        remark=say("signals that a customer may leave, most points first"),
        sentence=say(
            "{red} customers are red and {yellow} yellow.",
            red=count(found.colours["red"].customers),
            yellow=count(found.colours["yellow"].customers),
        ),
        chart=None,
        table=Table(
            (
                column("customer", say("Customer"), "customer"),
                column("colour", say("Colour"), "text"),
                column("points", say("Points"), "count"),
                column("yearly", say("Money of their last year"), "money"),
                column("sentence", say("Signals"), "sentence"),
            ),
            tuple(zip(*cells, strict=True)),
            more=str(next(of_points(found.signals))),
        ),
        width="full",
    )
