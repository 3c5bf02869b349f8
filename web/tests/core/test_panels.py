"""A page is a frame: who may see a panel sees it, in its order, drawn or loaded."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.registries import MARKS, NEXT_STEPS, PANELS, Panel

KIND = "accounts.account"


@pytest.fixture
def registered() -> Iterator[None]:
    """A domain above customers that hangs something on their page."""
    panels = list(PANELS[KIND])
    PANELS[KIND] += [
        Panel(
            "early", "Early", "accounts:account:view", 1, render=lambda _request, _account: SafeString("<i>early</i>")
        ),
        Panel("late", "Late panel", "accounts:account:view", 99, url="accounts:people"),
        Panel("closed", "Closed", "nobody:may:this", 2, url="accounts:people"),
    ]
    MARKS[KIND] = [lambda _account, _who: SafeString('<span class="vf-grade vf-grade-a">A</span>'), lambda *_: ""]
    NEXT_STEPS[KIND] = [lambda account, _who: format_html("<p>Call {}</p>", account.name)]
    yield
    PANELS[KIND] = panels
    MARKS.pop(KIND)
    NEXT_STEPS.pop(KIND)


def test_what_other_domains_hang_on_the_page_stands_there(
    as_: Callable[[str], Client], account: Account, registered: None
) -> None:
    page = as_("manager").get("/customers/K-1001/").content.decode()
    assert page.index("<i>early</i>") < page.index('id="timeline"') < page.index('id="panel-late"')
    assert 'hx-get="/customers/K-1001/people"' in page
    assert "Closed" not in page
    assert "vf-grade-a" in page
    assert "Call 万达商贸" in page
