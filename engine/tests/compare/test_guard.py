"""A stability guard is part of every step, and what it holds back is said (B7)."""

from datetime import date
from pathlib import Path

import pytest

import vitalfew as vf
from vitalfew.compare import Comparison, movers
from vitalfew.run.read_back import written_run
from vitalfew.scheme import Scheme

CONFIRMED = Scheme.model_validate(
    {
        "scheme": "guarded",
        "title": {"en": "Guarded", "zh-hans": "受保护", "zh-hant": "受保護"},
        "metrics": {"monetary": {"metric": "monetary"}},
        "classifiers": {
            "raw": {"method": "pareto", "of": "monetary"},
            "steady": {"method": "stability", "of": "raw", "grades": ["A", "B", "C"]},
        },
        "grade": "steady",
    }
)
ROWS = """customer_id,order_id,moment,amount
ann,1,2026-01-05,800
bob,2,2026-01-06,150
cat,3,2026-01-07,50
dan,4,2026-02-01,4000
dan,5,2026-03-01,36000
"""
"""Ann falls to B in February and to C in March, both by dan alone."""


@pytest.fixture
def months(tmp_path: Path) -> list[vf.Result]:
    """January to March, each run looking back on the one before, written and read."""
    orders = tmp_path / "orders.csv"
    orders.write_text(ROWS, encoding="utf-8")
    runs: list[vf.Result] = []
    for month in (1, 2, 3):
        earlier = tmp_path / f"{month - 1}.run.json" if month > 1 else None
        runs.append(vf.grade(orders, scheme=CONFIRMED, as_of=date(2026, month, 28), previous=earlier))
        runs[-1].save(tmp_path / f"{month}.csv")
    return runs


def grades(found: Comparison) -> dict[str, tuple[str | None, ...]]:
    return {mover.customer_id: mover.sequence for mover in found.movers}


def test_what_the_guard_holds_moves_nobody_and_is_counted(months: list[vf.Result]) -> None:
    january, february, _ = months
    found = movers(january, february)
    assert grades(found) == {"dan": (None, None, "A", "A", "A")}
    assert found.held == {"confirmation": 2}
    assert (
        "The stability guard holds 2 grades back: 0 by its margin, 0 by the minimum stay, "
        "2 until a second run confirms them." in found.sentences()
    )


def test_a_mover_that_is_held_half_way_says_so(months: list[vf.Result]) -> None:
    _, february, march = months
    found = movers(february, march)
    assert grades(found) == {"ann": ("A", "A", "B", "B", "B"), "bob": ("B", "B", "C", "C", "C")}
    ann, _ = found.movers
    assert ann.held == ("confirmation", "C")
    assert ann.reasons()[-1] == "It is held at B until a second run asks for C."


def test_files_say_the_same_as_the_runs_they_were_written_by(months: list[vf.Result], tmp_path: Path) -> None:
    _, february, march = months
    older = written_run(tmp_path / "2.run.json", earlier=tmp_path / "1.run.json")
    newer = written_run(tmp_path / "3.run.json", earlier=tmp_path / "2.run.json")
    found = movers(older, newer)
    assert found.to_json() == movers(february, march).to_json()
    assert found.held == {"confirmation": 1}


@pytest.mark.usefixtures("months")
def test_a_run_in_between_that_is_not_at_hand_is_said(tmp_path: Path) -> None:
    january = written_run(tmp_path / "1.run.json")
    march = written_run(tmp_path / "3.run.json", earlier=tmp_path / "1.run.json")
    found = movers(january, march)
    assert grades(found)["ann"] == ("A", "A", "A", "B", "B")
    assert any("a run in between" in sentence for sentence in found.sentences())
