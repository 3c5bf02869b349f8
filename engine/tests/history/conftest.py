"""Sample companies, each written once."""

import csv
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
from history.runs import Company, Tables

from vitalfew.sample import write


def texts(file: Path) -> pa.Table:
    """A file as columns of text."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return pa.Table.from_pylist(list(csv.DictReader(rows)))


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    """The tables of a small sample company of an industry."""

    @cache
    def make(industry: str) -> Tables:
        folder: Path = tmp_path_factory.mktemp("company")
        write(folder, customers=60, industry=industry)
        return {file.stem: texts(file) for file in sorted(folder.glob("*.csv"))}

    return make
