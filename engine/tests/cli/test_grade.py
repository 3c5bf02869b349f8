"""vitalfew grade: the list, the summary, OUT and its rejects, ready metrics."""

import json
from pathlib import Path

import pytest
from calls import Run

BAD_ROW = "C4,4,2025-02-31,20.00\n"


def rows_of(out: str) -> list[list[str]]:
    return [line.split(",") for line in Path(out).read_text(encoding="utf-8-sig").splitlines()]


def test_without_out_it_shows_the_top_of_the_list_and_the_summary(start: Run, orders: str) -> None:
    outcome = start("grade", orders, "--scheme", "abc")
    assert outcome.code == 0
    assert [line.split()[:3] for line in outcome.out.splitlines()[2:5]] == [
        ["C1", "A", "100.00"],
        ["C2", "B", "11.76"],
        ["C3", "C", "1.96"],
    ]
    assert "3 customers as of 2025-03-01" in outcome.out
    assert [path.name for path in Path().iterdir()] == ["orders.csv"]


def test_with_out_everything_is_written_and_the_summary_shown(start: Run, orders: str) -> None:
    outcome = start("grade", orders, "--scheme", "abc", "-o", "grades.csv")
    assert (outcome.code, outcome.err) == (0, "")
    assert [row[:3] for row in rows_of("grades.csv")] == [
        ["customer_id", "grade", "score"],
        ["C1", "A", "100.00"],
        ["C2", "B", "11.76"],
        ["C3", "C", "1.96"],
    ]
    assert json.loads(Path("grades.run.json").read_text(encoding="utf-8"))["as_of"] == "2025-03-01"
    assert "→ grades.csv" in outcome.out


def test_json_is_one_object_on_standard_output(run: Run, orders: str) -> None:
    outcome = run("grade", orders, "--scheme", "abc", "--as-of", "2025-02-28", "-o", "grades.parquet", "--json")
    said = json.loads(outcome.out)
    assert outcome.err == ""
    assert {key: said[key] for key in ("customers", "rejected", "as_of", "scheme", "grades", "out")} == {
        "customers": 3,
        "rejected": 0,
        "as_of": "2025-02-28",
        "scheme": "abc",
        "grades": {"A": 1, "B": 1, "C": 1},
        "out": "grades.parquet",
    }


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_rejects_inside_the_limit_are_counted_in_one_english_line(run: Run, orders: str, language: str) -> None:
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write(BAD_ROW)
    outcome = run("grade", orders, "--scheme", "abc", "--max-rejects", "20%", "-o", "grades.csv", "--lang", language)
    assert (outcome.code, outcome.line) == (0, "1 rows rejected → grades.rejects.csv")
    assert "2025-02-31" in Path("grades.rejects.csv").read_text(encoding="utf-8-sig")


def test_json_counts_the_rejected_rows(run: Run, orders: str) -> None:
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write(BAD_ROW)
    outcome = run("grade", orders, "--scheme", "abc", "--max-rejects", "0.2", "--json")
    assert json.loads(outcome.out)["rejected"] == 1
    assert outcome.line == "1 rows rejected → orders.rejects.csv"


def test_too_many_rejects_end_with_1_and_leave_only_their_file(run: Run, orders: str) -> None:
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write(BAD_ROW)
    outcome = run("grade", orders, "--scheme", "abc", "-o", "grades.csv")
    first, second = outcome.err.splitlines()
    assert (outcome.code, outcome.out, first) == (1, "", "1 rows rejected → grades.rejects.csv")
    assert "--max-rejects" in second
    assert sorted(path.name for path in Path().iterdir()) == ["grades.rejects.csv", "orders.csv"]


def test_rejects_without_out_lie_here_under_the_name_of_the_file(run: Run, tmp_path: Path, orders: str) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "sales.2025.csv").write_text(Path(orders).read_text(encoding="utf-8") + BAD_ROW, encoding="utf-8")
    outcome = run("grade", str(folder / "sales.2025.csv"), "--scheme", "abc", "--max-rejects", "0.2")
    assert outcome.line == "1 rows rejected → sales.2025.rejects.csv"
    assert Path("sales.2025.rejects.csv").is_file()


@pytest.mark.parametrize(
    ("out", "part"),
    [("orders.csv", "input"), ("nowhere/grades.csv", "nowhere"), ("folder.csv", "folder")],
)
def test_a_place_that_cannot_be_written_is_refused_before_any_work(run: Run, orders: str, out: str, part: str) -> None:
    Path("folder.csv").mkdir()
    before = Path(orders).read_bytes()
    outcome = run("grade", orders, "--scheme", "abc", "-o", out)
    assert outcome.code == 1
    assert part in outcome.line
    assert Path(orders).read_bytes() == before


@pytest.mark.usefixtures("orders")
@pytest.mark.parametrize("missing", [["nothing.csv"], ["orders.csv", "--payments", "nothing.csv"]])
def test_a_missing_input_is_refused_by_name(run: Run, missing: list[str]) -> None:
    outcome = run("grade", *missing, "--scheme", "abc")
    assert outcome.code == 1
    assert "nothing.csv" in outcome.line


def test_no_facts_up_to_a_day(run: Run, orders: str) -> None:
    outcome = run("grade", orders, "--scheme", "abc", "--as-of", "2024-01-01")
    assert outcome.code == 1
    assert "no facts up to 2024-01-01" in outcome.line


def test_a_customer_may_be_left_out(run: Run, orders: str) -> None:
    said = json.loads(run("grade", orders, "--scheme", "abc", "--exclude", "C1", "--exclude", "C3", "--json").out)
    assert said["customers"] == 1


def test_columns_given_by_hand(run: Run) -> None:
    Path("o.csv").write_text("a,b,c,d\nC1,1,2025-01-05,5\nC2,2,2025-01-06,7\n", encoding="utf-8")
    maps = ["customer_id=a", "order_id=b", "order_date=c", "amount=d"]
    outcome = run("grade", "o.csv", "--scheme", "abc", *(part for pair in maps for part in ("--map", pair)), "--json")
    assert json.loads(outcome.out)["customers"] == 2


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx"])
def test_a_table_of_metrics_gives_the_grades_it_was_written_with(run: Run, orders: str, ending: str) -> None:
    assert run("grade", orders, "--scheme", "rfm", "-o", f"grades.{ending}").code == 0
    assert run("grade", orders, "--scheme", "rfm", "-o", "expected.csv").code == 0
    outcome = run("grade", "--metrics", f"grades.{ending}", "--scheme", "rfm", "-o", "again.csv")
    assert (outcome.code, outcome.err) == (0, "")
    assert rows_of("again.csv") == rows_of("expected.csv")


def test_ids_that_look_like_formulas_come_back_as_they_were(run: Run) -> None:
    rows = 'customer_id,order_id,order_date,amount\n=1+1,1,2025-01-05,9.00\n007,2,2025-01-06,7.00\n"a,""b",3,2025-01-07,5\n'
    Path("o.csv").write_text(rows, encoding="utf-8")
    assert run("grade", "o.csv", "--scheme", "abc", "-o", "grades.csv").code == 0
    assert run("grade", "--metrics", "grades.csv", "--scheme", "abc", "-o", "again.json").code == 0
    ids = [row["customer_id"] for row in json.loads(Path("again.json").read_text(encoding="utf-8"))]
    assert ids == ["007", "=1+1", 'a,"b']


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("m.csv", b"", "m.csv"),
        ("m.csv", b"customer_id,monetary\nC1,much\n", "monetary"),
        ("m.csv", b"id,monetary\nC1,5\n", "customer_id"),
        ("m.csv", b"\xff\xfe\x00\x01\x02", "m.csv"),
        ("m.json", b"[[1, 2]]", "m.json"),
        ("m.json", b'{"customer_id": 1', "m.json"),
        ("m.xlsx", b"PK\x03\x04 not a workbook", "m.xlsx"),
        ("m.parquet", b"PAR1 no more", "m.parquet"),
        ("m.txt", b"customer_id\n", "m.txt"),
        ("gone.csv", None, "gone.csv"),
    ],
)
def test_a_table_of_metrics_that_is_none_is_refused(run: Run, name: str, content: bytes | None, part: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    outcome = run("grade", "--metrics", name, "--scheme", "abc")
    assert outcome.code == 1
    assert part in outcome.line


def test_a_result_that_differs_from_its_manifest_is_refused(run: Run, orders: str) -> None:
    assert run("grade", orders, "--scheme", "abc", "-o", "grades.csv").code == 0
    text = Path("grades.csv").read_text(encoding="utf-8-sig")
    Path("grades.csv").write_text(text.replace("900.00", "9.00"), encoding="utf-8")
    for arguments in (["--metrics", "grades.csv"], [orders, "--previous", "grades.run.json"]):
        outcome = run("grade", *arguments, "--scheme", "abc")
        assert outcome.code == 1
        assert "do not belong together" in outcome.line


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx"])
def test_the_run_before_is_an_input_with_its_digest(run: Run, orders: str, ending: str) -> None:
    assert run("grade", orders, "--scheme", "abc", "-o", f"before.{ending}").code == 0
    outcome = run("grade", orders, "--scheme", "abc", "--previous", "before.run.json", "-o", "now.csv")
    assert (outcome.code, outcome.err) == (0, "")
    before = json.loads(Path("before.run.json").read_text(encoding="utf-8"))
    now = json.loads(Path("now.run.json").read_text(encoding="utf-8"))
    assert now["previous"] == before["out"]["sha256"]
    refused = run("grade", orders, "--scheme", "abc", "--previous", "before.run.json", "-o", "before.csv")
    assert (refused.code, "input" in refused.line) == (1, True)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"out": 7}', b"[" * 100_000, b"\xff\xfe"])
def test_a_manifest_that_is_none_is_refused(run: Run, orders: str, content: bytes) -> None:
    Path("before.run.json").write_bytes(content)
    outcome = run("grade", orders, "--scheme", "abc", "--previous", "before.run.json")
    assert outcome.code == 1
    assert "before" in outcome.line


def test_a_scheme_of_your_own_with_an_error_is_refused_with_its_place(run: Run, orders: str) -> None:
    Path("mine.yaml").write_text(run("show", "abc").out.replace("of: monetary", "of: sales"), encoding="utf-8")
    outcome = run("grade", orders, "--scheme", "mine.yaml")
    assert outcome.code == 1
    assert "mine.yaml:" in outcome.line
    assert "classifiers.abc" in outcome.line


def test_a_name_cannot_steer_the_terminal(run: Run, orders: str) -> None:
    Path("customers.csv").write_text("customer_id,name\nC1,evil\x1b[2J\u202etxt\n", encoding="utf-8")
    outcome = run("grade", orders, "--customers", "customers.csv", "--scheme", "abc")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    assert "evil" in outcome.out


@pytest.mark.parametrize("flag", ["--store", "--version=3"])
def test_the_store_is_not_there_yet(run: Run, orders: str, flag: str) -> None:
    assert run("grade", orders, flag).code == 2
