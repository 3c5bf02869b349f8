"""Small companies written as customers with their days of purchase."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

START = date(2025, 1, 1)
Line = tuple[str, int, Any]
"""Customer, days after the start, amount of an order of one line."""


def orders(lines: Iterable[Line]) -> pa.Table:
    rows = list(lines)
    return pa.table(
        {
            "customer_id": [customer for customer, _, _ in rows],
            "order_id": [str(number) for number in range(len(rows))],
            "order_date": [str(START + timedelta(days=days)) for _, days, _ in rows],
            "amount": [str(amount) for _, _, amount in rows],
        }
    )


def buying(*days: int, customer: str = "A", amount: Any = 10) -> list[Line]:
    return [(customer, day, amount) for day in days]


def on(days: int) -> str:
    return str(START + timedelta(days=days))
