"""Spark and DuckDB give the same bytes."""

from pathlib import Path

import pytest
from large_company import Kept
from small_company import Company
from whole_company import WHOLE, rows_of

from vitalfew.backends import DuckDB
from vitalfew.backends.spark import Spark
from vitalfew.cli import main
from vitalfew.registry import METRICS

EVERY = {name: metric() for name, metric in sorted(METRICS.items())}

pytestmark = [
    pytest.mark.needs("spark"),
    pytest.mark.usefixtures("session"),
    # The connections of py4j are closed by whoever collects them.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


def graded(tmp_path: Path, backend: str, *arguments: object, ending: str = "csv") -> bytes:
    out = tmp_path / f"{backend}.{ending}"
    assert main(["grade", *map(str, arguments), "--backend", backend, "-o", str(out)]) == 0
    return out.read_bytes()


@pytest.mark.parametrize(
    ("scheme", "ending"),
    [("rfm", "csv"), ("abc", "json"), ("key_accounts", "parquet"), ("distribution", "csv"), ("lifecycle", "csv")],
)
def test_a_store_with_a_correction_and_an_undone_batch(tmp_path: Path, kept: Kept, scheme: str, ending: str) -> None:
    asked = ("--store", kept.store, "--scheme", scheme)
    found = [graded(tmp_path, backend, *asked, ending=ending) for backend in ("spark", "duckdb")]
    assert found[0] == found[1]


def test_orders_and_payments_from_files(tmp_path: Path, kept: Kept) -> None:
    asked = (kept.files["orders"], "--payments", kept.files["payments"], "--exclude", "C0", "--as-of", "2024-06-30")
    assert graded(tmp_path, "spark", *asked) == graded(tmp_path, "duckdb", *asked)


def test_a_text_file_with_odd_rows_and_groups_of_companies(tmp_path: Path) -> None:
    orders, customers = tmp_path / "订单.csv", tmp_path / "customers.csv"
    orders.write_text(
        "customer_id,order_id,order_date,amount\nb,1,2025-01-05,900.00\nB,2,2025-02-01,70\nÄ,3,2025-02-11,20.005\n"
        "b,4,2025-03-30,-12\n𠀀,,2025-04-01,7\n客,5,2025-02-30,7\nß,6,2025-03-01,3\n",
        encoding="utf-8",
    )
    customers.write_text("customer_id,parent_id,since\nB,b,2020-01-01\nZ,,2021-05-05\n", encoding="utf-8")
    asked = (orders, "--customers", customers, "--by", "parent", "--max-rejects", "20%", "--scheme", "four_types")
    assert graded(tmp_path, "spark", *asked) == graded(tmp_path, "duckdb", *asked)


def test_every_metric_of_a_company_with_every_column(tmp_path: Path) -> None:
    with DuckDB() as database, Spark([], tmp_path, []) as spark:
        ours, others = (Company(one).table(EVERY, **rows_of(WHOLE)).select(list(EVERY)) for one in (database, spark))
    assert ours.to_pydict() == others.to_pydict()
