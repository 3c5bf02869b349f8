"""One pass per table and grain, looked up in the statement and in the engine's own plan."""

import json
from collections import Counter
from typing import Any

import pytest
from small_company import LAST_DAY, Company

from vitalfew.compile import metric_table
from vitalfew.registry import METRICS, Metric

ORDERS = "customer_id order_id moment amount cost product_id\nA 1 2020-01-01 5 3 x\nA 2 2025-12-31 5 3 x"
TABLES = {
    "orders": ORDERS,
    "customers": "customer_id since influence expected_spend satisfaction\nA 2020-01-01 1 1 1",
    "payments": "invoice_id customer_id issued due amount paid_on paid_amount\n1 A 2020-01-01 2020-01-01 1 - -",
    "service_costs": "customer_id day amount\nA 2020-01-01 1",
    "feedback": "customer_id day kind score\nA 2025-12-01 csat 1",
}
KEY_ACCOUNTS: dict[str, Metric] = {
    "monetary": METRICS["monetary"](window=365),
    "tenure_days": METRICS["tenure_days"](),
    "frequency": METRICS["frequency"](),
    "influence": METRICS["influence"](),
    "growth": METRICS["growth"](),
    "expected_spend": METRICS["expected_spend"](),
    "contribution": METRICS["contribution"](window=365),
    "collection": METRICS["collection"](),
    "satisfaction": METRICS["satisfaction"](),
}


def scans(company: Company, metrics: dict[str, Metric], **tables: str) -> Counter[str]:
    """Table → how often the plan reads it."""
    facts = company.facts(LAST_DAY, **tables)
    statement = company.database.sql(metric_table(facts, metrics))
    ((_, plan),) = company.database.raw.execute(f"EXPLAIN (FORMAT json) {statement}").fetchall()
    return Counter(filter(None, map(scanned, operators(json.loads(plan)))))


def operators(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for node in nodes for one in (node, *operators(node["children"]))]


def scanned(operator: dict[str, Any]) -> str | None:
    """The table that an operator reads, by the columns only it has."""
    if "SCAN" not in operator["name"] or "CTE" in operator["name"]:
        return None
    columns = set(operator["extra_info"]["Projections"])
    marks = {"moment": "orders", "influence": "customers", "due": "payments", "score": "feedback"}
    return next((name for mark, name in marks.items() if mark in columns), "others")


def test_key_accounts_reads_every_table_once(company: Company) -> None:
    found = scans(company, KEY_ACCOUNTS, **TABLES)
    assert found == {"orders": 1, "customers": 1, "payments": 1, "feedback": 1, "others": 1}


@pytest.mark.parametrize("added", ["rhythm_days", "overdue_days", "repeat", "trend", "largest_order_share"])
def test_further_metrics_of_orders_ride_along(company: Company, added: str) -> None:
    found = scans(company, {**KEY_ACCOUNTS, added: METRICS[added]()}, **TABLES)
    assert found["orders"] == 1
