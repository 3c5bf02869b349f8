"""Managing people: invited by a link, changed at once, never by themselves."""

from collections.abc import Callable

import pytest
from django.test import Client
from people import PASSWORD, Cast

from vitalfew_web.access.models import Role, User
from vitalfew_web.core.selectors import history_of


def sent(person: User, **changed: object) -> dict[str, object]:
    """What a browser sends of somebody."""
    roles = [role.pk for role in person.roles.all()]
    kept = {"name": person.name, "email": person.email, "language": person.language, "is_active": "on"}
    return {**kept, "team": person.team_id, "roles": roles, **changed}


def test_who_is_invited_sets_a_password_by_the_link_and_logs_in(as_: Callable[[str], Client], cast: Cast) -> None:
    role = Role.objects.get(name="Account manager")
    fields = {"name": "Ada", "email": "ada@example.com", "language": "zh-hans", "roles": [role.pk]}
    page = as_("administrator").post("/people/new", fields, follow=True)
    link = page.context["invitation"]
    client = Client()
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    answer = client.post(address, {"new_password1": "blue ink on paper", "new_password2": "blue ink on paper"})
    assert answer["Location"] == "/login/"
    client.post("/login/", {"login": "ada@example.com", "password": "blue ink on paper"})
    assert client.get("/customers/").status_code == 200
    assert "used up" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize("password", ["short", "password123", "ada@example.com"])
def test_a_password_that_others_guess_is_refused(as_: Callable[[str], Client], cast: Cast, password: str) -> None:
    page = as_("administrator").post(
        "/people/new", {"name": "Ada", "email": "ada@example.com", "language": "en"}, follow=True
    )
    client = Client()
    address = client.get(page.context["invitation"], follow=True).redirect_chain[-1][0]
    assert client.post(address, {"new_password1": password, "new_password2": password}).status_code == 200
    assert not User.objects.get(email="ada@example.com").has_usable_password()


def test_nobody_gets_a_link_to_become_somebody_else(as_: Callable[[str], Client], cast: Cast) -> None:
    assert as_("administrator").get(f"/people/{cast.manager.pk}/").context["invitation"] == ""


def test_an_address_is_taken_whatever_its_case(as_: Callable[[str], Client], cast: Cast) -> None:
    answer = as_("administrator").post("/people/new", {"name": "X", "email": "MANAGER@example.com", "language": "en"})
    assert answer.status_code == 422


def test_other_roles_hold_at_once(as_: Callable[[str], Client], cast: Cast) -> None:
    manager = as_("manager")
    assert manager.get("/customers/").status_code == 200
    as_("administrator").post(f"/people/{cast.manager.pk}/", sent(cast.manager, roles=[]))
    assert manager.get("/customers/").status_code == 403
    assert history_of(cast.manager)[0].after["roles"] == []


def test_who_is_locked_out_is_out_at_once(as_: Callable[[str], Client], cast: Cast) -> None:
    manager = as_("manager")
    as_("administrator").post(f"/people/{cast.manager.pk}/", sent(cast.manager, is_active=""))
    assert manager.get("/customers/").status_code == 302
    client = Client()
    client.post("/login/", {"login": "manager@example.com", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_nobody_raises_the_own_roles_or_locks_themself_out(as_: Callable[[str], Client], cast: Cast) -> None:
    me = cast.administrator
    every = [role.pk for role in Role.objects.all()]
    for changed in ({"roles": every}, {"roles": []}, {"is_active": ""}):
        assert as_("administrator").post(f"/people/{me.pk}/", sent(me, **changed)).status_code == 422
    me = User.objects.get(pk=me.pk)
    assert me.is_active
    assert [role.name for role in me.roles.all()] == ["Administrator"]


def test_somebody_is_left_who_may_manage_people(as_: Callable[[str], Client], cast: Cast) -> None:
    second = cast.nobody
    second.roles.set([Role.objects.get(name="Administrator")])
    first = Client()
    first.force_login(User.objects.get(pk=second.pk))
    assert first.post(f"/people/{cast.administrator.pk}/", sent(cast.administrator, roles=[])).status_code == 302
    assert as_("administrator").get("/people/").status_code == 403
