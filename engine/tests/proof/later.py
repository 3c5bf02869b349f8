"""The same company with another future: everything after a day is changed, moved, left out or new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from typing import Any

import pyarrow as pa

import vitalfew as vf

Records = list[dict[str, str]]
Tables = dict[str, Records]
Company = Callable[[str], Tables]

DATED_BY = {
    "orders": "order_date",
    "payments": "issued",
    "returns": "day",
    "service_costs": "day",
    "feedback": "day",
    "interactions": "moment",
}
MONEY = ("amount", "cost", "unit_price", "quantity", "paid_amount", "score", "hours", "list_amount")
KEPT = ("customer_id", "name", "parent_id", "since")
FLAGS = {"service_costs": "costs"}


def another_future(tables: Tables, at: date, dice: Random) -> Tables:
    """Facts up to the day as they are; later ones invented, undated ones too."""
    return {name: list(_rows(name, rows, at, dice)) for name, rows in tables.items()}


def _rows(name: str, rows: Records, at: date, dice: Random) -> Iterator[dict[str, str]]:
    for row in rows:
        if name == "customers":
            yield {column: cell if column in KEPT else "" for column, cell in row.items()}
        elif name == "wallet":
            yield row if int(row["year"]) < at.year else {**row, "amount": str(dice.randrange(1, 10**6))}
        elif _day(row[_dated_by(name, row)]) <= at:
            yield _unpaid(row, at, dice)
        elif dice.random() < 0.7:
            yield _invented(row, dice)


def _dated_by(name: str, row: dict[str, str]) -> str:
    return "moment" if name == "orders" and "moment" in row else DATED_BY[name]


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _unpaid(row: dict[str, str], at: date, dice: Random) -> dict[str, str]:
    """A payment after the day may as well never have come."""
    if row.get("paid_on") and _day(row["paid_on"]) > at and dice.random() < 0.5:
        return {**row, "paid_on": "", "paid_amount": ""}
    return row


def _invented(row: dict[str, str], dice: Random) -> dict[str, str]:
    """Another amount, and often another customer, known before or new."""
    changed = {name: str(dice.randrange(1, 99)) for name in MONEY if row.get(name)}
    who = row["customer_id"] if dice.random() < 0.6 else dice.choice(("N1", "N2", "C00001", "C00007", "C00030"))
    return {**row, **changed, "customer_id": who}


def backtested(tables: Tables, **asked: Any) -> vf.Tested:
    """The backtest of these facts."""
    given = {FLAGS.get(name, name): pa.Table.from_pylist(rows) for name, rows in tables.items()}
    return vf.backtest(**given, **asked)
