"""An action on more rows than a request bears: by a worker, in parts, with the rights of then, and back again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.access.services import change_person
from vitalfew_web.accounts.models import Account, Group
from vitalfew_web.accounts.services import make_group
from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.jobs import Stopped
from vitalfew_web.core.models import AuditEntry, Job
from vitalfew_web.core.worker import work_once
from vitalfew_web.work.models import Change, Notification
from vitalfew_web.work.services import go_on

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MANY = 1_003
As = Callable[[str], Client]


@pytest.fixture
def many(cast: Cast) -> list[int]:
    """More customers of the manager than a request changes at once."""
    moments = {"opened_at": NOW, "changed_at": NOW}
    Account.objects.bulk_create(
        Account(number=f"M-{place:04}", name=f"Customer {place:04}", owner=cast.manager, **moments)
        for place in range(MANY)
    )
    return list(Account.objects.order_by("id").values_list("pk", flat=True))


@pytest.fixture
def group(cast: Cast) -> Group:
    return make_group(fields={"name": "Fair", "shared": True}, by=cast.manager, at=NOW)


def ask(client: Client, action: str = "group", **sent: object) -> Change:
    """Ask for an action on all rows of the list."""
    answer = client.post(f"/customers/bulk/{action}", {"everything": "1", "confirmed": "1", **sent})
    change = Change.objects.latest("id")
    assert (answer.status_code, answer["Location"]) == (302, f"/changes/{change.pk}/")
    return change


def work() -> None:
    while work_once(timezone.now(), threading.Event(), quick=False):
        pass


def test_the_number_stands_before_it_is_done(as_: As, many: list[int], group: Group) -> None:
    asks = as_("manager").post("/customers/bulk/group", {"everything": "1"}).content.decode()
    assert "Put 1,003 into a group" in asks
    assert "behind the page" in asks
    assert not Change.objects.exists()


def test_a_worker_does_it_and_takes_it_back(as_: As, cast: Cast, many: list[int], group: Group) -> None:
    client = as_("manager")
    change = ask(client, group=group.pk)
    page = f"/changes/{change.pk}/"
    assert "Waiting" in client.get(page).content.decode()
    assert group.accounts.count() == 0
    work()
    assert group.accounts.count() == MANY
    assert "Take all of it back" in client.get(page).content.decode()
    told = Notification.objects.get(person=cast.manager)
    assert (told.title, told.url) == ("Done: Put 1,003 into a group", page)
    back = client.post(f"{page}undo", follow=True)
    work()
    assert group.accounts.count() == 0
    assert "Taken back: Put 1,003 into a group" in back.content.decode()
    assert "There is nothing to take back." in client.post(f"{page}undo", follow=True).content.decode()


def test_what_is_not_theirs_by_then_is_left_and_said(as_: As, cast: Cast, many: list[int], group: Group) -> None:
    client = as_("manager")
    change = ask(client, group=group.pk)
    Account.objects.filter(pk__in=many[:2]).update(owner=cast.mate)
    work()
    change.refresh_from_db()
    assert (change.changed, change.refused) == (MANY - 2, ["2 that are not yours"])
    assert "2 that are not yours" in client.get(f"/changes/{change.pk}/").content.decode()


def test_a_worker_goes_on_where_another_stopped(as_: As, many: list[int], group: Group) -> None:
    change = ask(as_("manager"), group=group.pk)
    told = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        go_on(change=change, at=NOW, tell=tell)
    assert group.accounts.count() == 1000
    work()
    assert told == [(0, MANY), (1000, MANY)]
    assert group.accounts.count() == MANY
    assert AuditEntry.objects.filter(action="accounts.group.filled").count() == 2


@pytest.mark.parametrize("case", [pytest.param("role", id="Z-24 role lost before the job runs")])
def test_who_may_not_do_it_by_then_does_nothing(as_: As, cast: Cast, many: list[int], group: Group, case: str) -> None:
    ask(as_("manager"), group=group.pk)
    change_person(person=cast.manager, fields={"roles": []}, by=cast.administrator, at=NOW)
    work()
    job = Job.objects.get(kind="work.change")
    assert (job.status, job.said) == (JobStatus.FAILED, "You may not do this any more. What was done until then stays.")
    assert group.accounts.count() == 0


def test_a_change_is_ones_own(as_: As, many: list[int], group: Group) -> None:
    change = ask(as_("manager"), group=group.pk)
    for other in ("mate", "director", "administrator"):
        assert as_(other).get(f"/changes/{change.pk}/").status_code == 404
        assert as_(other).post(f"/changes/{change.pk}/undo").status_code == 404
