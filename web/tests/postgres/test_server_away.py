"""F-17: the database server is killed under writes; people are told at once, and all goes on once it is back."""

from __future__ import annotations

import http.cookiejar
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from application import Application, answering, environment, installed
from conftest import find
from databases import Server, serving
from django.utils import translation

from vitalfew_web.demo.services import PASSWORD


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that may be killed."""
    with serving(find("postgres")) as server:
        yield server


@pytest.fixture
def application(own_server: Server, tmp_path: Path) -> Iterator[Application]:
    env = environment(tmp_path, VF_DATABASE=own_server.address())
    installed(env, customers=20)
    with answering(env) as one:
        yield one


class Person:
    """Somebody who opens customers through the pages."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.ask("/login/")
        self.post("/login/", login="gao.ming@example.com", password=PASSWORD)

    def ask(self, path: str, data: bytes | None = None) -> tuple[int, str]:
        request = urllib.request.Request(self.address + path, data=data, headers={"Referer": self.address})
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.status, answer.geturl()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")
        return self.ask(path, urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}).encode())


def until(reached: Callable[[], bool]) -> None:
    """Wait for what comes by itself: a slow machine takes longer, what does not come in a minute never does."""
    last = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < last, "it did not recover by itself"
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.parametrize("writes_per_second", [pytest.param(20, id="F-17")])
def test_a_killed_server_costs_no_acknowledged_write(
    own_server: Server, application: Application, writes_per_second: int
) -> None:
    person = Person(application.address)
    acknowledged: list[str] = []
    refused: list[tuple[int, str, float]] = []
    over = threading.Event()

    def write() -> None:
        number = 0
        while not over.wait(1 / writes_per_second):
            number += 1
            begun = time.monotonic()
            status, said = person.post("/customers/new", kind="company", name=f"W{number}", number=f"W-{number}")
            if status == 200 and re.search(r"/customers/W-\d+/$", said):
                acknowledged.append(f"W-{number}")
            else:
                refused.append((status, said, time.monotonic() - begun))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        until(lambda: len(acknowledged) > 5)
        own_server.kill()
        until(lambda: len(refused) > 5)
        before = len(acknowledged)
        own_server.start()
        until(lambda: len(acknowledged) > before + 5)
    finally:
        over.set()
        writer.join()
    # In the language of the person, where it was known before the server went.
    away = []
    for language in ("en", "zh-hans"):
        with translation.override(language):
            away.append(translation.gettext("The database does not answer"))
    for status, said, seconds in refused:
        assert status == 503
        assert any(words in said for words in away)
        assert seconds < 5
    with psycopg.connect(own_server.address()) as connection:
        kept = {row[0] for row in connection.execute("SELECT number FROM accounts_account")}
    assert set(acknowledged) <= kept
