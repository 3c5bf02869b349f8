"""vitalfew check: issues with their place, exit 0 with warnings only, 1 with errors."""

import json
from pathlib import Path

import pytest
from calls import Run

from vitalfew.cli.catalogue import names

TODAY = ["--today", "2026-11-22"]


@pytest.mark.parametrize("scheme", names())
def test_every_ready_made_scheme_passes(run: Run, scheme: str) -> None:
    outcome = run("check", scheme, *TODAY, "--json")
    said = json.loads(outcome.out)
    assert (outcome.code, said["errors"], said["issues"]) == (0, 0, [])


def test_warnings_alone_end_with_0(run: Run) -> None:
    outcome = run("check", "abc", "--today", "2031-01-01")
    assert outcome.code == 0
    assert "abc:" in outcome.out
    assert "warning: review.last" in outcome.out
    assert "0 errors, 1 warnings" in outcome.out


def test_errors_end_with_1_and_name_line_and_place(run: Run) -> None:
    text = run("show", "abc").out
    Path("mine.yaml").write_text(text.replace("of: monetary", "of: monetry"), encoding="utf-8")
    outcome = run("check", "mine.yaml", *TODAY)
    number = 1 + next(n for n, line in enumerate(text.splitlines()) if "of: monetary" in line)
    assert outcome.code == 1
    assert f"mine.yaml:{number}: error: classifiers.abc: it reads monetry" in outcome.out
    assert "Did you mean monetary?" in outcome.out


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b"x" * 1_000_001])
def test_what_is_no_text_of_a_scheme_is_refused(run: Run, content: bytes) -> None:
    Path("mine.yaml").write_bytes(content)
    outcome = run("check", "mine.yaml")
    assert outcome.code == 1
    assert "mine.yaml" in outcome.line


def test_a_file_that_is_not_there(run: Run) -> None:
    outcome = run("check", "gone.yaml")
    assert outcome.code == 1
    assert "gone.yaml" in outcome.line


@pytest.mark.parametrize("row", ["B-95"])
@pytest.mark.parametrize(("weight", "code", "part"), [("0", 1, "error: classifiers"), ("16", 0, "add up to 101")])
def test_weights_that_are_no_hundred(run: Run, row: str, weight: str, code: int, part: str) -> None:
    text = run("show", "key_accounts").out.replace("{weight: 15, of: [growth", f"{{weight: {weight}, of: [growth")
    Path("mine.yaml").write_text(text, encoding="utf-8")
    outcome = run("check", "mine.yaml", *TODAY)
    assert outcome.code == code
    assert part in outcome.out
