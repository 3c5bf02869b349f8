"""Windows of time as parameters of metrics, and what several families fold inside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer

from vitalfew.expressions import window_start
from vitalfew.registry import Aggregate, Cells, Columns

YEAR = 365
"""Days of "12 months"."""

SALES: Columns = {"orders": ("amount",)}
"""What every metric of sales needs."""

RETURNS: Columns = {"returns": ("amount",)}
"""What takes money from sales where it is there."""

_UNITS: Mapping[str, int] = {"d": 1, "w": 7, "m": 30, "y": YEAR}
_WRITTEN = re.compile("([0-9]{1,5})([dwmy]?)")


def days_of(window: object) -> int | None:
    """Days of a window written as `365d`, `52w`, `3y`, a number, or `all`. 12 months are 365 days."""
    if window is None or window == "all":
        return None
    if window == "12m":
        return YEAR
    written = _WRITTEN.fullmatch(str(window).strip().lower())
    days = int(written[1]) * _UNITS[written[2] or "d"] if written else 0
    if not 1 <= days <= 100 * YEAR:
        raise ValueError("a window is `all` or a number of days such as 365d, up to 100 years")
    return days


def _ended(days: int | None) -> int:
    if days is None:
        raise ValueError("this window cannot be `all`: give a number of days such as 365d")
    return days


_days_written = PlainSerializer(lambda days: "all" if days is None else f"{days}d", return_type=str)

Window = Annotated[
    int | None,
    BeforeValidator(days_of),
    _days_written,
    Field(description="`all`, or days up to the as-of day, such as 365d."),
]
"""Days up to and including the as-of day; None is all history."""

Period = Annotated[
    int,
    BeforeValidator(_ended),
    BeforeValidator(days_of),
    _days_written,
    Field(description="Days up to the as-of day, such as 365d."),
]
"""Days up to and including the as-of day, where all history would mean nothing."""


def first_day(window: int | None, at: date) -> date | None:
    """First day of the window that ends with `at`; None where there is no window."""
    return None if window is None else window_start(at, window)


def total(table: str, of: Cells, window: int | None, at: date, only: Cells | None = None, **rest: Any) -> Aggregate:
    """The sum over a table's rows in a window."""
    return Aggregate(table, "sum", of, only, since=first_day(window, at), **rest)


def count(table: str, window: int | None, at: date, only: Cells | None = None, **rest: Any) -> Aggregate:
    """How many rows of a table lie in a window."""
    return Aggregate(table, "count", None, only, since=first_day(window, at), **rest)


def net_sales(window: int | None, at: date, name: str = "") -> dict[str, Aggregate]:
    """The two parts of net sales in a window: lines, and returns of orders that hold no negative line."""
    return {
        f"sales{name}": total("orders", lambda line: line.amount, window, at, from_orders=True),
        f"returned{name}": total("returns", lambda row: row.amount, window, at, only=lambda row: row.unbooked),
    }


def net(parts: Any, name: str = "") -> Any:
    """Net sales from their two parts; zero where nothing was bought in the window."""
    sales, returned = getattr(parts, f"sales{name}").fill_null(0), getattr(parts, f"returned{name}")
    return sales if returned is None else sales - returned.fill_null(0)


def valid_orders(
    fold: Any, window: int | None, at: date, of: Cells | None = None, only: Cells | None = None, **inputs: Aggregate
) -> Aggregate:
    """A fold over the valid orders of a window: moment inside it, lines inside it (`spent`) summing above zero."""
    spent = total("orders", lambda line: line.amount, window, at)

    def valid(order: Any) -> Any:
        holds = order.spent > 0
        return holds if only is None else holds & only(order)

    inputs, since = {"spent": spent, **inputs}, first_day(window, at)
    return Aggregate("orders", fold, of, valid, None, "order", inputs, from_orders=len(inputs) == 1, since=since)


def first_order() -> Aggregate:
    """The moment of the first order, valid or not; an order's moment is that of its latest line."""
    return Aggregate("orders", "min", lambda order: order.moment, grain="order", from_orders=True)
