"""The application starts, answers, and sends a strict content policy."""

import pytest
from django.test import Client


def test_home_answers_with_a_strict_content_policy(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_home_holds_no_inline_script_or_style(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "<script" not in page
    assert "style=" not in page
    assert "<style" not in page


@pytest.mark.django_db
def test_health_asks_the_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.parametrize("address", ["/", "/healthz"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
