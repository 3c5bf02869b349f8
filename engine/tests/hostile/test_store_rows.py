"""Every row of safety.md on files, once more by way of a store: refused files change nothing, rejected rows stay out.

The tests are those of the files themselves; here the command they drive imports, too (`importing.py`).
"""

from collections.abc import Iterator
from inspect import getsource, signature
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from calls import Run
from hostile import test_damaged, test_dates, test_ids, test_money, test_text_files, test_workbooks
from hostile.command import Command
from hostile.importing import Importing
from hostile.rows import FILES, VALUES
from hostile.test_rows import rows_of

MODULES = (test_text_files, test_workbooks, test_money, test_dates, test_ids, test_damaged)
DRIVES = (".graded(", ".not_gradable(", '.refused("columns"')

path = test_workbooks.path


@pytest.fixture
def vitalfew(vitalfew: Command, tmp_path: Path) -> Importing:
    """The command, which takes each file by way of a store as well."""
    call: Run = vitalfew.run
    return Importing(call, tmp_path)


def driven_in(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The tests, of those in this process, that grade a file or see it refused."""
    for name, value in vars(module).items():
        drives = name.startswith("test_") and "vitalfew" in signature(value).parameters
        if drives and any(way in getsource(value) for way in DRIVES):
            yield name, value


for module in MODULES:
    globals().update(driven_in(module))


@pytest.mark.parametrize("name", [*FILES, *VALUES])
def test_the_row_is_tried_by_way_of_a_store(name: str) -> None:
    assert [test for module in MODULES for _, test in driven_in(module) if name in rows_of(test)]
