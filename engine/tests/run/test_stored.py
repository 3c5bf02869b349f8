"""Facts of a store graded: at each step the bytes of a single run over the right lines."""

import csv
import lzma
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers.reading import Options
from vitalfew.report.writing import write
from vitalfew.run import Request, grade
from vitalfew.run.finding import Search, find
from vitalfew.run.importing import Outcome, take_in
from vitalfew.run.manner import manner_of
from vitalfew.scheme import load
from vitalfew.store import Store

DATA = Path(__file__).parents[4] / "shared" / "data" / "online_retail.csv.xz"
OPTIONS = Options(today=date(2026, 1, 1))
SCHEMES = ("abc", "rfm", "key_accounts")

Line = dict[str, str]
Months = dict[str, list[Line]]


def imported(store: Store, *places: Path) -> Outcome:
    """Take files in as `facts import` does."""
    manner = manner_of(store, OPTIONS, rates=None, key=None, at=None)
    return take_in(store, find(places, Search(OPTIONS, store.known_files(), store.folder)), manner, list)


def written(lines: list[Line], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return path


def out_of(sources: dict[str, object], scheme: str, folder: Path) -> bytes:
    """The bytes of OUT."""
    out = folder / "out.csv"
    write(grade(sources, Request(load(scheme)), OPTIONS), out)
    return out.read_bytes()


class Company:
    """Months of lines, and a store that is to hold them."""

    def __init__(self, months: Months, folder: Path) -> None:
        self.months = months
        self.folder = folder
        self.store = Store(folder / "store")

    def takes(self, month: str) -> int:
        """Import a month; its batch."""
        return (
            imported(self.store, written(self.months[month], self.folder / f"retail-{month}.csv")).taken[0].added.batch
        )

    def agrees(self, months: Months, schemes: tuple[str, ...] = SCHEMES) -> bool:
        """Whether OUT from the store is OUT from one file of these months."""
        right = written([line for lines in months.values() for line in lines], self.folder / "right.csv")
        kept = self.store.snapshot()
        return all(
            out_of({"store": kept}, scheme, self.folder) == out_of({"orders": right}, scheme, self.folder)
            for scheme in schemes
        )


@pytest.fixture(scope="module")
def year() -> Months:
    if not DATA.is_file():
        pytest.skip("shared/data/online_retail.csv.xz is not beside this checkout")
    months: Months = {}
    for line in csv.DictReader(StringIO(lzma.decompress(DATA.read_bytes()).decode())):
        months.setdefault(line["InvoiceDate"][:7], []).append(line)
    return months


def corrected(lines: list[Line]) -> list[Line]:
    """Half of every third quantity: what a company finds out a month later."""
    return [
        line | {"Quantity": str(int(line["Quantity"]) // 2)} if number % 3 == 0 else line
        for number, line in enumerate(lines)
    ]


def steps(company: Company) -> Iterator[Months]:
    """Thirteen months come in, March is corrected, May is undone, all is compacted, March is undone to what it was."""
    batches: dict[str, int] = {}
    right: Months = {}
    for month in sorted(company.months):
        batches[month] = company.takes(month)
        right[month] = company.months[month]
        yield right
    first, company.months["2011-03"] = company.months["2011-03"], corrected(company.months["2011-03"])
    correction = company.takes("2011-03")
    right["2011-03"] = company.months["2011-03"]
    yield right
    company.store.undo(batches["2011-05"])
    del right["2011-05"]
    yield right
    company.store.compact()
    yield right
    company.store.undo(correction)
    right["2011-03"] = first
    yield right


def test_a_year_month_by_month_corrected_and_undone_is_a_run_over_the_right_lines(year: Months, tmp_path: Path) -> None:
    some = {month: [line for line in lines if line["CustomerID"].endswith("5")] for month, lines in year.items()}
    company = Company(some, tmp_path)
    for step, right in enumerate(steps(company)):
        assert company.agrees(right, SCHEMES if step >= 12 or step == 5 else ("abc",)), step
    assert [finding.what for finding in company.store.verify()] == []


@pytest.mark.slow
def test_the_whole_year_corrected_undone_and_compacted(year: Months, tmp_path: Path) -> None:
    company = Company(dict(year), tmp_path)
    *_, right = steps(company)
    assert company.agrees(right)


ORDERS = "customer_id,order_id,moment,amount\na,1,2025-01-05,900.00\nb,2,2025-02-01,70.00\n"


@pytest.fixture
def small(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    imported(store, path)
    return store


def test_the_manifest_names_version_and_digest_of_the_files(small: Store) -> None:
    kept = small.snapshot()
    said = grade({"store": kept}, Request(load("abc")), OPTIONS).manifest
    assert said["store"] == {"version": 1, "files": kept.head}
    assert said["sources"] == {}
    assert said["parameters"]["grain"] == "order"


def test_other_facts_may_come_from_files_unless_the_store_holds_them(small: Store, tmp_path: Path) -> None:
    customers = tmp_path / "customers.csv"
    customers.write_text("customer_id,name,segment\na,Ann,x\nz,Zoe,y\n", encoding="utf-8")
    sources = {"store": small.snapshot(), "customers": customers}
    beside = grade(sources, Request(load("abc")), OPTIONS)
    assert beside.graded["customer_id"].to_pylist() == ["a", "b", "z"]
    imported(small, customers)
    held = grade({"store": small.snapshot()}, Request(load("abc")), OPTIONS)
    assert held.graded.equals(beside.graded)
    with pytest.raises(WrongUse, match="the store has a table customers already"):
        grade({"store": small.snapshot(), "customers": customers}, Request(load("abc")), OPTIONS)


def test_excluded_customers_of_a_store_are_left_out(small: Store) -> None:
    options = Options(today=OPTIONS.today, exclude=frozenset({"a"}))
    found = grade({"store": small.snapshot()}, Request(load("abc")), options)
    assert found.graded["customer_id"].to_pylist() == ["b"]
    small.compact()
    assert grade({"store": small.snapshot()}, Request(load("abc")), options).graded.equals(found.graded)


def test_amounts_of_a_store_are_not_turned_into_another_currency(small: Store) -> None:
    with pytest.raises(Refusal, match="cannot be turned into EUR"):
        grade({"store": small.snapshot()}, Request(load("abc")), Options(today=OPTIONS.today, currency="EUR"))


def test_what_is_said_of_ids_is_said_as_of_a_file(tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    rows = "C 1,3,2025-01-05,1.00\nC1,4,2025-01-05,2.00\n散客,5,2025-01-05,3.00\n"
    orders.write_text(ORDERS + rows, encoding="utf-8")
    store = Store(tmp_path / "store")
    imported(store, orders)
    from_store = grade({"store": store.snapshot()}, Request(load("abc")), OPTIONS).notes
    from_file = grade({"orders": orders}, Request(load("abc")), OPTIONS).notes
    of_ids = {str(note) for note in from_file if note.code in ("possibly_the_same", "walk_in")}
    assert len(of_ids) == 2
    assert of_ids <= {str(note) for note in from_store}
