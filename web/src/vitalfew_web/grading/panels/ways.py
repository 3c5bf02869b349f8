"""Where the figures of a run lead: from each cell, bar, class and band to the list of exactly these customers.

Only figures of the run that holds lead anywhere: the list shows the grades of now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from vitalfew_web.grading import gateways
from vitalfew_web.grading.panels.amounts import language

Part = Mapping[str, Any]
Row = Mapping[str, str]
"""Column of a table → the query of the list that a cell leads to."""


def ways_of(part: Part) -> dict[str, Any]:
    """What a section leads to: `rows` and `total` for the cells of its table, `chart` for the places of its drawing."""
    rows = TABLES[part["id"]](part) if part["id"] in TABLES else []
    chart = CHARTS[part["id"]](part) if part["id"] in CHARTS and part["chart"] else None
    return {"rows": rows, "total": TOTALS[part["id"]](part) if part["id"] in TOTALS else {}, "chart": chart}


def to(**filters: object) -> str:
    """The query of the list for some filters."""
    return urlencode(filters)


def _by_first(name: str) -> Callable[[Part], list[Row]]:
    """The number of customers of a row leads to the filter, its value the first cell of the row."""
    return lambda part: [{"customers": to(**{name: row[0]})} for row in part["table"]["rows"]]


def _by_title(view: str) -> Callable[[Part], list[Row]]:
    def rows(part: Part) -> list[Row]:
        labels = {title: label for label, title in gateways.titles_of(view, language()).items()}
        found = (labels.get(row[0]) for row in part["table"]["rows"])
        return [{} if label is None else {"customers": to(**{view: label})} for label in found]

    return rows


def _by_key(name: str, parts: str) -> Callable[[Part], list[Row]]:
    """The rows of the table stand in the order of what is drawn, which has keys."""
    return lambda part: [{"customers": to(**{name: one["key"]})} for one in part["chart"]["data"][parts]]


def _grades(part: Part) -> list[Row]:
    return [
        {"customers": to(held=row[0]), "in": to(moved=f"*~{row[0]}"), "out": to(moved=f"{row[0]}~*")}
        for row in part["table"]["rows"]
    ]


def _grid(part: Part) -> list[Row]:
    data = part["chart"]["data"]
    return [{f"f{column}": to(cell=f"{row}{column}") for column in data["columns"]} for row in data["rows"]]


def _migration(part: Part) -> list[Row]:
    names = part["chart"]["data"]["grades"]
    return [
        {now or "ungraded": to(moved=f"{was}~{now}") for now in names} | ({"all": to(was=was)} if was else {})
        for was in names
    ]


def _whale(part: Part) -> list[Row]:
    def side(row: Any) -> str:
        amount = float(row[3])
        return "plus" if amount > 0 else "loss" if amount < 0 else "even"

    return [{"customers": to(profit=side(row))} for row in part["table"]["rows"]]


TABLES: dict[str, Callable[[Part], list[Row]]] = {
    "pareto": _by_first("class"),
    "rfm": _grid,
    "types": _by_key("type", "cells"),
    "grades": _grades,
    "migration": _migration,
    "segments": _by_title("segment"),
    "whale": _whale,
    "cost_to_serve": _by_title("field"),
    "bands": _by_key("band", "bands"),
    "concentration": lambda part: [{"first": to(first=row[0])} for row in part["table"]["rows"]],
}
"""Section → for each row of its table where its cells lead."""

TOTALS: dict[str, Callable[[Part], Row]] = {
    "migration": lambda part: {name: to(held=name) for name in part["chart"]["data"]["grades"] if name},
}


def _bars(part: Part) -> list[str]:
    data = part["chart"]["data"]
    step, last = int(data["step"]), len(data["labels"]) - 1
    ends = ((int(float(label)), at) for at, label in enumerate(data["labels"]))
    return [to(scored=f"{first}~" if at == last else f"{first}~{first + step}") for first, at in ends]


CHARTS: dict[str, Callable[[Part], Any]] = {
    "rfm": lambda part: [list(row.values()) for row in _grid(part)],
    "migration": lambda part: [
        [to(moved=f"{was}~{now}") for now in part["chart"]["data"]["grades"]] for was in part["chart"]["data"]["grades"]
    ],
    "types": lambda part: [row["customers"] for row in TABLES["types"](part)],
    "grades": _bars,
    "bands": lambda part: [row["customers"] for row in TABLES["bands"](part)],
    "concentration": lambda part: [row["first"] for row in TABLES["concentration"](part)],
}
"""Section → where the places of its drawing lead, in the order in which they are drawn."""
