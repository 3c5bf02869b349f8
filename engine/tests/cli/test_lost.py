"""vitalfew lost: the largest, the months, files and JSON."""

import json
from pathlib import Path

from calls import Run


def test_the_largest_and_the_months(run: Run, orders: str) -> None:
    said = run("lost", orders, "--lost-after", "20")
    assert said.code == 0
    (first,) = [" ".join(line.split()) for line in said.out.splitlines() if line.startswith("C1")]
    assert first == "C1 900.00 too few purchases to judge (1); the last 55 days ago"
    assert [line.split() for line in said.out.splitlines() if line.startswith("2025-")] == [["2025-01", "1", "900.00"]]
    assert "Lost: 1 of the 2 customers known for long enough (50 %)" in said.out


def test_json_and_file(run: Run, orders: str) -> None:
    told = json.loads(run("lost", orders, "--lost-after", "20", "--json").out)
    assert (told["lost"], told["judged"], told["yearly"]) == (1, 2, 900)
    assert run("lost", orders, "--lost-after", "20", "-o", "out.csv", "--lang", "zh-hant").code == 0
    header, row = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "customer_id,last_purchase,purchases,usual,at_most,silent,limit,own,yearly,sentence"
    assert "購買次數太少" in row


def test_a_limit_that_means_nothing_is_refused_in_one_line(run: Run, orders: str) -> None:
    said = run("lost", orders, "--lost-after", "99999")
    assert (said.code, said.line.startswith("--lost-after: a silence has between 1 and 36525 days.")) == (2, True)
