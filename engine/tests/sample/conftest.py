"""Sample companies, each written once for all tests."""

from functools import cache
from pathlib import Path

import pytest
from sample.rows import Facts, Make, facts_in

from vitalfew.sample import write


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Facts of a sample company, by the arguments of `write`."""

    @cache
    def make(**asked: object) -> Facts:
        folder: Path = tmp_path_factory.mktemp("company")
        write(folder, **asked)  # type: ignore[arg-type]
        return facts_in(folder)

    return make
