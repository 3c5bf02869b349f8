"""Requests that nobody sends by accident: each is refused in words or taken as plain text, and never breaks a page."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.core import signing
from django.test import Client
from people import Cast

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.accounts.models import Account

SIGNS = ["'", '"', "--", ";", "%", "_", "\\", "' OR 1=1 --", '"; DROP TABLE x; --', "*", "NEAR(", "a:b", "^", "(("]


@pytest.mark.parametrize("text", [pytest.param(sign, id=f"B-54 {sign}") for sign in SIGNS])
def test_signs_of_sql_are_text_in_every_field_and_in_the_search(
    as_: Callable[[str], Client], account: Account, text: str
) -> None:
    client = as_("manager")
    name = f"Nord {text} wind"
    saved = client.post("/customers/new", {"name": name, "kind": "company", "industry": text, "needs": text})
    assert saved.status_code == 302
    assert Account.objects.get(name=name).needs == text
    assert client.get("/customers/", {"q": text}).status_code == 200
    found = client.get("/customers/", {"q": f"nord {text}"}).content.decode()
    # The other customer is not found by it: nothing of the text was taken for a wild card.
    assert account.name not in found


SORTS = ["amount;drop", "owner__password", "(select 1)", "owner.password", "na me", "-", "--name", "?", "pk", "tokens"]


@pytest.mark.parametrize("sort", [pytest.param(sort, id=f"B-55 {sort}") for sort in SORTS])
@pytest.mark.parametrize("page", ["/customers/", "/customers/export.csv"])
def test_a_list_is_sorted_by_its_heads_alone(as_: Callable[[str], Client], page: str, sort: str) -> None:
    answer = as_("manager").get(page, {"sort": sort})
    assert answer.status_code == 400
    assert "unknown sort field" in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "code"),
    [pytest.param(page, 400, id=f"B-85 {page}") for page in ("0", "-1", "1e9", "x", "²")]
    + [pytest.param("1000000000", 200, id="B-85 capped")],
)
def test_a_page_is_a_number_from_one_on(as_: Callable[[str], Client], account: Account, page: str, code: int) -> None:
    assert as_("manager").get("/customers/", {"page": page, "size": "1000000"}).status_code == code


@pytest.mark.parametrize(
    "cookie",
    [
        pytest.param("x", id="B-98 malformed"),
        pytest.param("x" * 8192, id="B-98 8 kB"),
        pytest.param("../../etc", id="B-98 path"),
        pytest.param("é\x00", id="B-98 not ASCII"),
        pytest.param(signing.dumps({"_auth_user_id": 1}, key="an old key"), id="B-98 old key"),
    ],
)
def test_a_cookie_that_is_none_is_no_login(db: None, cookie: str) -> None:
    client = Client()
    for name in ("sessionid", "csrftoken", "messages"):
        client.cookies[name] = cookie
    assert client.get("/customers/").status_code == 302
    assert client.get("/login/").status_code == 200


@pytest.mark.parametrize("secret", [pytest.param("another key of the installation", id="B-98 changed key")])
def test_a_session_signed_by_an_old_key_is_no_login(
    as_: Callable[[str], Client], settings: object, secret: str
) -> None:
    client = as_("manager")
    settings.SECRET_KEY = secret  # type: ignore[attr-defined]
    assert client.get("/customers/").status_code == 302


@pytest.mark.parametrize(
    ("host", "code"),
    [
        pytest.param("evil.example", 400, id="B-68 unknown"),
        pytest.param("testserver,evil.example", 400, id="B-68 two"),
        pytest.param("testserver@evil.example", 400, id="B-68 user"),
        pytest.param("testserver", 200, id="B-68 ours"),
    ],
)
def test_a_host_that_is_not_ours_gets_no_page(cast: Cast, host: str, code: int) -> None:
    client = Client()
    client.force_login(cast.administrator)
    assert client.get("/people/new", headers={"host": host}).status_code == code


@pytest.mark.parametrize(
    "header", [pytest.param("x-forwarded-host", id="B-68"), pytest.param("forwarded", id="B-68 2")]
)
def test_an_invitation_names_our_address_whatever_is_forwarded(
    as_: Callable[[str], Client], cast: Cast, header: str
) -> None:
    fields = {"name": "Ada", "email": "ada@example.com", "language": "en"}
    answer = as_("administrator").post("/people/new", fields, headers={header: "evil.example"}, follow=True)
    assert answer.context["invitation"].startswith("http://testserver/")
    assert "evil" not in answer.content.decode()


LINES = ["/customers/\r\nSet-Cookie: a=b", "/customers/%0d%0aX: y", "/\nX: y", "/customers/\u2028x"]


@pytest.mark.parametrize("place", [pytest.param(place, id=f"B-66 {n}") for n, place in enumerate(LINES)])
def test_no_line_of_a_header_comes_from_a_request(cast: Cast, place: str, caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.force_login(cast.manager)
    answer = client.post("/me/language", {"language": "en", "next": place})
    assert answer.status_code in {302, 303, 400}
    assert all("\n" not in value and "\r" not in value for value in answer.headers.values())
    assert "X" not in answer.headers
    with caplog.at_level(logging.DEBUG):
        client.get("/none%0d%0aINFO forged")
    assert all("\n" not in record.getMessage() for record in caplog.records if record.name == "django.request")


ADDITIONAL = {
    **dict.fromkeys(("is_staff", "is_superuser", "is_active", "password", "id", "pk", "tokens", "opened_at"), "1"),
    "created_at": "2000-01-01",
    "version": "99",
    "session": "x",
    "grade": "A",
    "role": "Administrator",
}


def stated(person: User) -> dict[str, object]:
    return {field.attname: getattr(person, field.attname) for field in User._meta.concrete_fields}


@pytest.mark.parametrize(
    ("address", "fields", "may_change"),
    [
        pytest.param(
            "/me/profile", {"language": "en", "time_zone": "UTC", "theme": "dark"}, {"theme"}, id="Z-28 B-84 own"
        ),
        pytest.param("/me/language", {"language": "zh-hans"}, {"language"}, id="Z-28 B-84 language"),
        pytest.param("/me/sessions/end", {}, set(), id="Z-28 B-84 sessions"),
    ],
)
def test_a_person_changes_only_what_a_form_asks_for(
    as_: Callable[[str], Client], cast: Cast, address: str, fields: dict[str, str], may_change: set[str]
) -> None:
    client = as_("manager")
    before = stated(User.objects.get(pk=cast.manager.pk))
    admin = Role.objects.get(name="Administrator").pk
    sent = {**ADDITIONAL, "email": "x@example.com", "name": "X", "team": "", "roles": [admin], "team_id": 1, **fields}
    assert client.post(address, sent).status_code in {302, 303}
    now = stated(User.objects.get(pk=cast.manager.pk))
    assert {name for name in now if now[name] != before[name]} <= may_change
    assert [role.name for role in cast.manager.roles.all()] == ["Account manager"]


@pytest.mark.parametrize("number", [pytest.param("K-1001", id="Z-28 B-84 customer")])
def test_a_customer_takes_no_field_that_the_form_has_not(
    as_: Callable[[str], Client], cast: Cast, account: Account, number: str
) -> None:
    kept = {field.attname: getattr(account, field.attname) for field in Account._meta.concrete_fields}
    sent = {**ADDITIONAL, "owner": cast.stranger.pk, "owner_id": cast.stranger.pk, "number": number, "name": "New name"}
    answer = as_("manager").post(
        f"/customers/{number}/edit", {**sent, "kind": account.kind, "version": account.version}
    )
    assert answer.status_code == 302
    account.refresh_from_db()
    changed = {name for name, value in kept.items() if getattr(account, name) != value}
    # What the form shows and was sent empty is emptied; nothing that it does not show.
    assert not changed & {"id", "owner_id", "opened_at"}
    assert account.version == kept["version"] + 1
    assert account.tokens != "1"


CANARY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg/onload=alert(3)>"
LINK = "javascript:alert(4)"


@pytest.mark.parametrize(
    "canary", [pytest.param(CANARY, id="B-58 markup"), pytest.param("{{7*7}}{% load x %}", id="B-58 B-61")]
)
def test_text_of_people_is_text_on_every_page(as_: Callable[[str], Client], cast: Cast, canary: str) -> None:
    administrator, director = as_("administrator"), as_("director")
    role = Role.objects.get(name="Account manager")
    administrator.post("/people/teams/new", {"name": canary[:80]})
    administrator.post("/people/roles/new", {"name": canary[:80], "reach": "own", "permissions": role.permissions})
    team, made = Team.objects.get(name=canary[:80]), Role.objects.get(name=canary[:80])
    administrator.post(
        "/people/new",
        {"name": canary, "email": "c@example.com", "language": "en", "team": team.pk, "roles": [made.pk]},
    )
    person = User.objects.get(name=canary)
    texts = [
        field.name for field in Account._meta.concrete_fields if field.get_internal_type() in {"CharField", "TextField"}
    ]
    sent = dict.fromkeys(set(texts) - {"tokens"}, canary[:40]) | {"number": "K-77", "kind": "company", "name": canary}
    choices = {f.name: "" for f in Account._meta.concrete_fields if f.choices and f.name != "kind"}
    contact = {"email": "", "phone": "", "website": ""}
    assert director.post("/customers/new", {**sent, **choices, **contact, "owner": person.pk}).status_code == 302
    for client, page in (
        (administrator, "/people/"),
        (administrator, f"/people/{person.pk}/"),
        (administrator, "/people/roles/"),
        (administrator, f"/people/roles/{made.pk}/"),
        (administrator, "/people/teams/"),
        (administrator, f"/people/teams/{team.pk}/"),
        (director, "/customers/"),
        (director, "/customers/K-77/"),
        (director, "/customers/K-77/edit"),
        (director, f"/customers/?q={canary}"),
    ):
        answer = client.get(page)
        text = answer.content.decode()
        assert answer.status_code == 200, page
        assert not [tag for tag in ("<script>alert", "<img src=x", "<svg/onload") if tag in text], page
        assert canary.startswith("<") or "{{7*7}}" in text, page


@pytest.mark.parametrize("link", [pytest.param(LINK, id="B-58 link"), pytest.param("data:text/html,x", id="B-58 data")])
def test_a_link_that_runs_is_no_website(as_: Callable[[str], Client], link: str) -> None:
    sent = {"name": "X", "kind": "company", "website": link}
    assert as_("manager").post("/customers/new", sent).status_code == 422
