"""vitalfew sql: what would run."""

import json
from pathlib import Path

from calls import Run


def test_statements_are_whole_lines(start: Run, orders: str) -> None:
    outcome = start("sql", orders, "--scheme", "abc")
    assert (outcome.code, outcome.err) == (0, "")
    sums, classes, rest = outcome.out.split(";")
    assert (sums.count("GROUP BY"), classes.count("GROUP BY"), rest) == (1, 1, "\n")
    assert " OVER (ORDER BY" not in sums


def test_for_programs_and_into_a_file(run: Run, orders: str) -> None:
    statements = json.loads(run("sql", orders, "--scheme", "abc", "--json").out)["sql"]
    assert run("sql", orders, "--scheme", "abc", "-o", "run.sql").code == 0
    assert Path("run.sql").read_text(encoding="utf-8").split() == statements.split()
