"""What is found on PostgreSQL is what SQLite finds, and by an index."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.folding import asked_for


def test_this_is_postgresql(db: None) -> None:
    assert connection.vendor == "postgresql"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wd", ["万达"]),
        ("bruck", ["Brückner"]),
        ("1010", ["万达"]),
        ("o'b", ["O'Brien & Söhne"]),
        ("达 & | ! '", ["万达"]),
    ],
)
def test_finds(
    as_: Callable[[str], Client], cast: Cast, open_one: Callable[..., Account], text: str, found: list[str]
) -> None:
    for name, number in (("万达", "K-1010"), ("Brückner", "K-2"), ("O'Brien & Söhne", "K-3")):
        open_one(cast.manager, name=name, number=number)
    page = as_("manager").get("/customers/", {"q": text}).context["page"]
    assert [account.name for account in page.rows] == found


def test_by_index(account: Account) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
    assert "account_found" in Account.objects.found_by(asked_for("wanda")).explain()
