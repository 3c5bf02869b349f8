"""Every row of safety.md that this folder owns has a test that bears its id and drives the command."""

import re
from collections.abc import Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import FunctionType

import pytest
from hostile.rows import FAULTS, FILES, GRADING, OWNED, TOUCHED, VALUES

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[2].parent / "shared" / "safety.md"
COMMANDS = {"vitalfew", "started"}


def all_tests() -> Iterator[FunctionType]:
    for path in sorted(HERE.glob("test_*.py")):
        module = import_module(f"hostile.{path.stem}")
        yield from (value for name, value in vars(module).items() if name.startswith("test_"))


def rows_of(test: FunctionType) -> set[str]:
    marks = getattr(test, "pytestmark", [])
    return {name for mark in marks if mark.name == "parametrize" and mark.args[0] == "row" for name in mark.args[1]}


@pytest.mark.parametrize("name", [*OWNED, *TOUCHED])
def test_a_row_has_a_test_that_drives_the_command(name: str) -> None:
    assert [test for test in all_tests() if name in rows_of(test) and COMMANDS & set(signature(test).parameters)]


def test_no_test_bears_a_row_that_is_not_listed() -> None:
    assert {name for test in all_tests() for name in rows_of(test)} == {*OWNED, *TOUCHED}


@pytest.mark.skipif(not CATALOGUE.is_file(), reason="shared/safety.md is not beside this checkout")
def test_the_list_is_that_of_the_catalogue() -> None:
    section = CATALOGUE.read_text(encoding="utf-8").partition("## 6. Bad inputs")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| (B-[0-9]+) \| (\w+) \|", section, re.MULTILINE)
    places = {"CSV": FILES, "XLSX": FILES, "money": VALUES, "date": VALUES, "ids": VALUES, "grading": GRADING}
    expected = {
        names: tuple(row for row, place in listed if places.get(place) == names) for names in (FILES, VALUES, GRADING)
    }
    assert expected == {names: names for names in (FILES, VALUES, GRADING)}
    assert set(TOUCHED) <= {row for row, _ in listed}


@pytest.mark.skipif(not CATALOGUE.is_file(), reason="shared/safety.md is not beside this checkout")
def test_the_faults_are_in_the_catalogue() -> None:
    section = CATALOGUE.read_text(encoding="utf-8").partition("## 5. Faults")[2].partition("\n## ")[0]
    assert set(FAULTS) <= set(re.findall(r"^\| (F-[0-9]+) \|", section, re.MULTILINE))
