"""The wizard: from a messy file to facts and back, step by step as a person goes."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.core.worker import work_once
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch, Source
from vitalfew_web.facts.selectors import has_facts, store_place, version
from vitalfew_web.facts.services import commit, sweep
from vitalfew_web.facts.services.places import room

Login = Callable[[str], Client]
Open = Callable[..., Account]


def messy(rows: int = 60) -> bytes:
    """Title rows, two styles of dates, blank lines, a total, a walk-in bucket, negative and unreadable rows, GB18030."""
    chance = random.Random(7)
    lines = ["宏远公司 销售明细表,,,,", "导出时间：2026-11-20,,,,", ",,,,", "客户编号,客户名称,单号,日期,金额"]
    for number in range(rows):
        day = (
            f"2026年{1 + number % 11}月{1 + number % 28}日"
            if number % 3
            else f"2026/{1 + number % 11}/{1 + number % 28}"
        )
        amount = f'"{chance.randint(1000, 99999):,}.50"' if number % 20 != 7 else "-350.00"
        lines.append(
            f"K-{1001 + number % 3},{['万达商贸', '宏远机电', '明志泵业'][number % 3]},S{5000 + number},{day},{amount}"
        )
        if number % 20 == 5:
            lines.append(",,,,")
    lines += [
        "散客,散客,S9001,2026-10-01,888.00",
        "K-1002,宏远机电,S9002,2026-02-30,100.00",
        "K-1002,宏远机电,S9003,2026-03-30,12O.00",
        "K-9001,新源有限公司,S9004,2026-03-30,1200.00",
        '合计,,,,"999,999.00"',
    ]
    return "\r\n".join(lines).encode("gb18030")


def sent(client: Client, content: bytes, name: str = "销售_2026-11.csv", **more: Any) -> Any:
    data = {"uploads": SimpleUploadedFile(name, content), "table": "orders", "end": "True", **more}
    return client.post("/imports/new", data)


def work() -> None:
    """What the worker does, until nothing waits."""
    while work_once(timezone.now() + timedelta(seconds=1), threading.Event(), quick=False):
        pass


def columns(client: Client, batch: ImportBatch, **changed: str) -> Any:
    """The form of step 3 as it is suggested, some columns otherwise."""
    page = client.get(f"/imports/{batch.pk}/columns")
    data = {
        f"column-{place}": changed.get(column["header"], target) for place, column, target in page.context["columns"]
    }
    return client.post(f"/imports/{batch.pk}/columns", data)


def checked(client: Client, content: bytes, **more: Any) -> ImportBatch:
    """A file at its dry run."""
    assert sent(client, content, **more).status_code == 302
    batch = ImportBatch.objects.latest("pk")
    client.post(f"/imports/{batch.pk}/reading", {"next": "1"})
    assert columns(client, batch).status_code == 302
    work()
    batch.refresh_from_db()
    return batch


def committed(client: Client, batch: ImportBatch, **decisions: str) -> ImportBatch:
    client.post(f"/imports/{batch.pk}/commit", decisions)
    work()
    batch.refresh_from_db()
    return batch


@pytest.fixture
def three(cast: Cast, account: Account, open_one: Open) -> list[Account]:
    return [account, *(open_one(cast.lead, name=name) for name in ("宏远机电", "明志泵业"))]


@pytest.mark.parametrize("name", [pytest.param("messy", id="B-03 B-32 B-39 B-46")])
def test_a_messy_file_becomes_facts_and_goes_again(as_: Login, three: list[Account], name: str) -> None:
    client = as_("lead")
    batch = checked(client, messy())
    assert (batch.status, batch.looked["shape"]["encoding"]) == (Status.CHECKED, "GB18030")
    assert (batch.new, batch.changed, batch.rejected) == (62, 0, 2)
    page = client.get(f"/imports/{batch.pk}/check").content.decode()
    for word in ("12O.00", "2026-02-30", "散客", "K-9001", "新源有限公司"):
        assert word in page
    rejects = b"".join(client.get(f"/imports/{batch.pk}/rejects.csv").streaming_content).decode("utf-8-sig")
    assert rejects.splitlines()[0] == "line,column,value,reason,客户编号,客户名称,单号,日期,金额"
    assert version() == 0
    batch = committed(client, batch, unknown="create", **{"walk-in-0": "1"})
    assert (batch.status, batch.new, batch.opened) == (Status.DONE, 61, 1)
    new = Account.objects.get(number="K-9001")
    assert (new.name, new.owner_id) == ("新源有限公司", batch.by_id)
    assert gateways.facts_of(store_place(), "K-9001", "orders")["amount"].to_pylist() == [Decimal("1200.00")]
    assert gateways.facts_of(store_place(), "散客", "orders").num_rows == 0
    assert "Imported" in client.get(f"/imports/{batch.pk}/").content.decode()
    client.post(f"/imports/{batch.pk}/undo")
    work()
    batch.refresh_from_db()
    assert (batch.status, has_facts()) == (Status.UNDONE, False)
    assert not Account.objects.filter(number="K-9001").exists()
    assert first_broken_seal() is None


@pytest.mark.parametrize("name", [pytest.param("same", id="B-44")])
def test_the_same_file_is_known_again_and_its_columns_are_remembered(
    as_: Login, three: list[Account], name: str
) -> None:
    client = as_("lead")
    first = committed(client, checked(client, messy()), unknown="keep")
    assert Source.objects.get().mapping["客户编号"] == "customer_id"
    assert sent(client, messy()).status_code == 302
    again = ImportBatch.objects.latest("pk")
    assert "The very same file" in client.get(f"/imports/{again.pk}/reading").content.decode()
    assert "remembered" in client.get(f"/imports/{again.pk}/columns").content.decode()
    again = committed(client, checked(client, messy()), unknown="keep")
    assert (again.new, again.changed, again.store_batch) == (0, 0, None)
    corrected = checked(client, messy().replace(b"1200.00", b"1300.00"))
    assert (corrected.new, corrected.changed, corrected.known) == (0, 1, 61)
    client.post(f"/imports/{again.pk}/undo")
    work()
    assert has_facts()
    assert first.store_batch == 1


def test_orders_of_unknown_customers_are_left_out_by_choice(as_: Login, three: list[Account]) -> None:
    client = as_("lead")
    batch = committed(client, checked(client, messy()), unknown="leave_out")
    assert gateways.facts_of(store_place(), "K-9001", "orders").num_rows == 0
    assert (batch.new, Account.objects.count()) == (60, 3)


def test_customers_named_by_their_names_are_found_in_any_script(as_: Login, three: list[Account]) -> None:
    client = as_("lead")
    rows = "客户名称,单号,日期,金额\n萬達商貿,1,2026-01-05,10.00\n宏远机电有限公司,2,2026-01-06,20.00\n新客,3,2026-01-07,5.00\n"
    batch = checked(client, rows.encode())
    assert (batch.checked["by_name"], batch.checked["doubtful"], batch.checked["unknown"]) == (1, 1, 1)
    committed(client, batch, unknown="create", **{"doubtful-0": "K-1002"})
    numbers = {number: gateways.facts_of(store_place(), number, "orders").num_rows for number in ("K-1001", "K-1002")}
    assert numbers == {"K-1001": 1, "K-1002": 1}
    new = Account.objects.get(name="新客")
    assert (new.number, gateways.facts_of(store_place(), new.number, "orders").num_rows) == ("K-1004", 1)


CUSTOMERS = (
    "客户编号,客户名称,手机,负责人,行业,区域\nK-1001,万达商贸,021 5550 9999,Mate,机电,North China\n"
    "K-7,恒立液压,,,液压,East China\nK-8,睿驰,,Nobody Here,,\nK-9,凌云,,,,\n"
)


def test_a_list_of_customers_updates_and_never_makes_twins(as_: Login, account: Account, cast: Cast) -> None:
    client = as_("lead")
    batch = checked(client, CUSTOMERS.encode(), table="customers", name="客户台账.csv")
    found = batch.checked["accounts"]
    assert (found["create"], found["update"], found["problems"]) == (2, 1, 1)
    assert dict(found["fields"]) == {"phone": 1, "owner": 1, "industry": 1, "region": 1}
    page = client.get(f"/imports/{batch.pk}/check")
    assert "Nobody Here" in page.content.decode()
    assert found["create_some"] == ["恒立液压", "凌云"]
    [update] = page.context["updates"]
    assert (update.number, update.name) == ("K-1001", "万达商贸")
    assert update.changes == [
        f"Owner: {cast.manager.name} → {cast.mate.name}",
        "Industry: – → 机电",
        "Region: East China → North China",
        "Phone: +86 21 5550 1234 → +86 21 5550 9999",
    ]
    batch = committed(client, batch)
    account.refresh_from_db()
    assert (account.phone, account.owner, account.region) == ("+86 21 5550 9999", cast.mate, "North China")
    assert (Account.objects.count(), batch.opened) == (3, 2)
    again = checked(client, CUSTOMERS.encode(), table="customers", name="客户台账.csv")
    assert (again.checked["accounts"]["create"], again.checked["accounts"]["update"]) == (0, 0)
    client.post(f"/imports/{batch.pk}/undo")
    work()
    account.refresh_from_db()
    assert (account.phone, account.owner, account.region) == ("+86 21 5550 1234", cast.manager, "East China")
    assert Account.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        pytest.param("a.csv", b"", "empty", id="B-14 empty"),
        pytest.param("a.csv", b"a,b\x00c\n1,2\n", "binary", id="B-07"),
        pytest.param("a.csv", b"%PDF-1.7 x\n" * 9, "PDF", id="B-18"),
        pytest.param("a.csv", b",".join(b"c%d" % n for n in range(600)) + b"\n", "500", id="B-08"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason_and_leaves_nothing(
    as_: Login, account: Account, name: str, content: bytes, word: str
) -> None:
    answer = sent(as_("lead"), content, name)
    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert not ImportBatch.objects.exists()
    assert not list(room().glob("*"))


@pytest.mark.parametrize("name", [pytest.param("cut", id="F-35")])
def test_an_upload_that_was_cut_off_is_no_import(as_: Login, account: Account, name: str) -> None:
    answer = as_("lead").post("/imports/new", {"uploads": SimpleUploadedFile("a.csv", messy()), "table": "orders"})
    assert answer.status_code == 422
    assert "incomplete" in answer.content.decode()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", [pytest.param("..\\..\\etc/\u202egpj.csv", id="B-77")])
def test_a_file_lies_under_a_name_of_ours(as_: Login, account: Account, name: str) -> None:
    sent(as_("lead"), messy(), name)
    batch = ImportBatch.objects.get()
    assert batch.file_name == "gpj.csv"
    assert [path.name for path in (room() / batch.place / "files").iterdir()] == ["1.csv"]


def test_pasted_rows_are_a_file(as_: Login, account: Account) -> None:
    rows = "customer_id\torder_id\tmoment\tamount\nK-1001\t1\t2026-01-05\t10.00\n"
    client = as_("lead")
    assert client.post("/imports/new", {"pasted": rows, "table": ""}).status_code == 302
    batch = ImportBatch.objects.get()
    assert (batch.file_name, batch.table) == ("pasted.csv", "orders")


def test_an_import_is_discarded_and_nothing_is_kept(as_: Login, three: list[Account]) -> None:
    client = as_("lead")
    batch = checked(client, messy())
    client.post(f"/imports/{batch.pk}/discard")
    batch.refresh_from_db()
    assert batch.status == Status.DISCARDED
    assert not (room() / batch.place).exists()
    assert version() == 0


@pytest.mark.parametrize("name", [pytest.param("another", id="Z-04")])
def test_an_import_of_somebody_else_is_not_there(as_: Login, three: list[Account], name: str) -> None:
    batch = checked(as_("lead"), messy())
    stranger = as_("stranger")
    for path in ("", "reading", "columns", "check", "rejects.csv"):
        assert stranger.get(f"/imports/{batch.pk}/{path}").status_code == 404, path
    assert f"/imports/{batch.pk}/" not in stranger.get("/imports/").content.decode()
    assert as_("director").get(f"/imports/{batch.pk}/check").status_code == 200


def test_facts_of_somebody_elses_customer_are_left_out(as_: Login, three: list[Account]) -> None:
    client = as_("stranger")
    batch = checked(client, messy())
    assert batch.checked["hidden"] == 3
    batch = committed(client, batch, unknown="keep", **{"walk-in-0": "1"})
    assert batch.new == 1
    assert gateways.facts_of(store_place(), "K-1001", "orders").num_rows == 0


def test_the_orders_stand_on_the_customers_page(as_: Login, three: list[Account], tmp_path: Path) -> None:
    client = as_("lead")
    committed(client, checked(client, messy()), unknown="keep")
    page = client.get("/customers/K-1001/orders/").content.decode()
    assert "20 orders since" in page
    assert "S5054" in page
    assert as_("stranger").get("/customers/K-1001/orders/").status_code == 404


def test_a_file_beyond_the_limit_is_not_taken(as_: Login, account: Account, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1_000
    answer = sent(as_("lead"), messy())
    assert answer.status_code == 422
    assert "larger than" in answer.content.decode()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", [pytest.param("killed", id="F-01")])
def test_what_a_killed_upload_left_is_swept_within_a_day(
    as_: Login, account: Account, name: str, settings: Any
) -> None:
    sent(as_("lead"), messy())
    uploads = Path(settings.UPLOADS)
    uploads.mkdir(exist_ok=True)
    (uploads / "half.upload.csv").write_bytes(b"half of it")
    (room() / "of-nobody" / "files").mkdir(parents=True)
    sweep(timezone.now() + timedelta(hours=1))
    assert len(list(uploads.iterdir())) == 1
    sweep(timezone.now() + timedelta(hours=25))
    assert not list(uploads.iterdir())
    assert [path.name for path in room().iterdir()] == [ImportBatch.objects.get().place]


class Killed(BaseException):
    """A worker dies."""


def dies(**_: Any) -> None:
    raise Killed


STEPS = ("Writing customers", "Taking the rows into the facts")


@pytest.mark.parametrize("step", [pytest.param(step, id=f"F-02 step {step}") for step in range(3)])
def test_a_worker_that_dies_at_any_step_takes_nothing_in_twice(
    as_: Login, three: list[Account], step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_("lead")
    batch = checked(client, messy())
    client.post(f"/imports/{batch.pk}/commit", {"unknown": "create", "walk-in-0": "1"})
    batch.refresh_from_db()
    assert batch.by is not None
    with monkeypatch.context() as patched:
        # The last time after the store has acknowledged, before the end is written.
        if step == len(STEPS):
            patched.setattr("vitalfew_web.facts.services.committing.finish", dies)
        with pytest.raises(Killed):
            commit(batch=batch, by=batch.by, heard=lambda done, total, said: dies() if said in STEPS[step:] else None)
    batch.refresh_from_db()
    assert batch.status == Status.RUNNING
    work()
    batch.refresh_from_db()
    assert (batch.status, batch.new, batch.opened, version()) == (Status.DONE, 61, 1, 1)
    assert Account.objects.count() == 4
