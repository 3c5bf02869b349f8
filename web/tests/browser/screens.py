"""`make screens`: each state of each page as a picture in build/screens, in four looks. No test by itself."""

from __future__ import annotations

import pytest
from conftest import ROOT
from looks import Look
from shots import SHOTS, Shot
from stage import Enter, Visitor

PLACE = ROOT / "build" / "screens"
LOOKS = [
    Look("en", "desk", "light"),
    Look("en", "phone", "light"),
    Look("zh-hans", "desk", "dark"),
    Look("zh-hant", "phone", "dark"),
]


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
