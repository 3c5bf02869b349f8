"""Grades over time: orders over several days, refunds, returns, guards, and what is asked of the result."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from history.runs import followed, graded, orders, told

import vitalfew as vf
from vitalfew.history import Days
from vitalfew.history.files import write
from vitalfew.run.written import previous_run

ABC, RFM = vf.Scheme.load("abc"), vf.Scheme.load("rfm")
JUNE, JULY, AUGUST = date(2025, 6, 30), date(2025, 7, 31), date(2025, 8, 31)
MOVING = orders(
    ("Acme", "1", "2025-06-01", 900),
    ("Birch", "2", "2025-06-02", 100),
    ("Birch", "3", "2025-07-20", 5000),
    ("Cedar", "4", "2025-07-21", 10),
    ("Acme", "5", "2025-08-21", 1),
)


def untidy(seed: int) -> dict[str, pa.Table]:
    """Orders whose lines lie on several days, refunds under the same number, and goods that came back."""
    chance = Random(seed)
    day = date(2024, 1, 1)
    rows = []
    for number in range(150):
        one, begun = chance.choice("ABCDEFGHIJ"), day + timedelta(days=chance.randint(0, 700))
        rows += [
            (one, str(number), str(begun + timedelta(days=chance.choice([0, 0, 0, 1, 40]))), chance.randint(-50, 200))
            for _ in range(chance.randint(1, 3))
        ]
    lines = orders(*rows)
    picked = [chance.choice(rows) for _ in range(30)]
    back = {"customer_id": [row[0] for row in picked], "order_id": [row[1] for row in picked]}
    days = [str(day + timedelta(days=chance.randint(0, 740))) for _ in picked]
    amounts = [str(chance.randint(1, 40)) for _ in picked]
    return {"orders": lines, "returns": pa.table({**back, "day": days, "amount": amounts})}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["abc", "rfm", "lifecycle", "key_accounts"])
def test_untidy_orders_stand_on_every_day_as_a_run_has_them(name: str, seed: int) -> None:
    tables, scheme = untidy(seed), vf.Scheme.load(name)
    days = (date(2024, 8, 1), date(2025, 1, 31), date(2026, 1, 15))
    found = followed(tables, scheme, Days(days))
    for day in days:
        assert told(found.on(day)) == told(graded(tables, scheme, day).graded), day


def paid(chance: Random, issued: date) -> dict[str, str | None]:
    """A payment on some day, or none yet."""
    day = chance.choice([str(issued + timedelta(days=chance.randint(0, 200))), None])
    return {"paid_on": day, "paid_amount": str(chance.randint(1, 300))}


@pytest.mark.parametrize("seed", range(3))
def test_invoices_paid_at_once_in_instalments_or_never_stand_as_a_run_has_them(seed: int) -> None:
    chance = Random(seed)
    rows = []
    for number in range(120):
        issued = date(2024, 1, 1) + timedelta(days=chance.randint(0, 700))
        due = str(issued + timedelta(days=30 * chance.randint(1, 3)))
        invoice = {
            "invoice_id": chance.choice([f"I{number}", f"I{number}", None]),
            "customer_id": chance.choice("ABCDEFGHIJ"),
            "issued": str(issued),
            "due": chance.choice([due, due, None]),
            "amount": str(chance.randint(1, 300)),
        }
        rows += [{**invoice, **paid(chance, issued)} for _ in range(chance.choice([1, 1, 1, 2]))]
    tables = {"orders": untidy(seed)["orders"], "payments": pa.Table.from_pylist(rows)}
    scheme = vf.Scheme.load("key_accounts")
    days = (date(2024, 8, 1), date(2025, 1, 31), date(2026, 1, 15))
    found = followed(tables, scheme, Days(days))
    for day in days:
        assert told(found.on(day)) == told(graded(tables, scheme, day).graded), day


@pytest.mark.parametrize("name", ["abc", "key_accounts"])
def test_money_too_large_to_be_looked_up_is_folded_day_by_day(name: str) -> None:
    large = str(2 * 10**15)
    rows = [(one, f"{one}{n}", f"2024-{n:02}-01", large) for one in "ABCDEFGHIJ" for n in range(1, 13)]
    tables, scheme = {"orders": orders(*rows)}, vf.Scheme.load(name)
    days = (date(2024, 2, 29), date(2024, 3, 31))
    found = followed(tables, scheme, Days(days))
    for day in days:
        assert told(found.on(day)) == told(graded(tables, scheme, day).graded), day


def test_orders_without_a_number_are_one_each() -> None:
    rows = MOVING.drop_columns("order_id")
    assert told(followed({"orders": rows}, RFM, Days("month")).on(JULY)) == told(
        graded({"orders": rows}, RFM, JULY).graded
    )


def test_a_guard_takes_the_day_before_as_its_previous_run(tmp_path: Path) -> None:
    guard = {
        "method": "stability", "of": "abc", "grades": ["A", "B", "C"], "boundaries": [20, 5], "margin": 3,
        "stay_days": 40, "confirm": True,
    }  # fmt: skip
    classifiers = {**ABC.model_dump(mode="json")["classifiers"], "held": guard}
    scheme = ABC.changed(scheme="steady", classifiers=classifiers, grade="held", labels={})
    tables = {"orders": untidy(3)["orders"]}
    days = [date(2024, 3, 31) + timedelta(days=60 * step) for step in range(9)]
    found, previous = followed(tables, scheme, Days(tuple(days))), None
    free = followed(tables, ABC, Days(tuple(days)))
    for step, day in enumerate(days):
        run = graded(tables, scheme, day, previous=previous)
        assert told(found.on(day)) == told(run.graded), day
        run.save(tmp_path / f"{step}.parquet")
        previous = tmp_path / f"{step}.run.json"
    assert [told(found.on(day)) for day in days] != [told(free.on(day)) for day in days]
    begun = followed(tables, scheme, Days((days[5],)), previous=previous_run(tmp_path / "4.run.json"))
    assert told(begun.on(days[5])) == told(found.on(days[5]))


def test_a_customer_has_a_row_from_its_first_order_on() -> None:
    found = followed({"orders": MOVING}, ABC, Days("month"))
    assert found.days == (JUNE, JULY, date(2025, 8, 21))
    assert [(row["as_of"], row["grade"]) for row in found.of("Cedar").to_pylist()] == [
        (JULY, "C"),
        (date(2025, 8, 21), "C"),
    ]
    with pytest.raises(vf.Refusal, match="no customer 'Dogwood'"):
        found.of("Dogwood")


def test_counts_and_migration_add_up() -> None:
    found = followed({"orders": MOVING}, ABC, Days((JUNE, JULY, AUGUST)))
    assert found.grades == ("A", "B", "C")
    assert found.counts()[JUNE] == {"A": 1, "B": 1, "C": 0}
    matrix = found.migration(JUNE, JULY)
    assert matrix == {"A": {"A": 0, "B": 1, "C": 0}, "B": {"A": 1, "B": 0, "C": 0}, "C": {"A": 0, "B": 0, "C": 0}}
    assert found.migration() == found.migration(JULY, AUGUST)


def test_movers_are_those_with_another_grade() -> None:
    found = followed({"orders": MOVING}, ABC, Days((JUNE, JULY, AUGUST)))
    assert found.movers(JUNE, JULY).select(["customer_id", "from", "to"]).to_pylist() == [
        {"customer_id": "Acme", "from": "A", "to": "B"},
        {"customer_id": "Birch", "from": "B", "to": "A"},
    ]
    assert found.movers().num_rows == 0
    with pytest.raises(vf.Refusal, match="no day before 2025-06-30"):
        found.movers(later=JUNE)
    with pytest.raises(vf.Refusal, match="does not hold 2020-01-01"):
        found.movers(date(2020, 1, 1), JULY)


def test_who_lost_or_got_a_grade_has_moved_and_who_never_had_one_has_not() -> None:
    customers = pa.table({"customer_id": ["Acme", "Birch", "Cedar", "Dogwood"]})
    found = followed({"orders": MOVING, "customers": customers}, ABC, Days((JUNE, JULY)))
    assert found.grades == ("A", "B", "C", None)
    assert found.migration()[None] == {"A": 0, "B": 0, "C": 1, None: 1}
    assert [row["customer_id"] for row in found.movers().to_pylist()] == ["Acme", "Birch", "Cedar"]


def test_a_day_before_all_facts_is_refused() -> None:
    with pytest.raises(vf.Refusal, match="no facts up to 2020-01-01"):
        followed({"orders": MOVING}, ABC, Days((date(2020, 1, 1), JUNE)))


def test_what_the_facts_cannot_give_is_refused_as_in_a_run() -> None:
    with pytest.raises(vf.Refusal, match="profit_cost needs"):
        followed({"orders": MOVING}, vf.Scheme.load("profit_cost"), Days("month"))


def test_files_hold_a_row_for_each_customer_and_day(tmp_path: Path) -> None:
    found = followed({"orders": MOVING}, ABC, Days((JUNE, JULY)))
    for ending in ("csv", "parquet", "json"):
        write(found, tmp_path / f"history.{ending}")
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".csv", ".json", ".parquet"]
    assert pq.read_table(tmp_path / "history.parquet").to_pylist() == found.rows().to_pylist()
    assert (tmp_path / "history.csv").read_text(encoding="utf-8-sig").splitlines()[:2] == [
        "customer_id,as_of,grade,score",
        "Acme,2025-06-30,A,100.00",
    ]
    records = json.loads((tmp_path / "history.json").read_text(encoding="utf-8"))
    assert records[1] == {"customer_id": "Birch", "as_of": "2025-06-30", "grade": "B", "score": 10.0}
    assert len(records) == found.table.num_rows == 5


def test_an_id_that_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    write(followed({"orders": orders(("=1+1", "1", "2025-06-01", 9))}, ABC, Days((JUNE,))), tmp_path / "h.csv")
    assert "'=1+1,2025-06-30" in (tmp_path / "h.csv").read_text(encoding="utf-8-sig")


def test_the_same_facts_in_another_order_give_the_same_table() -> None:
    tables = untidy(5)
    turned = {name: rows.take(list(range(rows.num_rows))[::-1]) for name, rows in tables.items()}
    first, second = (followed(each, RFM, Days("quarter")).rows() for each in (tables, turned))
    assert first.equals(second)
