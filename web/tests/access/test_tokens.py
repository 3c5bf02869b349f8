"""Tokens: a person makes them for programs, sees when they were used, and ends them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.access.models import Token
from vitalfew_web.core.models import AuditEntry, Intent
from vitalfew_web.core.once import FIELD

Login = Callable[[str], Client]
SECRET = re.compile(r"vf_[\w-]{43}")
BATCHES = "/api/v1/batches"


def fields(**other: Any) -> dict[str, Any]:
    last = timezone.localdate() + timedelta(days=30)
    return {"name": "Night export", "scopes": ["facts:write", "facts:read"], "ends_on": last.isoformat(), **other}


def made(client: Client, **other: Any) -> str:
    """The secret of a new token, from the page that shows it once."""
    page = client.post("/me/tokens/new", fields(**other)).content.decode()
    (secret,) = set(SECRET.findall(page))
    return str(secret)


def status(secret: str, client: Client | None = None) -> int:
    return (client or Client()).get(BATCHES, headers={"authorization": f"Bearer {secret}"}).status_code


def test_a_token_is_shown_once_and_only_a_digest_is_kept(as_: Login) -> None:
    client = as_("lead")
    secret = made(client)
    token = Token.objects.get()
    assert (secret in str(vars(token)), token.hint) == (False, secret[:7])
    page = client.get("/me/tokens/").content.decode()
    assert secret not in page
    for word in ("Night export", secret[:7], "Push batches of facts", "never used"):
        assert word in page
    entry = AuditEntry.objects.get(action="access.token.made")
    assert secret[7:] not in str(entry.after)


def test_the_page_with_the_secret_is_not_kept_for_who_sends_the_form_twice(as_: Login) -> None:
    client = as_("lead")
    for _ in range(2):
        page = client.post("/me/tokens/new", {**fields(), FIELD: "k" * 32}).content.decode()
    assert not SECRET.search(page)
    assert Token.objects.count() == 1
    assert Intent.objects.get().body is None


def test_the_last_use_stands_in_the_list(as_: Login) -> None:
    client = as_("lead")
    assert status(made(client)) == 200
    assert "from 127.0.0.1" in client.get("/me/tokens/").content.decode()


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["people:all"]}, "scopes"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"ends_on": (timezone.localdate() + timedelta(days=367)).isoformat()}, "ends_on"),
        ({"name": ""}, "name"),
        ({"name": "night EXPORT"}, "name"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(as_: Login, other: dict[str, Any], field: str) -> None:
    client = as_("lead")
    made(client)
    answer = client.post("/me/tokens/new", fields(**{"name": "Other", **other}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert Token.objects.count() == 1


def test_who_may_not_import_is_offered_nothing_to_give(as_: Login) -> None:
    client = as_("manager")
    assert "Your roles do not allow that" in client.get("/me/tokens/").content.decode()
    assert client.post("/me/tokens/new", fields()).status_code == 422
    assert not Token.objects.exists()


def test_a_revoked_token_stops_at_once_and_nobody_revokes_that_of_a_colleague(as_: Login) -> None:
    client = as_("lead")
    secret = made(client)
    token = Token.objects.get()
    assert as_("director").post(f"/me/tokens/{token.pk}/revoke").status_code == 404
    assert status(secret) == 200
    assert client.post(f"/me/tokens/{token.pk}/revoke").status_code == 302
    assert status(secret) == 401
    assert AuditEntry.objects.filter(action="access.token.revoked").count() == 1


def test_after_its_last_day_a_token_holds_no_longer(as_: Login) -> None:
    secret = made(as_("lead"))
    Token.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert status(secret) == 401
    assert "over" in as_("lead").get("/me/tokens/").content.decode()


@pytest.mark.parametrize("back", [pytest.param(True, id="Z-17 tokens")])
def test_a_token_stops_when_its_person_is_locked_out_and_does_not_come_back(as_: Login, cast: Cast, back: bool) -> None:
    secret, administrator, person = made(as_("lead")), as_("administrator"), cast.lead
    kept = {"name": person.name, "email": person.email, "language": "en", "team": person.team_id}
    kept |= {"roles": [role.pk for role in person.roles.all()]}
    administrator.post(f"/people/{person.pk}/", kept)
    assert (status(secret), Token.objects.count()) == (401, 0)
    administrator.post(f"/people/{person.pk}/", {**kept, "is_active": "on"})
    assert (status(secret) == 401) is back


def test_a_right_that_is_taken_away_is_missed_by_the_token_at_once(as_: Login, cast: Cast) -> None:
    secret = made(as_("lead"))
    cast.lead.roles.clear()
    assert status(secret) == 403


@pytest.mark.parametrize("scheme", ["Basic {}", "{}", "Bearer", "Bearer {} {}", "Bearer vf_{}", "Token {}"])
def test_only_a_bearer_of_the_very_secret_comes_in(as_: Login, scheme: str) -> None:
    secret = made(as_("lead"))
    answer = Client().get(BATCHES, headers={"authorization": scheme.format(secret, secret)})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json()["error"]["code"] == "token"


def test_a_session_lets_nobody_in(as_: Login) -> None:
    client = as_("lead")
    assert client.get(BATCHES).status_code == 401
    assert client.post(BATCHES, "{}", content_type="application/json").status_code == 401
    assert client.get("/me/profile").status_code == 200


def test_a_token_opens_no_page(as_: Login) -> None:
    secret = made(as_("lead"))
    for page in ("/imports/", "/me/profile", "/me/tokens/"):
        assert Client().get(page, headers={"authorization": f"Bearer {secret}"}).status_code == 302


def test_too_many_requests_are_told_to_wait(as_: Login, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vitalfew_web.access.api.MOST", 3)
    monkeypatch.setattr("vitalfew_web.access.api.WRONG", 2)
    monkeypatch.setattr("vitalfew_web.access.api.MINUTE", 10**9)
    secret = made(as_("lead"))
    assert [status(secret) for _ in range(4)] == [200, 200, 200, 429]
    assert [status("vf_wrong") for _ in range(3)] == [401, 401, 429]
    answer = Client().get(BATCHES, headers={"authorization": f"Bearer {secret}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "too_many")
    assert int(answer["Retry-After"]) > 0
