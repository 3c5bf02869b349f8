"""What is sent twice is done once, and both senders see the same answer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from people import Cast

import vitalfew_web
from vitalfew_web.accounts.models import Account
from vitalfew_web.core import once
from vitalfew_web.core.models import AuditEntry, Intent
from vitalfew_web.core.services import record

KEY = "k" * 32
NEW = {"name": "Nordwind GmbH", "kind": "company", once.FIELD: KEY}
TEMPLATES = sorted(Path(vitalfew_web.__file__).parent.rglob("templates/**/*.html"))
FORMS = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_changes_something_carries_token_and_key(template: Path) -> None:
    for form in FORMS.findall(template.read_text(encoding="utf-8")):
        assert form.count("{% csrf_token %}") == 1, form[:80]


def test_each_form_of_a_page_and_each_showing_has_another_key(as_: Callable[[str], Client]) -> None:
    client = as_("manager")
    pages = [client.get("/customers/new").content.decode() for _ in range(2)]
    keys = [re.findall(rf'name="{once.FIELD}" value="([^"]+)"', page) for page in pages]
    assert len(keys[0]) == len(FORMS.findall(pages[0])) > 2
    assert len({*keys[0], *keys[1]}) == 2 * len(keys[0])


def test_who_is_not_logged_in_gets_no_key(client: Client, db: None) -> None:
    assert once.FIELD not in client.get("/login/").content.decode()


@pytest.mark.parametrize("times", [pytest.param(3, id="F-14")])
def test_a_form_that_is_sent_again_is_done_once(as_: Callable[[str], Client], times: int) -> None:
    client = as_("manager")
    answers = [client.post("/customers/new", NEW) for _ in range(times)]
    assert Account.objects.count() == 1
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/customers/K-1001/")}
    assert "sent twice and saved once" in client.get("/customers/K-1001/").content.decode()


def test_without_a_key_each_request_counts(as_: Callable[[str], Client]) -> None:
    for _ in range(2):
        assert as_("manager").post("/customers/new", {"name": "Nordwind GmbH", "kind": "company"}).status_code == 302
    assert Account.objects.count() == 2
    assert not Intent.objects.exists()


@pytest.mark.parametrize("changed", [pytest.param({"name": "Südwind GmbH"}, id="F-15")])
def test_a_key_is_good_for_one_content(as_: Callable[[str], Client], changed: dict[str, str]) -> None:
    client = as_("manager")
    client.post("/customers/new", NEW)
    answer = client.post("/customers/new", {**NEW, **changed})
    assert answer.status_code == 422
    assert "used for another request" in answer.content.decode()
    assert Account.objects.get().name == NEW["name"]


def test_a_key_of_one_person_means_nothing_to_another(as_: Callable[[str], Client]) -> None:
    for key in ("manager", "mate"):
        assert as_(key).post("/customers/new", NEW).status_code == 302
    assert Account.objects.count() == 2


def test_a_refused_form_gives_its_key_back(as_: Callable[[str], Client]) -> None:
    client = as_("manager")
    assert client.post("/customers/new", {**NEW, "name": ""}).status_code == 422
    assert client.post("/customers/new", NEW).status_code == 302


@pytest.mark.parametrize("key", ["short", "x" * 65, "a b" * 10, "键" * 20])
def test_a_key_that_is_none_is_refused(as_: Callable[[str], Client], key: str) -> None:
    assert as_("manager").post("/customers/new", {**NEW, once.FIELD: key}).status_code == 400
    assert not Account.objects.exists()


def test_a_program_sends_its_key_in_a_header(as_: Callable[[str], Client]) -> None:
    fields = {"name": "Nordwind GmbH", "kind": "company"}
    for _ in range(2):
        as_("manager").post("/customers/new", fields, headers={"idempotency-key": KEY})
    assert Account.objects.count() == 1


# One request beside another, without threads: the second comes in while the view of the first is under way.


def asked(cast: Cast, **fields: str) -> HttpRequest:
    request = RequestFactory().post("/anything", {once.FIELD: KEY, **fields})
    request.user = cast.manager
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def changed(cast: Cast) -> None:
    record(action="access.user.preferred", of=cast.manager, by=cast.manager, at=timezone.now())


@pytest.mark.parametrize("wait", [pytest.param("2", id="F-16")])
def test_while_the_first_is_under_way_the_second_is_told_to_come_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, wait: str
) -> None:
    monkeypatch.setattr(once, "WAIT", 0.01)
    meanwhile: list[HttpResponse] = []

    def view(request: HttpRequest) -> HttpResponse:
        meanwhile.append(once.once(view)(asked(cast)))  # type: ignore[arg-type]
        return HttpResponse("done")

    assert once.once(view)(asked(cast)).content == b"done"  # type: ignore[attr-defined]
    (second,) = meanwhile
    assert (second.status_code, second["Retry-After"]) == (409, wait)
    assert once.once(view)(asked(cast)).content == b"done"  # type: ignore[attr-defined]
    assert len(meanwhile) == 1


def test_a_fault_without_effect_gives_the_key_back_and_one_with_effect_keeps_it(cast: Cast) -> None:
    broken = once.once(lambda request: HttpResponse(status=500))
    assert broken(asked(cast)).status_code == 500
    assert not Intent.objects.exists()

    def half_way(request: HttpRequest) -> HttpResponse:
        changed(cast)
        return HttpResponse(status=500)

    assert once.once(half_way)(asked(cast)).status_code == 500
    again = once.once(half_way)(asked(cast))
    assert again.status_code == 200
    assert "done already" in again.content.decode()  # type: ignore[attr-defined]


def died(cast: Cast, *, has_effect: bool) -> Intent:
    """A request whose process died some minutes ago."""
    fingerprint = once._fingerprint(asked(cast))
    at = timezone.now() - once.GIVEN_UP - timedelta(seconds=1)
    return Intent.objects.create(
        by=cast.manager, key=KEY, fingerprint=fingerprint, holder="dead", at=at, has_effect=has_effect
    )


def test_what_a_dead_process_did_is_not_done_again(cast: Cast) -> None:
    died(cast, has_effect=True)
    answer = once.once(lambda request: pytest.fail("done again"))(asked(cast))
    assert "done already" in answer.content.decode()  # type: ignore[attr-defined]


def test_what_a_dead_process_did_not_do_is_done_by_the_next_and_the_dead_cannot_come_back(cast: Cast) -> None:
    held = died(cast, has_effect=False)
    assert once.once(lambda request: HttpResponse("done"))(asked(cast)).content == b"done"  # type: ignore[attr-defined]
    with once._under_way(held), pytest.raises(once.TakenOver):
        changed(cast)
    assert not AuditEntry.objects.filter(action="access.user.preferred").exists()


def test_long_answers_are_not_kept_and_the_second_sender_is_told(cast: Cast) -> None:
    view = once.once(lambda request: HttpResponse("x" * (once.SMALL + 1)))
    view(asked(cast))
    assert "done already" in view(asked(cast)).content.decode()  # type: ignore[attr-defined]


def test_keys_are_forgotten_after_a_day(cast: Cast) -> None:
    once.once(lambda request: HttpResponse("done"))(asked(cast))
    once.forget_old(timezone.now() + timedelta(hours=23))
    assert Intent.objects.count() == 1
    once.forget_old(timezone.now() + timedelta(hours=25))
    assert not Intent.objects.exists()


# Thirty requests at once, each in a thread with a connection of its own, on a database in a file.

SCRIPT = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person
from vitalfew_web.core.models import AuditEntry, Intent
from vitalfew_web.core.registries import PERMISSIONS

call_command("migrate", verbosity=0)
call_command("createcachetable")
role = Role.objects.create(name="All", permissions=list(PERMISSIONS), reach="all")
person = add_person(email="a@example.com", name="Ada", password="x", roles=[role], by=None, at=timezone.now())
first = Client()
first.force_login(person)
first.post("/customers/new", {"name": "Base", "kind": "company"})
said = {}

def send(address, fields, key):
    client = Client(raise_request_exception=False)
    client.cookies = first.cookies
    try:
        answer = client.post(address, {**fields, "vf-key": key})
        return [answer.status_code, answer.get("Location", "")]
    finally:
        connection.close()

for address, fields in json.loads(sys.argv[1]).items():
    before = AuditEntry.objects.count()
    with ThreadPoolExecutor(30) as threads:
        answers = list(threads.map(lambda _: send(address, fields, "key-of-" + address.replace("/", "-").ljust(30, "x")), range(30)))
    said[address] = [AuditEntry.objects.count() - before, sorted(set(map(tuple, answers)))]
print(json.dumps(said))
"""
SENT = {
    "/customers/new": ({"name": "Nordwind", "kind": "company"}, "/customers/K-1002/"),
    "/customers/K-1001/edit": (
        {"name": "Changed", "number": "K-1001", "kind": "company", "owner": 1, "version": 1},
        "/customers/K-1001/",
    ),
    "/people/new": ({"name": "Bo", "email": "bo@example.com", "language": "en"}, "/people/2/"),
    "/me/profile": ({"language": "zh-hans", "time_zone": "Asia/Shanghai", "theme": "dark"}, "/me/profile"),
    "/me/language": ({"language": "zh-hant", "next": "/customers/"}, "/customers/"),
}


@pytest.mark.slow
@pytest.mark.parametrize("forms", [pytest.param(SENT, id="F-14")])
def test_thirty_at_once_make_one_record_and_all_see_it(
    tmp_path: Path, forms: dict[str, tuple[dict[str, object], str]]
) -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings", "VF_DATA": str(tmp_path)}
    posts = json.dumps({address: fields for address, (fields, _) in forms.items()})
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, posts], env=env, stdout=subprocess.PIPE, text=True, timeout=300, check=True
    )
    assert json.loads(done.stdout) == {
        address: [1, [[303 if address == "/me/language" else 302, place]]] for address, (_, place) in forms.items()
    }
