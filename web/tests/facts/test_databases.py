"""A table of a database as a source of imports: chosen, read by the worker, and then like any file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from facts.test_import_wizard import columns, work
from pytest_django import Settings

from vitalfew_web.core.models import Job
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.services.places import folder_of

Login = Callable[[str], Client]


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, settings: Settings) -> Path:
    path = tmp_path / "shop.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """
            create table orders (customer_id, order_id integer primary key, order_date date, amount real);
            insert into orders values ('K-1001', 1, '2026-01-05', 1.234), ('K-1001', 2, '2026-01-06', 20.5);
            create view recent as select * from orders where order_id > 1;
            """
        )
    settings.SOURCES = {"Shop": f"sqlite:///{path}"}
    return path


def asked(client: Client, name: str = "orders", table: str = "orders") -> ImportBatch:
    """An import of a table, after the worker read it."""
    answer = client.post("/imports/database?of=Shop", {"name": name, "table": table})
    assert answer.status_code == 302, answer.content.decode()
    work()
    return ImportBatch.objects.latest("pk")


def committed(client: Client, batch: ImportBatch) -> ImportBatch:
    client.post(f"/imports/{batch.pk}/reading", {"next": "1"})
    assert columns(client, batch).status_code == 302
    work()
    client.post(f"/imports/{batch.pk}/commit", {"unknown": "create"})
    work()
    batch.refresh_from_db()
    return batch


def test_the_only_database_is_open_at_once_with_its_tables_and_views(as_: Login) -> None:
    page = as_("analyst").get("/imports/database").content.decode()
    assert '<option value="orders">' in page
    assert '<option value="recent">' in page
    assert "sqlite" not in page


def test_a_table_goes_the_way_of_a_file(as_: Login) -> None:
    client = as_("analyst")
    batch = asked(client, table="")
    assert (batch.status, batch.table, batch.source, batch.rows) == (Status.UPLOADED, "orders", "Shop", 2)
    assert client.get(f"/imports/{batch.pk}/").headers["Location"].endswith("/reading")
    done = committed(client, batch)
    assert (done.status, done.new, done.amount) == (Status.DONE, 2, 2173)


def test_what_comes_again_replaces_itself(as_: Login, shop: Path) -> None:
    client = as_("analyst")
    committed(client, asked(client))
    with sqlite3.connect(shop) as connection:
        connection.execute("update orders set amount = 30 where order_id = 2")
    again = committed(client, asked(client))
    assert (again.new, again.changed, again.known) == (0, 1, 1)


@pytest.mark.parametrize("name", ["sqlite_master", "orders; drop table orders", ""])
def test_only_what_was_offered_can_be_read(as_: Login, name: str) -> None:
    assert as_("analyst").post("/imports/database?of=Shop", {"name": name}).status_code == 422
    assert not ImportBatch.objects.exists()


def test_a_database_that_is_away_says_so_and_no_more(
    as_: Login, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SOURCES = {"Shop": "postgresql+psycopg://reader:hush@127.0.0.1:1/shop", "Other": "nonsense"}
    client = as_("analyst")
    for name in settings.SOURCES:
        answer = client.get("/imports/database", {"of": name})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert f"The database {name} did not give what was asked for" in page
        assert not [word for word in ("hush", "127.0.0.1", "reader", "nonsense") if word in page]
    assert "hush" not in caplog.text


def test_what_goes_wrong_at_reading_is_said_and_can_be_tried_again(as_: Login, shop: Path) -> None:
    client, content = as_("analyst"), shop.read_bytes()
    client.post("/imports/database?of=Shop", {"name": "orders", "table": "orders"})
    shop.write_bytes(b"SQLite format 3\0 and then nothing")
    work()
    batch = ImportBatch.objects.get()
    page = client.get(f"/imports/{batch.pk}/").content.decode()
    assert batch.status == Status.FAILED
    assert "nothing was imported" in page
    for step in ("reading", "columns"):
        assert client.get(f"/imports/{batch.pk}/{step}").status_code == 404
    shop.write_bytes(content)
    client.post(f"/imports/{batch.pk}/fetch")
    work()
    batch.refresh_from_db()
    assert (batch.status, batch.said, batch.rows) == (Status.UPLOADED, "", 2)


def test_a_table_that_is_here_already_is_not_read_again(as_: Login) -> None:
    client = as_("analyst")
    batch = asked(client)
    client.post(f"/imports/{batch.pk}/fetch")
    assert Job.objects.filter(kind="facts.fetch").count() == 1


def test_a_table_beyond_the_limit_leaves_nothing_behind(as_: Login, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 10
    batch = asked(as_("analyst"))
    assert batch.status == Status.FAILED
    assert "larger than 10" in batch.said
    assert not (folder_of(batch) / "files").exists()


def test_a_reading_that_was_cut_off_can_be_resumed_or_discarded(as_: Login) -> None:
    client = as_("analyst")
    client.post("/imports/database?of=Shop", {"name": "orders", "table": "orders"})
    batch = ImportBatch.objects.get()
    assert "Reading the table" in client.get(f"/imports/{batch.pk}/").content.decode()
    Job.objects.all().delete()
    page = client.get(f"/imports/{batch.pk}/").content.decode()
    assert f"/imports/{batch.pk}/fetch" in page
    client.post(f"/imports/{batch.pk}/discard")
    batch.refresh_from_db()
    assert batch.status == Status.DISCARDED


def test_without_databases_the_page_says_who_opens_them(as_: Login, settings: Settings) -> None:
    settings.SOURCES = {}
    assert "VF_SOURCES" in as_("analyst").get("/imports/database").content.decode()
    assert "/imports/database" not in as_("analyst").get("/imports/new").content.decode()


def test_the_first_step_leads_there_who_may(as_: Login) -> None:
    assert "/imports/database" in as_("analyst").get("/imports/new").content.decode()
    assert "/imports/database" not in as_("lead").get("/imports/new").content.decode()
