"""What all tests of the repository share.

A test whose subject may be absent says so: `@pytest.mark.needs("shared-data")`, or `needs("shared-data")` inside it,
which also gives back what was found. It is skipped with that word, or fails where VF_REQUIRE names it, so that a
continuous build cannot pass by skipping.
"""

import os
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent
Needs = Callable[[str], str]


def folder(path: Path) -> str | None:
    """The folder, if it is there."""
    return str(path) if path.is_dir() else None


def file(path: Path) -> str | None:
    """The file, if it is there."""
    return str(path) if path.is_file() else None


def program(*names: str) -> str | None:
    """The first of these programs that is installed."""
    return next(filter(None, map(shutil.which, names)), None)


def newest(pattern: str) -> str | None:
    """The program of the highest version; Debian keeps those of PostgreSQL beside the path."""
    found = sorted(Path("/").glob(pattern.removeprefix("/")), key=lambda path: [len(path.parts[4]), path.parts[4]])
    return str(found[-1]) if found else None


# name → what gives its place, or None where it is absent
PROBES: dict[str, Callable[[], str | None]] = {
    "shared-data": lambda: folder(ROOT.parent / "shared" / "data"),
    "chromium": lambda: program("chromium", "chromium-browser", "google-chrome"),
    "postgres": lambda: newest("/usr/lib/postgresql/*/bin/postgres") or program("postgres"),
    "axe": lambda: file(ROOT / "build" / "assets" / "web" / "node_modules" / "axe-core" / "axe.min.js"),
    "git": lambda: program("git"),
    "spark": lambda: program("java") if find_spec("pyspark") else None,
}


def find(name: str) -> str:
    """The place of what a test needs; otherwise skip, or fail where it is required."""
    place = PROBES[name]()
    if place is None and name in os.environ.get("VF_REQUIRE", "").split(","):
        pytest.fail(f"VF_REQUIRE asks for {name}, and it is not here", pytrace=False)
    if place is None:
        pytest.skip(f"needs {name}, which is not here")
    return place


@pytest.fixture
def needs() -> Needs:
    """Ask for something that may be absent, and get its place."""
    return find


@pytest.fixture
def root() -> Path:
    """The root of the repository."""
    return ROOT


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Hold a test to its `needs` marks before its fixtures are made."""
    for mark in item.iter_markers("needs"):
        find(*mark.args)
