"""The application is alive, and leads to where people work."""

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.mark.django_db
def test_health_asks_the_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.parametrize(
    ("key", "place"), [("manager", "/customers/"), ("administrator", "/people/"), ("nobody", "/me/profile")]
)
def test_everybody_begins_where_they_may_work(as_: Callable[[str], Client], key: str, place: str) -> None:
    assert as_(key).get("/")["Location"] == place


def test_who_is_not_logged_in_comes_to_the_login(client: Client) -> None:
    assert client.get("/")["Location"] == "/login/?next=/"
