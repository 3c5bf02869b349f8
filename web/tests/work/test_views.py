"""Saved views: kept under a name, seen by whom they are meant for, above the list and in the side."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from people import Cast

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.work.models import SavedView
from vitalfew_web.work.selectors import address_of, views_for
from vitalfew_web.work.services import change_view, delete_view, pin_view, save_view

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def saved(by: User, name: str = "Dealers", state: str = "?role=dealer", **more: bool) -> SavedView:
    """A view that somebody saved."""
    marks = {"is_shared": False, "is_pinned": False, **more}
    return save_view(list_name="accounts", name=name, state=state, **marks, by=by, at=NOW)


def tabs(client: Client, query: str = "") -> list[tuple[str, str, bool, bool]]:
    """Label, count, whether it is looked at and whether it was changed, of each tab above the list."""
    found = client.get(f"/customers/{query}").context["listing"].tabs
    return [(tab.label, tab.count, tab.is_current, tab.is_changed) for tab in found.tabs]


def test_a_view_keeps_filters_order_and_columns_and_not_the_page(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    sent = {"list_name": "accounts", "name": " Dealers ", "is_pinned": "on"}
    state = "?sort=-name&role=dealer&columns=name,phone&page=3&view=9"
    client = as_("manager")
    answer = client.post("/views/", {**sent, "state": state})
    view = SavedView.objects.get()
    assert (view.name, view.state) == ("Dealers", "columns=name,phone&role=dealer&sort=-name")
    assert answer["Location"] == f"/customers/?columns=name,phone&role=dealer&sort=-name&view={view.pk}"
    page = client.get(answer["Location"]).content.decode()
    assert "The view “Dealers” is saved." in page
    assert f'href="{answer["Location"].replace("&", "&amp;")}" title="Dealers" aria-current="page"' in page


def test_each_tab_says_how_many_and_a_dot_that_more_is_asked_than_saved(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    open_one(cast.manager, name="Nordwind", channel_role="dealer")
    view = saved(cast.manager)
    client = as_("manager")
    assert tabs(client) == [("All", "2", True, False), ("Dealers", "1", False, False)]
    assert tabs(client, "?kind=person")[0] == ("All", "2", True, True)
    assert tabs(client, f"?role=dealer&view={view.pk}")[1] == ("Dealers", "1", True, False)
    assert tabs(client, f"?role=dealer&page=1&view={view.pk}")[1] == ("Dealers", "1", True, False)
    assert tabs(client, f"?role=agent&view={view.pk}")[1] == ("Dealers", "1", True, True)


def test_views_of_very_many_are_counted_when_the_page_stands(
    as_: Callable[[str], Client],
    cast: Cast,
    account: Account,
    open_one: Callable[..., Account],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To count five parts of a million takes longer than to show a page: the page does not wait for it."""
    open_one(cast.manager, name="Nordwind", channel_role="dealer")
    saved(cast.manager)
    monkeypatch.setattr("vitalfew_web.core.listing.pages.COUNTED", 1)
    client = as_("manager")
    page = client.get("/customers/?sort=-name")
    assert [tab.count for tab in page.context["listing"].tabs.tabs] == ["1+", ""]
    assert 'hx-get="/customers/?sort=-name" hx-trigger="load"' in page.content.decode()

    asked = client.get("/customers/?sort=-name", headers={"HX-Request": "true", "HX-Target": "nav#list-views"})
    part = asked.content.decode()
    assert part.count("<a ") == 2
    assert '<span class="vf-count">1</span>' in part
    assert "hx-get" not in part
    # For a while the page knows it by itself; what the view asks for now, nobody has counted yet.
    assert [count for _label, count, *_marks in tabs(client)] == ["1+", "1"]
    SavedView.objects.update(state="role=agent")
    assert [count for _label, count, *_marks in tabs(client)] == ["1+", ""]


def test_a_view_is_private_until_it_is_shared_and_then_the_teams(cast: Cast) -> None:
    private, shared = saved(cast.manager), saved(cast.manager, "Ours", is_shared=True)
    assert views_for(cast.manager) == [private, shared]
    assert views_for(cast.mate) == [shared]
    assert views_for(cast.stranger) == []
    with pytest.raises(PermissionDenied):
        change_view(view=shared, fields={"name": "Mine now"}, by=cast.mate, at=NOW)
    with pytest.raises(PermissionDenied):
        delete_view(view=shared, by=cast.mate, at=NOW)


@pytest.mark.parametrize("action", ["", "pin", "delete"], ids=lambda action: f"Z-05 {action or 'change'}")
def test_others_views_are_not_found(as_: Callable[[str], Client], cast: Cast, action: str) -> None:
    view = saved(cast.manager)
    assert as_("mate").post(f"/views/{view.pk}/{action}", {"name": "x", "is_pinned": "1"}).status_code == 404
    view.refresh_from_db()
    assert view.name == "Dealers"


def test_a_shared_view_shows_each_the_own_customers(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    open_one(cast.mate, name="Nordwind", channel_role="dealer")
    view = saved(cast.manager, is_shared=True)
    assert tabs(as_("manager"), f"?role=dealer&view={view.pk}")[1][:2] == ("Dealers", "0")
    assert tabs(as_("mate"), f"?role=dealer&view={view.pk}")[1][:2] == ("Dealers", "1")


def test_a_view_is_renamed_shared_and_saved_anew(as_: Callable[[str], Client], cast: Cast) -> None:
    view, client = saved(cast.manager), as_("manager")
    client.post(f"/views/{view.pk}/", {"name": "Agents"})
    client.post(f"/views/{view.pk}/", {"is_shared": "1"})
    client.post(f"/views/{view.pk}/", {"state": "role=agent"})
    view.refresh_from_db()
    assert (view.name, view.is_shared, view.state) == ("Agents", True, "role=agent")
    assert AuditEntry.objects.filter(action="work.view.changed").count() == 3


def test_two_views_of_one_person_have_two_names(as_: Callable[[str], Client], cast: Cast) -> None:
    saved(cast.manager)
    saved(cast.mate)
    with pytest.raises(ValidationError, match="already"):
        saved(cast.manager)
    answer = as_("manager").post("/views/", {"list_name": "accounts", "name": "Dealers", "state": "role=agent"})
    assert answer.status_code == 422
    assert "You have a view of this name already." in answer.content.decode()
    assert 'value="role=agent"' in answer.content.decode()


@pytest.mark.parametrize(
    ("key", "name"), [("nobody", "accounts"), ("administrator", "accounts"), ("manager", "people")]
)
def test_a_view_of_a_list_that_one_may_not_use_is_refused(cast: Cast, key: str, name: str) -> None:
    with pytest.raises(PermissionDenied):
        save_view(list_name=name, name="x", state="", is_shared=False, is_pinned=False, by=getattr(cast, key), at=NOW)


def test_a_pinned_view_stands_in_the_side_and_in_the_menu_of_the_phone(
    as_: Callable[[str], Client], cast: Cast
) -> None:
    view = saved(cast.manager, is_pinned=True)
    text = as_("manager").get("/tasks/").content.decode()
    assert text.count(f'href="{escape(address_of(view))}"') == 2
    menu = text[text.index('class="vf-bottom"') :]
    assert view.name in menu


def test_a_pin_is_ones_own(as_: Callable[[str], Client], cast: Cast) -> None:
    view = saved(cast.manager, is_shared=True)
    as_("mate").post(f"/views/{view.pk}/pin", {"is_pinned": "1"})
    assert "Pinned views" in as_("mate").get("/me/profile").content.decode()
    assert "Pinned views" not in as_("manager").get("/me/profile").content.decode()
    pin_view(view=view, is_pinned=False, by=cast.mate)
    assert "Pinned views" not in as_("mate").get("/me/profile").content.decode()


def test_a_deleted_view_comes_back_with_its_pins(as_: Callable[[str], Client], cast: Cast) -> None:
    view, client = saved(cast.manager, is_shared=True, is_pinned=True), as_("manager")
    pin_view(view=view, is_pinned=True, by=cast.mate)
    page = client.post(f"/views/{view.pk}/delete", follow=True).content.decode()
    assert not SavedView.objects.exists()
    address = page.split('action="/undo/')[1].split('"')[0]
    answer = client.post(f"/undo/{address}", {"next": "/customers/"}, follow=True)
    assert "The view “Dealers” is there again." in answer.content.decode()
    again = SavedView.objects.get()
    assert (again.name, again.state, again.is_shared) == ("Dealers", "role=dealer", True)
    assert {pin.user_id for pin in again.pins.all()} == {cast.manager.pk, cast.mate.pk}


def test_five_views_cost_as_many_questions_as_one(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            as_("lead").get("/customers/")
        return len(queries)

    saved(cast.lead)
    one = asked()
    for place in range(4):
        saved(cast.lead, f"Of one {place}", f"owner={cast.mate.pk}&q=wanda", is_pinned=True)
    assert asked() == one
