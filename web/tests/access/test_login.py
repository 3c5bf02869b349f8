"""Logging in: by address and password, not too often, and nobody learns who has an account."""

import pytest
from django.test import Client
from people import PASSWORD, Cast


def login(client: Client, address: str, password: str) -> int:
    return client.post("/login/", {"login": address, "password": password}).status_code


def test_who_logs_in_comes_to_what_waits(cast: Cast) -> None:
    client = Client()
    answer = client.post("/login/", {"login": "Manager@Example.com", "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == "/"


def test_a_wrong_password_and_an_unknown_address_read_alike(cast: Cast) -> None:
    pages = [
        Client().post("/login/", {"login": address, "password": "wrong password"}).content.decode().replace(address, "")
        for address in ("manager@example.com", "nobody-at-all@example.com")
    ]
    tokens = [page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0] for page in pages]
    assert pages[0].replace(tokens[0], "") == pages[1].replace(tokens[1], "")


def test_after_five_failures_not_even_the_right_password_is_tried(cast: Cast) -> None:
    client = Client()
    for _ in range(5):
        assert login(client, "manager@example.com", "wrong password") == 200
    client.post("/login/", {"login": "manager@example.com", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_who_was_locked_out_cannot_log_in_and_is_out_at_once(cast: Cast) -> None:
    client = Client()
    login(client, "manager@example.com", PASSWORD)
    assert client.get("/customers/").status_code == 200
    cast.manager.is_active = False
    cast.manager.save()
    assert client.get("/customers/").status_code == 302
    assert login(Client(), "manager@example.com", PASSWORD) == 302
    assert client.get("/customers/").status_code == 302


def test_a_login_gives_the_session_another_key(cast: Cast) -> None:
    client = Client()
    client.get("/login/")
    before = client.session.session_key
    login(client, "manager@example.com", PASSWORD)
    assert client.session.session_key != before


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_change_of_language_leads_to_no_other_site(cast: Cast, place: str) -> None:
    client = Client()
    client.force_login(cast.manager)
    assert client.post("/me/language", {"language": "zh-hans", "next": place})["Location"] == "/"
    cast.manager.refresh_from_db()
    assert cast.manager.language == "zh-hans"
