"""The pages for newcomers say what they have to, and the checks of the documentation see what they should."""

import re
from pathlib import Path

import pytest

import check_docs

THEORY = {
    "M93": ("Customer value management", "Relationship marketing", "Satisfaction management"),
    "M157": ("## Purposes", "precise marketing", "personal service", "market segmentation"),
    "M159": ("## Four steps", "1. **Collect data**", "2. **Analyse**", "3. **Choose a method**", "4. **Implement"),
    "M160": ("## Two cautions", "Facts of the customer", "Review periodically"),
}


@pytest.mark.parametrize("line", THEORY)
def test_theory_speaks_of(root: Path, line: str) -> None:
    page = (root / "docs" / "theory.md").read_text(encoding="utf-8")
    assert [words for words in THEORY[line] if words.lower() not in page.lower()] == []


def test_glossary_gives_every_term_in_three_languages_with_its_meaning(root: Path) -> None:
    lines = (root / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    rows = [
        line.strip("| ").split(" | ") for line in lines if line.startswith("| ") and not line.startswith("| English")
    ]
    assert len(rows) >= 80
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("target", ["gone.md", "there.md#no-such-heading", "#nor-this"])
def test_link_that_leads_nowhere_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.setattr(check_docs, "ROOT", tmp_path)
    (tmp_path / "there.md").write_text("# A heading, with a comma\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(f"[good](there.md#a-heading-with-a-comma) [bad]({target})\n", encoding="utf-8")
    assert list(check_docs.broken_links([page])) == [f"page.md: the link {target} leads nowhere"]


@pytest.mark.parametrize("parts", [("/ho", "me/ann/x"), ("/Use", "rs/ann"), ("https://py", "pi.org/simple")])
def test_word_that_must_not_stand_in_a_file_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: tuple[str, str]
) -> None:
    monkeypatch.setattr(check_docs, "ROOT", tmp_path)
    file = tmp_path / "note.txt"
    file.write_text(f"first line\nsee {''.join(parts)}\n", encoding="utf-8")
    (finding,) = check_docs.forbidden_words([file])
    assert finding.startswith("note.txt:2: ")


def test_module_that_grew_too_long_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_docs, "ROOT", tmp_path)
    short, long = tmp_path / "short.py", tmp_path / "long.py"
    short.write_text("x = 1\n" * 400, encoding="utf-8")
    long.write_text("x = 1\n" * 401, encoding="utf-8")
    found = [finding for finding in check_docs.too_long([short, long]) if "becomes a folder" in finding]
    assert [re.match(r"\S+", finding).group() for finding in found] == ["long.py:"]


def test_line_of_the_requirements_that_is_missing_or_doubled_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = check_docs.COVERAGE.read_text(encoding="utf-8")
    row = next(line for line in table.splitlines() if line.startswith("| M7 |"))
    changed = tmp_path / "coverage.md"
    monkeypatch.setattr(check_docs, "COVERAGE", changed)
    changed.write_text(table.replace(row, ""), encoding="utf-8")
    assert list(check_docs.coverage_gaps()) == ["docs/coverage.md: line M7 stands there 0 times"]
    changed.write_text(f"{table}{row}\n", encoding="utf-8")
    assert list(check_docs.coverage_gaps()) == ["docs/coverage.md: line M7 stands there 2 times"]
