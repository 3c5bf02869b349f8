"""The run before this one is an input: a guarded grade does not flap (B7)."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import vitalfew as vf

Write = Callable[..., Path]

GUARDED = {
    "scheme": "guarded",
    "title": {"en": "Guarded", "zh-hans": "受保护", "zh-hant": "受保護"},
    "metrics": {"monetary": {"metric": "monetary"}},
    "classifiers": {
        "raw": {"method": "pareto", "of": "monetary"},
        "steady": {"method": "stability", "of": "raw", "grades": ["A", "B", "C"], "stay_days": 90},
    },
    "grade": "steady",
}

JANUARY = "customer_id,order_id,moment,amount\nann,1,2026-01-05,800\nbob,2,2026-01-06,100\ncat,3,2026-01-07,40\n"


def grade(write: Write, rows: str, previous: Path | None = None) -> vf.Result:
    scheme = write("guarded.yaml", yaml.safe_dump(GUARDED, allow_unicode=True))
    return vf.grade(write("orders.csv", rows), scheme=str(scheme), previous=previous)


def grades(result: vf.Result) -> dict[str, str]:
    return {row["customer_id"]: row["grade"] for row in result.customers.to_pylist()}


def test_a_grade_stays_its_minimum_and_then_moves(write: Write, tmp_path: Path) -> None:
    first = grade(write, JANUARY)
    assert grades(first) == {"ann": "A", "bob": "B", "cat": "C"}
    assert any("no previous run" in str(note) for note in first.notes)
    first.save(tmp_path / "january.csv")

    february = JANUARY + "cat,4,2026-02-01,5000\n"
    second = grade(write, february, tmp_path / "january.run.json")
    held = {row["customer_id"]: (row["grade"], row["candidate"], row["held"]) for row in second.customers.to_pylist()}
    assert held == {"ann": ("A", "B", "stay"), "bob": ("B", "C", "stay"), "cat": ("C", "A", "stay")}
    second.save(tmp_path / "february.csv")

    june = february + "ann,5,2026-06-01,1\n"
    third = grade(write, june, tmp_path / "february.run.json")
    assert grades(third) == {"ann": "B", "bob": "C", "cat": "A"}


def test_the_run_before_is_named_in_the_manifest_and_must_be_whole(write: Write, tmp_path: Path) -> None:
    grade(write, JANUARY).save(tmp_path / "january.csv")
    result = grade(write, JANUARY, tmp_path / "january.run.json")
    assert len(result.manifest["previous"]) == 64
    (tmp_path / "january.csv").write_text("customer_id,grade\nann,C\n", encoding="utf-8")
    with pytest.raises(vf.Refusal, match="january"):
        grade(write, JANUARY, tmp_path / "january.run.json")
