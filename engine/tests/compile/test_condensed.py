"""Orders put together ahead give every metric what its lines give."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import product
from random import Random
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pytest

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, Summed, condensed, metric_table, prepared, ready_orders, summed_up
from vitalfew.registry import METRICS, Metric
from vitalfew.schemas import TABLES

AT = date(2025, 12, 31)
EDGES = [AT - timedelta(days=n) for n in (-1, 0, 1, 89, 90, 363, 364, 365, 366, 729, 730, 1100)]
COLUMNS = ("customer_id", "order_id", "moment", "amount", "cost", "list_amount", "quantity", "product_id", "promotion")


def variants(name: str) -> Iterator[tuple[str, Metric]]:
    """The metric as it stands and, where it looks at a window, over all history, a year and a month."""
    yield name, METRICS[name]()
    if METRICS[name].model_fields.get("window") and METRICS[name]().window is None:
        yield f"{name}_year", METRICS[name](window=365)
        yield f"{name}_quarter", METRICS[name](window=90)


EVERY = dict(variant for name in sorted(METRICS) for variant in variants(name))


def marked(metric: Metric) -> bool:
    """Whether all that a metric folds from orders may be folded from whole orders."""
    wanted = [one for one in metric.aggregates(AT).values() if one.table == "orders"]
    return bool(wanted) and all(one.from_orders for one in wanted)


MARKED = sorted(name for name, metric in EVERY.items() if marked(metric))


def some_lines(seed: int, *, sources: bool) -> pa.Table:
    """Lines of twenty customers on days around the edges of windows: orders over several days, refunds, unknown costs."""
    chance = Random(seed)
    rows: list[dict[str, Any]] = []
    for number in range(chance.randint(1, 400)):
        one = {"customer_id": chance.choice("ABCDEFGHIJKLMNOPQRST"), "order_id": str(chance.randint(0, 15))}
        day = chance.choice([*EDGES, AT - timedelta(days=chance.randint(0, 1200))])
        for _ in range(chance.randint(1, 3)):
            moment = datetime.combine(day, datetime.min.time()) + timedelta(minutes=chance.randint(0, 1439))
            amount = Decimal(chance.randint(-2000, 5000)).scaleb(-2)
            cost = chance.choice([None, Decimal(chance.randint(0, 4000)).scaleb(-2), Decimal(1)])
            rows.append(
                one | {"moment": moment, "amount": amount, "cost": cost, "list_amount": cost, "quantity": number}
            )
            rows[-1] |= {"product_id": chance.choice("xyz"), "promotion": chance.choice([None, "spring"])}
            if sources:
                rows[-1]["source"] = chance.choice(["shop", "web"])
    cells = {name: pa.array([row[name] for row in rows], TABLES["orders"][name].kind.arrow()) for name in COLUMNS}
    further = {"source": [row["source"] for row in rows]} if sources else {}
    return pa.table({**cells, **further})


@pytest.fixture(scope="module")
def database() -> Iterator[DuckDB]:
    with DuckDB() as database:
        yield database


def both_ways(
    database: DuckDB, lines: pa.Table, metrics: dict[str, Metric], *, summed: bool = False, at: date = AT
) -> tuple[pa.Table, pa.Table]:
    orders = database.attach("lines", lines)
    ready = database.attach("ready", database.fetch(ready_orders(orders)))
    parts = condensed(orders, ready)
    if summed:
        last = database.row(orders.aggregate(last=orders.moment.max()))["last"].date()
        customers = database.attach("customers summed", database.fetch(summed_up(parts)))
        parts = replace(parts, summed=Summed(customers, last))
    facts = Facts(prepared({"orders": orders}, at), at, date(2020, 1, 1))
    ahead = replace(facts, condensed=parts.up_to(at))
    plain, quick = (metric_table(one, metrics).order_by("customer_id") for one in (facts, ahead))
    assert not summed or reads(database, quick, "customers summed") == (last <= at)
    return database.fetch(plain), database.fetch(quick)


def reads(database: DuckDB, expression: ir.Table, table: str) -> bool:
    return f'"{table}"' in database.sql(expression)


@pytest.mark.parametrize(("seed", "sources"), [*product(range(4), (False, True))])
def test_every_marked_metric_is_the_same_from_whole_orders(database: DuckDB, seed: int, sources: bool) -> None:
    plain, quick = both_ways(database, some_lines(seed, sources=sources), {name: EVERY[name] for name in MARKED})
    for name in plain.column_names:
        assert quick[name].to_pylist() == plain[name].to_pylist(), name


@pytest.mark.parametrize("name", MARKED)
def test_a_marked_metric_by_itself_is_the_same(database: DuckDB, name: str) -> None:
    plain, quick = both_ways(database, some_lines(99, sources=False), {name: EVERY[name]})
    assert quick.equals(plain)


def test_what_looks_at_single_lines_is_taken_from_them(database: DuckDB) -> None:
    unmarked = {name: metric for name, metric in EVERY.items() if "orders" in metric.needs and not marked(metric)}
    assert {"return_rate", "products", "regular_orders", "promotion_share", "quantity"} <= set(unmarked)
    plain, quick = both_ways(database, some_lines(7, sources=False), unmarked)
    assert quick.equals(plain)


def test_the_metrics_of_money_and_orders_are_marked() -> None:
    assert {"monetary", "frequency", "recency_days", "growth", "contribution", "tenure_days", "rhythm_days"} <= set(
        MARKED
    )


OF_ALL_HISTORY = ("monetary", "frequency", "recency_days", "order_value", "tenure_days", "first_order_days")


@pytest.mark.parametrize("at", [date(2026, 1, 1), AT])
@pytest.mark.parametrize(("seed", "sources"), [*product(range(4), (False, True))])
def test_customers_summed_up_give_what_their_orders_give(database: DuckDB, seed: int, sources: bool, at: date) -> None:
    """One of the days of the lines is the day after `AT`: there the sums would say too much."""
    metrics = {name: EVERY[name] for name in OF_ALL_HISTORY}
    plain, quick = both_ways(database, some_lines(seed, sources=sources), metrics, summed=True, at=at)
    assert quick.equals(plain)


def test_metrics_of_a_window_are_not_taken_from_customers_summed_up(database: DuckDB) -> None:
    metrics = {"monetary": EVERY["monetary"], "monetary_year": EVERY["monetary_year"]}
    orders = database.attach("lines", some_lines(3, sources=False))
    parts = condensed(orders, ready_orders(orders))
    parts = replace(parts, summed=Summed(database.attach("no customers", pa.table({"customer_id": ["X"]})), AT))
    facts = Facts(prepared({"orders": orders}, AT), AT, date(2020, 1, 1), condensed=parts.up_to(AT))
    assert not reads(database, metric_table(facts, metrics), "no customers")


def test_ready_are_the_orders_of_one_day_whose_money_is_known_throughout(database: DuckDB) -> None:
    morning, evening, next_day = datetime(2025, 3, 1, 8), datetime(2025, 3, 1, 22), datetime(2025, 3, 2, 0)
    rows = [
        ("one day", morning, 1, 1),
        ("one day", evening, 2, 1),
        ("two days", evening, 1, 1),
        ("two days", next_day, 1, 1),
        ("cost half known", morning, 1, None),
        ("cost half known", morning, 1, 1),
        ("cost unknown", morning, 1, None),
    ]
    money = pa.decimal128(18, 2)
    lines = pa.table(
        {
            "customer_id": ["A"] * len(rows),
            "order_id": [row[0] for row in rows],
            "moment": pa.array([row[1] for row in rows], pa.timestamp("us")),
            "amount": pa.array([Decimal(row[2]) for row in rows], money),
            "cost": pa.array([row[3] and Decimal(row[3]) for row in rows], money),
        }
    )
    orders = database.attach("few lines", lines)
    ready = ready_orders(orders, {"lines": orders.count()})
    assert database.fetch(ready.order_by("order_id")).to_pylist() == [
        {"customer_id": "A", "order_id": "cost unknown", "moment": morning, "amount": 1, "cost": None, "lines": 1},
        {"customer_id": "A", "order_id": "one day", "moment": evening, "amount": 3, "cost": 2, "lines": 2},
    ]
    rest = condensed(orders, ready).rest
    assert set(database.fetch(rest)["order_id"].to_pylist()) == {"two days", "cost half known"}


def test_an_order_whose_sum_fits_no_cell_is_left_to_its_lines(database: DuckDB) -> None:
    large = pa.array([Decimal("9" * 16 + ".99")] * 2, pa.decimal128(18, 2))
    lines = pa.table(
        {"customer_id": ["A"] * 2, "order_id": ["1"] * 2, "moment": [datetime(2025, 1, 1)] * 2, "amount": large}
    )
    plain, quick = both_ways(database, lines, {"monetary": EVERY["monetary"]})
    assert quick.equals(plain)
    assert quick["monetary"].to_pylist() == [2 * large[0].as_py()]


def test_the_same_number_from_two_sources_is_two_orders(database: DuckDB) -> None:
    lines = pa.table(
        {
            "customer_id": ["A", "A"],
            "source": ["shop", "web"],
            "order_id": ["1", "1"],
            "moment": [datetime(2025, 1, 1)] * 2,
            "amount": pa.array([Decimal(1), Decimal(2)], pa.decimal128(18, 2)),
        }
    )
    (plain, quick), alone = both_ways(database, lines, {"n": EVERY["frequency"]}), lines.drop_columns("source")
    assert plain["n"].to_pylist() == quick["n"].to_pylist() == [2]
    assert both_ways(database, alone, {"n": EVERY["frequency"]})[0]["n"].to_pylist() == [1]


def test_rows_of_whole_orders_are_read_in_place_of_their_lines(database: DuckDB) -> None:
    """Told by a condensed part that says something else than the lines do."""
    orders = database.attach("lines", some_lines(3, sources=False))
    empty: ir.Table = orders.limit(0)
    facts = Facts(prepared({"orders": orders}, AT), AT, date(2020, 1, 1))
    ahead = replace(facts, condensed=condensed(empty, ready_orders(empty)))
    for name in ("monetary", "frequency", "rhythm_days"):
        assert database.fetch(metric_table(ahead, {name: EVERY[name]})).num_rows == 0
