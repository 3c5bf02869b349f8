"""People at customers: reached in one form, known with source and purpose, protected facts shown on the record alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from people import Cast

from vitalfew_web.access.models import Role
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.choices import PLAYBOOK, Item, Personality
from vitalfew_web.accounts.models import Account, Contact, ContactItem
from vitalfew_web.accounts.services import Overtaken, add_contact, change_contact, drop_item, note_item
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.selectors import first_broken_seal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CANARY = "Canary Lane 7, Suzhou"
HOME = {"value": CANARY, "origin": "self", "purpose": "greeting"}
BASE = "/customers/K-1001/people"


@pytest.fixture
def person(cast: Cast, account: Account) -> Contact:
    """Somebody at the customer of the manager."""
    fields = {"name": "罗建", "post": "plant manager", "decision_role": "decides", "phones": ["138 0013 8000"]}
    return add_contact(account=account, fields=fields, by=cast.manager, at=NOW)


def noted(person: Contact, cast: Cast, item: str, value: str, **more: object) -> ContactItem:
    """Something personal, written by the manager."""
    grounds = {"origin": "self", "purpose": "greeting", **more}
    return note_item(contact=person, item=item, value=value, by=cast.manager, at=NOW, **grounds)  # type: ignore[arg-type]


def test_a_person_is_added_in_the_browser_and_stands_on_the_page(
    as_: Callable[[str], Client], account: Account
) -> None:
    sent = {"name": "赵磊", "phones": "13800138000\n021-55501234", "mails": "zhao@example.com", "is_main": "on"}
    answer = as_("manager").post(f"{BASE}/new", sent, follow=True)
    assert "+86 21 5550 1234" in answer.content.decode()
    assert Contact.objects.get().phones == ["+86 138 0013 8000", "+86 21 5550 1234"]
    assert "赵磊" in as_("manager").get("/customers/K-1001/").content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("phones", "13800138000/13900139000", id="B-70-two-in-one-place"),
        ("phones", "call me"),
        ("mails", "no address"),
        ("name", ""),
        ("left_on", "2999-01-01"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    as_: Callable[[str], Client], account: Account, field: str, value: str
) -> None:
    answer = as_("manager").post(f"{BASE}/new", {"name": "赵磊", field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Contact.objects.exists()


def test_a_customer_is_found_by_the_people_at_it(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    def found(text: str) -> list[str]:
        return [row.name for row in as_("manager").get("/customers/", {"q": text}).context["page"].rows]

    assert found("luojian") == found("罗建") == found("0013 8000") == ["万达商贸"]
    change_contact(contact=person, fields={"name": "何敏"}, version=1, by=cast.manager, at=NOW)
    assert (found("luojian"), found("hemin")) == ([], ["万达商贸"])


def test_there_is_one_main_contact_and_nobody_who_left(cast: Cast, account: Account, person: Contact) -> None:
    change_contact(contact=person, fields={"is_main": True}, version=1, by=cast.manager, at=NOW)
    second = add_contact(account=account, fields={"name": "赵磊", "is_main": True}, by=cast.manager, at=NOW)
    assert list(Contact.objects.filter(is_main=True)) == [second]
    with pytest.raises(ValidationError):
        change_contact(contact=second, fields={"left_on": date(2026, 10, 1)}, version=1, by=cast.manager, at=NOW)


def test_who_saves_second_sees_what_they_typed(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    change_contact(contact=person, fields={"post": "director"}, version=1, by=cast.lead, at=NOW)
    with pytest.raises(Overtaken):
        change_contact(contact=person, fields={"post": "x"}, version=1, by=cast.manager, at=NOW)
    answer = as_("manager").post(f"{BASE}/{person.pk}/edit", {"name": "罗建", "post": "works manager", "version": 1})
    assert answer.status_code == 409
    assert 'value="works manager"' in answer.content.decode()
    assert Contact.objects.get().post == "director"


@pytest.mark.parametrize("missing", ["origin", "purpose"])
@pytest.mark.parametrize("item", Item.values)
def test_nothing_personal_is_kept_without_source_and_purpose(
    as_: Callable[[str], Client], cast: Cast, person: Contact, item: str, missing: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        noted(person, cast, item, "x", **{missing: ""})
    assert list(refused.value.message_dict) == [missing]
    assert as_("manager").post(f"{BASE}/{person.pk}/{item}", {**HOME, missing: ""}).status_code == 422
    assert not ContactItem.objects.exists()


def test_the_database_itself_holds_no_item_without_purpose_or_in_plain_and_code(cast: Cast, person: Contact) -> None:
    row = noted(person, cast, "residence", CANARY)
    for change in ({"purpose": ""}, {"value": CANARY}, {"secret": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactItem.objects.filter(pk=row.pk).update(**change)


def test_a_protected_fact_is_masked_on_every_page_and_in_no_record(
    as_: Callable[[str], Client], cast: Cast, person: Contact
) -> None:
    """Z-29: page, list, form, search, history, audit, file and database."""
    client = as_("lead")
    client.post(f"{BASE}/{person.pk}/residence", HOME)
    client.post(f"{BASE}/{person.pk}/residence", {**HOME, "value": f"{CANARY}, 2nd floor", "version": 1})
    pages = ["/customers/", "/customers/?q=canary", "/customers/K-1001/", f"{BASE}/{person.pk}"]
    for page in [*pages, f"{BASE}/{person.pk}/residence", f"{BASE}/{person.pk}/edit", BASE]:
        assert "Canary Lane" not in client.get(page).content.decode(), page
    assert "••••" in client.get(f"{BASE}/{person.pk}").content.decode()
    assert "Canary" not in b"".join(client.get("/customers/export.csv").streaming_content).decode()
    entries = AuditEntry.objects.filter(action=audit.ITEM_NOTED).order_by("id")
    assert [entry.after["residence"] for entry in entries] == ["•••• (1)", "•••• (2)"]
    client.post(f"{BASE}/{person.pk}/residence/reveal", {"reason": "to see", "vf-key": "k" * 32})
    client.post(f"{BASE}/{person.pk}/residence/reveal", {"reason": "to see", "vf-key": "k" * 32})
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "Canary" not in str(cursor.fetchall()), table


def test_it_is_shown_once_on_the_record(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    noted(person, cast, "residence", CANARY)
    client = as_("lead")
    assert client.post(f"{BASE}/{person.pk}/residence/reveal", {"reason": ""}).status_code == 422
    answer = client.post(f"{BASE}/{person.pk}/residence/reveal", {"reason": "send the  calendar"})
    assert CANARY in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    entry = AuditEntry.objects.get(action=audit.REVEALED)
    assert (entry.by, entry.subject_id) == (cast.lead, person.pk)
    assert entry.after == {"item": "residence", "contact": "罗建", "account": "K-1001", "reason": "send the calendar"}
    assert first_broken_seal() is None
    assert CANARY not in client.get(f"{BASE}/{person.pk}").content.decode()


@pytest.mark.parametrize("who", ["manager", "analyst"])
def test_who_may_not_is_refused_and_the_attempt_is_kept(
    as_: Callable[[str], Client], cast: Cast, person: Contact, who: str
) -> None:
    """Z-25."""
    noted(person, cast, "residence", CANARY)
    answer = as_(who).post(f"{BASE}/{person.pk}/residence/reveal", {"reason": "curious"})
    assert answer.status_code == 403
    assert CANARY not in answer.content.decode()
    assert AuditEntry.objects.get(action=audit.REVEAL_REFUSED).by == getattr(cast, who)
    assert "reveal" not in as_(who).get(f"{BASE}/{person.pk}").content.decode()


def test_the_access_log_is_read_by_who_may_and_stands_on_no_timeline(
    as_: Callable[[str], Client], cast: Cast, person: Contact
) -> None:
    noted(person, cast, "birthday", "lunar:1980-04-08")
    as_("lead").post(f"{BASE}/{person.pk}/birthday/reveal", {"reason": "wish well"})
    as_("manager").post(f"{BASE}/{person.pk}/birthday/reveal", {"reason": "x"})
    assert as_("administrator").get("/access-log/").status_code == 403
    cast.administrator.roles.add(Role.objects.get(name="Privacy officer"))
    page = as_("administrator").get("/access-log/").content.decode()
    for words in ("wish well", "Birthday", "罗建 · K-1001", "Lead", "asked for without the right"):
        assert words in page
    assert "1980" not in page
    assert "wish well" not in as_("lead").get("/customers/K-1001/").content.decode()


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ({"calendar": "solar", "year": "1980", "month": "5", "day": "12"}, "1980, 5/12"),
        pytest.param({"calendar": "solar", "month": "5", "day": "12"}, "5/12", id="B-71-month-and-day"),
        ({"calendar": "lunar", "year": "1980", "month": "4", "day": "8"}, "1980, day 8 of lunar month 4"),
        ({"calendar": "lunar", "month": "4", "day": "8", "leap": "on"}, "day 8 of the leap lunar month 4"),
    ],
)
def test_a_birthday_is_kept_by_the_calendar_it_is_known_in(
    as_: Callable[[str], Client], person: Contact, sent: dict[str, str], shown: str
) -> None:
    grounds = {"origin": "self", "purpose": "greeting"}
    assert as_("lead").post(f"{BASE}/{person.pk}/birthday", {**grounds, **sent}).status_code == 302
    page = as_("lead").post(f"{BASE}/{person.pk}/birthday/reveal", {"reason": "greeting"}).content.decode()
    assert f"{shown}; next on " in page


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"year": "2026", "month": "12", "day": "31"}, id="B-71-future"),
        pytest.param({"year": "1800", "month": "1", "day": "1"}, id="B-71-1800"),
        pytest.param({"year": "2014", "month": "1", "day": "1"}, id="B-71-under-14"),
        pytest.param({"year": "0", "month": "0", "day": "0"}, id="B-71-zeros"),
        pytest.param({"month": "2", "day": "31"}, id="B-71-no-such-day"),
        pytest.param({"month": "999999999999", "day": "1"}, id="B-71-huge"),
    ],
)
def test_a_birthday_that_cannot_be_kept_is_refused(
    as_: Callable[[str], Client], person: Contact, sent: dict[str, str]
) -> None:
    grounds = {"origin": "self", "purpose": "greeting", "calendar": "solar"}
    assert as_("lead").post(f"{BASE}/{person.pk}/birthday", {**grounds, **sent}).status_code == 422
    assert not ContactItem.objects.exists()


def test_a_type_of_person_opens_its_playbook(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    assert set(PLAYBOOK) == set(Personality)
    noted(person, cast, "personality", "vip")
    page = as_("manager").get(f"{BASE}/{person.pk}").content.decode()
    assert "Prepare thoroughly; be modest and brief." in page
    assert "Flattery" in page


def test_what_is_written_by_two_at_once_is_not_lost_unseen(cast: Cast, person: Contact) -> None:
    noted(person, cast, "attitude", "open")
    with pytest.raises(Overtaken):
        noted(person, cast, "attitude", "reserved")
    noted(person, cast, "attitude", "reserved", version=1)
    assert ContactItem.objects.get().value == "reserved"


def test_what_is_deleted_leaves_no_trace_of_its_text(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    noted(person, cast, "residence", CANARY)
    as_("manager").post(f"{BASE}/{person.pk}/residence/delete")
    assert ContactItem.objects.exists()
    as_("manager").post(f"{BASE}/{person.pk}/residence/delete", {"version": 1})
    assert not ContactItem.objects.exists()
    assert AuditEntry.objects.get(action=audit.ITEM_DROPPED).before["residence"] == "•••• (1)"
    assert as_("manager").post(f"{BASE}/{person.pk}/residence/delete").status_code == 404
    with pytest.raises(ContactItem.DoesNotExist):
        drop_item(contact=person, item="residence", version=1, by=cast.manager, at=NOW)


def test_a_customer_who_is_a_person_needs_no_contact(
    as_: Callable[[str], Client], cast: Cast, open_one: Callable[..., Account]
) -> None:
    """M178."""
    account = open_one(cast.manager, name="Anna Berg", kind="person")
    own = Contact.objects.get(account=account, itself=True)
    page = as_("manager").get(f"/customers/{account.number}/").content.decode()
    assert f"/customers/{account.number}/people/{own.pk}" in page
    answer = as_("lead").post(f"/customers/{account.number}/people/{own.pk}/residence", HOME)
    assert answer.status_code == 302


def test_markup_in_what_is_known_is_text(as_: Callable[[str], Client], cast: Cast, person: Contact) -> None:
    """B-58."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    noted(person, cast, "attitude", bad)
    change_contact(contact=person, fields={"post": bad, "name": bad}, version=1, by=cast.manager, at=NOW)
    for page in (f"{BASE}/{person.pk}", "/customers/K-1001/", f"{BASE}/{person.pk}/edit"):
        text = as_("manager").get(page).content.decode()
        assert "<script>alert" not in text
        assert "<img" not in text


@pytest.mark.parametrize("item", ["nonsense", "pk", "secret"])
def test_an_item_that_is_none_is_not_found(as_: Callable[[str], Client], person: Contact, item: str) -> None:
    assert as_("manager").get(f"{BASE}/{person.pk}/{item}").status_code == 404
    assert as_("lead").post(f"{BASE}/{person.pk}/{item}/reveal", {"reason": "because"}).status_code == 404


def test_a_person_is_not_reached_through_another_customer(
    as_: Callable[[str], Client], cast: Cast, person: Contact, open_one: Callable[..., Account]
) -> None:
    other = open_one(cast.manager, name="Nordwind")
    assert as_("manager").get(f"/customers/{other.number}/people/{person.pk}").status_code == 404
