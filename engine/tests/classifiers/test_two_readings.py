"""Every ready-made scheme over difficult tables: the reading in columns and the plain reading of each customer agree."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa
import pytest

from vitalfew import scheme as schemes
from vitalfew.backends import DuckDB
from vitalfew.compile import classified, unavailable_classifiers
from vitalfew.expressions import HAS_ORDERS
from vitalfew.population import Population
from vitalfew.registry import Metric, Unit, Verdict
from vitalfew.schemas import TABLES
from vitalfew.scheme import Scheme, method_of

ALWAYS_KNOWN = ("monetary", "frequency", "tenure_days", "first_order_days")
"""Metrics that every buyer has when they are worked out; a table of metrics from elsewhere may lack them."""

Draw = Callable[[Random], Any]


def _many(chance: Random) -> int:
    return chance.choice([chance.randint(-20, 400), chance.randint(0, 9), 7])


SHAPES: Mapping[str, tuple[int, float, float, Draw]] = {
    # name: customers, share without an order, share of missing cells, values
    "ties, missing, zero and negative": (22, 0.2, 0.2, _many),
    "nothing missing": (16, 0.0, 0.0, _many),
    "mostly missing": (14, 0.4, 0.8, _many),
    "one customer": (1, 0.0, 0.0, _many),
    "one customer without an order": (1, 1.0, 0.0, _many),
    "all equal": (6, 0.0, 0.0, lambda _: 400),
    "all zero": (6, 0.2, 0.0, lambda _: 0),
    "only negative": (12, 0.2, 0.1, lambda chance: -chance.randint(1, 50)),
    "one with 99.9 %": (12, 0.0, 0.0, lambda chance: chance.choice([1, 1, 1, 10**9])),
    "two customers": (2, 0.0, 0.3, _many),
}


@pytest.fixture(scope="module")
def database() -> Iterator[DuckDB]:
    with DuckDB() as opened:
        yield opened


def table_of(scheme: Scheme, shape: str, seed: int) -> pa.Table:
    """Random metrics of a shape; with an odd seed some columns are not there and any cell may be missing."""
    size, prospects, missing, draw = SHAPES[shape]
    chance = Random(f"{scheme.scheme} {shape} {seed}")
    buyers = [chance.random() >= prospects for _ in range(size)]
    columns = {"customer_id": pa.array([f"c{place:03d}" for place in range(size)])}
    if prospects:  # without a file of customers everybody has orders, and the column is not there
        columns[HAS_ORDERS] = pa.array(buyers)
    for name, metric in scheme.metrics.items():
        sure = metric.name in ALWAYS_KNOWN
        if seed % 2 and not sure and chance.random() < 0.3:
            continue
        silent = 0.0 if sure and not seed % 2 else missing
        cells = [_cell(metric, chance, draw) if chance.random() >= silent else None for _ in range(size)]
        if "orders" in metric.needs:
            cells = [cell if buyer else None for cell, buyer in zip(cells, buyers, strict=True)]
        columns[name] = pa.array(cells, _arrow(metric))
    return pa.table(columns)


def _cell(metric: Metric, chance: Random, draw: Draw) -> Any:
    if metric.unit is Unit.WORD:
        column = TABLES["customers"][metric.name]
        return chance.choice([*column.choices, "something else"])
    if metric.unit is Unit.FLAG:
        return chance.random() < 0.5
    if metric.unit in (Unit.COUNT, Unit.DAYS):
        return abs(draw(chance)) * (3 if metric.name == "tenure_days" else 1)
    return Decimal(draw(chance)).scaleb(-min(1, metric.unit.digits(2)))


def _arrow(metric: Metric) -> pa.DataType:
    plain = {Unit.WORD: pa.string(), Unit.FLAG: pa.bool_(), Unit.COUNT: pa.int64(), Unit.DAYS: pa.int64()}
    return plain.get(metric.unit) or pa.decimal128(38, metric.unit.digits(2))


COMPILED: dict[tuple[str, str], str] = {}
"""Scheme and columns → what runs; putting it into words takes longer than running it on a few customers."""


def in_columns(database: DuckDB, table: pa.Table, scheme: Scheme) -> list[dict[str, Any]]:
    metrics = database.attach("metrics", table)
    key = (scheme.scheme, str(table.schema))
    if key not in COMPILED:
        COMPILED[key] = database.sql(classified(metrics, scheme).order_by("customer_id"))
    return list(database.raw.execute(COMPILED[key]).to_arrow_table().to_pylist())


def judged(table: pa.Table, place: int, scheme: Scheme) -> dict[str, Verdict]:
    """What the plain reading says of one customer, classifier by classifier."""
    one = table.slice(place, 1).to_pylist()[0]
    others = Population(pa.concat_tables([table.slice(0, place), table.slice(place + 1)]))
    said: dict[str, Verdict] = {}
    left_out = unavailable_classifiers(scheme, table.column_names)
    for name, parameters in scheme.classifiers.items():
        if name in left_out:
            continue
        method = method_of(parameters)
        speaks = one.get(HAS_ORDERS, True) or method.speaks_of_prospects
        said[name] = method.judge(one, others, parameters) if speaks else Verdict(None)
        one |= {name: said[name].label, f"{name}.score": said[name].score}
    return said


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", schemes.names())
def test_the_plain_reading_of_every_customer_equals_the_columns(name: str, shape: str, database: DuckDB) -> None:
    scheme = schemes.load(name)
    for seed in (0, 1) if SHAPES[shape][2] else (0,):
        table = table_of(scheme, shape, seed)
        for place, row in enumerate(in_columns(database, table, scheme)):
            for classifier, verdict in judged(table, place, scheme).items():
                seen = (row[classifier], row[f"{classifier}.score"])
                assert seen == (verdict.label, verdict.score), f"{classifier} of {row['customer_id']}: {row}"
                reasons = {reason: row[f"{classifier}.{reason}"] for reason in verdict.reasons}
                assert reasons == verdict.reasons, f"{classifier} of {row['customer_id']}"


@pytest.mark.parametrize("name", schemes.names())
def test_neither_the_order_of_rows_nor_the_names_of_customers_change_a_grade(name: str, database: DuckDB) -> None:
    scheme = schemes.load(name)
    table = table_of(scheme, "ties, missing, zero and negative", 0)
    before = in_columns(database, table, scheme)
    shuffled = Random(1).sample(range(len(table)), len(table))
    assert in_columns(database, table.take(shuffled), scheme) == before
    names = [f"x{place}" for place in shuffled]
    renamed = in_columns(database, table.set_column(0, "customer_id", pa.array(names)), scheme)
    old = {f"x{place}": row | {"customer_id": ""} for place, row in zip(shuffled, before, strict=True)}
    assert {row["customer_id"]: row | {"customer_id": ""} for row in renamed} == old


SCALE_FREE = (
    "abc", "rfm", "pareto_20_60_20", "four_types", "lifecycle", "value_tiers", "profit_cost", "key_accounts",
)  # fmt: skip


@pytest.mark.parametrize("name", SCALE_FREE)
def test_another_unit_of_money_changes_no_grade(name: str, database: DuckDB) -> None:
    scheme = schemes.load(name)
    table = table_of(scheme, "ties, missing, zero and negative", 0)
    larger = table
    for column, metric in scheme.metrics.items():
        if metric.unit is Unit.MONEY and column in table.column_names:
            cells = [None if cell is None else cell * 7 for cell in table[column].to_pylist()]
            place = larger.column_names.index(column)
            larger = larger.set_column(place, column, pa.array(cells, table[column].type))
    before = [row[scheme.grade] for row in in_columns(database, table, scheme)]
    assert [row[scheme.grade] for row in in_columns(database, larger, scheme)] == before


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("abc", "monetary"),
        ("pareto_20_60_20", "contribution"),
        ("value_tiers", "contribution"),
        ("key_accounts", "monetary"),
        ("key_accounts", "tenure_days"),
        ("key_accounts", "growth"),
        ("key_accounts", "collection"),
    ],
)
def test_more_of_a_good_thing_never_lowers_a_grade(name: str, column: str, database: DuckDB) -> None:
    scheme = schemes.load(name)
    best_first = [str(label) for label in scheme.grade_labels()]
    table = table_of(scheme, "ties, missing, zero and negative", 0)
    before = in_columns(database, table, scheme)
    for place in range(0, len(table), 5):
        cells = table[column].to_pylist()
        if cells[place] is None:
            continue
        cells[place] += 9
        changed = table.set_column(table.column_names.index(column), column, pa.array(cells, table[column].type))
        after = in_columns(database, changed, scheme)[place]
        assert best_first.index(after[scheme.grade]) <= best_first.index(before[place][scheme.grade])
        if after[f"{scheme.grade}.score"] is not None:
            assert after[f"{scheme.grade}.score"] >= before[place][f"{scheme.grade}.score"]
