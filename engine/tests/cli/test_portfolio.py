"""vitalfew portfolio: the table, the transitions, files and JSON."""

import json
from pathlib import Path

from calls import Run


def test_table_and_transitions(run: Run, orders: str) -> None:
    said = run("portfolio", orders, "--scheme", "abc", "--as-of", "2025-04-30")
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "A 1 1 (1–1) 900.00 900 (0–900)" in lines
    assert "A 3 100 (44–100) · ·" in lines
    assert any("Learned from 3 changes of month of 3 customers" in line for line in lines)


def test_json_and_file(run: Run, orders: str) -> None:
    asked = ("portfolio", orders, "--scheme", "abc", "--as-of", "2025-04-30")
    told = json.loads(run(*asked, "--json").out)
    assert [(row["grade"], row["customers"]) for row in told["grades"]] == [("A", 1), ("B", 1), ("C", 1)]
    assert told["learned"] == {"months": 3, "customers": 3, "since": "2025-01-31", "until": "2025-04-30"}
    assert [(way["from"], way["to"], way["n"]) for way in told["transitions"] if way["n"]] == [
        ("A", "A", 3),
        ("B", "B", 2),
        ("C", "C", 2),
    ]
    assert run(*asked, "-o", "out.csv").code == 0
    header = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert header == "grade,customers,sales,expected,low,high,expected_sales,sales_low,sales_high"


def test_too_few_months_are_refused_in_one_line(run: Run, orders: str) -> None:
    said = run("portfolio", orders, "--scheme", "abc", "--as-of", "2025-02-15")
    assert (said.code, said.line.startswith("there are fewer than two month ends")) == (1, True)
