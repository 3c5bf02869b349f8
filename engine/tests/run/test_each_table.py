"""For each table of facts: one changed cell changes one grade, and only one (contract section 1)."""

from collections.abc import Callable
from pathlib import Path

import pytest

import vitalfew as vf
from vitalfew.scheme import Scheme

Write = Callable[..., Path]

ORDERS = (
    "customer_id,order_id,moment,amount,cost,currency\n"
    "a,1,2026-01-10,100.00,60.00,EUR\n"
    "b,2,2026-01-11,100.00,60.00,EUR\n"
    "c,3,2026-02-11,50.00,30.00,USD\n"
)
RATES = "date,currency,rate\n2026-01-01,USD,2\n"

# table → metric, cut between high and low, rows, and the cell that changes
CASES = {
    "orders": ("monetary", 60, None, ("b,2,2026-01-11,100.00", "b,2,2026-01-11,10.00")),
    "customers": ("influence", 60, "customer_id,influence\na,90\nb,80\nc,10\n", ("b,80", "b,20")),
    "payments": (
        "overdue_amount",
        60,
        "invoice_id,customer_id,issued,due,amount,paid_on\n1,a,2026-01-01,2026-01-20,99,\n2,b,2026-01-01,2026-01-20,99,\n",
        ("2,b,2026-01-01,2026-01-20,99,", "2,b,2026-01-01,2026-01-20,99,2026-01-19"),
    ),
    "returns": (
        "monetary",
        60,
        "customer_id,order_id,day,amount\nb,2,2026-01-20,5\n",
        ("b,2,2026-01-20,5", "b,2,2026-01-20,95"),
    ),
    "costs": ("contribution", 20, "customer_id,day,kind,amount\nb,2026-01-20,visit,5\n", ("visit,5", "visit,35")),
    "feedback": (
        "satisfaction",
        60,
        "customer_id,day,kind,score\na,2026-01-20,csat,90\nb,2026-01-20,csat,90\n",
        ("b,2026-01-20,csat,90", "b,2026-01-20,csat,30"),
    ),
    "interactions": (
        "touch_days",
        20,
        "customer_id,moment,kind\na,2026-02-10,visit\nb,2026-02-10,call\n",
        ("b,2026-02-10", "b,2026-01-05"),
    ),
    "wallet": ("wallet_amount", 60, "customer_id,year,amount\na,2026,90\nb,2026,90\n", ("b,2026,90", "b,2026,30")),
    "rates": ("monetary", 60, RATES, ("USD,2", "USD,1")),
}


def scheme_of(metric: str, cut: int) -> Scheme:
    return Scheme.model_validate(
        {
            "scheme": "one_metric",
            "title": {"en": "One metric", "zh-hans": "单一指标", "zh-hant": "單一指標"},
            "metrics": {metric: {"metric": metric}},
            "classifiers": {"size": {"method": "thresholds", "of": metric, "cuts": [cut], "names": ["high", "low"]}},
            "grade": "size",
        }
    )


def grades(write: Write, orders: str, table: str, rows: str | None, metric: str, cut: int) -> dict[str, str | None]:
    tables = {"rates": write("rates.csv", RATES)}
    if rows is not None:
        tables[table] = write(f"{table}.csv", rows)
    result = vf.grade(write("orders.csv", orders), scheme=scheme_of(metric, cut), currency="EUR", **tables)
    return {row["customer_id"]: row["grade"] for row in result.customers.to_pylist()}


@pytest.mark.parametrize("table", CASES)
def test_one_changed_cell_changes_one_grade(write: Write, table: str) -> None:
    metric, cut, rows, (old, new) = CASES[table]
    before = grades(write, ORDERS, table, rows, metric, cut)
    if rows is None:
        after = grades(write, ORDERS.replace(old, new), table, None, metric, cut)
    else:
        assert old in rows
        after = grades(write, ORDERS, table, rows.replace(old, new), metric, cut)
    changed = [customer for customer in before if before[customer] != after[customer]]
    assert changed == (["c"] if table == "rates" else ["b"]), (before, after)
