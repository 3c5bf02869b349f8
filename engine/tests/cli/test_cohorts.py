"""vitalfew cohorts: the triangle on the screen, in files and as JSON."""

import json
from pathlib import Path

import pytest
from calls import Run

COLUMNS = "customer_id,order_id,order_date,amount"


def test_triangle_second_purchases_and_rule(run: Run, orders: str) -> None:
    said = run("cohorts", orders)
    assert said.code == 0
    assert "3 customers as of 2025-03-01" in said.out
    assert [line.split() for line in said.out.splitlines() if line.startswith("2025-")] == [
        ["2025-01", "1", "0", "0*"],
        ["2025-02", "2", "50*"],
    ]
    assert "* not over on the as-of day" in said.out
    assert "nobody has 4 gaps yet, so it is 270 days for everybody" in said.out


def test_json_has_the_figures(run: Run, orders: str) -> None:
    told = json.loads(run("cohorts", orders, "--json", "--lost-after", "20").out)
    assert (told["customers"], told["never_bought"], told["rejected"], told["period"]) == (3, 0, 0, "month")
    assert told["lost_after"] == {"days": 20, "judged_by_own": 0, "given": 20}
    assert told["survival"]["points"][0].keys() == {"day", "share", "low", "high", "at_risk"}
    assert told["second_purchase"]["within"][0] == {
        "days": 30, "customers": 1, "came_back": 0, "share": 0.0, "low": 0.0, "high": 0.793451,
    }  # fmt: skip


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".json"])
def test_out_has_a_row_for_each_cohort_and_period(run: Run, orders: str, ending: str) -> None:
    said = run("cohorts", orders, "--period", "quarter", "-o", f"out{ending}")
    assert (said.code, said.out.splitlines()[-1]) == (0, f"→ out{ending}")
    if ending == ".csv":
        assert Path("out.csv").read_text(encoding="utf-8-sig").splitlines() == [
            "cohort,period,customers,buyers,retention,revenue,revenue_per_customer,whole",
            "2025-Q1,0,3,3,1.000000,1020.00,340.00,false",
        ]


def test_chinese(run: Run, orders: str) -> None:
    said = run("cohorts", orders, "--lang", "zh-hant").out
    assert "各同類群組在首月之後各月的購買比例（%）" in said


@pytest.mark.parametrize(
    ("flags", "code", "line"),
    [
        (["--period", "week"], 2, "--period"),
        (["--lost-after", "0"], 2, "--lost-after"),
        (["--lost-after", "99999"], 2, "--lost-after: a silence has between 1 and 36525 days."),
        (["--as-of", "2001-01-01"], 1, "no facts up to 2001-01-01."),
        (["-o", "orders.csv"], 1, "orders.csv"),
        (["-o", "out.html"], 2, "out.html"),
    ],
)
def test_refusals_are_one_line(run: Run, orders: str, flags: list[str], code: int, line: str) -> None:
    said = run("cohorts", orders, *flags)
    assert (said.code, said.line.startswith(line)) == (code, True), said.line


def test_only_refunds(run: Run) -> None:
    Path("refunds.csv").write_text(f"{COLUMNS}\nC1,1,2025-01-05,-5.00\n", encoding="utf-8")
    said = run("cohorts", "refunds.csv")
    assert (said.code, said.line.startswith("no customer has an order up to 2025-01-05 that counts.")) == (1, True)
