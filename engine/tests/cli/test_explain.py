"""vitalfew explain: in words and as JSON, agreeing with grade."""

import json
from pathlib import Path

from calls import Run


def test_json_has_the_shape_of_the_contract(run: Run, orders: str) -> None:
    answer = json.loads(run("explain", orders, "C2", "--scheme", "abc", "--json").out)
    assert list(answer) == ["customer_id", "grade", "score", "inputs", "changes", "what_if", "verified"]
    assert (answer["customer_id"], answer["grade"], answer["score"], answer["verified"]) == ("C2", "B", 11.76, True)
    assert answer["changes"] == [
        {"metric": "monetary", "direction": "down", "from": 100.0, "to": 27.36, "grade": "C"},
        {"metric": "monetary", "direction": "up", "from": 100.0, "to": 205.01, "grade": "A"},
    ]


def test_in_words_it_names_what_would_change_the_grade(start: Run, orders: str) -> None:
    outcome = start("explain", orders, "C2", "--scheme", "abc")
    assert (outcome.code, outcome.err) == (0, "")
    assert "C2: grade B" in outcome.out
    assert "monetary down from 100.00 to 27.36: C" in outcome.out
    assert "2 of 3" in outcome.out
    assert "graded again" in outcome.out


def test_metrics_that_change_nothing_are_named_together(run: Run) -> None:
    Path("o.csv").write_text("customer_id,order_id,order_date,amount\nC1,1,2025-01-05,9\n", encoding="utf-8")
    said = run("explain", "o.csv", "C1", "--scheme", "rfm").out
    assert [line for line in said.splitlines() if "changes the grade" in line] == [
        "· no value changes the grade by itself: frequency, monetary, recency_days"
    ]


def test_in_chinese(run: Run, orders: str) -> None:
    outcome = run("explain", orders, "C2", "--scheme", "abc", "--lang", "zh-hant")
    assert "C2：等級 B" in outcome.out
    assert "monetary 從 100.00 降至 27.36：C" in outcome.out


def test_the_explanation_may_go_to_a_file(run: Run, orders: str) -> None:
    assert run("explain", orders, "C1", "--scheme", "rfm", "-o", "why.json").code == 0
    assert json.loads(Path("why.json").read_text(encoding="utf-8"))["customer_id"] == "C1"
    assert run("explain", orders, "C1", "--scheme", "rfm", "-o", "why.txt").code == 0
    assert "C1: grade" in Path("why.txt").read_text(encoding="utf-8")
    refused = run("explain", orders, "C1", "--scheme", "rfm", "-o", "orders.csv")
    assert (refused.code, ".txt" in refused.line) == (2, True)


def test_an_unknown_customer_is_refused(run: Run, orders: str) -> None:
    outcome = run("explain", orders, "C9", "--scheme", "abc")
    assert outcome.code == 1
    assert "C9" in outcome.line


def test_an_unknown_customer_is_refused_with_near_ids(run: Run, orders: str) -> None:
    assert "C1" in run("explain", orders, "c1", "--scheme", "abc").line


def test_an_id_that_begins_with_a_dash(run: Run) -> None:
    Path("o.csv").write_text("customer_id,order_id,order_date,amount\n-7,1,2025-01-05,9\n", encoding="utf-8")
    assert json.loads(run("explain", "o.csv", "--scheme", "abc", "--json", "--", "-7").out)["customer_id"] == "-7"
