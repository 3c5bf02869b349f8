"""vitalfew backtest: what came after earlier grades, on the screen, in files and as JSON."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from calls import Run

COLUMNS = "as_of,customer_id,grade,score,last_period,rfm,hiatus,revenue_after,orders_after,random"  # no cost, no learned chance
ASKED = ("--scheme", "abc", "--as-of", "2025-02-01,2025-02-15", "--horizon", "14")


def test_words_and_tables_on_the_screen(run: Run, orders: str) -> None:
    said = run("backtest", orders, *ASKED)
    assert (said.code, said.err) == (0, "")
    assert "ABC analysis as of 2025-02-01, and the 14 days after" in said.out
    assert (
        "A list of 15 Feb 2025 (1 of 3 customers) brought 0\u202f% of the sales since; the spend of the 14 days"
        in said.out
    )
    assert all(word in said.out for word in ("capture_top20", "95 % interval", "hiatus"))


def test_json_is_the_contract_s(run: Run, orders: str) -> None:
    told = json.loads(run("backtest", orders, *ASKED, "--json").out)
    assert list(told)[:5] == ["scheme", "horizon_days", "origins", "by_grade", "measures"]
    assert (told["horizon_days"], told["origins"]) == (14, ["2025-02-01", "2025-02-15"])
    first = {name: told["by_grade"][0][name] for name in ("as_of", "grade", "customers", "revenue_after", "share")}
    assert first == {"as_of": "2025-02-01", "grade": "A", "customers": 1, "revenue_after": 0, "share": None}
    assert told["by_grade"][3]["share"] == 1
    assert (told["rejected"], told["out"]) == (0, None)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".json"])
def test_out_has_a_row_for_each_day_and_customer(run: Run, orders: str, ending: str) -> None:
    said = run("backtest", orders, *ASKED, "-o", f"out{ending}")
    assert (said.code, said.out.splitlines()[-1]) == (0, f"→ out{ending}")
    once = Path(f"out{ending}").read_bytes()
    assert run("backtest", orders, *ASKED, "-o", f"out{ending}", "--lang", "en").code == 0
    assert Path(f"out{ending}").read_bytes() == once
    if ending == ".csv":
        assert sorted(once.decode("utf-8-sig").splitlines()[0].split(",")) == sorted(COLUMNS.split(","))
    if ending == ".parquet":
        rows = pq.read_table("out.parquet").select(["as_of", "customer_id"]).to_pylist()
        assert [(row["as_of"].day, row["customer_id"]) for row in rows] == [
            (1, "C1"),
            (1, "C2"),
            (15, "C1"),
            (15, "C2"),
            (15, "C3"),
        ]


@pytest.mark.parametrize(
    ("flags", "code", "line"),
    [
        (
            ["--horizon", "0"],
            2,
            "--horizon: '0' does not fit here. Write a number of days such as 365, or 26w, 12m, 1y.",
        ),
        (["--as-of", "2025-02-01,soon"], 2, "--as-of: 'soon' is no day. Write year-month-day, such as 2025-12-31."),
        (
            ["--as-of", "2025-03-01"],
            1,
            "--as-of: as of 2025-03-01 nothing can be tested: the facts run from 2025-01-05 to 2025-03-01. Give a day "
            "between them, or a shorter --horizon.",
        ),
        (
            ["--horizon", "365"],
            1,
            "--as-of: as of 2024-03-01 nothing can be tested: the facts run from 2025-01-05 to 2025-03-01. Give a day "
            "between them, or a shorter --horizon.",
        ),
        (["-o", "out.txt"], 2, "out.txt: '.txt' is no format for this. Known: .csv, .xlsx, .parquet, .json, .html."),
    ],
)
def test_refusals_are_one_line(run: Run, orders: str, flags: list[str], code: int, line: str) -> None:
    said = run("backtest", orders, "--scheme", "abc", *flags)
    assert (said.code, said.line) == (code, line)
    assert not list(Path().glob("out*"))


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "95 % 区间"), ("zh-hant", "95 % 區間")])
def test_it_speaks_chinese(run: Run, orders: str, language: str, word: str) -> None:
    assert word in run("backtest", orders, *ASKED, "--lang", language).out
