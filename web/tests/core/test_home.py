"""The application is alive, and leads to where people work."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_health_asks_the_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


def test_home_leads_to_the_customers(client: Client) -> None:
    assert client.get("/")["Location"] == "/customers/"
