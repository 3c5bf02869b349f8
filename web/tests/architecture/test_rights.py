"""Who may ask which address by which verb: the whole table, and an unchanged database after every refusal (Z-01 to Z-05)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from people import Cast

from vitalfew_web.access.models import Login
from vitalfew_web.accounts.models import Account, Contact, ContactItem, Group, Note
from vitalfew_web.core.secrecy import Secret
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.grading.models import Run
from vitalfew_web.work.models import Task
from vitalfew_web.work.services import add_file, add_task

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PEOPLE = ("manager", "mate", "lead", "stranger", "director", "analyst", "administrator", "nobody")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VERBS = ("get", "head", "post", "put", "patch", "delete")
REFUSED = {302, 401, 403, 404, 405}

# Address → verb → the answer to each of PEOPLE, and last to somebody who is not logged in. In place of a list one
# answer stands for all. A verb that is not named is refused with 405, whoever asks; HEAD is answered as GET.
TABLE: dict[str, dict[str, int | list[int]]] = {
    "core:job": {"get": [404] * 8 + [302]},
    "core:palette": {"get": [200] * 8 + [302]},
    "core:preview": {"get": [404] * 8 + [302]},
    "core:health": {"get": 200},
    "core:ready": {"get": 200},
    "account_login": {
        **dict.fromkeys(("get", "post", "put"), [302] * 8 + [200]),
        **dict.fromkeys(("patch", "delete"), [302] * 8 + [405]),
    },
    "account_inactive": {"get": 200},
    "account_logout": {"get": [200] * 8 + [302], "post": 302},
    "account_change_password": {
        **dict.fromkeys(("get", "post", "put"), [200] * 8 + [302]),
        **dict.fromkeys(("patch", "delete"), [405] * 8 + [302]),
    },
    "access:people": {"get": [403] * 6 + [200, 403, 302]},
    "access:new": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:person": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:roles": {"get": [403] * 6 + [200, 403, 302]},
    "access:new_role": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:role": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:remove_role": {"post": [403] * 6 + [422, 403, 302]},
    "access:teams": {"get": [403] * 6 + [200, 403, 302]},
    "access:new_team": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:team": {"get": [403] * 6 + [200, 403, 302], "post": [403] * 6 + [422, 403, 302]},
    "access:remove_team": {"post": [403] * 6 + [422, 403, 302]},
    "access:end_sessions_of": {"post": [403] * 6 + [302, 403, 302]},
    "access:sessions": {"get": [200] * 8 + [302]},
    "access:end_others": {"post": 302},
    "access:end_session": {"post": [404] * 8 + [302]},
    "access:tokens": {"get": [200] * 8 + [302]},
    "access:new_token": {"get": [200] * 8 + [302], "post": [422] * 8 + [302]},
    "access:revoke_token": {"post": [404] * 8 + [302]},
    "access:welcome": {"get": 200, "post": 200},
    "access:profile": {"get": [200] * 8 + [302], "post": [422] * 8 + [302]},
    "access:language": {"post": [303] * 8 + [302]},
    "work:save_view": {"post": [422] * 8 + [302]},
    "work:change_view": {"post": [404] * 8 + [302]},
    "work:pin_view": {"post": [404] * 8 + [302]},
    "work:delete_view": {"post": [404] * 8 + [302]},
    "work:change": {"get": [404] * 8 + [302]},
    "work:undo_change": {"post": [404] * 8 + [302]},
    # Whoever asked for it gets it; the file is not there for who is not logged in, either.
    "work:export": {"get": [404] * 8 + [302]},
    "work:export_file": {"get": [404] * 9},
    "work:undo": {"post": [404] * 8 + [302]},
    "work:today": {"get": [200] * 8 + [302]},
    "work:tasks": {"get": [200] * 8 + [302]},
    "work:new": {"get": [200] * 8 + [302], "post": [422] * 8 + [302]},
    # The task of the manager about her customer: her lead and the director may change it, the analyst sees it.
    "work:task": {
        "get": [200, 404, 200, 404, 200, 200, 404, 404, 302],
        "post": [422, 404, 422, 404, 422, 403, 404, 404, 302],
    },
    "work:done": {"post": [303, 404, 303, 404, 303, 403, 404, 404, 302]},
    "work:reopen": {"post": [303, 404, 303, 404, 303, 403, 404, 404, 302]},
    "work:snooze": {"post": [303, 404, 303, 404, 303, 403, 404, 404, 302]},
    "work:about": {"get": [404] * 8 + [302]},
    "work:upload": {"post": [404] * 8 + [302]},
    "work:file": {"get": [200, 404, 200, 404, 200, 200, 404, 404, 302]},
    "work:remove": {"post": [303, 404, 303, 404, 303, 403, 404, 404, 302]},
    "work:restore": {"post": [303, 404, 303, 404, 303, 403, 404, 404, 302]},
    "work:notifications": {"get": [200] * 8 + [302]},
    "work:bell": {"get": [200] * 8 + [302]},
    "work:read": {"post": [303] * 8 + [302]},
    "work:wish": {"post": [303] * 8 + [302]},
    "messaging:list": {"get": [403] * 6 + [200, 403, 302]},
    "messaging:again": {"post": [403] * 6 + [404, 403, 302]},
    "accounts:list": {"get": [200, 200, 200, 200, 200, 200, 403, 403, 302]},
    "accounts:export": {verb: [200, 200, 200, 200, 200, 403, 403, 403, 302] for verb in ("get", "post")},
    "accounts:cell": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [422, 404, 422, 404, 422, 403, 403, 403, 302],
    },
    "accounts:peek": {"get": [302, 404, 302, 404, 302, 302, 403, 403, 302]},
    "accounts:bulk": {"post": [403, 403, 422, 422, 422, 403, 403, 403, 302]},
    "accounts:new": {
        "get": [200, 200, 200, 200, 200, 403, 403, 403, 302],
        "post": [422, 422, 422, 422, 422, 403, 403, 403, 302],
    },
    "core:access_log": {"get": [403] * 8 + [302]},
    "accounts:people": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:new_contact": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [422, 404, 422, 404, 422, 403, 403, 403, 302],
    },
    "accounts:contact": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:edit_contact": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [422, 404, 422, 404, 422, 403, 403, 403, 302],
    },
    "accounts:note_item": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [422, 404, 422, 404, 422, 403, 403, 403, 302],
    },
    "accounts:drop_item": {"post": [302, 404, 302, 404, 302, 403, 403, 403, 302]},
    # Without a reason; who may not, is refused and entered in the access log.
    "accounts:reveal": {"post": [403, 404, 422, 404, 422, 403, 403, 403, 302]},
    "accounts:timeline": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:history": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:relations": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:restore": {"post": [404, 404, 404, 404, 404, 403, 403, 403, 302]},
    "accounts:new_note": {"post": [422, 404, 422, 404, 422, 403, 403, 403, 302]},
    "accounts:preview_note": {"post": [200, 404, 200, 404, 200, 403, 403, 403, 302]},
    # A note of the manager.
    "accounts:note": {
        "get": [200, 404, 403, 404, 403, 403, 403, 403, 302],
        "post": [409, 404, 403, 404, 403, 403, 403, 403, 302],
    },
    "accounts:delete_note": {"post": [302, 404, 403, 404, 403, 403, 403, 403, 302]},
    "accounts:groups": {"get": [200, 200, 200, 200, 200, 200, 403, 403, 302]},
    "accounts:new_group": {
        "get": [200, 200, 200, 200, 200, 403, 403, 403, 302],
        "post": [422, 422, 422, 422, 422, 403, 403, 403, 302],
    },
    # A private group of the manager.
    "accounts:group": {
        "get": [200, 404, 404, 404, 404, 403, 403, 403, 302],
        "post": [422, 404, 404, 404, 404, 403, 403, 403, 302],
    },
    "accounts:merge_group": {"post": [422, 404, 404, 404, 404, 403, 403, 403, 302]},
    "accounts:delete_group": {"post": [302, 404, 404, 404, 404, 403, 403, 403, 302]},
    "accounts:choose_groups": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [302, 404, 302, 404, 302, 403, 403, 403, 302],
    },
    "accounts:account": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "accounts:edit": {
        "get": [200, 404, 200, 404, 200, 403, 403, 403, 302],
        "post": [422, 404, 422, 404, 422, 403, 403, 403, 302],
    },
    "facts:imports": {"get": [403, 403, 200, 200, 200, 200, 403, 403, 302]},
    "facts:new": {
        "get": [403, 403, 200, 200, 200, 200, 403, 403, 302],
        "post": [403, 403, 422, 422, 422, 422, 403, 403, 302],
    },
    "facts:database": {"get": [403] * 5 + [200, 403, 403, 302], "post": [403] * 5 + [422, 403, 403, 302]},
    "facts:fetch": {"post": [403] * 5 + [302, 403, 403, 302]},
    # The import of the test is the lead's, and at its end: what could change it is refused with a message.
    "facts:import": {"get": [403, 403, 200, 404, 200, 200, 403, 403, 302]},
    "facts:reading": {
        "get": [403, 403, 404, 404, 404, 404, 403, 403, 302],
        "post": [403, 403, 404, 404, 404, 404, 403, 403, 302],
    },
    "facts:columns": {
        "get": [403, 403, 404, 404, 404, 404, 403, 403, 302],
        "post": [403, 403, 404, 404, 404, 404, 403, 403, 302],
    },
    "facts:check": {verb: [403, 403, 302, 404, 302, 302, 403, 403, 302] for verb in ("get", "post")},
    "facts:mend": {"post": [403, 403, 302, 404, 302, 302, 403, 403, 302]},
    "facts:rejects": {"get": [403, 403, 404, 404, 404, 404, 403, 403, 302]},
    "facts:commit": {"post": [403, 403, 302, 404, 302, 302, 403, 403, 302]},
    "facts:discard": {"post": [403, 403, 302, 404, 302, 302, 403, 403, 302]},
    "facts:undo": {"post": [403, 403, 302, 404, 302, 302, 403, 403, 302]},
    # For programs: a session lets nobody in. What tokens open, web/tests/facts/test_push_batches.py walks.
    **{f"facts:api_{name}": dict.fromkeys(VERBS, 401) for name in ("batches", "batch", "rejects")},
    "facts:orders": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "grading:runs": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:new": {"get": [403] * 4 + [200, 403, 403, 403, 302], "post": [403] * 4 + [422, 403, 403, 403, 302]},
    "grading:run": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:schemes": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:new_scheme": {"get": [403] * 4 + [200, 200, 403, 403, 302], "post": [403] * 4 + [422, 422, 403, 403, 302]},
    "grading:scheme": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:edit": {"get": [403] * 4 + [200, 200, 403, 403, 302], "post": [403] * 4 + [422, 422, 403, 403, 302]},
    "grading:try": {"post": [403] * 4 + [422, 422, 403, 403, 302]},
    "grading:hand_over": {"post": [403] * 4 + [404, 404, 403, 403, 302]},
    "grading:settings": {"get": [403] * 4 + [200, 200, 403, 403, 302], "post": [403] * 4 + [422, 422, 403, 403, 302]},
    "grading:publish": {"post": [403] * 4 + [404, 403, 403, 403, 302]},
    "grading:overrides": {"get": [200] * 6 + [403, 403, 302]},
    "grading:portfolio": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:selection": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:compare": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:list": {"get": [403] * 4 + [200, 200, 403, 403, 302]},
    "grading:approve": {"post": [403] * 4 + [302, 403, 403, 403, 302]},
    "grading:list_book": {"get": [403] * 4 + [404, 404, 403, 403, 302]},
    "grading:list_page": {"get": [403] * 4 + [404, 404, 403, 403, 302]},
    "grading:override": {
        "get": [403, 403, 200, 404, 200, 403, 403, 403, 302],
        "post": [403, 403, 422, 404, 422, 403, 403, 403, 302],
    },
    "grading:end": {"post": [403, 403, 404, 404, 404, 403, 403, 403, 302]},
    "grading:why": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "grading:card": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
    "grading:reasons": {"get": [200, 404, 200, 404, 200, 200, 403, 403, 302]},
}
LOGGED = {"accounts:reveal"}
"""Addresses that enter in the audit who was refused, and change nothing else."""

ARGUMENTS = {
    "<str:field>": "kind",
    "<str:kind>": "csv",
    "<str:action>": "give",
    "<str:number>": "K-1001",
    "<int:key>": "1",
    "<int:earlier>": "1",
    "<int:group>": "1",
    "<int:task>": "1",
    "<int:file>": "1",
    "<int:message>": "1",
    "<int:view>": "1",
    "<int:change>": "1",
    "<slug:export>": "0123456789abcdef0123456789abcdef",
    "<uuid:step>": "00000000-0000-4000-8000-000000000000",
    "<int:contact>": "1",
    "<int:note>": "1",
    "<slug:item>": "birthday",
    "<str:uidb64>": "MQ",
    "<str:token>": "used-up",
}


@pytest.fixture(autouse=True)
def things(request: pytest.FixtureRequest) -> None:
    """What the addresses of the table lead to, where a test has the people."""
    if "cast" in request.fixturenames:
        cast = request.getfixturevalue("cast")
        account = request.getfixturevalue("account")
        contact = Contact.objects.create(pk=1, account=account, name="罗建", changed_at=NOW)
        grounds = {"origin": "self", "purpose": "greeting", "noted_by": cast.manager, "noted_at": NOW}
        ContactItem.objects.create(contact=contact, item="birthday", secret=Secret("solar:1980-05-12"), **grounds)
        Note.objects.create(pk=1, account=account, by=cast.manager, text="x", written_at=NOW, changed_at=NOW)
        Group.objects.create(pk=1, name="Family", owner=cast.manager, changed_at=NOW)


def routes(resolver: URLResolver, space: str = "", before: str = "/") -> Iterator[tuple[str, str]]:
    """Every named address with what it looks like for the customer of the test."""
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, f"{each.namespace}:" if each.namespace else space, path)
        elif isinstance(each, URLPattern):
            for place, value in ARGUMENTS.items():
                path = path.replace(place, value)
            yield f"{space}{each.name}", path


@pytest.fixture
def task(cast: Cast, account: Account) -> Task:
    """A task of the manager about her customer, on which a file hangs."""
    about: dict[str, Any] = {"subject": "accounts.account", "subject_id": account.pk}
    task = add_task(fields={"text": "Send the terms", **about}, by=cast.manager, at=NOW)
    upload = SimpleUploadedFile("offer.pdf", b"%PDF-1.7")
    file = add_file(upload=upload, **about, by=cast.manager, at=NOW)
    assert (task.pk, file.pk) == (1, 1)
    return task


ROUTES = dict(routes(get_resolver()))


def test_every_address_stands_in_the_table() -> None:
    assert set(ROUTES) == set(TABLE)


def content(route: str = "") -> str:
    """A digest of all rows but those of sessions; where refusals are logged, of all but the log."""
    models = [model for model in apps.get_models() if model._meta.app_label != "sessions"]
    if route in LOGGED:
        models = [model for model in models if not model.__name__.startswith("Audit")]
    rows = serializers.serialize("json", [row for model in models for row in model._default_manager.order_by("pk")])
    return hashlib.sha256(rows.encode()).hexdigest()


def expected(route: str, verb: str, place: int) -> int:
    """The answer of the table."""
    answer = TABLE[route].get("get" if verb == "head" else verb, 405)
    return answer if isinstance(answer, int) else answer[place]


@pytest.mark.parametrize("person", [*PEOPLE, "anonymous"])
@pytest.mark.parametrize("route", TABLE)
def test_each_person_gets_the_answer_of_the_table(
    cast: Cast,
    account: Account,
    imported: ImportBatch,
    task: Task,
    graded: Run,
    route: str,
    person: str,
) -> None:
    place = [*PEOPLE, "anonymous"].index(person)
    for verb in VERBS:
        client = Client()
        if person != "anonymous":
            client.force_login(getattr(cast, person))
        Login.objects.all().delete()  # logins of the verbs before: each is the only one
        before = content(route)
        answer = getattr(client, verb)(ROUTES[route])
        assert answer.status_code == expected(route, verb, place), f"{verb} {route}"
        if answer.status_code in REFUSED | {422}:
            assert content(route) == before, f"{verb} {route} changed something"


def test_a_post_without_the_token_of_the_form_is_refused(cast: Cast, account: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.manager)
    for route in ("accounts:new", "accounts:edit", "access:profile", "access:language", "account_logout"):
        before = content()
        assert client.post(ROUTES[route], {"name": "x", "kind": "company", "version": 1}).status_code == 403, route
        assert content() == before
