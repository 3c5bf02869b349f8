"""Address books of phones and mail programs: their people become contacts of customers, and go again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from facts.test_import_wizard import committed, sent, work
from people import Cast

from vitalfew_web.accounts.models import Account, Contact, ContactItem
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch, ImportedContact
from vitalfew_web.facts.services.places import room

Login = Callable[[str], Client]
Open = Callable[..., Account]
GROUNDS = {"personal": "1", "origin": "file", "purpose": "greeting"}


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


MEI = card(
    "FN:林美",
    "ORG:万达商贸;采购部",
    "TITLE:采购经理",
    "TEL;TYPE=CELL:13800138000",
    "EMAIL:mei@wanda.example",
    "BDAY:--0415",
)


def dry_run(client: Client, content: str | bytes, name: str = "contacts.vcf", **more: Any) -> ImportBatch:
    """An address book at its dry run."""
    body = content if isinstance(content, bytes) else content.encode()
    answer = sent(client, body, name=name, **{"table": "", **more})
    assert answer.status_code == 302, answer.context["form"].errors
    work()
    return ImportBatch.objects.latest("pk")


def reasons(client: Client, batch: ImportBatch) -> list[str]:
    page = client.get(f"/imports/{batch.pk}/check")
    return [row.reason for row in page.context["rejects"]]


@pytest.mark.parametrize("partial", [pytest.param("solar:--04-15", id="B-71 month and day only")])
def test_people_come_to_their_customer_and_go_again(as_: Login, account: Account, partial: str) -> None:
    client = as_("lead")
    batch = dry_run(client, MEI)
    assert (batch.status, batch.new, batch.rejected, batch.table) == (Status.CHECKED, 1, 0, "contacts")
    assert not Contact.objects.exists()
    batch = committed(client, batch, **GROUNDS)
    person = account.contacts.get()
    assert (batch.status, batch.new, person.name, person.post) == (Status.DONE, 1, "林美", "采购经理")
    assert (person.phones, person.mails) == (["+86 138 0013 8000"], ["mei@wanda.example"])
    item = person.items.get()
    assert (item.item, item.secret.plain(), item.origin, item.purpose) == ("birthday", partial, "file", "greeting")
    assert "林美" in client.get(f"/customers/{account.number}/people").content.decode()
    client.post(f"/imports/{batch.pk}/undo")
    work()
    assert (Contact.objects.count(), ContactItem.objects.count(), ImportedContact.objects.count()) == (0, 0, 0)
    assert ImportBatch.objects.get().status == Status.UNDONE
    assert first_broken_seal() is None


def test_a_birthday_without_a_purpose_is_refused(as_: Login, account: Account) -> None:
    client = as_("lead")
    batch = dry_run(client, MEI)
    for lacking in ({"personal": "1"}, {**GROUNDS, "purpose": ""}, {**GROUNDS, "origin": "hearsay"}):
        answer = client.post(f"/imports/{batch.pk}/commit", lacking, follow=True)
        assert "what they are for" in answer.content.decode()
        work()
        assert (ImportBatch.objects.get().status, Contact.objects.count()) == (Status.CHECKED, 0)
    committed(client, batch)
    assert (Contact.objects.count(), ContactItem.objects.count()) == (1, 0)


def test_nothing_personal_is_written_in_plain(as_: Login, account: Account) -> None:
    client = as_("lead")
    batch = dry_run(client, card("FN:Ada", "ORG:万达商贸", "BDAY:1980-05-12", "ADR;TYPE=HOME:;;Rosenweg 7;Berlin;;;DE"))
    committed(client, batch, **GROUNDS)
    assert ContactItem.objects.count() == 2
    batch.refresh_from_db()
    told = str([*AuditEntry.objects.values("before", "after"), *ImportedContact.objects.values(), batch.checked])
    for plain in ("1980", "05-12", "Rosenweg"):
        assert plain not in told
    assert not [path for path in room().rglob("*") if path.is_file()]


def test_the_same_book_again_makes_no_twins_and_adds_what_is_new(as_: Login, account: Account) -> None:
    client = as_("lead")
    committed(client, dry_run(client, MEI), **GROUNDS)
    again = dry_run(client, MEI)
    assert (again.new, again.changed, again.known) == (0, 0, 1)
    assert (committed(client, again, **GROUNDS).known, Contact.objects.count()) == (1, 1)
    more = dry_run(client, card("FN:林 美", "ORG:万达商贸", "TEL:+86 21 5550 1234", "TEL:138 0013 8000"))
    assert (more.new, more.changed) == (0, 1)
    more = committed(client, more)
    person = Contact.objects.get()
    assert (person.name, person.phones) == ("林美", ["+86 138 0013 8000", "+86 21 5550 1234"])
    client.post(f"/imports/{more.pk}/undo")
    work()
    person.refresh_from_db()
    assert person.phones == ["+86 138 0013 8000"]


def test_what_people_changed_since_stays(as_: Login, account: Account) -> None:
    client = as_("lead")
    batch = committed(client, dry_run(client, MEI))
    person = Contact.objects.get()
    written = {"name": person.name, "phones": "", "mails": "", "post": "CEO", "version": person.version}
    assert client.post(f"/customers/{account.number}/people/{person.pk}/edit", written).status_code == 302
    client.post(f"/imports/{batch.pk}/undo")
    work()
    person.refresh_from_db()
    assert person.post == "CEO"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("TEL:+86 138 0013 8000", "+86 138 0013 8000", id="B-70 +86"),
        pytest.param("TEL:0086 138 0013 8000", "+86 138 0013 8000", id="B-70 0086 and spaces"),
        pytest.param("TEL:１３８００１３８０００", "+86 138 0013 8000", id="B-70 full-width"),
        pytest.param("TEL;VALUE=uri:tel:+86-21-5550-1234;ext=12", "+86 21 5550 1234 ext. 12", id="B-70 extension"),
        pytest.param("TEL:13800138000 / 13900139000", "", id="B-70 two numbers in a cell"),
        pytest.param("TEL:call me", "", id="B-70 no number"),
        pytest.param("BDAY:2999-01-01", "", id="B-71 in the future"),
        pytest.param("BDAY:1800-01-01", "", id="B-71 1800"),
        pytest.param("BDAY:2020-01-01", "", id="B-71 below 14"),
        pytest.param("BDAY:0000-00-00", "", id="B-71 no day"),
        pytest.param("EMAIL:a@x.example,b@x.example", "", id="two addresses"),
    ],
)
def test_numbers_take_one_form_and_what_cannot_be_is_rejected_with_its_reason(
    as_: Login, account: Account, line: str, kept: str
) -> None:
    client = as_("lead")
    batch = dry_run(client, card("FN:Ada", "ORG:万达商贸", line) + card("FN:Bo", "ORG:万达商贸"))
    assert (batch.new, batch.rejected) == ((2, 0) if kept else (1, 1))
    assert [bool(reason) for reason in reasons(client, batch)] == [True] * batch.rejected
    committed(client, batch, **GROUNDS)
    assert [each for person in Contact.objects.filter(name="Ada") for each in person.phones] == ([kept] if kept else [])
    assert Contact.objects.filter(name="Bo").exists()


def test_a_company_that_is_doubtful_is_chosen_and_a_missing_one_opened(
    as_: Login, cast: Cast, account: Account, open_one: Open
) -> None:
    other = open_one(cast.manager, name="万达商贸有限公司")
    client = as_("lead")
    book = MEI + card("FN:Ada", "ORG:Nordwind GmbH") + card("FN:Bo")
    batch = dry_run(client, book.replace("ORG:万达商贸;", "ORG:万达商贸公司;"))
    found = batch.checked
    assert (found["doubtful"], found["unknown"], found["cards"]["alone"]) == (1, 1, 1)
    page = client.get(f"/imports/{batch.pk}/check").content.decode()
    for word in ("万达商贸公司", "Nordwind GmbH", "names no company", "Bo"):
        assert word in page
    chosen = {"doubtful-0": other.number, "unknown": "create", "alone-2": account.number.lower()}
    batch = committed(client, batch, **chosen)
    assert client.get(f"/imports/{batch.pk}/").context["left_out"] == 0
    where = {person.name: person.account.name for person in Contact.objects.filter(itself=False)}
    assert where == {"林美": "万达商贸有限公司", "Ada": "Nordwind GmbH", "Bo": "万达商贸"}
    assert (batch.new, batch.opened) == (3, 1)
    client.post(f"/imports/{batch.pk}/undo")
    work()
    assert not Contact.objects.filter(itself=False).exists()
    assert not Account.objects.filter(name="Nordwind GmbH").exists()


def test_customers_of_others_get_nobody(as_: Login, cast: Cast, account: Account) -> None:
    client = as_("stranger")
    batch = dry_run(client, MEI + card("FN:Bo"))
    batch = committed(client, batch, **{"alone-1": account.number, "unknown": "leave_out"})
    assert (batch.new, batch.known, client.get(f"/imports/{batch.pk}/").context["left_out"]) == (0, 0, 2)
    assert not account.contacts.exists()
    assert as_("lead").get(f"/imports/{batch.pk}/").status_code == 404


def test_who_may_not_write_customers_brings_no_people(as_: Login, account: Account) -> None:
    answer = sent(as_("analyst"), MEI.encode(), name="contacts.vcf", table="")
    assert (answer.status_code, ImportBatch.objects.count()) == (422, 0)
    assert "not write the people" in answer.content.decode()


GOOGLE = (
    "First Name,Last Name,Organization Name,Organization Title,Birthday,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value\nAda,Byron,万达商贸,Buyer,1980-05-12,Work,ada@x.example,Mobile,"
    "13800138000 ::: +86 21 5550 1234\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Job Title,Home Street,Home City,Business Phone,Mobile Phone,"
    'E-mail Address,Birthday\n"Ms","Ada","","Byron","万达商贸","Buyer","Weg 1","Berlin","+86 21 5550 1234",13800138000,'
    "ada@x.example,1980/5/12\n"
)
XIAOMI = "姓名,手机号码,电话,邮箱,公司,职务,生日\n林美,13800138000,+86 21 5550 1234,ada@x.example,万达商贸,Buyer,1980年5月12日\n"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(GOOGLE.encode(), "Ada Byron", id="Google Contacts"),
        pytest.param(OUTLOOK.encode("utf-8-sig"), "Ada Byron", id="Outlook"),
        pytest.param(XIAOMI.encode("gb18030"), "林美", id="Xiaomi, GB18030"),
        pytest.param(XIAOMI.replace(",", "\t").encode("utf-16"), "林美", id="UTF-16 and tabs"),
    ],
)
def test_tables_of_address_books_are_known_by_their_headers(
    as_: Login, account: Account, content: bytes, name: str
) -> None:
    client = as_("lead")
    committed(client, dry_run(client, content, name="contacts.csv", table="contacts"), **GROUNDS)
    person = Contact.objects.get()
    assert (person.name, person.post, person.mails) == (name, "Buyer", ["ada@x.example"])
    assert set(person.phones) == {"+86 138 0013 8000", "+86 21 5550 1234"}
    assert person.items.get(item="birthday").secret.plain() == "solar:1980-05-12"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "no address book"),
        (b"name,phone\n", "no contact"),
        (b"BEGIN:VCARDS\n", "no address book"),
    ],
)
def test_what_is_no_address_book_is_refused_at_once(as_: Login, content: bytes, said: str) -> None:
    answer = sent(as_("lead"), content, name="contacts.csv", table="contacts")
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert not ImportBatch.objects.exists()
    assert not [path for path in Path(room()).rglob("*") if path.is_file()]
