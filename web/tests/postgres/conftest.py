"""These tests run on PostgreSQL, whatever the others run on."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from conftest import find
from databases import turned_to


@pytest.fixture(scope="module", autouse=True)
def on_postgres(request: pytest.FixtureRequest) -> Iterator[None]:
    """Turn Django to PostgreSQL for the tests of a module, after its own database was made; and back again."""
    find("postgres")
    request.getfixturevalue("django_db_setup")
    if os.environ.get("VF_TEST_DATABASE") == "postgres":
        yield
        return
    blocker = request.getfixturevalue("django_db_blocker")
    with blocker.unblock():
        context = turned_to(request.getfixturevalue("postgres").address("folder"))
        context.__enter__()
    try:
        yield
    finally:
        with blocker.unblock():
            context.__exit__(None, None, None)
