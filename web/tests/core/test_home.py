"""The application is alive, and leads to where people work."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from vitalfew_web.core.worker import go_round


@pytest.mark.django_db
def test_health_asks_the_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_ready_says_what_is_there(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "database": True,
        "disk": True,
        "store": True,
        "worker": False,
        "version": "0.1.0",
    }


@pytest.mark.django_db
def test_a_worker_that_is_there_is_seen(client: Client) -> None:
    go_round(timezone.now())
    assert client.get("/readyz").json()["worker"] is True


@pytest.mark.django_db
def test_without_its_folder_it_is_not_ready(client: Client, settings: Any) -> None:
    settings.DATA = settings.DATA / "gone"
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert (answer.json()["disk"], answer.json()["store"]) == (False, False)


@pytest.mark.django_db
def test_a_database_of_an_older_version_is_not_ready(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="accounts").latest("id").delete()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] is False


@pytest.mark.parametrize("key", ["manager", "administrator", "nobody"])
def test_everybody_begins_with_what_waits_for_them(as_: Callable[[str], Client], key: str) -> None:
    assert "Nothing waits for you" in as_(key).get("/").content.decode()


def test_who_is_not_logged_in_comes_to_the_login(client: Client) -> None:
    assert client.get("/")["Location"] == "/login/?next=/"


@pytest.mark.parametrize(("path", "status"), [("/customers/K-999999/", 404), ("/people/", 403)])
def test_who_is_logged_in_keeps_the_way_on_where_a_page_is_not_there(
    as_: Callable[[str], Client], path: str, status: int
) -> None:
    answer = as_("manager").get(path)
    page = answer.content.decode()
    assert answer.status_code == status
    assert 'class="vf-place"' in page
    assert page.count("<h1") == 1
