"""vitalfew warnings: whom to call on the screen, in a file and as JSON."""

import json
from pathlib import Path

import pytest
from calls import Run

LATE = [
    f"C{n},{n}-{month}-{day},2025-{month:02}-{day:02},{100 * n}"
    for n in (1, 2)
    for month in range(1, 9)
    for day in (1, 15)
]


@pytest.fixture
def late(tmp_path: Path) -> str:
    """Two customers that bought twice a month until the middle of August."""
    file = tmp_path / "late.csv"
    file.write_text("\n".join(["customer_id,order_id,order_date,amount", *LATE]) + "\n", encoding="utf-8")
    return str(file)


def test_whom_to_call(run: Run, late: str) -> None:
    said = run("warnings", late, "--as-of", "2025-09-20", "--list", "1")
    assert said.code == 0
    (first,) = [" ".join(line.split()) for line in said.out.splitlines() if line.startswith("C")]
    assert first.startswith("C2 3 3,200.00 usually every 14 days, at most 17 in nine of ten cases; now 36; 800.00 in")
    assert "1 more customers have points and stand on no list" in said.out


def test_each_manager_has_a_list_with_its_name(run: Run, late: str, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("customer_id,seller\nC1,Ann\nC2,Bob\n", encoding="utf-8")
    asked = ("--as-of", "2025-09-20", "--customers", str(people), "--manager", "seller", "--list", "1")
    said = run("warnings", late, *asked)
    assert [line.split()[:3] for line in said.out.splitlines() if line.startswith("C")] == [
        ["C2", "Bob", "3"],
        ["C1", "Ann", "3"],
    ]


def test_json_and_file(run: Run, late: str) -> None:
    told = json.loads(run("warnings", late, "--as-of", "2025-09-20", "--json").out)
    assert (told["alarms"], told["list"], told["colours"]["red"]["customers"]) == (2, 20, 2)
    assert run("warnings", late, "--as-of", "2025-09-20", "-o", "out.csv", "--lang", "zh-hans").code == 0
    header, first, *_ = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "customer_id,place,state,colour,points,rhythm,value,returns,yearly,sentence"
    assert first.replace('"', "").startswith("C1,2,dormant,red,3,2,1,0,1600.00,通常每 14 天一次")


def test_a_list_of_nobody_is_refused_in_one_line(run: Run, late: str) -> None:
    said = run("warnings", late, "--list", "0")
    assert (said.code, said.line.startswith("--list:")) == (2, True)
