"""Roles: sets of permissions that managers of people edit, for others."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from people import Cast

from vitalfew_web.access.models import Role, User
from vitalfew_web.access.permissions import MANAGE
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.core.registries import PERMISSIONS
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told


def role_of(person: User) -> Role:
    return person.roles.get()


def test_the_form_offers_every_permission_in_words_by_part_of_the_product(as_: Callable[[str], Client]) -> None:
    page = as_("administrator").get("/people/roles/new").content.decode()
    for name, label in PERMISSIONS.items():
        assert f'value="{name}"' in page
        assert str(label).replace("'", "&#x27;") in page
    assert page.index(">Customers</span>") < page.index("See customers")


def test_what_a_role_allows_changes_at_once_for_all_who_have_it(as_: Callable[[str], Client], cast: Cast) -> None:
    role = role_of(cast.analyst)
    fields = {"name": role.name, "reach": "own", "permissions": [*role.permissions, EDIT]}
    analyst = as_("analyst")
    assert analyst.get("/customers/new").status_code == 403
    assert as_("administrator").post(f"/people/roles/{role.pk}/", fields).status_code == 302
    assert analyst.get("/customers/new").status_code == 200
    (entry,) = told(history_of(role))
    assert [change.sentence for change in entry.changes] == [
        "Reach: all customers → own customers",
        "Permissions: added Open customers and change them",
    ]
    page = as_("administrator").get(f"/people/roles/{role.pk}/").content.decode()
    assert "added Open customers and change them" in page
    assert "Analyst" in page


@pytest.mark.parametrize(
    "changed",
    [{"permissions": [MANAGE, VIEW]}, {"permissions": []}, {"reach": "all"}],
    ids=["more", "less", "further"],
)
def test_nobody_changes_the_own_role(as_: Callable[[str], Client], cast: Cast, changed: dict[str, object]) -> None:
    role = role_of(cast.administrator)
    sent = {"name": role.name, "reach": role.reach, "permissions": role.permissions, **changed}
    answer = as_("administrator").post(f"/people/roles/{role.pk}/", sent)
    assert answer.status_code == 422
    assert "Ask a colleague" in answer.content.decode()
    before = (role.permissions, role.reach)
    role.refresh_from_db()
    assert (role.permissions, role.reach) == before


def test_the_name_of_the_own_role_may_be_mended(as_: Callable[[str], Client], cast: Cast) -> None:
    role = role_of(cast.administrator)
    sent = {"name": "People desk", "reach": role.reach, "permissions": role.permissions}
    assert as_("administrator").post(f"/people/roles/{role.pk}/", sent).status_code == 302


def test_a_permission_that_is_none_is_refused(as_: Callable[[str], Client]) -> None:
    sent = {"name": "X", "reach": "own", "permissions": ["is_staff"]}
    assert as_("administrator").post("/people/roles/new", sent).status_code == 422


def test_a_role_is_removed_once_nobody_has_it(as_: Callable[[str], Client], cast: Cast) -> None:
    held = role_of(cast.analyst)
    answer = as_("administrator").post(f"/people/roles/{held.pk}/remove")
    assert answer.status_code == 422
    assert "Take it from everybody first" in answer.content.decode()
    as_("administrator").post("/people/roles/new", {"name": "Guest", "reach": "own", "permissions": [VIEW]})
    guest = Role.objects.get(name="Guest")
    assert as_("administrator").post(f"/people/roles/{guest.pk}/remove").status_code == 302
    assert not Role.objects.filter(name="Guest").exists()


def test_who_has_no_right_to_see_customers_is_not_said_to_see_any(as_: Callable[[str], Client], cast: Cast) -> None:
    assert (str(cast.administrator.sees), str(cast.nobody.sees)) == ("no customers", "no customers")
    assert str(cast.manager.sees) == "own customers"
    page = as_("administrator").get("/people/").content.decode()
    assert page.count("no customers") == 2


@pytest.mark.parametrize("page", ["/people/", "/people/roles/", "/people/teams/"])
def test_more_rows_cost_no_more_questions(as_: Callable[[str], Client], cast: Cast, page: str) -> None:
    client = as_("administrator")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    one = asked()
    for n in range(3):
        client.post("/people/roles/new", {"name": f"Role {n}", "reach": "own", "permissions": [VIEW]})
        client.post("/people/teams/new", {"name": f"Team {n}", "head": cast.lead.pk})
        client.post("/people/new", {"name": f"P {n}", "email": f"p{n}@example.com", "language": "en"})
    assert asked() == one <= 8
