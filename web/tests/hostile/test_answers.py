"""What every answer says of itself, whoever asks for which address, and what a forged request gets."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from people import PASSWORD, Cast, as_shown

from vitalfew_web.accounts.models import Account

sys.path.append(str(Path(__file__).resolve().parent.parent / "architecture"))
from test_rights import ROUTES, TABLE, content

HELD = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("route", [pytest.param(route, id=f"Z-34 {route}") for route in TABLE])
def test_every_answer_says_how_it_may_be_used_and_is_kept_nowhere(
    as_: Callable[[str], Client], account: Account, route: str
) -> None:
    for client in (as_("lead"), as_("administrator")):
        answer = client.get(ROUTES[route])
        assert {name: answer.headers.get(name) for name in HELD} == HELD, route
        assert "default-src 'self'" in answer["Content-Security-Policy"]
        if route not in {"core:health", "core:ready"}:
            assert "no-store" in answer["Cache-Control"], route
        assert "ETag" not in answer.headers
        assert not {"Server", "X-Powered-By"} & set(answer.headers)


@pytest.mark.parametrize("name", ["sessionid", "csrftoken"])
def test_cookies_are_kept_from_scripts_other_sites_and_plain_lines(cast: Cast, settings: object, name: str) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True  # type: ignore[attr-defined]
    client = Client()
    client.get("/login/")
    client.post("/login/", {"login": "manager@example.com", "password": PASSWORD})
    cookie = client.cookies[name]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"] or name == "csrftoken"
    assert not cookie["domain"]


UNSAFE = ("post", "put", "patch", "delete")


@pytest.mark.parametrize("route", [pytest.param(route, id=f"Z-32 {route}") for route in TABLE])
def test_what_another_site_sends_changes_nothing(cast: Cast, account: Account, route: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.administrator)
    token = client.get("/me/profile").content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    before = content()
    for verb in UNSAFE:
        forged = (
            {},
            {"headers": {"origin": "https://evil.example", "x-csrftoken": token}},
            {"content_type": "text/plain", "data": "name=x"},
        )
        for request in forged:
            code = getattr(client, verb)(ROUTES[route], **request).status_code
            # Programs come in by a token of theirs: no session lets anybody in.
            if route.startswith("facts:api_"):
                assert code == 401, f"{verb} {route}"
                continue
            # An address that takes the verb from nobody may say so before it looks for the token.
            assert code == 403 or (code == 405 and verb not in TABLE[route]), f"{verb} {route}"
    assert content() == before


@pytest.mark.parametrize("route", [pytest.param(route, id=f"Z-32 get {route}") for route in TABLE])
def test_looking_changes_nothing(as_: Callable[[str], Client], account: Account, route: str) -> None:
    client = as_("administrator")
    before = content()
    client.get(ROUTES[route])
    assert content() == before


@pytest.mark.parametrize(
    ("theirs", "none"),
    [
        pytest.param("/customers/K-1001/", "/customers/K-9999/", id="Z-04"),
        pytest.param("/customers/K-1001/edit", "/customers/K-9999/edit", id="Z-04 edit"),
    ],
)
def test_what_is_not_yours_looks_like_what_is_not(
    as_: Callable[[str], Client], account: Account, theirs: str, none: str
) -> None:
    client = as_("stranger")
    answers = [client.get(page) for page in (theirs, none)]
    assert {answer.status_code for answer in answers} == {404}
    assert as_shown(answers[0], theirs) == as_shown(answers[1], none)


@pytest.mark.parametrize("tries", [pytest.param(40, id="P-19")])
def test_a_burst_of_logins_is_throttled_before_a_password_is_hashed(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    hashed: list[str] = []
    check = type(cast.manager).check_password
    monkeypatch.setattr(type(cast.manager), "check_password", lambda self, raw: hashed.append(raw) or check(self, raw))
    codes = [
        Client().post("/login/", {"login": f"p{n}@example.com", "password": "x"}).status_code for n in range(tries)
    ]
    codes += [
        Client().post("/login/", {"login": "manager@example.com", "password": "x"}).status_code for _ in range(tries)
    ]
    assert 429 in codes or len(hashed) <= 10
    assert len(hashed) <= 10
