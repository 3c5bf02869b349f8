"""A company of very many order lines with every table, the same each time; a correction of it and a batch that goes again."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

LINES = 100_000
CUSTOMERS = 6_000
FIRST = np.datetime64("2022-01-03", "us")
DAYS = 1_200


@dataclass(frozen=True)
class Kept:
    """A store, and the files that came into it first."""

    store: Path
    files: dict[str, Path]


def money(cents: np.ndarray, missing: np.ndarray | None = None) -> pa.Array:
    """Cents as amounts."""
    return pa.array([Decimal(cent).scaleb(-2) for cent in cents.tolist()], pa.decimal128(18, 2), mask=missing)


def ids(numbers: np.ndarray) -> pa.Array:
    """Ids in three scripts and both cases, so that their order is put to the test."""
    kinds = np.array(["C", "c", "客", "Ä", "𠀀", "C0"])
    return pa.array([f"{kinds[number % 6]}{number}" for number in numbers])


def days(numbers: np.ndarray, missing: np.ndarray | None = None) -> pa.Array:
    """Days since the first."""
    return pa.array((FIRST + numbers.astype("timedelta64[D]")).astype("datetime64[D]"), pa.date32(), mask=missing)


def company() -> dict[str, pa.Table]:
    """Table → rows."""
    dice = np.random.default_rng(7)
    orders = np.sort(dice.integers(0, LINES // 3, LINES))
    buyer = (CUSTOMERS * (orders * 2_654_435_761 % 99_991 / 99_991) ** 2).astype(int)
    day = orders * 7_919 % DAYS
    cents = dice.integers(1, 400_000, LINES) * np.where(dice.random(LINES) < 0.04, -1, 1)
    known = np.arange(0, CUSTOMERS + 300)
    n = len(known)
    invoice, bought = np.arange(LINES // 3), CUSTOMERS * (np.arange(LINES // 3) * 2_654_435_761 % 99_991 / 99_991) ** 2
    payer, due = bought.astype(int)[::3], (invoice * 7_919 % DAYS)[::3] + 30
    paid = due + dice.integers(-20, 60, len(due))
    billed = dice.integers(1, 900_000, len(due))
    sent = dice.integers(0, LINES // 3, 2_000)
    asked, said = dice.integers(0, CUSTOMERS, 4_000), dice.integers(0, DAYS, 4_000)
    return {
        "orders": pa.table(
            {
                "customer_id": ids(buyer),
                "order_id": pa.array([f"SO{number}" for number in orders]),
                "moment": pa.array(FIRST + day.astype("timedelta64[D]") + (orders % 86_399).astype("timedelta64[s]")),
                "product_id": pa.array([f"P{number}" for number in dice.integers(0, 400, LINES)]),
                "category": pa.array([f"G{number}" for number in dice.integers(0, 12, LINES)]),
                "quantity": pa.array(dice.integers(1, 9, LINES)),
                "amount": money(cents),
                "list_amount": money(cents * 11 // 10),
                "cost": money(cents * 7 // 10, dice.random(LINES) < 0.02),
                "channel": pa.array(np.where(orders % 3 == 0, "online", "offline")),
                "promotion": pa.array(np.where(orders % 4 == 0, "sale", None)),
            }
        ),
        "customers": pa.table(
            {
                "customer_id": ids(known),
                "name": pa.array([f"Customer {number}" for number in known]),
                "since": days(dice.integers(-900, DAYS, n), dice.random(n) < 0.3),
                "expected_spend": money(dice.integers(0, 9_000_000, n), dice.random(n) < 0.5),
                "influence": pa.array(dice.integers(0, 101, n)),
                "growth_potential": pa.array(dice.integers(0, 101, n)),
            }
        ),
        "payments": pa.table(
            {
                "customer_id": ids(payer),
                "invoice_id": pa.array([f"I{number}" for number in range(len(due))]),
                "issued": days(due - 30),
                "due": days(due),
                "amount": money(billed),
                "paid_on": days(paid, paid % 11 == 0),
                "paid_amount": money(np.where(paid % 7 == 0, billed // 2, billed), paid % 11 == 0),
            }
        ),
        "returns": pa.table(
            {
                "customer_id": ids((CUSTOMERS * (sent * 2_654_435_761 % 99_991 / 99_991) ** 2).astype(int)),
                "order_id": pa.array([f"SO{number}" for number in sent]),
                "day": days(sent * 7_919 % DAYS + 9),
                "amount": money(dice.integers(1, 50_000, len(sent))),
            }
        ),
        "feedback": pa.table(
            {
                "customer_id": ids(asked),
                "day": days(said),
                "kind": pa.array(np.where(said % 5 == 0, "complaint", "csat")),
                "score": pa.array(dice.integers(0, 101, 4_000), mask=said % 5 == 0),
            }
        ),
        "service_costs": pa.table(
            {"customer_id": ids(asked), "day": days(said), "amount": money(dice.integers(1, 30_000, 4_000))}
        ),
    }


def correction(orders: pa.Table, place: int) -> pa.Table:
    """One order in a hundred with twice its amount; another hundredth for each place."""
    chosen = orders.filter(pa.array([int(number[2:]) % 100 == place for number in orders["order_id"].to_pylist()]))
    doubled = pa.array([2 * amount for amount in chosen["amount"].to_pylist()], pa.decimal128(18, 2))
    return chosen.set_column(chosen.column_names.index("amount"), "amount", doubled)


def written(folder: Path, tables: Mapping[str, pa.Table]) -> dict[str, Path]:
    """Table → its Parquet file."""
    files = {name: folder / f"{name}.parquet" for name in tables}
    for name, rows in tables.items():
        pq.write_table(rows, files[name])
    return files
