"""Rows of the safety catalogue about customers: names of every kind, relations to what one does not see, a hand-over."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry

GOOD = [
    pytest.param("李", id="B-49 one sign"),
    pytest.param("🏭🏭", id="B-49 emoji alone"),
    pytest.param("n" * 200, id="B-49 two hundred"),
    pytest.param("👨‍👩‍👧 Ltd", id="B-50 joiners"),
    pytest.param("شركة النور", id="B-50 right to left"),
    pytest.param("abc\u202edcba", id="B-50 override"),
    pytest.param("𠮷野家 㐂", id="B-52 rare signs"),
    pytest.param("阿依古丽·买买提", id="B-52 middle dot"),
    pytest.param("བོད་ ไทย", id="B-52 Tibetan and Thai"),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_name_of_any_script_is_kept_and_found(as_: Callable[[str], Client], name: str) -> None:
    client = as_("manager")
    answer = client.post("/customers/new", {"name": name, "kind": "company"}, follow=True)
    assert answer.status_code == 200
    assert Account.objects.get().name == name
    assert Account.objects.get().number in client.get("/customers/").content.decode()


@pytest.mark.parametrize(
    "name", [pytest.param(" \u3000\t", id="B-49 blanks"), pytest.param("n" * 10_000, id="B-49 ten thousand")]
)
def test_a_name_that_is_none_is_refused(as_: Callable[[str], Client], name: str) -> None:
    assert as_("manager").post("/customers/new", {"name": name, "kind": "company"}).status_code == 422


def edited(client: Client, account: Account, **changed: object) -> int:
    fields = {"name": account.name, "number": account.number, "kind": "company", "version": account.version}
    return client.post(f"/customers/{account.number}/edit", {**fields, **changed}).status_code


@pytest.mark.parametrize(
    "around", [pytest.param(1, id="B-47 self"), pytest.param(2, id="B-47 A-B-A"), pytest.param(20, id="B-47 deep")]
)
def test_a_group_of_companies_has_no_circle(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account], around: int
) -> None:
    last = account
    for n in range(around - 1):
        last = open_one(cast.manager, name=f"Below {n}", parent=last)
    assert edited(as_("manager"), account, parent=last.number) == 422
    account.refresh_from_db()
    assert account.parent is None


@pytest.mark.parametrize(
    "field", [pytest.param("parent", id="Z-10 parent"), pytest.param("introduced_by", id="Z-10 introducer")]
)
def test_nothing_of_mine_points_to_what_i_do_not_see(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account], field: str
) -> None:
    foreign = open_one(cast.stranger, name="Foreign")
    assert edited(as_("manager"), account, **{field: foreign.number}) == 422


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("/customers/", id="Z-18 list"),
        pytest.param("/customers/K-1001/", id="Z-18 page"),
        pytest.param("/customers/K-1001/edit", id="Z-18 edit"),
    ],
)
def test_who_gave_a_customer_away_sees_nothing_of_it_any_more(
    as_: Callable[[str], Client], cast: Cast, account: Account, page: str
) -> None:
    manager = as_("manager")
    assert account.name in manager.get(page).content.decode()
    assert edited(as_("director"), account, owner=cast.stranger.pk) == 302
    after = manager.get(page)
    assert account.name not in after.content.decode()
    assert after.status_code == (200 if page == "/customers/" else 404)


@pytest.mark.parametrize("key", [pytest.param("manager", id="Z-06 own"), pytest.param("lead", id="Z-06 team")])
def test_counts_searches_and_files_know_only_what_one_sees(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account], key: str
) -> None:
    for n in range(3):
        open_one(cast.stranger, name=f"Foreign 万达 {n}")
    client = as_(key)
    for query in ("", "?q=万达", "?sort=-name"):
        page = client.get(f"/customers/{query}").content.decode()
        assert "Foreign" not in page
        assert "1 customer" in page
    file = b"".join(client.get("/customers/export.csv").streaming_content).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(file)))) == 2


FORMULAS = ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", '=HYPERLINK("http://evil.example","x")', "=1,2;3"]


@pytest.mark.parametrize("text", [pytest.param(text, id=f"B-63 {n}") for n, text in enumerate(FORMULAS)])
def test_no_cell_of_a_file_is_computed(
    as_: Callable[[str], Client], cast: Cast, open_one: Callable[..., Account], text: str
) -> None:
    open_one(cast.manager, name=text, number="K-1")
    file = b"".join(as_("manager").get("/customers/export.csv").streaming_content).decode("utf-8-sig")
    _head, row = csv.reader(io.StringIO(file))
    assert row[0] == f"'{text}"


@pytest.mark.parametrize("change", [pytest.param("update", id="Z-26 alter"), pytest.param("delete", id="Z-26 delete")])
def test_nobody_edits_the_audit(cast: Cast, account: Account, change: str) -> None:
    entries = AuditEntry.objects.all()
    before = list(entries.values())
    with pytest.raises(DatabaseError), transaction.atomic():
        entries.delete() if change == "delete" else entries.update(action="nothing")
    assert list(entries.values()) == before
