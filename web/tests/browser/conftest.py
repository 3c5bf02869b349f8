"""Journeys through the pages in a real browser.

A test asks for `enter` and lets people in: `enter("lin.yue")`, or `enter()` for somebody who is not logged in. Each is
played once, in a language, size and appearance that its name decides; VF_LOOKS=all (`make test-all`) plays it in all
twelve.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from application import Application, answering, environment, installed
from conftest import find
from looks import LOOKS, Look, look_of
from playwright.sync_api import Browser, expect
from stage import Enter, Stage, Visitor, browsing, sessions

# A machine that does other work beside is slow, not wrong.
expect.set_options(timeout=20_000)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a journey its look, or all of them."""
    if "look" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] != "screens":
        looks = LOOKS if os.environ.get("VF_LOOKS") == "all" else [look_of(metafunc.function.__name__)]
        metafunc.parametrize("look", looks, ids=str)


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """The application with the example company."""
    # Ten rows are a long list here, and few may be taken out within an hour.
    limits = {"VF_ROWS_AT_ONCE": "10", "VF_ROWS_AN_HOUR": "15"}
    env = environment(tmp_path_factory.mktemp("application"), **limits)
    installed(env, customers=120)
    with answering(env) as one:
        yield one


@pytest.fixture(scope="session")
def logged_in(application: Application) -> dict[str, str]:
    return sessions(application.env)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One at a time: it occupies the event loop that other tests need too."""
    with browsing(find("chromium")) as started:
        yield started


@pytest.fixture
def enter(application: Application, browser: Browser, logged_in: dict[str, str], look: Look) -> Iterator[Enter]:
    """Lets people in."""
    stage = Stage(application, browser, logged_in)

    def let_in(who: str | None = None, *, scripts: bool = True) -> Visitor:
        return stage.visitor(look, who, scripts=scripts)

    yield let_in
    stage.clear()
