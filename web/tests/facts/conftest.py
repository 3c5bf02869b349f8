"""Programs of the cast."""

import pytest
from facts.programs import Caller, Program
from people import Cast


@pytest.fixture
def program(cast: Cast) -> Program:
    def made(key: str = "lead", *scopes: str) -> Caller:
        return Caller(getattr(cast, key), list(scopes or ("facts:write", "facts:read")))

    return made
