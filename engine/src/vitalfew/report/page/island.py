"""The data of the page for its script: JSON inside the page, that can hold no markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from vitalfew.report.page.columns import places, shown
from vitalfew.report.page.figures import chips
from vitalfew.report.page.packing import line, packed
from vitalfew.report.page_model import Cell, Customers, Page, Why, as_json

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def island(page: Page, words: Mapping[str, str]) -> str:
    """All that the script needs, as one text."""
    charts = {part.id: as_json(part.chart) for part in page.sections if part.chart is not None}
    data = {
        "words": words,
        "grades": chips(page.grades),
        "charts": charts,
        "list": page.customers and _list(page.customers),
    }
    return inert(data)


def inert(data: Any) -> str:
    """Data as JSON in which no sign could end the element that holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _list(customers: Customers) -> dict[str, Any]:
    """The list in columns. The pair of id and name becomes two columns."""
    people = next(customers.cells[column.key] for column in customers.columns if column.kind == "customer")
    grade = next((column.key for column in customers.columns if column.kind == "grade"), None)
    return {
        "columns": [as_json(column) for column in customers.columns],
        "shown": len(shown(customers.columns)),
        "places": places(customers.columns),
        "ids": [_pair(one)[0] for one in people],
        "names": [_pair(one)[1] for one in people],
        "grade": grade,
        "cells": {
            column.key: packed(customers.cells[column.key], column.kind)
            for column in customers.columns
            if column.kind != "customer"
        },
        "spark": [line(months) for months in customers.spark],
        "why": _why(customers.why),
        "change": customers.change,
    }


def _why(why: Why) -> dict[str, Any]:
    return {
        "metrics": [as_json(metric) for metric in why.metrics],
        "values": [packed(cells, metric.kind) for metric, cells in zip(why.metrics, why.values, strict=True)],
        "points": [packed(cells, "score") for cells in why.points],
        "ranks": [packed(cells, "count") for cells in why.ranks],
    }


def _pair(cell: Cell) -> tuple[str, str | None]:
    assert isinstance(cell, tuple), "a cell of the kind customer is a pair"
    return cell
