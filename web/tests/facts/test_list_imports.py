"""The list of imports: what it says, and how much it asks the database."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from people import Cast

from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch

Login = Callable[[str], Client]


def questions(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/imports/").status_code == 200
    return len(queries)


def another(batch: ImportBatch, place: str) -> None:
    batch.pk, batch.place = None, place
    batch.save(force_insert=True)


def test_three_imports_cost_as_many_questions_as_one(as_: Login, imported: ImportBatch) -> None:
    client = as_("lead")
    one = questions(client)
    for place in ("second", "third"):
        another(imported, place)
    assert questions(client) == one <= 8


def test_an_empty_list_says_how_to_begin(as_: Login) -> None:
    assert "Nothing was imported yet" in as_("lead").get("/imports/").content.decode()


def test_who_sees_all_customers_sees_all_imports(as_: Login, imported: ImportBatch, cast: Cast) -> None:
    assert "orders.csv" in as_("director").get("/imports/").content.decode()
    assert "orders.csv" not in as_("stranger").get("/imports/").content.decode()
    imported.status = Status.DISCARDED
    imported.save()
    assert "orders.csv" not in as_("lead").get("/imports/").content.decode()
