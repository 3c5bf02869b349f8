"""`make screens`: each state of each page as a picture in build/screens, in four looks. No test by itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from application import Application
from conftest import ROOT
from looks import Look
from shots import SHOTS, Shot
from stage import Enter, Visitor

import run as scripted

PLACE = ROOT / "build" / "screens"
LOOKS = [
    Look("en", "desk", "light"),
    Look("en", "phone", "light"),
    Look("zh-hans", "desk", "dark"),
    Look("zh-hant", "phone", "dark"),
]


AGAIN = """
from datetime import timedelta
from django.utils import timezone
from vitalfew_web.access.models import User
from vitalfew_web.grading.models import Scheme
from vitalfew_web.grading.services import start_run
who = User.objects.get(email="gao.ming@example.com")
start_run(scheme=Scheme.objects.get(), as_of=timezone.localdate() - timedelta(days=60), by=who, at=timezone.now())
"""


@pytest.fixture(scope="module", autouse=True)
def working(application: Application) -> Iterator[None]:
    """Two runs to look at, and a worker beside the pages, as in `make run`."""
    application.work()
    application.manage("shell", "-v0", told=AGAIN)
    application.work()
    worker = subprocess.Popen(scripted.command(["run_worker"]), env=dict(application.env))
    yield
    worker.terminate()
    worker.wait(timeout=30)


@pytest.mark.parametrize("shot", SHOTS, ids=str)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_page_as_it_looks(enter: Enter, look: Look, shot: Shot) -> None:
    visitor: Visitor = enter(shot.who)
    visitor.go(shot.path)
    if shot.steps:
        shot.steps(visitor)
    visitor.page.wait_for_load_state("networkidle")
    PLACE.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=PLACE / f"{shot}-{look}.png", full_page=look.size == "desk")
    visitor.holds()
