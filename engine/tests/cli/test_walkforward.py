"""vitalfew walkforward: methods side by side on the screen, in a file and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from calls import Run
from looking import buying, orders
from pyarrow import csv


def bought(n: int) -> Callable[[int], bool]:
    """Whether a customer bought on a day."""
    return lambda day: n >= 5 or day < 260 or (n == 4 and day > 280)


@pytest.fixture
def half_left(tmp_path: Path) -> str:
    """Ten customers that buy every ten days; five stop 20 days before the only month end, one of them comes back."""
    lines = [line for n in range(10) for line in buying(*filter(bought(n), range(0, 400, 10)), customer=f"C{n}")]
    file = tmp_path / "left.csv"
    csv.write_csv(orders(lines), file)
    return str(file)


def test_methods_side_by_side(run: Run, half_left: str) -> None:
    said = run("walkforward", half_left)
    assert said.code == 0
    table = [" ".join(line.split()) for line in said.out.splitlines()]
    assert any(line.startswith("points 80 (") and "1.0 (" in line for line in table)
    assert "! Only 1 of twelve month ends have enough facts before and 90 days after them" in said.out
    assert "Of 100 red customers 80 fell, of 100 yellow –, of 100 green 0." in said.out


def test_json_and_file(run: Run, half_left: str) -> None:
    told = json.loads(run("walkforward", half_left, "--points", "value=1", "--json", "-o", "out.csv").out)
    assert (told["origins"], told["base_rate"], told["gate"]["passed"]) == (["2025-09-30"], 0.4, True)
    header, first, *_ = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "as_of,method,listed,came_true,false_alarms,precision,value_caught,lead_days"
    assert first.replace('"', "").startswith("2025-09-30,points,5,4,1,0.8,1,")


def test_points_that_mean_nothing_are_refused_in_one_line(run: Run, half_left: str) -> None:
    said = run("walkforward", half_left, "--points", "value=many")
    assert (said.code, said.line.startswith("--points: 'value=-1' does not fit here.")) == (2, True)
