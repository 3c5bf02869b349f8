"""vitalfew history: in words, as JSON, into a file, and what it refuses."""

import json
from pathlib import Path

from calls import Run


def test_in_words_it_counts_grades_by_month_and_says_who_moved(start: Run, orders: str) -> None:
    outcome = start("history", orders, "--scheme", "abc")
    assert (outcome.code, outcome.err) == (0, "")
    lines = [line.split() for line in outcome.out.splitlines()]
    assert ["2025-01-31", "1", "0", "0"] in lines
    assert ["2025-03-01", "1", "1", "1"] in lines
    assert ["C", "0", "0", "1"] in lines
    assert "0 of the 3 customers known on both days moved." in outcome.out


def test_json_has_counts_and_migration(run: Run, orders: str) -> None:
    answer = json.loads(run("history", orders, "--scheme", "abc", "--json").out)
    assert answer["days"] == ["2025-01-31", "2025-02-28", "2025-03-01"]
    assert answer["counts"][0] == {"as_of": "2025-01-31", "grades": {"A": 1, "B": 0, "C": 0}, "ungraded": 0}
    assert (answer["customers"], answer["rejected"]) == (3, 0)
    assert answer["migration"] == {
        "from": "2025-02-28",
        "to": "2025-03-01",
        "moved": 0,
        "pairs": [
            {"from": "A", "to": "A", "customers": 1},
            {"from": "B", "to": "B", "customers": 1},
            {"from": "C", "to": "C", "customers": 1},
        ],
    }


def test_a_customer_is_a_line_of_letters(run: Run, orders: str) -> None:
    assert "·BB" in run("history", orders, "--scheme", "abc", "--customer", "C2").out.splitlines()
    said = run("history", orders, "--scheme", "rfm", "--customer", "C1", "--every", "2025-01-31").out
    assert [line for line in said.splitlines() if " = " in line] == ["K = lost"]
    answer = json.loads(run("history", orders, "--scheme", "abc", "--customer", "C3", "--json").out)
    assert answer["history"] == [
        {"as_of": "2025-02-28", "grade": "C", "score": 2.02},
        {"as_of": "2025-03-01", "grade": "C", "score": 1.96},
    ]


def test_the_rows_go_to_a_file(run: Run, orders: str) -> None:
    outcome = run("history", orders, "--scheme", "abc", "--every", "2025-02-28,2025-01-31", "-o", "h.csv")
    assert (outcome.code, outcome.out.splitlines()[-1]) == (0, "→ h.csv")
    assert Path("h.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "customer_id,as_of,grade,score",
        "C1,2025-01-31,A,100.00",
        "C1,2025-02-28,A,100.00",
        "C2,2025-02-28,B,9.09",
        "C3,2025-02-28,C,2.02",
    ]


def test_rejected_rows_are_told_as_by_grade(run: Run, orders: str) -> None:
    rows = Path(orders).read_text(encoding="utf-8") + "C4,9,never,1\n"
    Path("messy.csv").write_text(rows, encoding="utf-8")
    outcome = run("history", "messy.csv", "--scheme", "abc", "--max-rejects", "50%", "--json")
    assert "1 rows rejected → messy.rejects.csv" in outcome.err
    assert json.loads(outcome.out)["rejected"] == 1
    assert Path("messy.rejects.csv").exists()


def test_refusals_name_the_remedy(run: Run, orders: str) -> None:
    wrong = run("history", orders, "--every", "fortnight")
    assert (wrong.code, "month, quarter, week" in wrong.line) == (2, True)
    assert run("history", orders, "--from", "2026-01-01").code == 2
    assert run("history").code == 2
    assert run("history", orders, "--scheme", "customer_profile").code == 1
    assert run("history", orders, "--scheme", "abc", "-o", "h.xlsx").code == 2
    unknown = run("history", orders, "--scheme", "abc", "--customer", "C9", "-o", "h.csv")
    assert (unknown.code, "C9" in unknown.line, Path("h.csv").exists()) == (1, True, False)


def test_in_chinese(run: Run, orders: str) -> None:
    said = run("history", orders, "--scheme", "abc", "--lang", "zh-hant").out
    assert "各等級客戶數" in said
    assert "等級變動" in said
