"""vitalfew existing: states, who is late, groups, files and JSON."""

import json
from pathlib import Path

import pytest
from calls import Run


@pytest.fixture
def steady() -> str:
    days = ["2025-01-01", "2025-01-31", "2025-03-02", "2025-04-01", "2025-05-01"]
    lines = [f"C1,{day},10" for day in days] + ["C2,2025-06-10,7"]
    Path("steady.csv").write_text("\n".join(["customer_id,order_date,amount", *lines]) + "\n", encoding="utf-8")
    Path("customers.csv").write_text("customer_id,name,region\nC1,Acme,north\nC3,Cedar,south\n", encoding="utf-8")
    return "steady.csv"


def test_states_and_who_is_late(run: Run, steady: str) -> None:
    said = run("existing", steady, "--customers", "customers.csv", "--group", "region")
    assert said.code == 0
    lines = [line.split() for line in said.out.splitlines()]
    assert ["fading", "1", "50.00"] in lines
    assert ["never", "bought", "1", "0.00"] in lines
    assert "Acme  fading  50.00  usually every 30 days, at most 30 in nine of ten cases; now 40" in said.out
    assert ["north", "1", "100", "(21–100)", "—"] in lines


def test_json_has_the_figures(run: Run, steady: str) -> None:
    told = json.loads(run("existing", steady, "--json").out)
    assert (told["customers"], told["window"], told["states"]["fading"]) == (2, 90, {"customers": 1, "yearly": 50})
    assert told["all"]["repeat"]["n"] == 1
    assert told["groups"] == []


def test_out_has_a_sentence_for_each_customer_in_the_language_asked_for(run: Run, steady: str) -> None:
    assert run("existing", steady, "-o", "out.csv", "--lang", "zh-hans").code == 0
    header, first, *_ = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.endswith("recent,season,trend,yearly,sentence")
    assert "通常每 30 天一次，十次中有九次不超过 30 天；现已 40 天" in first


@pytest.mark.parametrize(
    ("flags", "code", "line"),
    [
        (["--window", "400"], 2, "--window: a season has between 1 and 365 days. Write 90."),
        (["--group", "shoe"], 1, "--group: there is no column shoe. Give the customers' file with --customers."),
        (
            ["--group", "shoe", "--customers", "customers.csv"],
            1,
            "--group: there is no column shoe. The customers' file",
        ),
        (["--as-of", "2001-01-01"], 1, "no facts up to 2001-01-01."),
    ],
)
def test_refusals_are_one_line(run: Run, steady: str, flags: list[str], code: int, line: str) -> None:
    said = run("existing", steady, *flags)
    assert (said.code, said.line[: len(line)]) == (code, line)
