"""What the pages show is what the commands print, and every ready-made scheme has its page."""

import re
from pathlib import Path

import pytest

import build_reference
import check_docs
import run_examples
from vitalfew import scheme

PAGES = [pytest.param(page, id=str(page.relative_to(run_examples.DOCS))) for page in run_examples.pages()]
RANGE = re.compile(r"([A-Z])(\d+)(?:[–-]\1?(\d+))?")


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company that every page speaks of."""
    return run_examples.sample(tmp_path_factory.mktemp("docs"))


@pytest.mark.parametrize("page", PAGES)
def test_page_shows_what_its_commands_print(page: Path, company: Path) -> None:
    assert run_examples.held(page, company, write=False) == []


def test_tutorial_and_how_tos_are_among_the_pages_that_are_run() -> None:
    run = {str(page.relative_to(run_examples.DOCS)) for page in run_examples.pages()}
    assert {"tutorial.md", "howto/write-a-scheme.md", "howto/read-rejects.md", "schemes/abc.md"} <= run


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("```console\n$ echo one; echo two\none\n…\n```\n", False),
        ("```console\n$ echo one; echo two\none\n```\n", True),
        ("```console\n$ echo one\n…\nthree\n```\n", True),
        ("```csv a.csv\na,b\n```\n\n```console\n$ cat a.csv\na,b\n```\n", False),
        ("```python\n>>> 1 + 1\n3\n```\n", True),
        ("```python\n>>> x = 1\n```\n\n```python\n>>> x\n1\n```\n", False),
    ],
)
def test_example_that_says_something_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: str, found: bool
) -> None:
    monkeypatch.setattr(run_examples, "ROOT", tmp_path)
    page, nobody = tmp_path / "page.md", tmp_path / "company"
    nobody.mkdir()
    page.write_text(f"# A page\n\n{block}", encoding="utf-8")
    assert bool(run_examples.held(page, nobody, write=False)) is found


def test_reference_is_what_the_code_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert (build_reference.main(["--check"]), capsys.readouterr().out) == (0, "")


@pytest.mark.parametrize("name", scheme.names())
def test_page_of_a_scheme_says_what_it_answers_its_rule_its_lines_and_its_labels(name: str, root: Path) -> None:
    page = (root / "docs" / "schemes" / f"{name}.md").read_text(encoding="utf-8")
    declared = scheme.load(name)
    assert "**It answers:**" in page
    assert build_reference.BEGIN in page
    assert [line for line in declared.covers if line not in lines_named(page)] == []
    labels = {str(label) for meanings in declared.labels.values() for label in meanings}
    assert [label for label in labels if f"`{label}`" not in page] == []


def lines_named(page: str) -> set[str]:
    """The lines of the requirements that a page names, ranges such as M1–M14 spelled out."""
    named = ((letter, int(first), int(last or first)) for letter, first, last in RANGE.findall(page))
    return {f"{letter}{number}" for letter, first, last in named for number in range(first, last + 1)}


def test_no_line_that_a_scheme_claims_is_still_to_do() -> None:
    status = {row[0]: row[1] for row in check_docs.COVERED.findall(check_docs.COVERAGE.read_text(encoding="utf-8"))}
    claimed = {line for name in scheme.names() for line in scheme.load(name).covers}
    assert sorted(line for line in claimed if status[line] == "not yet") == []


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ("| M1 | x | done | here | `tests/test_docs.py::test_that_never_was` |", "names test_that_never_was"),
        ("| M1 | x | done | here | `tests/test_gone.py` |", "names tests/test_gone.py, which is not there"),
        ("| M1 | x | part: half of it | here | |", "names no place or no test"),
        ("| M1 | x | not yet | here | |", "is not yet there and names a place"),
        ("| M1 | x | done | here | `tests/test_docs.py` |", ""),
    ],
)
def test_claim_without_a_test_that_is_there_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, finding: str
) -> None:
    table = tmp_path / "coverage.md"
    table.write_text(f"{row}\n", encoding="utf-8")
    monkeypatch.setattr(check_docs, "COVERAGE", table)
    found = list(check_docs.coverage_claims())
    assert len(found) == bool(finding)
    assert all(finding in one for one in found)
