"""What the facts tell in a customer's timeline: large things one by one, small ones in a line, to who may see orders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from people import Cast

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import write_note
from vitalfew_web.core.timeline import LATEST, cursor_from, story
from vitalfew_web.facts.services import import_files

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGE = "/customers/K-1001/"
TABLES = {
    "orders": "customer_id,order_id,moment,product_id,amount\n"
    + "".join(f"K-1001,S-{n:02},2026-03-{n:02},Screws,100.00\n" for n in range(1, 12))
    + "K-1001,B-1,2026-02-20,Servo drives,21400.00\nK-1001,B-2,2026-03-06,Encoders,9000.00\n",
    "payments": "invoice_id,customer_id,issued,due,amount,paid_on,paid_amount\n"
    "I-1,K-1001,2026-01-01,2026-02-01,500.00,2026-01-30,500.00\n"
    "I-2,K-1001,2026-01-02,2026-02-02,700.00,2026-02-01,700.00\n"
    "I-3,K-1001,2026-01-03,2026-02-03,900.00,2026-03-10,900.00\n"
    "I-4,K-1001,2026-01-04,2026-02-04,386000.00,,\n",
    "returns": "customer_id,order_id,day,amount,reason\nK-1001,B-1,2026-03-02,1200.50,scratched\n",
    "feedback": "customer_id,day,kind,score,text\nK-1001,2026-03-03,complaint,,Encoder faults on line 3\n",
    "interactions": "customer_id,moment,kind,contact_role,minutes\n"
    "K-1001,2026-03-04 10:00:00,visit,plant manager,50\n"
    "K-1001,2026-03-04 09:00:00,call,,5\nK-1001,2026-03-03 09:00:00,mail,,\n",
}


@pytest.fixture
def facts(cast: Cast, account: Account, tmp_path: Path) -> Account:
    """A customer with eleven small orders, two large ones, payments, a return, a complaint and a visit."""
    files = [(table, tmp_path / f"{table}.csv") for table in TABLES]
    for table, file in files:
        file.write_text(TABLES[table], encoding="utf-8")
    import_files(files=files, source="shop", by=cast.lead, at=NOW)
    return account


def lines(account: Account, who: User) -> list[str]:
    """The timeline as it reads, the day first."""
    entries = story(account, who).entries
    return [" | ".join(filter(None, [f"{e.when:%d %b}", e.title, e.text])) for e in entries if e.source == "facts"]


def test_what_is_large_is_told_and_what_is_small_stands_in_one_line(cast: Cast, facts: Account) -> None:
    assert lines(facts, cast.manager) == [
        "11 Mar | Order S-11 | 100: Screws.",
        "10 Mar | Invoice I-3 paid | 900, 35 days late.",
        "10 Mar | 5 smaller orders since 6 Mar 2026, together 500",
        "06 Mar | Order B-2 | 9,000: Encoders.",
        "05 Mar | 5 smaller orders since 1 Mar 2026, together 500",
        "04 Mar | Visit | Plant manager · 50 min",
        "04 Mar | 2 calls, mails and looks at our pages since 3 Mar 2026",
        "03 Mar | Complaint | Encoder faults on line 3",
        "02 Mar | Return of order B-1 | 1,200: scratched",
        "20 Feb | Order B-1 | 21,400: Servo drives.",
        "04 Feb | Invoice I-4 fell due | 386,000 are not paid.",
        "01 Feb | 2 payments since 30 Jan 2026, together 1,200",
    ]


def test_it_reads_in_the_language_of_who_reads(cast: Cast, facts: Account) -> None:
    with translation.override("zh-hant"):
        found = lines(facts, cast.manager)
    assert [line for line in found if "S-11" in line or "I-3" in line] == [
        "11 Mar | 訂單 S-11 | 100：Screws。",
        "10 Mar | 發票 I-3 已付款 | 900，逾期 35 天。",
    ]


def test_the_page_does_not_wait_for_it(as_: Callable[[str], Client], facts: Account) -> None:
    manager = as_("manager")
    page = manager.get(PAGE).content.decode()
    assert "Order B-1" not in page
    assert f'id="stretch" hx-get="{PAGE}timeline" hx-trigger="load"' in page
    part = manager.get(f"{PAGE}timeline", headers={"HX-Request": "true"}).content.decode()
    assert "Order B-1" in part
    assert "Customer opened" in part
    assert 'href="/customers/K-1001/orders/?all=1"' in part


def test_who_may_not_see_orders_is_told_nothing_of_them(
    as_: Callable[[str], Client], cast: Cast, facts: Account
) -> None:
    for role in cast.manager.roles.all():
        role.permissions = [name for name in role.permissions if name != "facts:order:view"]
        role.save()
    manager = as_("manager")
    page = manager.get(PAGE).content.decode() + manager.get(f"{PAGE}timeline").content.decode()
    assert "Customer opened" in page
    assert "Order B-1" not in page
    assert "Complaint" not in page
    assert 'hx-get="/customers/K-1001/timeline" hx-trigger' not in page


def test_no_entry_is_lost_or_told_twice_from_page_to_page(cast: Cast, facts: Account) -> None:
    for turn in range(LATEST):
        moment = datetime(2026, 3, 1 + turn % 11, tzinfo=UTC)
        write_note(account=facts, text=f"note {turn}", by=cast.manager, at=moment)
    seen, before = [], None
    while True:
        stretch = story(facts, cast.manager, before=before)
        seen += stretch.entries
        if not stretch.next:
            break
        before = cursor_from(stretch.next)
    places = [(entry.when, entry.source, entry.key) for entry in seen]
    assert places == sorted(set(places), reverse=True)
    assert len([entry for entry in seen if entry.source == "facts"]) == 12
    assert len([entry for entry in seen if entry.source == "note"]) == LATEST
