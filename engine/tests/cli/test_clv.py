"""vitalfew clv: lifetime values on the screen, in files and as JSON."""

import json
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from calls import Run

COLUMNS = "customer_id,frequency,recency,age,p_alive,p_return,expected_orders,expected_value,lifetime_value"


def test_top_of_the_list_and_the_model(run: Run, orders: str) -> None:
    said = run("clv", orders, "--margin", "30%")
    assert said.code == 0
    assert all(column in said.out for column in COLUMNS.split(","))
    assert "3 customers as of 2025-03-01: what 364 days will bring" in said.out
    assert "Only 1 customers came back, fewer than 30" in said.out


def test_json_has_the_model_in_figures(run: Run, orders: str) -> None:
    said = run("clv", orders, "--json", "--model", "pareto_nbd", "--period", "month", "--horizon", "12")
    told = json.loads(said.out)
    assert list(told)[:3] == ["model", "params", "log_likelihood"]
    assert list(told["params"]) == ["r", "alpha", "s", "beta"]
    assert {*"pqv", "log_likelihood", "n"} <= set(told["spend"])
    assert (told["n_customers"], told["n_repeat"], told["converged"], told["rejected"]) == (3, 1, True, 0)
    assert "Without --margin" in told["note"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".json"])
def test_out_has_a_row_for_each_customer(run: Run, orders: str, ending: str) -> None:
    said = run("clv", orders, "-o", f"out{ending}")
    assert (said.code, said.out.splitlines()[-1]) == (0, f"→ out{ending}")
    once = Path(f"out{ending}").read_bytes()
    assert run("clv", orders, "-o", f"out{ending}", "--lang", "en").code == 0
    assert Path(f"out{ending}").read_bytes() == once
    if ending == ".csv":
        assert once.decode("utf-8-sig").splitlines()[0] == COLUMNS
    if ending == ".json":
        assert [row["customer_id"] for row in json.loads(once)] == ["C1", "C2", "C3"]
        assert isinstance(json.loads(once)[0]["p_return"], float)
    if ending == ".parquet":
        assert ",".join(pq.read_schema(f"out{ending}").names) == COLUMNS


def test_the_manifest_lies_beside_out(run: Run, orders: str) -> None:
    assert run("clv", orders, "-o", "out.csv", "--horizon", "26").code == 0
    told = json.loads(Path("out.run.json").read_text(encoding="utf-8"))
    assert told["out"] == {"format": "csv", "sha256": sha256(Path("out.csv").read_bytes()).hexdigest()}
    assert (told["clv"]["model"], told["clv"]["horizon"], "scheme" in told) == ("bg_nbd", 26.0, False)
    assert set(told["learned"]["bg_nbd"]["params"]) == {"r", "alpha", "a", "b"}


def test_rejected_rows_lie_beside_out(run: Run) -> None:
    rows = ["customer_id,order_id,order_date,amount", *(f"C{n},{n},2025-01-0{n % 9 + 1},5" for n in range(30))]
    Path("messy.csv").write_text("\n".join([*rows, "C1,99,never,7"]), encoding="utf-8")
    said = run("clv", "messy.csv", "-o", "out.csv")
    assert (said.code, said.err) == (0, "1 rows rejected → out.rejects.csv\n")
    assert Path("out.rejects.csv").is_file()


@pytest.mark.parametrize(
    ("flags", "code", "line"),
    [
        (["--horizon", "-3"], 2, "--horizon: '-3' does not fit here. Write a number of periods, such as 52."),
        (["--horizon", "nan"], 2, "--horizon: 'nan' does not fit here. Write a number of periods, such as 52."),
        (["--discount", "much"], 2, "--discount: 'much' is no rate. Write 0.1 or 10%."),
        (["--margin", "1.5"], 2, "--margin: a margin is a fraction of revenue, at most 1. Write 0.3 or 30%."),
        (
            ["--margin", "profit"],
            1,
            "--margin: there is no column profit. Give the customers' file with --customers, or a fraction such as 0.3.",
        ),
        (["--model", "bg_nbc"], 2, "--model: 'bg_nbc' is not known. Did you mean bg_nbd, mbg_nbd, mbg_cnbd_k?"),
        (["-o", "out.html"], 2, "out.html: '.html' is no format for this. Known: .csv, .xlsx, .parquet, .json."),
        (["--as-of", "2020-01-01"], 1, "no facts up to 2020-01-01. Give a later day with --as-of."),
    ],
)
def test_refusals_are_one_line(run: Run, orders: str, flags: list[str], code: int, line: str) -> None:
    said = run("clv", orders, *flags)
    assert (said.code, said.line) == (code, line)
    assert not list(Path().glob("out*"))


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "个客户"), ("zh-hant", "個客戶")])
def test_it_speaks_chinese(run: Run, orders: str, language: str, word: str) -> None:
    assert word in run("clv", orders, "--lang", language).out
