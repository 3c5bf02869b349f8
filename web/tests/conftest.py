"""A fixed cast of people, and clients that are logged in as them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import find
from databases import Server, number_from_one, serving, turn_to
from django.core.cache import cache
from django.test import Client
from django.utils import translation
from people import PASSWORD, Cast

from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import open_account
from vitalfew_web.core import registries
from vitalfew_web.demo.choices import ROLES
from vitalfew_web.facts.choices import Status, Table
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.grading.choices import RunStatus, VersionStatus
from vitalfew_web.grading.models import CurrentRun, Grade, Run, Scheme, SchemeVersion

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL, once for all tests of a process; for tests that say `needs("postgres")`."""
    with serving(find("postgres")) as server:
        yield server


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """With VF_TEST_DATABASE=postgres every test runs on PostgreSQL."""
    if os.environ.get("VF_TEST_DATABASE") == "postgres":
        turn_to(request.getfixturevalue("postgres").address("suite"))
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True)
def quick(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Passwords are hashed as fast as can be, limits are counted in memory, data lie in a folder of the test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.DATA = tmp_path
    settings.FACTS = tmp_path / "facts"
    settings.UPLOADS = tmp_path / "uploads"
    cache.clear()
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # A page leaves its language behind in the thread of the test.
    with translation.override("en"):
        yield


BEFORE = pytest.StashKey[dict[str, Any]]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Note what the apps have registered."""
    item.stash[BEFORE] = registered()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """It stands after a test as before it, so that no test lives on the order of another."""
    yield
    assert registered() == item.stash[BEFORE], "this test leaves another registry behind"


def registered() -> dict[str, Any]:
    """Every registry as it is now."""
    return {name: noted(getattr(registries, name)) for name in registries.__all__ if name.isupper()}


def noted(table: Any) -> Any:
    """A registry, or a part of one, so that a later change of it does not reach the note."""
    if isinstance(table, registries.Frame):
        return noted(vars(table))
    if isinstance(table, Mapping):
        return {key: noted(one) for key, one in table.items()}
    return copy(table) if isinstance(table, list | set) else table


@pytest.fixture
def cast(db: None) -> Cast:
    """The people, in their teams."""
    number_from_one()
    top = Team.objects.create(name="Sales")
    teams = {name: Team.objects.create(name=name, parent=top) for name in ("East", "North")}
    roles = {
        name: Role.objects.create(name=name, permissions=list(job.permissions), reach=job.reach)
        for name, job in ROLES.items()
    }

    def add(key: str, role: str | None, team: Team) -> User:
        held = [roles[role]] if role else []
        return add_person(
            email=f"{key}@example.com", name=key.title(), password=PASSWORD, roles=held, team=team, by=None, at=NOW
        )

    return Cast(
        manager=add("manager", "Account manager", teams["East"]),
        mate=add("mate", "Account manager", teams["East"]),
        lead=add("lead", "Team lead", teams["East"]),
        stranger=add("stranger", "Team lead", teams["North"]),
        director=add("director", "Sales director", top),
        analyst=add("analyst", "Data analyst", top),
        administrator=add("administrator", "Administrator", top),
        nobody=add("nobody", None, teams["East"]),
    )


@pytest.fixture
def as_(cast: Cast) -> Callable[[str], Client]:
    """A client logged in as one of the cast."""

    def login(key: str) -> Client:
        client = Client()
        client.force_login(getattr(cast, key))
        return client

    return login


@pytest.fixture
def account(cast: Cast) -> Account:
    """A customer of the manager."""
    return opened(cast.manager, name="万达商贸", number="K-1001", phone="+86 21 5550 1234", region="East China")


@pytest.fixture
def imported(cast: Cast) -> ImportBatch:
    """An import of the lead that was undone."""
    return ImportBatch.objects.create(
        table=Table.ORDERS,
        source="shop",
        file_name="orders.csv",
        place="of-a-test",
        status=Status.UNDONE,
        by=cast.lead,
        at=NOW,
    )


def opened(by: User, **fields: Any) -> Account:
    """A new customer of somebody."""
    return open_account(fields=fields, by=by, at=NOW)


@pytest.fixture
def open_one() -> Callable[..., Account]:
    """Opens customers."""
    return opened


SCALE = [
    {
        "label": label,
        "tone": label.lower(),
        "least": least,
        "title": {"en": f"Grade {label}", "zh-hans": f"{label} 级", "zh-hant": f"{label} 級"},
        "playbook": {"en": f"What to do for {label}."},
    }
    for label, least in {"A": 70, "B": 50, "C": 30, "D": 0}.items()
]


def run_of(by: User, **fields: Any) -> Run:
    """A run that is whole and holds, of a scheme that is published; nobody is graded by it yet."""
    scheme = Scheme.objects.first() or Scheme.objects.create(name="Standard", owner=by, opened_at=NOW)
    version = scheme.versions.first() or SchemeVersion.objects.create(
        scheme=scheme, number=1, document="scheme: x", status=VersionStatus.PUBLISHED, by=by, at=NOW, published_at=NOW
    )
    whole: dict[str, Any] = {"as_of": NOW.date(), "store_version": 1, "status": RunStatus.WHOLE, "scale": SCALE}
    whole |= {"measures": {"sales": {"en": "Sales"}}, "currency": "CNY", "scored": 3, "customers": 3}
    run = Run.objects.create(version=version, at=NOW, by=by, **{**whole, **fields})
    CurrentRun.objects.update_or_create(pk=1, defaults={"run": run, "since": NOW})
    return run


@pytest.fixture
def graded(cast: Cast, account: Account) -> Run:
    """A run that holds, and what it says of the customer of the manager."""
    run = run_of(cast.director)
    Grade.objects.create(
        run=run,
        account=account,
        customer=account.number,
        label="B",
        was="A",
        score="68.20",
        score_was="73.50",
        rank=2,
        type="old_big",
        cell="54",
        sales=1_870_000_000,
        contribution=-12_700_000,
        last_order=NOW.date(),
        months=[5, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1],
        reason={"best": [["sales", 92.0]], "worst": [["payment", 41.0]]},
        past=[["2026-09", "A"], ["2026-10", "B"]],
    )
    return run
