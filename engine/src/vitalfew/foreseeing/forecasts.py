"""What was learned → a forecast for every customer, worked out once for each distinct history."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from vitalfew.backends import DuckDB
from vitalfew.foreseeing.learning import Learned, floats
from vitalfew.models.histories import KEYS, Histories, Numbers, grouped
from vitalfew.models.horizon import Horizon, forecast

DIGITS = 12
"""Significant digits of a forecast; what stands behind them depends on the machine."""

FORECASTS = ("p_alive", "p_return", "expected_orders", "expected_value", "worth")
"""Columns: the last is discounted revenue, of which a margin leaves the lifetime value."""


def forecasts(database: DuckDB, every: pa.Table, learned: Learned, horizon: Horizon) -> pa.Table:
    """Customers in order with what is to be expected of each; missing for one without an occasion."""
    joined = _joined(database, every, learned, horizon)
    absent = joined["age"].is_null().to_numpy()
    spend = learned.amounts.expected(floats(joined["frequency"]), floats(joined["repeated"]))
    numbers = {name: floats(joined[name]) for name in ("p_alive", "p_return", "expected_orders")}
    numbers["expected_value"] = numbers["expected_orders"] * spend
    numbers["worth"] = floats(joined["worth"]) * spend
    found = joined.drop_columns([*FORECASTS[:3], "worth"])
    for name in FORECASTS:
        found = found.append_column(name, cells(numbers[name], absent))
    return found


def _joined(database: DuckDB, every: pa.Table, learned: Learned, horizon: Horizon) -> pa.Table:
    known = database.attach("customers with a history", every.filter(every["age"].is_valid()))
    histories = Histories.of(database.fetch(grouped(known)))
    found = forecast(learned.known, histories, horizon)
    keys = {name: getattr(histories, name).astype(np.int64) for name in KEYS}
    numbers = {"p_alive": found.alive, "p_return": found.returning, "expected_orders": found.orders}
    ahead = database.attach("forecasts", pa.table({**keys, **numbers, "worth": found.worth}))
    customers = database.attach("every customer", every)
    joined = customers.left_join(ahead, list(KEYS), rname="_{name}").drop(*(f"_{name}" for name in KEYS))
    return database.fetch(joined.order_by("customer_id"))


def cells(values: Numbers, absent: Any) -> pa.Array:
    """Numbers as a column, to so many significant digits; missing where absent or not a number."""
    return pa.array(_rounded(values), mask=absent | np.isnan(values))


def _rounded(values: Numbers) -> Numbers:
    """So that the same facts give the same bytes."""
    size = np.where(values == 0, 1.0, np.abs(np.nan_to_num(values)))
    power = np.clip(DIGITS - 1 - np.floor(np.log10(np.where(size > 0, size, 1.0))), -280, 280)
    scale = 10.0**power
    with np.errstate(over="ignore"):
        found = np.rint(values * scale) / scale
    return np.where(np.isfinite(found), found, values)
