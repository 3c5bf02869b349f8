"""vitalfew compare: who moved, in words, as JSON and as a table, from two manifests with their results beside them."""

import csv
import json
from pathlib import Path

import pytest
from calls import Run
from python_calamine import CalamineWorkbook

HEADER = "customer_id,order_id,order_date,amount\n"
JUNE = "ann,1,2025-01-05,800\nbob,2,2025-02-01,150\ncat,3,2025-02-11,50\n"
JULY = JUNE + "cat,4,2025-07-01,950\n"


@pytest.fixture
def runs(run: Run) -> tuple[str, str]:
    """June and July by abc: cat rises from C to A by an order of its own."""
    for name, rows, out in (("june", JUNE, "june.csv"), ("july", JULY, "july.parquet")):
        Path(f"{name}-orders.csv").write_text(HEADER + rows, encoding="utf-8")
        assert run("grade", f"{name}-orders.csv", "--scheme", "abc", "-o", out).code == 0
    return "june.run.json", "july.run.json"


def test_json_has_the_shape_of_the_contract(run: Run, runs: tuple[str, str]) -> None:
    assert json.loads(run("compare", *runs, "--json").out) == [
        {
            "customer_id": "cat",
            "from": "C",
            "to": "A",
            "score_from": 5.0,
            "score_to": 100.0,
            "parts": {"corrected": None, "own": 95.0, "others": 0.0, "parameters": 0.0},
            "sequence": ["C", "C", "A", "A", "A"],
            "causes": [{"metric": "monetary", "from": 50.0, "to": 1000.0, "effect": 95.0}],
        }
    ]


def test_in_words(start: Run, runs: tuple[str, str]) -> None:
    outcome = start("compare", *runs)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "ABC analysis: from 2025-02-11 to 2025-07-01",
        "· 1 of 3 customers have another grade: 1 up, 0 down.",
        "· What decided: own figures 1, the movement of others 0, changed parameters 0.",
        "· Without the facts, corrections of what was known then are inside the own figures.",
        "",
        "From which grade (rows) to which (columns)",
        "     A  B  all",
        "A    1  ·    1",
        "B    ·  1    1",
        "C    1  ·    1",
        "all  2  1    3",
        "",
        "Who moved, by Sales, the largest first",
        "cat  C → A  5.00 → 100.00 (+95.00)  1,000.00",
        "    Sales in all 50.00 → 1,000.00: +95.00",
    ]


def test_in_chinese(run: Run, runs: tuple[str, str]) -> None:
    said = run("compare", *runs, "--lang", "zh-hans").out
    assert "3 个客户中有 1 个等级变动：上升 1 个，下降 0 个。" in said
    assert "累计销售额 50.00 → 1,000.00：+95.00" in said


def test_todays_facts_tell_what_was_corrected_since(run: Run, runs: tuple[str, str]) -> None:
    """An order of June came to light: cat had 1000 then, and nothing happened in July but an order of 10."""
    later = HEADER + JUNE + "cat,9,2025-02-01,950\ncat,4,2025-07-01,10\n"
    Path("today.csv").write_text(later, encoding="utf-8")
    (mover,) = json.loads(run("compare", *runs, "today.csv", "--json").out)
    assert mover["parts"] == {"corrected": 95.0, "own": 0.0, "others": 0.0, "parameters": 0.0}
    assert mover["sequence"] == ["C", "A", "A", "A", "A"]


def test_facts_are_read_as_they_were_read_then(run: Run, runs: tuple[str, str]) -> None:
    assert run("grade", "june-orders.csv", "--scheme", "abc", "--exclude", "ann", "-o", "june.csv").code == 0
    found = json.loads(run("compare", *runs, "june-orders.csv", "--json").out)
    assert {one["customer_id"]: one["parts"]["corrected"] for one in found} == {"ann": None, "bob": 0.0}


def test_names_stand_beside_the_ids_where_the_facts_have_them(run: Run, runs: tuple[str, str]) -> None:
    Path("people.csv").write_text("customer_id,name\ncat,[bold]Cat\u202e & Sons\n", encoding="utf-8")
    said = run("compare", *runs, "july-orders.csv", "--customers", "people.csv").out
    assert "cat [bold]Cat" in said
    assert "\u202e" not in said


def test_movers_go_to_a_file(run: Run, runs: tuple[str, str]) -> None:
    for out in ("movers.csv", "movers.xlsx", "movers.json"):
        assert run("compare", *runs, "-o", out).code == 0
    (row,) = csv.DictReader(Path("movers.csv").read_text(encoding="utf-8-sig").splitlines())
    assert row == {
        "customer_id": "cat",
        "name": "",
        "from": "C",
        "to": "A",
        "score_from": "5.00",
        "score_to": "100.00",
        "corrected": "",
        "own": "95.00",
        "others": "0.00",
        "parameters": "0.00",
        "decided_by": "own",
        "monetary": "1000.00",
        "reasons": "Sales in all 50.00 → 1,000.00: +95.00",
    }
    assert json.loads(Path("movers.json").read_text(encoding="utf-8"))[0]["customer_id"] == "cat"
    assert workbook_rows("movers.xlsx")[1][:8] == ["cat", "", "C", "A", 5, 100, "", 95]


def workbook_rows(path: str) -> list[list[object]]:
    with CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("out", ["movers.csv", "movers.xlsx"])
def test_ids_that_a_spreadsheet_would_compute_are_made_inert(run: Run, out: str) -> None:
    for name, amount in (("old", "50"), ("new", "5000")):
        rows = f"ann,1,2025-01-05,800\n=1+1,2,2025-02-01,{amount}\n"
        Path(f"{name}.in.csv").write_text(HEADER + rows, encoding="utf-8")
        run("grade", f"{name}.in.csv", "--scheme", "abc", "-o", f"{name}.csv")
    assert run("compare", "old.run.json", "new.run.json", "-o", out).code == 0
    rows = (
        workbook_rows(out) if out.endswith("xlsx") else list(csv.reader(Path(out).read_text("utf-8-sig").splitlines()))
    )
    assert {row[0] for row in rows} == {"customer_id", "'=1+1", "ann"}
    assert [one["customer_id"] for one in json.loads(run("compare", "old.run.json", "new.run.json", "--json").out)] == [
        "=1+1",
        "ann",
    ]


def test_a_result_that_was_changed_or_is_missing_is_refused(run: Run, runs: tuple[str, str]) -> None:
    Path("june.csv").write_text(Path("june.csv").read_text(encoding="utf-8") + "x", encoding="utf-8")
    assert "do not belong together" in run("compare", *runs).line
    Path("june.csv").unlink()
    refused = run("compare", *runs)
    assert (refused.code, "june.csv" in refused.line) == (1, True)
    assert run("compare", "june.csv", "july.run.json").code == 1


def test_runs_over_other_customers_are_refused(run: Run, runs: tuple[str, str]) -> None:
    Path("others.csv").write_text(HEADER + "eve,1,2025-01-05,800\n", encoding="utf-8")
    run("grade", "others.csv", "--scheme", "abc", "-o", "other.csv")
    refused = run("compare", runs[0], "other.run.json")
    assert (refused.code, "no customer in common" in refused.line) == (1, True)


def test_a_file_that_cannot_be_written_is_refused_before_any_work(run: Run, runs: tuple[str, str]) -> None:
    assert run("compare", *runs, "-o", "movers.parquet").code == 2
    assert run("compare", *runs, "-o", "nowhere/movers.csv").code == 1
    assert run("compare", *runs, "june-orders.csv", "-o", "june-orders.csv").code == 1
    assert Path("june-orders.csv").read_text(encoding="utf-8") == HEADER + JUNE


def test_further_facts_alone_are_not_enough(run: Run, runs: tuple[str, str]) -> None:
    assert run("compare", *runs, "--payments", "june-orders.csv").code == 2
