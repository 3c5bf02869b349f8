"""A sample company as tables of text, written once for each industry."""

import csv
from functools import cache
from pathlib import Path

import pytest
from proof.later import Company, Tables

from vitalfew.sample import write


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    """The tables of a small sample company of an industry, as records."""

    @cache
    def make(industry: str) -> Tables:
        folder: Path = tmp_path_factory.mktemp("company")
        write(folder, customers=60, industry=industry)
        return {file.stem: records(file) for file in sorted(folder.glob("*.csv"))}

    return make


def records(file: Path) -> list[dict[str, str]]:
    """A file as records of text."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))
