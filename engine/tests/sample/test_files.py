"""The files of a sample: which there are, that they are well formed, the same again, and never half."""

import hashlib
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sample.rows import Make

from vitalfew.errors import Refusal, WrongUse
from vitalfew.sample import write
from vitalfew.sample.dice import Dice
from vitalfew.schemas import TABLES, Kind

WRITTEN = ["orders", "payments", "returns", "customers", "service_costs", "feedback", "interactions", "wallet"]

FORMS = {
    Kind.ID: r"[A-Z]*\d+",
    Kind.DAY: r"20\d\d-\d\d-\d\d",
    Kind.MOMENT: r"20\d\d-\d\d-\d\d \d\d:\d\d",
    Kind.MONEY: r"-?\d+\.\d\d",
    Kind.PRICE: r"\d+\.\d\d",
    Kind.NUMBER: r"-?\d+(\.\d+)?",
    Kind.INTEGER: r"-?\d+",
    Kind.FLAG: r"true|false",
    Kind.TEXT: r"\S.*",
}


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_one_file_per_table_and_a_text_for_people(tmp_path: Path) -> None:
    written = write(tmp_path / "company", customers=30)
    assert [path.name for path in written] == [f"{name}.csv" for name in WRITTEN] + ["README.txt"]
    assert sorted(path.name for path in (tmp_path / "company").iterdir()) == sorted(path.name for path in written)


@pytest.mark.parametrize("name", WRITTEN)
def test_headers_are_the_standard_ones_and_every_cell_is_of_its_kind(company: Make, name: str) -> None:
    rows, table = company()[name], TABLES[name]
    left_out = {"orders": {"order_total"}, "customers": {"buying_segment"}}.get(name, set())
    assert set(rows[0]) == {column.name for column in table.columns} - left_out
    for header in rows[0]:
        column = table[header]
        form = re.compile("|".join(column.choices) if column.kind is Kind.CHOICE else FORMS[column.kind])
        wrong = [row[header] for row in rows if row[header] and not form.fullmatch(row[header])]
        assert (header, wrong[:3]) == (header, [])
        assert any(row[header] for row in rows), header
        assert not column.required or all(row[header] for row in rows), header


def test_an_amount_is_its_quantity_times_its_price(company: Make) -> None:
    for row in company()["orders"]:
        assert Decimal(row["amount"]) == Decimal(row["quantity"]) * Decimal(row["unit_price"])


def test_a_number_names_one_order_of_one_customer(company: Make) -> None:
    owners = {(row["order_id"], row["customer_id"]) for row in company()["orders"]}
    assert len(owners) == len({order for order, _ in owners})
    lines = [(row["order_id"], row["line"]) for row in company()["orders"]]
    assert len(lines) == len(set(lines))


def test_every_customer_of_the_facts_stands_in_the_customers_file(company: Make) -> None:
    known = {row["customer_id"] for row in company()["customers"]}
    assert len(known) == 300
    for name in WRITTEN:
        assert {row["customer_id"] for row in company()[name]} <= known


def test_nothing_happens_after_the_last_day_or_before_the_first(company: Make) -> None:
    facts = company(years=2, last_day=date(2025, 2, 28))
    for name in WRITTEN:
        dated_by = TABLES[name].dated_by
        found = [row[dated_by][:10] for row in facts[name]] if dated_by else []
        assert all("2023-03-01" <= day <= "2025-02-28" for day in found), name
    assert max(row["moment"] for row in facts["orders"])[:10] == "2025-02-28"
    assert max(row["paid_on"] for row in facts["payments"]) <= "2025-02-28"


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, customers=80, seed=7, industry="hotel", language="zh-hant")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_another_seed_gives_another_company(tmp_path: Path) -> None:
    for seed in (1, 2):
        write(tmp_path / str(seed), customers=80, seed=seed)
    one, two = digests(tmp_path / "1"), digests(tmp_path / "2")
    assert not {name for name in one if one[name] == two[name]}


def test_the_dice_fall_alike_on_every_machine() -> None:
    assert Dice(1, "orders").below(1000, 6).tolist() == [830, 286, 883, 18, 168, 135]


def test_the_whole_sample_is_alike_on_every_machine(tmp_path: Path) -> None:
    write(tmp_path, customers=40, years=1)
    whole = hashlib.sha256(repr(digests(tmp_path)).encode()).hexdigest()
    assert whole[:16] == "56cb25d7c4fb62e7"


@pytest.mark.parametrize(("customers", "years"), [(1, 1), (2, 1), (10, 2), (30, 1), (60, 6)])
def test_any_size_can_be_written(tmp_path: Path, customers: int, years: int) -> None:
    write(tmp_path, customers=customers, years=years)
    lines = (tmp_path / "customers.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == customers + 1
    assert (tmp_path / "orders.csv").read_text("utf-8-sig").splitlines()[-1].split(",")[3].startswith("2026-10-31")


def test_more_orders_than_one_block_are_numbered_through(tmp_path: Path) -> None:
    write(tmp_path, customers=900)
    rows = (tmp_path / "orders.csv").read_text("utf-8-sig").splitlines()[1:]
    numbers = [int(row.split(",")[1][2:]) for row in rows]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, numbers[-1] + 1))
    assert numbers[-1] > 20_000


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"customers": 0}, "from 1 to 1000000 customers"),
        ({"customers": 1_000_001}, "from 1 to 1000000 customers"),
        ({"years": 0}, "from 1 to 20 years"),
        ({"years": 21}, "from 1 to 20 years"),
        ({"seed": -1}, "a seed from 0"),
        ({"industry": "circus"}, "circus. Choose one of wholesale, distribution"),
        ({"language": "fr"}, "fr. Choose one of en, zh-hans, zh-hant"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, asked: dict[str, object], says: str) -> None:
    with pytest.raises(WrongUse) as refused:
        write(tmp_path / "company", **asked)  # type: ignore[arg-type]
    assert says in str(refused.value)
    assert not (tmp_path / "company").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "company").write_text("mine")
    with pytest.raises(Refusal) as refused:
        write(tmp_path / "company", customers=3)
    assert str(tmp_path / "company") in str(refused.value)
    assert (tmp_path / "company").read_text() == "mine"


def test_after_a_failure_the_old_files_stand_as_they_were(tmp_path: Path) -> None:
    write(tmp_path, customers=3)
    before = digests(tmp_path)
    (tmp_path / ".wallet.csv.half").mkdir()
    with pytest.raises(Refusal):
        write(tmp_path, customers=4)
    (tmp_path / ".wallet.csv.half").rmdir()
    assert digests(tmp_path) == before


def test_a_new_sample_replaces_the_old_one(tmp_path: Path) -> None:
    write(tmp_path, customers=3)
    write(tmp_path, customers=5)
    assert len((tmp_path / "customers.csv").read_text("utf-8-sig").splitlines()) == 6
