"""A ready table of metrics, columns named as in OUT, brought to the types a run would give it."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.errors import Refusal
from vitalfew.expressions import HAS_ORDERS
from vitalfew.languages import say
from vitalfew.registry import Unit
from vitalfew.scheme import Scheme

MONEY_DIGITS = 2


def ready_metrics(table: pa.Table, scheme: Scheme) -> pa.Table:
    """customer_id, has_orders and the scheme's metrics. A cell that is not of its metric's kind is refused.

    A customer without any order is one whose order metrics are all missing.
    """
    if "customer_id" not in table.column_names:
        raise Refusal(say("the table of metrics has no column customer_id."))
    columns: dict[str, Any] = {"customer_id": table["customer_id"].cast(pa.string())}
    bought = []
    for name, metric in scheme.metrics.items():
        if name in table.column_names:
            columns[name] = _typed(name, table[name], metric.unit)
            if "orders" in metric.needs:
                bought.append(columns[name].is_valid())
    has_orders = bought[0] if bought else pa.array([True] * table.num_rows)
    for known in bought[1:]:
        has_orders = pc.or_(has_orders, known)
    return pa.table({"customer_id": columns.pop("customer_id"), HAS_ORDERS: has_orders, **columns})


def _typed(name: str, column: pa.ChunkedArray, unit: Unit) -> pa.ChunkedArray:
    kind = _kind(unit, column.type)
    if pa.types.is_null(column.type):
        return column.cast(kind)
    if pa.types.is_floating(column.type):
        column = column.cast(pa.string())
    try:
        return column.cast(kind)
    except pa.ArrowInvalid as problem:
        raise Refusal(
            say("{column}: not the kind of value this metric has ({reason}).", column=name, reason=str(problem))
        ) from None


def _kind(unit: Unit, given: pa.DataType) -> pa.DataType:
    if unit is Unit.MONEY:
        scale = given.scale if pa.types.is_decimal(given) else MONEY_DIGITS
        return pa.decimal128(38, scale)
    if unit.digits(MONEY_DIGITS):
        return pa.decimal128(38, unit.digits(MONEY_DIGITS))
    if unit.numeric:
        return pa.int64()
    return {Unit.DAY: pa.date32(), Unit.FLAG: pa.bool_()}.get(unit, pa.string())
