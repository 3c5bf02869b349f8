"""Real companies, held against figures counted from the rows in plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import vitalfew as vf

AT, HORIZON = date(1997, 12, 31), 181
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def cdnow() -> Path:
    place = Path(__file__).parents[4] / "shared" / "data" / "cdnow_sample_orders.parquet"
    if not place.is_file():
        pytest.skip("shared/data/cdnow_sample_orders.parquet is not beside this checkout")
    return place


@pytest.fixture(scope="module")
def found(cdnow: Path) -> vf.Tested:
    return vf.backtest(cdnow, scheme="abc", as_of=AT, horizon=HORIZON)


def orders(place: Path) -> Rows:
    """Customer, day and amount of every order, under whatever names."""
    rows = pq.read_table(place)
    names = {name.lower(): name for name in rows.column_names}
    ids = next(names[name] for name in names if "customer" in name)
    days = next(names[name] for name in names if "date" in name or "moment" in name)
    amounts = next(names[name] for name in names if "amount" in name or "value" in name)
    return [
        {"id": str(row[ids]), "day": _day(row[days]), "amount": Decimal(str(row[amounts]))} for row in rows.to_pylist()
    ]


def _day(moment: Any) -> date:
    return date.fromisoformat(str(moment)[:10])


def summed(rows: Rows, within: Callable[[date], bool]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if within(row["day"]):
            sums[row["id"]] += row["amount"].quantize(Decimal("0.01"))
    return sums


def test_lists_are_those_counted_from_the_rows(cdnow: Path, found: vf.Tested) -> None:
    rows = orders(cdnow)
    known = sorted({row["id"] for row in rows if row["day"] <= AT})
    after = summed(rows, lambda day: AT < day <= AT + timedelta(days=HORIZON))
    before = summed(rows, lambda day: AT - timedelta(days=HORIZON) < day <= AT)
    lists = {row["method"]: row for row in found.as_object()["lists"]}
    length = lists["scheme"]["customers"]
    spent = sorted(known, key=lambda customer: (-before.get(customer, 0), customer))[:length]
    whole = sum(after.get(customer, Decimal(0)) for customer in known)
    part = sum(after.get(customer, Decimal(0)) for customer in spent)
    assert (len(known), length) == (2357, 840)
    assert float(lists["last_period"]["share"]) == pytest.approx(float(part / whole), abs=1e-6)


def test_silence_ranks_later_buyers_as_counted_pair_by_pair(cdnow: Path, found: vf.Tested) -> None:
    rows = [row for row in orders(cdnow) if row["amount"] > 0]
    last: dict[str, date] = {}
    for row in rows:
        if row["day"] <= AT:
            last[row["id"]] = max(row["day"], last.get(row["id"], row["day"]))
    bought = {row["id"] for row in rows if AT < row["day"] <= AT + timedelta(days=HORIZON)}
    never = date.min
    known = found.rows["customer_id"].to_pylist()
    yes, no = ([last.get(one, never) for one in known if (one in bought) == side] for side in (True, False))
    wins = sum((a > b) + 0.5 * (a == b) for a in yes for b in no)
    told = {(row["method"], row["measure"]): row for row in found.as_object()["measures"]}
    assert told["hiatus", "auc"]["value"] == pytest.approx(wins / (len(yes) * len(no)), abs=1e-6)
    assert told["hiatus", "auc"]["value"] == pytest.approx(0.794, abs=0.001)


def test_no_method_finds_more_than_the_truth_and_chance_finds_a_fifth(found: vf.Tested) -> None:
    told = {(row["method"], row["measure"]): row for row in found.as_object()["measures"]}
    chance = told["random", "capture_top20"]
    assert chance["low"] < 0.2 < chance["high"]
    for method in ("scheme", "last_period", "rfm", "hiatus"):
        assert told[method, "capture_top20"]["low"] > chance["high"]
        assert told[method, "brier"]["value"] < told["random", "brier"]["value"]
