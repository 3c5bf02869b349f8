"""Ready-made schemes against slow readings written from the contract alone."""

from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from oracle.abc import abc
from oracle.key_accounts import key_accounts
from oracle.lifecycle import lifecycle
from oracle.pareto_20_60_20 import pareto_20_60_20
from oracle.rfm import rfm

from vitalfew import scheme
from vitalfew.backends import DuckDB
from vitalfew.compile import graded

MONEY, SHARE, DAYS = pa.decimal128(38, 2), pa.decimal128(38, 6), pa.decimal128(38, 1)
TYPES = {
    "customer_id": pa.string(), "has_orders": pa.bool_(), "monetary": MONEY, "frequency": pa.int64(),
    "recency_days": pa.int64(), "tenure_days": pa.int64(), "first_order_days": pa.int64(), "rhythm_days": DAYS,
    "influence": MONEY, "growth": SHARE, "expected_spend": MONEY, "contribution": MONEY, "collection": SHARE,
    "satisfaction": MONEY,
}  # fmt: skip
OF_BUYERS = ("monetary", "frequency", "recency_days", "first_order_days", "rhythm_days", "growth", "contribution")


def metrics(seed: int, size: int = 60) -> list[dict[str, Any]]:
    chance = Random(seed)
    return [_customer(chance, f"c{place:02d}") for place in range(size)]


def _customer(chance: Random, name: str) -> dict[str, Any]:
    def perhaps(value: Any) -> Any:
        return None if chance.random() < 0.3 else value

    row = {
        "customer_id": name,
        "has_orders": chance.random() < 0.85,
        "monetary": Decimal(chance.choice([0, chance.randint(-900, 99999), 5000])) / 100,
        "frequency": chance.randint(0, 6),
        "recency_days": perhaps(chance.randint(0, 40)),
        "tenure_days": chance.randint(0, 900),
        "first_order_days": chance.randint(0, 60),
        "rhythm_days": perhaps(Decimal(chance.randint(0, 250)) / 10),
        "influence": perhaps(Decimal(chance.randint(0, 10) * 10)),
        "growth": perhaps(Decimal(chance.randint(-20, 20)) / 20),
        "expected_spend": perhaps(Decimal(chance.randint(0, 20))),
        "contribution": perhaps(Decimal(chance.randint(-20, 90))),
        "collection": perhaps(Decimal(chance.randint(0, 4)) / 4),
        "satisfaction": perhaps(Decimal(chance.randint(0, 10) * 10)),
    }
    return row if row["has_orders"] else {**row, **dict.fromkeys(OF_BUYERS)}


def by_columns(name: str, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    table = pa.table({column: pa.array([row[column] for row in rows], TYPES[column]) for column in rows[0]})
    with DuckDB() as database:
        found = database.fetch(graded(database.attach("metrics", table), scheme.load(name))).to_pylist()
    return {row["customer_id"]: row for row in found}


def without(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{name: cell for name, cell in row.items() if name not in names} for row in rows]


@pytest.mark.parametrize("seed", range(3))
def test_abc(seed: int) -> None:
    rows = metrics(seed)
    found = by_columns("abc", rows)
    for name, expected in abc(rows).items():
        assert {key: found[name][key] for key in expected} == expected


@pytest.mark.parametrize("seed", range(3))
def test_rfm(seed: int) -> None:
    rows = metrics(seed)
    found = by_columns("rfm", rows)
    for name, expected in rfm(rows).items():
        assert {key: found[name][key] for key in expected} == expected


@pytest.mark.parametrize("seed", range(3))
def test_pareto_20_60_20(seed: int) -> None:
    rows = metrics(seed)
    for table in (rows, without(rows, "contribution")):
        found = by_columns("pareto_20_60_20", table)
        assert {name: row["grade"] for name, row in found.items()} == pareto_20_60_20(table)


@pytest.mark.parametrize("seed", range(3))
def test_lifecycle(seed: int) -> None:
    rows = metrics(seed)
    assert {name: row["grade"] for name, row in by_columns("lifecycle", rows).items()} == lifecycle(rows)


@pytest.mark.parametrize("absent", [(), ("growth",), ("growth", "expected_spend"), ("contribution", "collection")])
@pytest.mark.parametrize("seed", range(2))
def test_key_accounts(seed: int, absent: tuple[str, ...]) -> None:
    rows = without(metrics(seed), *absent)
    found = by_columns("key_accounts", rows)
    for name, expected in key_accounts(rows).items():
        coverage = found[name]["coverage"]
        seen = {key: found[name][key] for key in expected if key != "coverage"}
        assert seen == {key: cell for key, cell in expected.items() if key != "coverage"}
        assert (None if coverage is None else round(coverage * 100, 2)) == expected["coverage"]
