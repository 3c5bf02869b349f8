"""Concentration: how much hangs on the first few, and what their loss would take."""

from __future__ import annotations

from vitalfew.languages import say
from vitalfew.report.figures.folds import Curve, first_by, share
from vitalfew.report.figures.numerals import money, percent
from vitalfew.report.figures.words import called, column
from vitalfew.report.page_model import Chart, Section, Table
from vitalfew.report.portrait import Portrait

FIRST = (1, 3, 5, 10, 20, 50, 100)


def concentration(portrait: Portrait) -> Section | None:
    """The share of the sales that the first 1, 3, 5 … customers bring, and of the contribution its first ones."""
    sales = Curve.of(portrait.people["gain"])
    if not sales.above_zero:
        return None
    profit = Curve.of(portrait.people["contribution"]) if portrait.knows("contribution") else None
    tops = [n for n in FIRST if n <= sales.n]
    shares = [share(sales.up_to(n), sales.total) for n in tops]
    of_profit = None if profit is None else [share(profit.up_to(min(n, profit.n)), profit.total) for n in tops]
    columns = [
        column("first", say("First"), "count"),
        column("sales", say("Sales"), "money"),
        column("sales_share", say("of sales"), "share"),
    ]
    cells = [tops, [sales.up_to(n) for n in tops], shares]
    if of_profit is not None:
        columns.append(column("profit_share", say("of profit, its own first"), "share"))
        cells.append(of_profit)
    sentence = _sentence(portrait, sales)
    return Section(
        id="concentration",
        title=say("Concentration"),
        remark=say("what the first few bring"),
        sentence=sentence,
        chart=Chart("concentration", {"n": tops, "share": shares, "profit": of_profit, "sentence": sentence}),
        table=Table(tuple(columns), tuple(zip(*cells, strict=True))),
    )


def _sentence(portrait: Portrait, sales: Curve) -> str:
    first = called(portrait, first_by(portrait.people, "sales", 1)["customer_id"].to_pylist())[0]
    if sales.n == 1:
        return say("There is one customer only: {name}.", name=first)
    few = min(5, sales.n)
    return say(
        "Without {name}, {share} of the sales would be gone ({amount}); without the first {few}, {part}.",
        name=first,
        amount=money(sales.up_to(1), portrait.currency),
        share=percent(share(sales.up_to(1), sales.total)),
        few=few,
        part=percent(share(sales.up_to(few), sales.total)),
    )
