"""What an event would do to a grade: one more order, late invoices paid."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.reading import Options
from vitalfew.run.gather import Gathered
from vitalfew.run.grading import Request, facts_of, grade_gathered

Answer = dict[str, Any]


def what_ifs(gathered: Gathered, request: Request, options: Options, customer_id: str) -> list[Answer]:
    """Sentences of events, each with the grade that the customer would have after it."""
    facts = facts_of(gathered, request, options)
    pinned = replace(request, as_of=facts.at)
    events = [
        _one_more_order(gathered, facts.tables["orders"], customer_id, facts.at),
        _late_invoices(gathered, facts.tables.get("payments"), customer_id, facts.at),
    ]
    answers = []
    for sentence, tables in (event for event in events if event):
        after = replace(gathered, tables={**gathered.tables, **tables})
        graded = grade_gathered(after, pinned, options).graded
        grade = graded.filter(pc.equal(graded["customer_id"], customer_id))["grade"][0].as_py()
        answers.append({"sentence": sentence, "grade": grade})
    return answers


Event = tuple[str, Mapping[str, ir.Table]]


def _one_more_order(gathered: Gathered, orders: ir.Table, customer_id: str, at: date) -> Event | None:
    """One more order of the customer's median valid order, on the as-of day, at its own share of cost."""
    mine = orders.filter(orders.customer_id == customer_id)
    whole = mine.group_by("order_id").aggregate(amount=mine.amount.sum())
    valid = gathered.database.fetch(whole.filter(whole.amount > 0).order_by("amount"))["amount"].to_pylist()
    if not valid:
        return None
    median = statistics.median(valid).quantize(valid[0])
    row: dict[str, Any] = {
        "customer_id": customer_id,
        "order_id": "one more order",
        "moment": datetime.combine(at, time()),
        "amount": median,
        "list_amount": median,
        "quantity": Decimal(1),
        "cost": _cost_of(gathered, mine, median),
    }
    base = gathered.tables["orders"]
    extra = _attached(gathered, "one more order", base, row)
    sentence = say("With one more order of {amount} on {day}.", amount=f"{median:,}", day=at.isoformat())
    return sentence, {"orders": ibis.union(base, extra)}


def _cost_of(gathered: Gathered, mine: ir.Table, amount: Decimal) -> Decimal | None:
    if "cost" not in mine.columns:
        return None
    sums = gathered.database.row(mine.aggregate(cost=mine.cost.sum(), amount=mine.amount.sum()))
    if not sums["cost"] or not sums["amount"] or sums["amount"] <= 0:
        return None
    cost: Decimal = (amount * sums["cost"] / sums["amount"]).quantize(amount)
    return cost


def _attached(gathered: Gathered, name: str, base: ir.Table, row: Mapping[str, Any]) -> ir.Table:
    schema = base.schema().to_pyarrow()
    columns = {field.name: pa.array([row.get(field.name)], field.type) for field in schema}
    return gathered.database.attach(name, pa.table(columns, schema=schema))


def _late_invoices(gathered: Gathered, payments: ir.Table | None, customer_id: str, at: date) -> Event | None:
    """All invoices of the customer that are due and not wholly paid, paid on the as-of day."""
    if payments is None or not {"due", "amount", "paid_on"} <= set(payments.columns):
        return None
    base = gathered.tables["payments"]
    paid_amount = payments.paid_amount.fill_null(0)
    late = payments.filter(
        (payments.customer_id == customer_id) & (payments.due <= ibis.literal(at)) & (paid_amount < payments.amount)
    )
    found = gathered.database.row(
        late.aggregate(n=late.count(), open=(late.amount - late.paid_amount.fill_null(0)).sum())
    )
    if not found["n"]:
        return None
    due = (base.customer_id == customer_id) & (base.due <= ibis.literal(at))
    cells: dict[str, Any] = {"paid_on": ibis.ifelse(due, ibis.literal(at), base.paid_on)}
    if "paid_amount" in base.columns:
        cells["paid_amount"] = ibis.ifelse(due, base.amount, base.paid_amount)
    sentence = say("With its {n} late invoices collected ({amount}).", n=found["n"], amount=f"{found['open']:,}")
    return sentence, {"payments": base.mutate(**cells)}
