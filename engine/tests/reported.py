"""Pages of reports for tests: of the sample company, and of small ones written as rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.csv

import vitalfew as vf
from vitalfew import sample
from vitalfew.languages import speaking
from vitalfew.readers.reading import Options
from vitalfew.report.figures import page_of
from vitalfew.report.page_model import Cell, Page, Section, Table
from vitalfew.report.portrait import Portrait, portrait
from vitalfew.run import Request
from vitalfew.scheme import Scheme, load

OPTIONS = Options(today=date.max)
TABLES = ("customers", "payments", "returns", "service_costs", "feedback", "interactions", "wallet")
Line = tuple[Any, ...]
"""Customer, day and amount of an order of one line; then its cost, where costs are known."""


@cache
def company() -> dict[str, pa.Table]:
    """The facts of a sample company of 90 customers, as typed tables: they are read again for every scheme."""
    with TemporaryDirectory() as folder:
        sample.write(Path(folder), customers=90, seed=4)
        return {name: pyarrow.csv.read_csv(Path(folder) / f"{name}.csv") for name in ("orders", *TABLES)}


@cache
def portrait_of_company(scheme: str) -> Portrait:
    """Its portrait under a ready-made scheme."""
    return portrait(company(), Request(load(scheme)), OPTIONS)


@cache
def page_of_company(scheme: str, language: str = "en") -> Page:
    """Its page."""
    with speaking(language):
        return page_of(portrait_of_company(scheme))


@cache
def out_of_company(scheme: str, as_of: str | None = None) -> tuple[dict[str, Any], ...]:
    """The rows of OUT that a run of its own writes: what every figure must agree with."""
    facts: dict[str, Any] = {"costs" if name == "service_costs" else name: path for name, path in company().items()}
    result = vf.grade(**facts, scheme=scheme, as_of=as_of)
    return tuple(result.customers.to_pylist())


def orders(lines: Iterable[Line]) -> pa.Table:
    """Orders of one line each."""
    rows = list(lines)
    columns = {
        "customer_id": [row[0] for row in rows],
        "order_id": [str(number) for number in range(len(rows))],
        "order_date": [row[1] for row in rows],
        "amount": [str(row[2]) for row in rows],
    }
    if rows and len(rows[0]) > 3:
        columns["cost"] = [str(row[3]) for row in rows]
    return pa.table(columns)


def page_of_orders(
    lines: Iterable[Line], scheme: str | Scheme = "abc", names: Mapping[str, str] | None = None, **request: Any
) -> Page:
    """The page of a company of which only orders and, where given, names are known."""
    sources: dict[str, Any] = {"orders": orders(lines)}
    if names:
        sources["customers"] = pa.table({"customer_id": list(names), "name": list(names.values())})
    known = load(scheme) if isinstance(scheme, str) else scheme
    return page_of(portrait(sources, Request(known, **request), OPTIONS))


def section(page: Page, name: str) -> Section:
    """A part of the page by its id."""
    return next(part for part in page.sections if part.id == name)


def sections(page: Page) -> list[str]:
    """The ids of the parts, in order."""
    return [part.id for part in page.sections]


def data(page: Page, name: str) -> Mapping[str, Any]:
    """What the drawing of a part is made of."""
    chart = section(page, name).chart
    assert chart is not None, f"{name} is drawn"
    return chart.data


def records(table: Table) -> list[dict[str, Cell]]:
    """The rows of a table by the names of its columns in files."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def fraction(part: Any, whole: Any) -> Decimal:
    """A share as the report gives it, worked out anew."""
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.000001"))
