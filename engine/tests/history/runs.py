"""A history, and the run of a single day to hold it against."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa

import vitalfew as vf
from vitalfew.history import Days, History, history
from vitalfew.readers.reading import Options
from vitalfew.run import Request

FLAGS = {"service_costs": "costs", "exchange_rates": "rates"}
Tables = dict[str, Any]
Company = Callable[[str], Tables]


def followed(tables: Tables, scheme: vf.Scheme, days: Days, **asked: Any) -> History:
    """The history of these facts."""
    return history(tables, Request(scheme, **asked), Options(today=date.max), days)


def graded(tables: Tables, scheme: vf.Scheme, day: date, **asked: Any) -> vf.Result:
    """The run of one day."""
    given = {FLAGS.get(name, name): rows for name, rows in tables.items()}
    return vf.grade(**given, scheme=scheme, as_of=day, **asked)


def told(rows: pa.Table) -> list[dict[str, Any]]:
    """Who has which grade and score, in order."""
    found: list[dict[str, Any]] = rows.select(["customer_id", "grade", "score"]).to_pylist()
    return found


def orders(*rows: tuple[str, str, str, int | str]) -> pa.Table:
    """Lines of orders: customer, number, day, amount."""
    names = ("customer_id", "order_id", "order_date", "amount")
    return pa.table({name: [str(row[place]) for row in rows] for place, name in enumerate(names)})
