"""A page is a frame: who may see a panel sees it, in its order, drawn or loaded."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.registries import MARKS, NEXT_STEPS, PANELS, Panel

KIND, VIEW = "accounts.account", "accounts:account:view"


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A domain above customers that hangs something on their page."""
    early = Panel("early", "Early", VIEW, 1, render=lambda _request, _account: SafeString("<i>early</i>"))
    late = Panel("late", "Late panel", VIEW, 99, url="accounts:people")
    closed = Panel("closed", "Closed", "nobody:may:this", 2, url="accounts:people")
    mark = SafeString('<span class="vf-grade vf-grade-a">A</span>')
    monkeypatch.setitem(PANELS, KIND, [*PANELS[KIND], early, late, closed])
    monkeypatch.setitem(MARKS, KIND, [lambda _account, _who: mark, lambda *_: ""])
    monkeypatch.setitem(NEXT_STEPS, KIND, [lambda account, _who: format_html("<p>Call {}</p>", account.name)])


def test_what_other_domains_hang_on_the_page_stands_there(
    as_: Callable[[str], Client], account: Account, registered: None
) -> None:
    page = as_("manager").get("/customers/K-1001/").content.decode()
    assert page.index("<i>early</i>") < page.index('id="timeline"') < page.index('id="panel-late"')
    assert 'hx-get="/customers/K-1001/people"' in page
    assert "Closed" not in page
    assert "vf-grade-a" in page
    assert "Call 万达商贸" in page
