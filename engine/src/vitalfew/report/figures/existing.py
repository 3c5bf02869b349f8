"""Existing customers by their own rhythm and against the same season (U16)."""

from __future__ import annotations

from vitalfew.insight.remarks.existing import of_buying_again, of_due, of_season, sentences, state_name, trend_name
from vitalfew.languages import say
from vitalfew.report.figures.numerals import count
from vitalfew.report.figures.words import column, who
from vitalfew.report.page_model import Section, Table
from vitalfew.report.portrait import Portrait

MOST = 12


def rhythm(portrait: Portrait) -> Section | None:
    """How many customers buy as usual, fade, sleep and are lost, and what they brought."""
    if portrait.behind is None:
        return None
    found = portrait.behind.existing
    dormant = found.states["dormant"]
    said = of_due(found.due.customers, found.due.yearly, dormant.customers, dormant.yearly)
    return Section(
        id="rhythm",
        title=say("Own rhythm"),
        remark=say("silence against each customer's own gaps"),
        sentence=str(next(iter(said))),
        chart=None,
        table=Table(
            (
                column("state", say("State"), "text"),
                column("customers", say("Customers"), "count"),
                column("yearly", say("Money of their last year"), "money"),
            ),
            tuple((state_name(name), one.customers, one.yearly) for name, one in found.states.items() if one.customers),
            more=str(next(iter(of_buying_again(found.everybody)))),
        ),
    )


def season(portrait: Portrait) -> Section | None:
    """Who rises and who falls against the same days a year ago."""
    if portrait.behind is None or not any(one.customers for one in portrait.behind.existing.trends.values()):
        return None
    found = portrait.behind.existing
    return Section(
        id="season",
        title=say("Against the same season"),
        remark=say("the last {days} days and the same a year ago", days=found.window),
        sentence=" ".join(map(str, of_season(found.trends, found.window, has_season=True))),
        chart=None,
        table=Table(
            (
                column("trend", say("Trend"), "text"),
                column("customers", say("Customers"), "count"),
                column("recent", say("Now"), "money"),
                column("season", say("A year ago"), "money"),
            ),
            tuple((trend_name(name), one.customers, one.recent, one.season) for name, one in found.trends.items()),
        ),
    )


def late(portrait: Portrait) -> Section | None:
    """The customers that are late against their own rhythm, those that brought most first."""
    if portrait.behind is None:
        return None
    everybody = portrait.behind.existing.waiting
    rows = everybody.slice(0, MOST)
    if not rows.num_rows:
        return None
    told = rows.to_pydict()
    states = [state_name(state) for state in told["state"]]
    cells = (who(portrait, told["customer_id"]), states, told["yearly"], sentences(rows).to_pylist())
    return Section(
        id="late",
        title=say("Late against their own rhythm"),
        remark=say("the {n} of {all} that bring most", n=count(rows.num_rows), all=count(everybody.num_rows)),
        sentence="",
        chart=None,
        table=Table(
            (
                column("customer", say("Customer"), "customer"),
                column("state", say("State"), "text"),
                column("yearly", say("Money of their last year"), "money"),
                column("sentence", say("Rhythm"), "sentence"),
            ),
            tuple(zip(*cells, strict=True)),
            more=say("vitalfew existing lists all of them.") if everybody.num_rows > MOST else "",
        ),
        width="full",
    )
