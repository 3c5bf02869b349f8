"""What holds for every metric on the list, without being named here."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from small_company import LAST_DAY, Company
from whole_company import LATER, WHOLE, rows_of

from vitalfew import metrics
from vitalfew.compile import available, metric_table
from vitalfew.foreseeing import with_foreseen
from vitalfew.registry import METRICS, Unit

EVERY = {name: metric() for name, metric in sorted(METRICS.items())}
SOURCES = sorted(Path(metrics.__file__).parent.glob("*.py"))
STORED = {
    Unit.MONEY: dt.Decimal(38, 2),
    Unit.COUNT: dt.int64,
    Unit.DAYS: dt.int64,
    Unit.SPAN: dt.Decimal(38, 1),
    Unit.PIECES: dt.Decimal(38, 2),
    Unit.FRACTION: dt.Decimal(38, 6),
    Unit.POINTS: dt.Decimal(38, 2),
    Unit.HOURS: dt.Decimal(38, 2),
    Unit.DAY: dt.date,
    Unit.WORD: dt.string,
    Unit.FLAG: dt.boolean,
}


def measured(company: Company, tables: dict[str, pa.Table], at: date = LAST_DAY) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = company.table(EVERY, at, **tables).to_pylist()
    return rows


@pytest.fixture(scope="module")
def values(company: Company) -> list[dict[str, Any]]:
    """Every metric of every customer."""
    return measured(company, rows_of(WHOLE))


def expression(company: Company, name: str) -> ir.Table:
    """How a metric is worked out."""
    facts, _ = with_foreseen(company.database, company.facts(**rows_of(WHOLE)), {name: EVERY[name]})
    return metric_table(facts, {name: EVERY[name]})


def test_with_every_table_every_metric_is_available(company: Company) -> None:
    facts, _ = with_foreseen(company.database, company.facts(**rows_of(WHOLE)), EVERY)
    assert set(available(EVERY, facts)) == set(EVERY)


def test_every_metric_has_a_value_for_a_customer_of_whom_everything_is_known(values: list[dict[str, Any]]) -> None:
    (row,) = (row for row in values if row["customer_id"] == "A")
    assert [name for name, value in row.items() if value is None] == []


@pytest.mark.parametrize("name", EVERY)
def test_a_value_is_stored_with_the_digits_of_its_unit(company: Company, name: str) -> None:
    schema = expression(company, name).schema()
    assert schema[name] == STORED[EVERY[name].unit]


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_folded_from_floats(company: Company, name: str) -> None:
    """Sums of floats give other bytes in every parallel run; a median only picks."""
    folds = (
        expression(company, name)
        .op()
        .find((ops.Sum, ops.Mean, ops.StandardDev, ops.Variance, ops.Covariance, ops.Correlation))
    )
    assert [fold for fold in folds if not isinstance(fold, ops.Sum) or fold.arg.dtype.is_floating()] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_metric_asks_the_engine_for_a_mean_or_deviation(source: Path) -> None:
    calls = {node.attr for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert calls.isdisjoint(
        {"mean", "std", "var", "cov", "corr", "approx_median", "approx_nunique", "execute", "today"}
    )


@pytest.mark.parametrize("name", EVERY)
def test_every_metric_says_what_it_means(name: str) -> None:
    assert len(METRICS[name].__doc__ or "") > 20
    assert METRICS[name].name == name


@pytest.mark.parametrize("name", EVERY)
def test_a_metric_is_written_as_it_is_read(name: str) -> None:
    assert METRICS[name].model_validate(EVERY[name].model_dump(mode="json")) == EVERY[name]


def test_rows_after_the_last_day_do_not_exist(company: Company, values: list[dict[str, Any]]) -> None:
    whole = rows_of(WHOLE)
    later = rows_of(LATER)
    both = {name: pa.concat_tables([rows, later[name]]) if name in later else rows for name, rows in whole.items()}
    assert measured(company, both) == values


def test_the_order_of_rows_changes_nothing(company: Company, values: list[dict[str, Any]]) -> None:
    whole = rows_of(WHOLE)
    turned = {name: rows.take(list(range(rows.num_rows))[::-1]) for name, rows in whole.items()}
    assert measured(company, turned) == values


def test_customers_without_a_row_in_any_other_table_have_no_value_that_needs_orders(
    values: list[dict[str, Any]],
) -> None:
    (prospect,) = (row for row in values if row["customer_id"] == "P")
    assert not prospect["has_orders"]
    assert {name for name, metric in EVERY.items() if "orders" in metric.needs and prospect[name] is not None} == set()


def test_orders_alone_give_the_metrics_of_orders_and_no_others(company: Company) -> None:
    orders = rows_of(WHOLE)["orders"].select(["customer_id", "order_id", "moment", "amount"])
    found = set(available(EVERY, company.facts(orders=orders)))
    assert found >= {"monetary", "frequency", "recency_days", "tenure_days", "rhythm_days", "growth", "repurchase"}
    assert found.isdisjoint({"collection", "complaints", "contribution", "products", "influence", "service_cost"})
    assert measured(company, {"orders": orders})[0]["monetary"] == Decimal(520)
