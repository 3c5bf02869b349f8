"""vitalfew columns: how files would be read."""

import json
from pathlib import Path

from calls import Run


def test_it_shows_which_column_is_taken_for_what(start: Run, orders: str) -> None:
    outcome = start("columns", orders)
    assert (outcome.code, outcome.err) == (0, "")
    assert ["order_date", "moment"] in [line.split()[:2] for line in outcome.out.splitlines()]
    assert [path.name for path in Path().iterdir()] == ["orders.csv"]


def test_for_programs(run: Run, orders: str) -> None:
    said = json.loads(run("columns", orders, "--json").out)
    assert {column["header"]: column["field"] for column in said["columns"]} == {
        "customer_id": "customer_id",
        "order_id": "order_id",
        "order_date": "moment",
        "amount": "amount",
    }


def test_rejected_rows_are_shown_and_end_with_0(run: Run, orders: str) -> None:
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write("C4,4,2025-02-31,20.00\n")
    outcome = run("columns", orders)
    assert outcome.code == 0
    assert "2025-02-31" in outcome.out


def test_facts_other_than_orders(run: Run, orders: str) -> None:
    Path("p.csv").write_text(
        "invoice_id,customer_id,issued,due,amount\n1,C1,2025-01-01,2025-02-01,5\n", encoding="utf-8"
    )
    assert json.loads(run("columns", "p.csv", "--table", "payments", "--json").out)["table"] == "payments"
    both = json.loads(run("columns", orders, "--payments", "p.csv", "--json").out)
    assert [look["table"] for look in both] == ["orders", "payments"]


def test_a_line_of_grade_serves_with_another_verb(run: Run, orders: str) -> None:
    assert run("columns", orders, "--scheme", "rfm", "--as-of", "2025-03-01", "--grain", "order").code == 0
    refused = run("columns", orders, "--scheme", "rfm", "-o", "grades.csv")
    assert (refused.code, ".json" in refused.line) == (2, True)


def test_a_file_that_cannot_be_read_ends_with_1(run: Run) -> None:
    Path("o.csv").write_text("customer_id,colour\nC1,red\n", encoding="utf-8")
    outcome = run("columns", "o.csv")
    assert outcome.code == 1
    assert "o.csv" in outcome.line
