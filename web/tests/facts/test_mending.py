"""Rows that were rejected are mended at the dry run, and join the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from django.test import Client
from facts.test_import_wizard import checked, committed, work

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.selectors import history_of
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.selectors import store_place

Login = Callable[[str], Client]
BAD = (
    "客户编号,单号,日期,金额,数量\nK-1001,S1,2026-03-30,12O.50,1\nK-1001,S2,2026-02-30,80.00,2\n"
    "K-1001,S3,2026-03-31,12O.50,3\nK-1001,S4,2026-04-01,70.00,many\nK-1001,S5,2026-04-02,60.00,1\n"
)


@pytest.fixture
def batch(as_: Login, account: Account) -> ImportBatch:
    return checked(as_("lead"), BAD.encode())


def mend(client: Client, batch: ImportBatch, how: str, line: int | str = "", cell: str = "", **more: str) -> str:
    answer = client.post(
        f"/imports/{batch.pk}/mend", {"how": how, "line": line, "cell": cell}, headers={"HX-Request": "1"}
    )
    batch.refresh_from_db()
    return answer.content.decode()


def again(client: Client, batch: ImportBatch) -> ImportBatch:
    client.post(f"/imports/{batch.pk}/check")
    work()
    batch.refresh_from_db()
    return batch


def test_one_click_mends_a_row_and_all_like_it(as_: Login, batch: ImportBatch) -> None:
    client = as_("lead")
    assert (batch.new, batch.rejected) == (1, 4)
    page = client.get(f"/imports/{batch.pk}/check").content.decode()
    assert "Use 120.50 · 2 ×" in page
    assert "Leave empty" in page
    assert "Commit 1 row" in page
    assert "2 mended rows" in mend(client, batch, "use", 2)
    assert batch.mends == {"2": {"金额": "120.50"}, "4": {"金额": "120.50"}}
    mend(client, batch, "type", 3, " 2026-02-28 ")
    part = mend(client, batch, "empty", 5)
    assert "Check again with 4 mended rows" in part
    assert "2026-02-28" in part
    batch = again(client, batch)
    assert (batch.status, batch.new, batch.rejected, batch.is_stale) == (Status.CHECKED, 5, 0, False)
    batch = committed(client, batch)
    rows = gateways.facts_of(store_place(), "K-1001", "orders").to_pylist()
    assert (batch.status, len(rows)) == (Status.DONE, 5)
    told = {row["order_id"]: row for row in rows}
    assert (told["S1"]["amount"], told["S2"]["moment"]) == (Decimal("120.50"), datetime(2026, 2, 28))
    assert told["S4"]["quantity"] is None
    assert "4 rows are read otherwise" in client.get(f"/imports/{batch.pk}/").content.decode()
    told = [entry.after for entry in history_of(batch) if entry.action == "facts.import.mended"]
    assert told[::-1] == [{"rows": 2, "金额": "120.50"}, {"rows": 1, "日期": "2026-02-28"}, {"rows": 1, "数量": ""}]


def test_nothing_is_committed_that_was_mended_and_not_checked(as_: Login, batch: ImportBatch) -> None:
    client = as_("lead")
    mend(client, batch, "use", 2)
    answer = client.post(f"/imports/{batch.pk}/commit", {}, follow=True)
    assert "Rows were mended since the dry run" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.status == Status.CHECKED


def test_a_mend_is_taken_back(as_: Login, batch: ImportBatch) -> None:
    client = as_("lead")
    mend(client, batch, "use", 2)
    assert "Commit 1 row" in mend(client, batch, "back", 4)
    assert (batch.mends, batch.is_stale) == ({}, False)
    mend(client, batch, "use", 2)
    again(client, batch)
    assert (batch.rejected, batch.mended) == (2, 2)
    assert "Check again" in mend(client, batch, "all_back")
    again(client, batch)
    assert (batch.rejected, batch.mended) == (4, 0)


def test_a_mend_that_is_wrong_itself_is_rejected_and_can_be_mended_again(as_: Login, batch: ImportBatch) -> None:
    client = as_("lead")
    mend(client, batch, "type", 2, "a lot")
    again(client, batch)
    page = client.get(f"/imports/{batch.pk}/check").content.decode()
    assert (batch.rejected, "a lot" in page, "Take back</button>" in page) == (4, True, False)
    mend(client, batch, "type", 2, "99")
    assert "Commit" in mend(client, batch, "back", 2)
    assert batch.mends["2"] == {"金额": "a lot"}
    mend(client, batch, "type", 2, "99")
    again(client, batch)
    assert (batch.rejected, batch.new) == (2, 3)


@pytest.mark.parametrize(
    ("how", "line", "cell"),
    [
        ("type", "6", "1"),
        ("type", "999", "1"),
        ("type", "", "1"),
        ("burn", "2", ""),
        ("type", "2", "x" * 501),
        ("type", "2", "\x00"),
    ],
)
def test_what_is_no_mend_of_a_rejected_row_is_refused(
    as_: Login, batch: ImportBatch, how: str, line: str, cell: str
) -> None:
    client = as_("lead")
    answer = client.post(
        f"/imports/{batch.pk}/mend", {"how": how, "line": line, "cell": cell}, headers={"HX-Request": "1"}
    )
    assert answer.status_code == 422
    assert "nothing was changed" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.mends == {}


def test_without_scripts_the_page_comes_again(as_: Login, batch: ImportBatch) -> None:
    answer = as_("lead").post(f"/imports/{batch.pk}/mend", {"how": "use", "line": "2"}, follow=True)
    assert answer.redirect_chain == [(f"/imports/{batch.pk}/check", 302)]
    assert "Check again with 2 mended rows" in answer.content.decode()


def test_an_import_at_its_end_or_of_another_is_not_mended(as_: Login, batch: ImportBatch) -> None:
    assert as_("stranger").post(f"/imports/{batch.pk}/mend", {"how": "use", "line": "2"}).status_code == 404
    client = as_("lead")
    batch = committed(client, batch)
    assert "nothing was changed" in mend(client, batch, "use", 2)
    assert batch.mends == {}


def test_reading_the_file_otherwise_forgets_the_mends(as_: Login, batch: ImportBatch) -> None:
    client = as_("lead")
    mend(client, batch, "use", 2)
    client.post(f"/imports/{batch.pk}/reading", {"encoding": "utf-8"})
    batch.refresh_from_db()
    assert batch.mends == {}
