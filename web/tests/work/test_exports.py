"""Lists taken out as files: who gets them, for how long, with whose rights, and how much within an hour."""

from __future__ import annotations

import resource
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.access.models import Role
from vitalfew_web.access.services import change_person
from vitalfew_web.accounts.models import Account, Contact, ContactItem
from vitalfew_web.accounts.services import change_account
from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.models import AuditEntry, Job
from vitalfew_web.core.permissions import ACCESS_LOG
from vitalfew_web.core.secrecy import Secret
from vitalfew_web.core.worker import work_once
from vitalfew_web.work import gateways
from vitalfew_web.work.models import Export, Notification, Use
from vitalfew_web.work.services import clear_exports, forget_uses

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIST = "/customers/export.csv"
As = Callable[[str], Client]


@pytest.fixture
def five(cast: Cast, open_one: Callable[..., Account], settings: Any) -> list[Account]:
    """Five customers of the manager, which are a long list here."""
    settings.EXPORT_AT_ONCE = 3
    return [open_one(cast.manager, name=f"Customer {place}") for place in range(5)]


def ask(client: Client, kind: str = "csv", **sent: Any) -> Export:
    """Ask for the file of the whole list."""
    answer = client.post(f"/customers/export.{kind}", {"everything": "5", **sent})
    assert answer.status_code == 303
    export = Export.objects.latest("id")
    assert answer["Location"] == f"/exports/{export.key}/"
    return export


def work() -> None:
    """Let the worker do what waits."""
    while work_once(timezone.now(), threading.Event(), quick=False):
        pass


def made(client: Client) -> Export:
    """An export whose file is there."""
    export = ask(client)
    work()
    return Export.objects.get(pk=export.pk)


def file_of(client: Client, export: Export) -> str:
    answer = client.get(f"/exports/{export.key}/file")
    assert answer.status_code == 200, answer.status_code
    assert answer["Content-Disposition"] == f'attachment; filename="{export.file_name}"'
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def kept() -> list[str]:
    return sorted(path.name for path in gateways.exports().glob("*"))


def test_a_long_list_is_made_behind_the_page_and_its_owner_is_told(as_: As, cast: Cast, five: list[Account]) -> None:
    client = as_("manager")
    asks = client.get(LIST + "?sort=-name")
    assert "Make the file" in asks.content.decode()
    assert not Export.objects.exists()
    export = ask(client, name="My customers")
    assert "Waiting" in client.get(f"/exports/{export.key}/").content.decode()
    assert client.get(f"/exports/{export.key}/file").status_code == 404
    work()
    export.refresh_from_db()
    assert [line.split(",")[0] for line in file_of(client, export).splitlines()[1:]] == [each.name for each in five]
    assert "Save the file" in client.get(f"/exports/{export.key}/").content.decode()
    told = Notification.objects.get(person=cast.manager)
    assert (told.title, told.url) == ("My customers.csv is ready", f"/exports/{export.key}/")
    assert kept() == [export.place]


def test_a_short_list_comes_at_once(as_: As, cast: Cast, account: Account) -> None:
    answer = as_("manager").get(LIST)
    assert account.name in b"".join(answer.streaming_content).decode("utf-8-sig")
    entry = AuditEntry.objects.get(action="work.list.exported")
    assert (entry.by, entry.after["rows"], entry.after["file"]) == (cast.manager, 1, "customers.csv")


def test_a_workbook_is_made_as_well(as_: As, five: list[Account]) -> None:
    client = as_("manager")
    export = ask(client, "xlsx")
    work()
    content = b"".join(client.get(f"/exports/{export.key}/file").streaming_content)
    assert content[:2] == b"PK"
    assert Export.objects.get().size == len(content)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("mate", id="B-80 Z-14 another of the team"),
        pytest.param("director", id="B-80 who sees all"),
        pytest.param("stranger", id="Z-14 a stranger"),
    ],
)
def test_nobody_else_gets_it(as_: As, five: list[Account], other: str) -> None:
    export = made(as_("manager"))
    for page in ("", "file"):
        assert as_(other).get(f"/exports/{export.key}/{page}").status_code == 404


@pytest.mark.parametrize(
    "key", [pytest.param("0" * 32, id="B-80 guessed"), pytest.param("1", id="B-80 counted"), "..", "%2e%2e%2fvitalfew"]
)
def test_a_guessed_key_is_none(as_: As, five: list[Account], key: str) -> None:
    export = made(as_("manager"))
    assert len(export.key) * 4 == 128
    assert as_("manager").get(f"/exports/{key}/file").status_code == 404


@pytest.mark.parametrize("case", [pytest.param("logout", id="Z-14 after logout")])
def test_who_is_logged_out_gets_nothing(as_: As, five: list[Account], case: str) -> None:
    client = as_("manager")
    export = made(client)
    client.post("/logout/")
    assert client.get(f"/exports/{export.key}/file").status_code == 404


@pytest.mark.parametrize("case", [pytest.param("day", id="B-80 Z-14 after 24 hours")])
def test_after_a_day_it_is_gone(as_: As, five: list[Account], case: str) -> None:
    client = as_("manager")
    export = made(client)
    Export.objects.update(asked_at=timezone.now() - timedelta(hours=24))
    assert client.get(f"/exports/{export.key}/").status_code == 404
    assert client.get(f"/exports/{export.key}/file").status_code == 404
    clear_exports(at=timezone.now())
    assert (kept(), Export.objects.count()) == ([], 0)


def test_the_sweep_leaves_what_is_young_and_takes_what_a_broken_job_left(as_: As, five: list[Account]) -> None:
    export = made(as_("manager"))
    (gateways.exports() / "abandoned.part").mkdir()
    clear_exports(at=timezone.now())
    assert kept() == [export.place, "abandoned.part"] or kept() == ["abandoned.part", export.place]
    clear_exports(at=timezone.now() + timedelta(hours=23, minutes=59))
    assert Export.objects.count() == 1
    clear_exports(at=timezone.now() + timedelta(hours=25))
    assert kept() == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"roles": []}, id="Z-14 after role loss"),
        pytest.param({"is_active": False}, id="Z-14 locked out"),
        pytest.param({"roles": ["Data analyst"]}, id="B-80 another role"),
    ],
)
def test_who_lost_the_right_gets_nothing(as_: As, cast: Cast, five: list[Account], fields: dict[str, Any]) -> None:
    client = as_("manager")
    export = made(client)
    if "roles" in fields:
        fields = {"roles": Role.objects.filter(name__in=fields["roles"])}
    change_person(person=cast.manager, fields=fields, by=cast.administrator, at=NOW)
    assert client.get(f"/exports/{export.key}/file").status_code == 404


@pytest.mark.parametrize("case", [pytest.param("reach", id="Z-14 who sees others by now")])
def test_who_sees_other_customers_by_now_makes_it_anew(as_: As, cast: Cast, five: list[Account], case: str) -> None:
    client = as_("lead")
    export = made(client)
    file_of(client, export)
    change_person(person=cast.mate, fields={"team": cast.stranger.team}, by=cast.administrator, at=NOW)
    assert client.get(f"/exports/{export.key}/file").status_code == 404


@pytest.mark.parametrize("case", [pytest.param("later", id="Z-24 customers given away before the job runs")])
def test_the_worker_sees_what_the_person_sees_by_then(as_: As, cast: Cast, five: list[Account], case: str) -> None:
    client = as_("manager")
    export = ask(client)
    change_account(account=five[0], fields={"owner": cast.mate}, version=1, by=cast.lead, at=NOW)
    work()
    export.refresh_from_db()
    assert "Customer 0" not in file_of(client, export)
    assert export.rows == 4


@pytest.mark.parametrize("case", [pytest.param("role", id="Z-24 role lost before the job runs")])
def test_without_the_right_the_worker_makes_nothing(as_: As, cast: Cast, five: list[Account], case: str) -> None:
    ask(as_("manager"))
    change_person(person=cast.manager, fields={"roles": []}, by=cast.administrator, at=NOW)
    work()
    job = Job.objects.get(kind="work.export")
    assert (job.status, job.said) == (JobStatus.FAILED, "You may not take this list out any more. No file was made.")
    assert kept() == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../../outside", id="B-79 folders above"),
        pytest.param("/etc/cron", id="B-79 from the root"),
        pytest.param("a\\b", id="B-79 Windows"),
        pytest.param("a\0b", id="B-79 end of text"),
        pytest.param(".hidden", id="B-79 hidden"),
        pytest.param("C:x", id="B-79 drive"),
        pytest.param("", id="B-79 none"),
    ],
)
def test_a_name_with_parts_of_a_path_is_refused(as_: As, five: list[Account], name: str) -> None:
    assert as_("manager").post(LIST, {"everything": "5", "name": name}).status_code == 400
    work()
    assert (kept(), Export.objects.count()) == ([], 0)


@contextmanager
def room_for(bytes_of_a_file: int) -> Iterator[None]:
    """Let the system refuse larger files, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_of_a_file, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("kind", [pytest.param("csv", id="F-21 text"), pytest.param("xlsx", id="F-21 workbook")])
def test_a_full_disk_leaves_no_cut_file_and_says_what_is_needed(
    as_: As, cast: Cast, open_one: Callable[..., Account], settings: Any, kind: str
) -> None:
    settings.EXPORT_AT_ONCE = 0
    for place in range(60):
        open_one(cast.manager, name=f"Customer {place} " + "long " * 30, region="East China")
    client = as_("manager")
    export = ask(client, kind)
    with room_for(2_000):
        work()
    job = Job.objects.get(kind="work.export")
    assert job.status == JobStatus.FAILED
    assert job.said.startswith("The disk has no room for the file, which needs about")
    assert kept() == []
    assert "No file was made" in client.get(f"/exports/{export.key}/").content.decode()
    assert client.get(f"/exports/{export.key}/file").status_code == 404


@pytest.fixture
def officer(cast: Cast) -> Cast:
    """The analyst looks after privacy as well."""
    log = Role.objects.create(name="Log", permissions=[ACCESS_LOG], reach="own")
    cast.analyst.roles.add(log)
    lead_of_east = cast.manager.team
    assert lead_of_east is not None
    lead_of_east.head = cast.lead
    lead_of_east.save()
    return cast


@pytest.mark.parametrize("case", [pytest.param("rows", id="Z-35 rows")])
def test_more_rows_than_an_hour_allows_are_stopped_and_told(
    as_: As, officer: Cast, five: list[Account], settings: Any, case: str
) -> None:
    settings.HOURLY = {"rows": 9, "reveals": 200}
    client = as_("manager")
    ask(client)
    stopped = client.post(LIST, {"everything": "5"})
    assert stopped.status_code == 429
    assert "Within an hour one person takes at most 9 rows out as files." in stopped.content.decode()
    assert client.post(LIST, {"everything": "5"}).status_code == 429
    told = Notification.objects.filter(occasion__startswith="limit").order_by("person_id")
    assert [(each.person, each.title) for each in told] == [
        (officer.lead, "Manager was stopped at the limit of an hour"),
        (officer.analyst, "Manager was stopped at the limit of an hour"),
    ]
    assert AuditEntry.objects.filter(action="work.limit.stopped", by=officer.manager).count() == 2
    assert Export.objects.count() == 1
    # What was taken out more than an hour ago counts no longer.
    Use.objects.update(at=timezone.now() - timedelta(hours=1))
    ask(client)


def test_who_may_go_beyond_the_limit_is_not_stopped(as_: As, five: list[Account], settings: Any) -> None:
    settings.HOURLY = {"rows": 1, "reveals": 200}
    ask(as_("director"))
    assert as_("lead").post(LIST, {"everything": "5"}).status_code == 429


@pytest.mark.parametrize("case", [pytest.param("reveals", id="Z-35 reveals")])
def test_more_reveals_than_an_hour_allows_are_stopped_and_told(
    as_: As, officer: Cast, account: Account, settings: Any, case: str
) -> None:
    settings.HOURLY = {"rows": 5000, "reveals": 2}
    contact = Contact.objects.create(account=account, name="罗建", changed_at=NOW)
    grounds = {"origin": "self", "purpose": "greeting", "noted_by": officer.manager, "noted_at": NOW}
    ContactItem.objects.create(contact=contact, item="birthday", secret=Secret("solar:1980-05-12"), **grounds)
    client, page = as_("lead"), f"/customers/{account.number}/people/{contact.pk}/birthday/reveal"
    answers = [client.post(page, {"reason": "A card for the birthday"}) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "at most 2 protected facts" in answers[2].content.decode()
    assert "1980" not in answers[2].content.decode()
    assert [each.person for each in Notification.objects.all()] == [officer.analyst]
    assert AuditEntry.objects.filter(action="accounts.contact.revealed").count() == 2


def test_what_counts_no_longer_is_forgotten(as_: As, five: list[Account]) -> None:
    ask(as_("manager"))
    forget_uses(at=timezone.now() + timedelta(hours=23))
    assert Use.objects.count() == 1
    forget_uses(at=timezone.now() + timedelta(hours=25))
    assert Use.objects.count() == 0
