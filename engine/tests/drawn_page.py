"""Pages of a made-up company, of any size, with every kind of drawing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import Any

from vitalfew.report.page_model import (
    Chart,
    Column,
    Customers,
    Grade,
    Key,
    Measure,
    Page,
    Section,
    Table,
    Why,
)

NAMES = ("Nordwind GmbH", "台北聯合實業", "Brückner Antriebe AG", "华东精密机床", "佐藤精機", "Meridian Foods Ltd")
MONTHS = tuple(f"2025-{month:02}" for month in (11, 12)) + tuple(f"2026-{month:02}" for month in range(1, 11))
MEASURES = (("contribution", "Contribution", "money", "0.35"), ("gap", "Buying rhythm", "days", "0.2"),
            ("potential", "Potential", "share", "0.2"), ("payment", "Days late", "days", "0.15"),
            ("complaints", "Complaints", "count", "-0.1"))  # fmt: skip
GRADES = (
    Grade("A", "A", "Key account", "Care first."),
    Grade("B", "B", "Growing", ""),
    Grade("C", "C", "Steady", ""),
    Grade("D", "D", "Small", ""),
)


def page(customers: int = 300, *, names: Sequence[str] = NAMES, language: str = "en", **changed: Any) -> Page:
    """A page of so many customers; the names are taken in turn, each numbered after the first round."""
    people = _people(customers, names)
    whole = Page(
        language=language,
        title="Where the profit comes from",
        company="Hengyi Drives",
        subtitle="Customer grading report · as of 31 October 2026, twelve months · amounts in CNY",
        currency="CNY",
        grades=GRADES,
        opening=(
            "23 of 486 customers bring 70 % of the profit after cost to serve. The last 95 take 5.7M back.",
            "Sales were 492.2M, contribution 55.9M.",
            "27 customers changed their grade since 30 September: 14 up, 13 down.",
            f"Call {people[0].name}: its score fell by 5.3 points, most of it by late payment.",
            "Not known: cost of 12 customers; no customer has a wallet.",
        ),
        strip=(
            Key("Revenue", Decimal("492234871.55"), "+4.1 %", "money"),
            Key("Contribution", Decimal("55912345.10"), "+6.8 %", "money"),
            Key("Grade A", 22, "bring 67 %"),
            Key("Changed grade", 27, "14 up, 13 down"),
            Key("Top customer", Decimal("0.102"), "of contribution", "share"),
        ),
        sections=sections(people),
        customers=listed(people),
        definitions=(
            ("Contribution", "gross profit less cost to serve: trade terms, promotion, service hours, returns."),
            ("ABC", "ranks customers by sales; A ends at 80 %, B at 95 % of the total."),
            ("Recency", "days since the last order; in five equal groups."),
        ),
        quality=Section(
            "quality", "Data quality", "what was left out", "12 rows were rejected, 3 have no customer.", None,
            Table((Column("Table", "text", "table"), Column("Rows", "count", "rows"), Column("Rejected", "count", "rejected")),
                  (("orders", 41208, 12), ("payments", 9120, 0)))),
        foot="vitalfew grade --as-of 2026-10-31 --scheme key_accounts · inputs 9f3c71e1 · vitalfew 0.2.0",
    )  # fmt: skip
    return replace(whole, **changed)


class Person:
    """One customer of the made-up company."""

    def __init__(self, place: int, name: str, draw: random.Random) -> None:
        self.id, self.name = f"K-{place:05}", name
        self.sales = Decimal(int(4_000_000_00 / (place + 1) ** 0.8) + draw.randrange(1, 9999)) / 100
        self.profit = (self.sales * Decimal(draw.randrange(-10, 30)) / 100).quantize(Decimal("0.01"))
        self.cost = (self.sales * Decimal(draw.randrange(2, 40)) / 100).quantize(Decimal("0.01"))
        self.points = [Decimal(draw.randrange(0, 1001)) / 10 for _ in MEASURES]
        self.score = sum((p * Decimal(m[3]) for p, m in zip(self.points, MEASURES, strict=True)), Decimal(10)).quantize(Decimal("0.01"))  # fmt: skip
        self.grade = "ABCD"[sum(self.score < cut for cut in (65, 50, 35))]
        self.months = tuple(draw.randrange(0, 90_000) for _ in MONTHS) if draw.random() < 0.95 else None


def _people(n: int, names: Sequence[str]) -> list[Person]:
    draw = random.Random(7)
    rounds = ["" if place < len(names) else f" {place}" for place in range(n)]
    return [Person(place, names[place % len(names)] + rounds[place], draw) for place in range(n)]


def listed(people: Sequence[Person]) -> Customers:
    n = len(people)
    columns = (Column("Customer", "customer", "customer"), Column("Grade", "grade", "grade"),
               Column("Score", "score", "score"), Column("Sales", "money", "sales"),
               Column("Contribution", "money", "contribution"), Column("Days late", "days", "late"))  # fmt: skip
    ranks = [1 + sorted(-p.points[at] for p in people).index(-one.points[at]) if n < 1000 else place + 1
             for at in range(len(MEASURES)) for place, one in enumerate(people)]  # fmt: skip
    return Customers(
        columns=columns,
        cells={
            "customer": tuple((one.id, one.name) for one in people),
            "grade": tuple(one.grade for one in people),
            "score": tuple(one.score for one in people),
            "sales": tuple(one.sales for one in people),
            "contribution": tuple(one.profit for one in people),
            "late": tuple(None if place % 11 == 3 else place % 40 for place in range(n)),
        },
        spark_months=MONTHS,
        spark=tuple(one.months for one in people),
        why=Why(
            metrics=tuple(Measure(name, label, kind, Decimal(weight), n) for name, label, kind, weight in MEASURES),
            values=tuple(tuple(one.profit for one in people) for _ in MEASURES),
            points=tuple(tuple(one.points[at] for one in people) for at in range(len(MEASURES))),
            ranks=tuple(tuple(ranks[at * n : (at + 1) * n]) for at in range(len(MEASURES))),
        ),
        change=tuple(f"Contribution up to {one.profit + 1000}: grade A" if place % 3 else None for place, one in enumerate(people)),
        total=n,
    )  # fmt: skip


def sections(people: Sequence[Person]) -> tuple[Section, ...]:
    return (_pareto(people), _grades(people), _grid(), _board(), _whale(people), _scatter(people), _bands(),
            _concentration(people), _migration(), _movers(people), _lines())  # fmt: skip


def _part(name: str, title: str, chart: Chart | None, table: Table, width: Any = "half") -> Section:
    return Section(name, title, "twelve months", f"{title}: what it says in one sentence.", chart, table, width)


def _counts(*rows: tuple[Any, ...]) -> Table:
    return Table((Column("Group", "text", "group"), Column("Customers", "count", "customers"), Column("Share", "share", "share")), rows)  # fmt: skip


def _pareto(people: Sequence[Person]) -> Section:
    n = len(people)
    values = sorted((one.sales for one in people), reverse=True)
    sums = [Decimal(0), *accumulate(values)]
    places = sorted({round(n * at / 200) for at in range(201)})
    percent = [100 * sum_ / sums[-1] for sum_ in sums]
    cuts = [next(place for place, y in enumerate(percent) if y >= cut) for cut in (80, 95)]
    marks = [{"label": "AB"[at], "customers": cut, "x": 100 * Decimal(cut) / n, "y": percent[cut]} for at, cut in enumerate(cuts)]  # fmt: skip
    table = Table(
        (Column("Class", "class", "class"), Column("Customers", "count", "customers"), Column("Sales", "money", "sales"), Column("Share", "share", "share")),
        (("A", cuts[0], sums[cuts[0]], Decimal("0.8")), ("B", cuts[1] - cuts[0], sums[cuts[1]] - sums[cuts[0]], Decimal("0.15")),
         ("C", n - cuts[1], sums[-1] - sums[cuts[1]], Decimal("0.05"))),
        ("All", n, sums[-1], Decimal(1)))  # fmt: skip
    data = {
        "x": [100 * Decimal(p) / n for p in places],
        "y": [percent[p] for p in places],
        "cuts": marks,
        "unit": "CNY",
    }
    return _part("pareto", "Pareto", Chart("pareto", data), table)


def _grades(people: Sequence[Person]) -> Section:
    counts = [sum(5 * at <= one.score < 5 * at + 5 for one in people) for at in range(20)]
    data = {"labels": [str(5 * at) for at in range(20)], "values": counts, "unit": "customers", "step": 5,
            "marks": [{"at": Decimal(cut), "label": grade} for grade, cut in (("A", 65), ("B", 50), ("C", 35))]}  # fmt: skip
    table = Table((Column("Grade", "grade", "grade"), Column("Customers", "count", "customers"), Column("In", "count", "in")),
                  tuple((grade, sum(one.grade == grade for one in people), 3) for grade in "ABCD"), ("All", len(people), None))  # fmt: skip
    return _part("grades", "Grades", Chart("bars", data), table)


def _grid() -> Section:
    counts = [[(r * 7 + f * 5) % 40 for f in range(5)] for r in range(5)]
    shares = [[Decimal((5 - r) * (f + 1) ** 2) / 400 for f in range(5)] for r in range(5)]
    data = {"rows": list("54321"), "columns": list("12345"), "count": counts, "value": shares, "row_name": "Recency",
            "column_name": "Frequency", "ends": ["seldom", "often", "long ago", "lately"]}  # fmt: skip
    table = Table((Column("Recency", "text", "recency"), *(Column(f"F{f}", "count", f"f{f}") for f in range(1, 6))),
                  tuple((f"R{5 - at}", *row) for at, row in enumerate(counts)))  # fmt: skip
    return _part("rfm", "Recency and frequency", Chart("grid", data), table, "third")


def _board() -> Section:
    kinds = (("old_big", "Old + big", 32, 30, "0.7"), ("new_big", "New + big", 4, None, "0.03"),
             ("old_small", "Old + small", 354, None, "0.21"), ("new_small", "New + small", 96, None, "0.06"))  # fmt: skip
    cells = [{"key": key, "name": name, "count": count, "cap": cap, "share_value": Decimal(part),
              "share_customers": Decimal(count) / 486, "remark": "" if cap else "open policy"}
             for key, name, count, cap, part in kinds]  # fmt: skip
    rows = [(name, count, Decimal(part)) for _, name, count, _, part in kinds]
    return _part("types", "Type board", Chart("board", {"cells": cells}), _counts(*rows), "third")


def _whale(people: Sequence[Person]) -> Section:
    profits = sorted((one.profit for one in people), reverse=True)
    sums = [Decimal(0), *accumulate(profits)]
    top = max(range(len(sums)), key=lambda place: sums[place])
    data = {"x": [*list(range(len(sums)))[::max(1, len(sums) // 300)], len(sums) - 1],
            "y": [*sums[::max(1, len(sums) // 300)], sums[-1]], "break_even": top, "unit": "CNY",
            "peak": {"x": top, "y": sums[top], "label": "peak 61.6M, 110 %"},
            "end": {"x": len(sums) - 1, "y": sums[-1], "label": "reported 55.9M"}}  # fmt: skip
    return _part("whale", "Whale curve", Chart("whale", data), _counts(("earn", top, Decimal(top) / len(people))))


def _scatter(people: Sequence[Person]) -> Section:
    shown = people[:1500]
    points = {"id": [one.id for one in shown], "name": [one.name for one in shown],
              "x": [one.cost / one.sales for one in shown], "y": [(one.profit + one.cost) / one.sales for one in shown],
              "size": [one.sales for one in shown], "grade": [one.grade for one in shown]}  # fmt: skip
    data = {"points": points, "x_name": "Cost to serve, of sales", "y_name": "Gross margin", "x_unit": "share",
            "y_unit": "share", "lines": {"x": None, "y": None, "diagonal": "break-even"}}  # fmt: skip
    return _part("cost", "Profit and cost to serve", Chart("scatter", data), _counts(("key", 9, Decimal("0.1"))))


def _bands() -> Section:
    data = [{"key": key, "label": label, "customers": 97, "value_share": Decimal(value), "cost_share": Decimal(cost), "remark": ""}
            for key, label, value, cost in (("top", "Top 20 %", "0.94", "0.42"), ("middle", "Middle 60 %", "0.17", "0.34"), ("bottom", "Last 20 %", "-0.11", "0.24"))]  # fmt: skip
    rows = [(band["label"], 97, band["value_share"]) for band in data]
    return _part("bands", "20 / 60 / 20", Chart("bands", {"bands": data, "cost_name": "Hours"}), _counts(*rows))


def _concentration(people: Sequence[Person]) -> Section:
    sums = [Decimal(0), *accumulate(one.sales for one in people)]
    tops = [n for n in (1, 5, 10, 20, 50) if n <= len(people)]
    shares = [sums[n] / sums[-1] for n in tops]
    data = {"n": tops, "share": shares, "profit": [s * Decimal("1.1") for s in shares], "sentence": ""}
    rows = [(f"first {n}", n, part) for n, part in zip(tops, shares, strict=True)]
    return _part("concentration", "Concentration", Chart("concentration", data), _counts(*rows))


def _migration() -> Section:
    matrix = [[19, 1, 0, 0, 0], [3, 103, 6, 0, 0], [0, 6, 254, 6, 0], [0, 0, 5, 83, 0], [0, 0, 2, 4, 0]]
    data = {"grades": [*"ABCD", ""], "from": "30 September", "to": "31 October", "matrix": matrix,
            "was": [sum(row) for row in matrix], "now": [sum(column) for column in zip(*matrix, strict=True)]}  # fmt: skip
    return _part("migration", "Migration", Chart("migration", data), _counts(("A", 20, Decimal("0.04"))), "third")


def _movers(people: Sequence[Person]) -> Section:
    columns = (Column("Customer", "customer", "customer"), Column("From", "grade", "from"), Column("To", "grade", "to"),
               Column("Score", "score", "score"), Column("Change", "change", "change"),
               Column("Main cause", "sentence", "cause"), Column("Since", "month", "since"), Column("Sales", "money", "sales"))  # fmt: skip
    rows = tuple(((one.id, one.name), "A", one.grade, one.score, Decimal(place - 4), f"{one.name}: two invoices late", "2026-10", one.sales)
                 for place, one in enumerate(people[:8]))  # fmt: skip
    return _part("movers", "Movers and causes", Chart("movers", {}), Table(columns, rows, more="8 of 27"), "full")


def _lines() -> Section:
    series = [
        {"name": grade, "values": [20 + at * 3 + place for place in range(12)]} for at, grade in enumerate("ABCD")
    ]
    data = {"x": list(MONTHS), "series": series, "stacked": True}
    table = Table(
        (Column("Month", "month", "month"), Column("A", "count", "a")), tuple((month, 20) for month in MONTHS)
    )
    return _part("history", "Grades over time", Chart("lines", data), table, "full")
