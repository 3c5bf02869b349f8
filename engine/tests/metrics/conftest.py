"""A calculator that metrics of small companies are measured on."""

from collections.abc import Iterator

import pytest
from small_company import Company

from vitalfew.backends import DuckDB


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    with DuckDB() as database:
        yield Company(database)
