"""vitalfew sensitivity: weights side by side, JSON, files, and wrong use in one line."""

import json
from pathlib import Path

from calls import Run


def test_weights_side_by_side(run: Run, orders: str) -> None:
    said = run("sensitivity", orders)
    assert said.code == 0
    assert [line.split()[:4] for line in said.out.splitlines() if line.startswith("value")] == [
        ["value", "more", "25", "30"],
        ["value", "less", "25", "20"],
    ]
    assert "customers keep their grade whichever single weight moves so far." in said.out


def test_json_and_file(run: Run, orders: str) -> None:
    told = json.loads(run("sensitivity", orders, "--step", "10%", "--json", "-o", "out.csv").out)
    assert told["step"] == 0.1
    assert told["weights"][0]["becomes"] == 27.5
    header, first, *_ = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.split(",")[:5] == ["classifier", "part", "weight", "direction", "becomes"]
    assert "account_grade" in first


def test_a_scheme_without_weights_is_refused_in_one_line(run: Run, orders: str) -> None:
    said = run("sensitivity", orders, "--scheme", "abc")
    assert (said.code, "weighs nothing in these facts" in said.line) == (1, True)
