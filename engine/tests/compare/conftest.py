"""A sample company, read once for all tests."""

from collections.abc import Iterator

import pytest
from compare.companies import OPTIONS, Company

from vitalfew.run import gather
from vitalfew.sample import write


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """Fifty customers with every table of facts."""
    paths = write(tmp_path_factory.mktemp("company"), customers=50)
    tables = {path.stem: path for path in paths if path.suffix == ".csv"}
    gathered = gather(tables, OPTIONS, tmp_path_factory.mktemp("work"))
    with gathered.database:
        yield Company(gathered)
