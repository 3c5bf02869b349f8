"""Sessions: everybody sees where they are logged in, and ends what they do not know."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from people import PASSWORD, Cast

from vitalfew_web.access import receivers
from vitalfew_web.access.models import Login
from vitalfew_web.access.services import forget_sessions
from vitalfew_web.core.selectors import history_of

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def logged_in(key: str, password: str = PASSWORD) -> Client:
    client = Client(headers={"user-agent": FIREFOX})
    client.post("/login/", {"login": f"{key}@example.com", "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/profile").status_code == 200


def test_a_session_is_listed_with_device_and_address(cast: Cast) -> None:
    client = logged_in("manager")
    page = client.get("/me/sessions/").content.decode()
    assert "Firefox · Linux" in page
    assert "127.0.0.1" in page
    assert "this one" in page
    assert "End all others" not in page


def test_one_other_session_is_ended_or_all(cast: Cast) -> None:
    here, there, elsewhere = (logged_in("manager") for _ in range(3))
    other = Login.objects.get(session=there.session.session_key)
    assert here.post(f"/me/sessions/{other.pk}/end").status_code == 302
    assert [is_in(each) for each in (here, there, elsewhere)] == [True, False, True]
    here.post("/me/sessions/end")
    assert [is_in(each) for each in (here, there, elsewhere)] == [True, False, False]
    assert [entry.action for entry in history_of(cast.manager)[:2]] == ["access.user.sessions_ended"] * 2


def test_nobody_ends_the_session_of_a_colleague(cast: Cast) -> None:
    mine, theirs = logged_in("manager"), logged_in("mate")
    other = Login.objects.get(session=theirs.session.session_key)
    assert mine.post(f"/me/sessions/{other.pk}/end").status_code == 404
    assert is_in(theirs)


def test_an_administrator_ends_those_of_others(as_: Callable[[str], Client], cast: Cast) -> None:
    client, administrator = logged_in("manager"), as_("administrator")
    assert "Firefox · Linux" in administrator.get(f"/people/{cast.manager.pk}/").content.decode()
    administrator.post(f"/people/{cast.manager.pk}/sessions/end")
    assert not is_in(client)
    assert is_in(logged_in("manager"))


def test_another_password_ends_all_other_sessions(cast: Cast) -> None:
    here, there = logged_in("manager"), logged_in("manager")
    new = "seven blue lamps"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/password/", sent).status_code == 302
    assert [is_in(here), is_in(there)] == [True, False]
    assert list(Login.objects.values_list("session", flat=True)) == [here.session.session_key]
    assert history_of(cast.manager)[0].action == "access.user.password_changed"


@pytest.mark.parametrize("back", [pytest.param(True, id="Z-17")])
def test_a_session_of_before_does_not_come_back_with_its_person(
    as_: Callable[[str], Client], cast: Cast, back: bool
) -> None:
    client, administrator = logged_in("manager"), as_("administrator")
    person = cast.manager
    kept = {"name": person.name, "email": person.email, "language": "en", "team": person.team_id}
    roles = {"roles": [role.pk for role in person.roles.all()]}
    administrator.post(f"/people/{person.pk}/", {**kept, **roles})
    assert not is_in(client)
    assert not Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()
    administrator.post(f"/people/{person.pk}/", {**kept, **roles, "is_active": "on"})
    assert not is_in(client)
    assert is_in(logged_in("manager")) is back


def test_an_invitation_stops_with_its_person(as_: Callable[[str], Client], cast: Cast) -> None:
    administrator = as_("administrator")
    fields = {"name": "Ada", "email": "ada@example.com", "language": "en"}
    page = administrator.post("/people/new", fields, follow=True)
    link, person = page.context["invitation"], page.context["person"]
    administrator.post(f"/people/{person.pk}/", fields)
    assert "used up" in Client().get(link, follow=True).content.decode()


def test_a_logout_takes_the_session_from_the_list(cast: Cast) -> None:
    client = logged_in("manager")
    client.post("/logout/")
    assert not Login.objects.exists()


def test_the_use_of_a_session_is_noted_once_a_minute(cast: Cast) -> None:
    client = logged_in("manager")
    long_ago = timezone.now() - timedelta(hours=1)
    Login.objects.update(seen_at=long_ago)
    client.get("/me/profile")
    assert Login.objects.get().seen_at == long_ago
    receivers._noted.clear()
    client.get("/me/profile")
    assert Login.objects.get().seen_at > long_ago
    with CaptureQueriesContext(connection) as queries:
        client.get("/me/profile")
    assert not [query for query in queries if "UPDATE" in query["sql"]]


def test_sessions_that_are_over_are_forgotten(cast: Cast) -> None:
    logged_in("manager")
    forget_sessions(timezone.now())
    assert Login.objects.count() == 1
    forget_sessions(timezone.now() + timedelta(days=15))
    assert (Login.objects.count(), Session.objects.count()) == (0, 0)
