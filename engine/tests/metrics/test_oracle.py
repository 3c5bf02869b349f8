"""Random small companies: the engine's metrics against the plain-Python reading of the contract."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import metrics as oracle

from vitalfew.backends import DuckDB
from vitalfew.compile import Facts, available, metric_table, prepared
from vitalfew.registry import METRICS
from vitalfew.schemas import TABLES

Plain = Callable[[oracle.Company, str, date], object]
AT = date(2025, 12, 31)
IDS = st.sampled_from(["A", "B", "C"])
# Days around the borders of the windows, and any others; some lie after the last day.
BORDERS = [AT - timedelta(days=n) for n in (-1, 0, 1, 364, 365, 366, 729, 730, 731)]
DAYS = st.sampled_from(BORDERS) | st.dates(date(2022, 1, 1), date(2026, 2, 1))
MOMENTS = st.builds(
    lambda day, minute: datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute),
    DAYS,
    st.integers(0, 1439),
)
CENTS = st.integers(-3000, 9000).map(lambda n: Decimal(n).scaleb(-2))
ABOVE_ZERO = st.integers(1, 9000).map(lambda n: Decimal(n).scaleb(-2))
SCORES = st.integers(0, 100).map(Decimal)
ORDER_IDS = st.sampled_from([str(n) for n in range(6)])


def row(**cells: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(cells)


ORDERS = row(customer_id=IDS, order_id=ORDER_IDS, moment=MOMENTS, amount=CENTS, cost=CENTS)
RETURNS = row(customer_id=IDS, order_id=ORDER_IDS | st.none(), day=DAYS, amount=ABOVE_ZERO)
COSTS = row(customer_id=IDS, day=DAYS, amount=ABOVE_ZERO)
FEEDBACK = row(customer_id=IDS, day=DAYS, kind=st.sampled_from(["csat", "nps", "complaint"]), score=SCORES)
CUSTOMERS = row(since=DAYS | st.none(), satisfaction=SCORES | st.none())


@st.composite
def payments(draw: st.DrawFn) -> oracle.Rows:
    """Invoices, each in one row or in a row per payment with amount and due day repeated."""
    rows = []
    for number in range(draw(st.integers(0, 4))):
        issued = draw(DAYS)
        invoice = {
            "invoice_id": str(number),
            "customer_id": draw(IDS),
            "issued": issued,
            "due": issued + timedelta(days=draw(st.integers(0, 60))),
            "amount": draw(ABOVE_ZERO),
        }
        for _ in range(draw(st.integers(1, 3))):
            paid_on = draw(DAYS | st.none())
            rows.append({**invoice, "paid_on": paid_on, "paid_amount": draw(ABOVE_ZERO) if paid_on else None})
    return rows


@st.composite
def companies(draw: st.DrawFn) -> oracle.Company:
    company = {
        "orders": draw(st.lists(ORDERS, min_size=1, max_size=12)),
        "customers": [{"customer_id": one, **draw(CUSTOMERS)} for one in "ABD"],
        "payments": draw(payments()),
        "service_costs": draw(st.lists(COSTS, max_size=4)),
        "feedback": draw(st.lists(FEEDBACK, max_size=4)),
    }
    if draw(st.booleans()):
        company["returns"] = draw(st.lists(RETURNS, max_size=4))
    return company


CHECKED = {
    "monetary": (METRICS["monetary"](), oracle.monetary),
    "monetary_year": (METRICS["monetary"](window=365), partial(oracle.monetary, window=365)),
    "frequency": (METRICS["frequency"](), oracle.frequency),
    "frequency_year": (METRICS["frequency"](window=365), partial(oracle.frequency, window=365)),
    "recency_days": (METRICS["recency_days"](), oracle.recency_days),
    "growth": (METRICS["growth"](), oracle.growth),
    "contribution": (METRICS["contribution"](), oracle.contribution),
    "contribution_year": (METRICS["contribution"](window=365), partial(oracle.contribution, window=365)),
    "rhythm_days": (METRICS["rhythm_days"](), oracle.rhythm_days),
    "repurchase": (METRICS["repurchase"](), oracle.repurchase),
    "repeat": (METRICS["repeat"](), oracle.repeat),
    "tenure_days": (METRICS["tenure_days"](), oracle.tenure_days),
    "collection": (METRICS["collection"](), oracle.collection),
    "satisfaction": (METRICS["satisfaction"](), oracle.satisfaction),
}
ASKED = {name: metric for name, (metric, _) in CHECKED.items()}
WITHOUT_ORDERS = {"tenure_days", "collection", "satisfaction"}


def arrow(name: str, rows: oracle.Rows, columns: tuple[str, ...]) -> pa.Table:
    cells = {column: [row[column] for row in rows] for column in columns}
    return pa.table({column: pa.array(cells[column], TABLES[name][column].kind.arrow()) for column in columns})


def tables(company: oracle.Company) -> dict[str, pa.Table]:
    columns = {
        "orders": ("customer_id", "order_id", "moment", "amount", "cost"),
        "customers": ("customer_id", "since", "satisfaction"),
        "payments": ("invoice_id", "customer_id", "issued", "due", "amount", "paid_on", "paid_amount"),
        "service_costs": ("customer_id", "day", "amount"),
        "feedback": ("customer_id", "day", "kind", "score"),
        "returns": ("customer_id", "order_id", "day", "amount"),
    }
    return {name: arrow(name, rows, columns[name]) for name, rows in company.items()}


class Plans:
    """Statements are written once per set of tables; the tables behind their names change with every company."""

    def __init__(self, database: DuckDB) -> None:
        self.database = database
        self.statements: dict[tuple[str, ...], str] = {}

    def measure(self, company: oracle.Company) -> list[dict[str, Any]]:
        known = tables(company)
        attached = {name: self.database.attach(f"random {name}", rows) for name, rows in known.items()}
        first = min(line["moment"] for line in company["orders"]).date()
        facts = Facts({}, AT, first)
        names = available(
            {"growth": METRICS["growth"](), "monetary": METRICS["monetary"]()}, replace(facts, tables=attached)
        )
        key = (*known, *names)
        if key not in self.statements:
            whole = replace(facts, tables=prepared(attached, AT))
            self.statements[key] = self.database.sql(metric_table(whole, ASKED))
        return self.database.raw.execute(self.statements[key]).to_arrow_table().to_pylist()


@pytest.fixture(scope="module")
def plans() -> Iterator[Plans]:
    with DuckDB() as database:
        yield Plans(database)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(company=companies())
def test_every_customer_has_the_values_of_the_plain_reading(company: oracle.Company, plans: Plans) -> None:
    rows = plans.measure(company)
    known = oracle.known_on(company, AT)
    buyers = {line["customer_id"] for line in known["orders"]}
    assert {row["customer_id"] for row in rows} == buyers | set("ABD")
    first = min(line["moment"] for line in company["orders"]).date()
    assert ("growth" in rows[0]) == ((AT - first).days >= 730)
    for name, (_, plain) in CHECKED.items():
        if name in rows[0]:
            found = {row["customer_id"]: row[name] for row in rows}
            assert found == {one: expected(plain, name, known, one, buyers) for one in found}, name


def expected(plain: Plain, name: str, known: oracle.Company, customer: str, buyers: set[str]) -> object:
    return plain(known, customer, AT) if customer in buyers or name in WITHOUT_ORDERS else None
