"""Several people and workers at once, each with a connection of its own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import Overtaken, change_account
from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.models import AuditEntry, Job
from vitalfew_web.core.registries import JOBS, Kind
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.core.services import start_job
from vitalfew_web.core.worker import work_once

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


def at_once(times: int, do: Callable[[int], T]) -> list[T]:
    """What so many get who begin in the same moment."""
    gate = threading.Barrier(times)

    def one(place: int) -> T:
        gate.wait(timeout=30)
        try:
            return do(place)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_of_two_who_edit_one_customer_the_second_is_told(cast: Cast, account: Account) -> None:
    def change(place: int) -> str:
        try:
            change_account(account=account, fields={"name": f"N{place}"}, version=1, by=cast.manager, at=timezone.now())
        except Overtaken as overtaken:
            return overtaken.now.name
        return "saved"

    answers = at_once(2, change)
    account.refresh_from_db()
    assert sorted(answers) == sorted(["saved", account.name])
    assert account.version == 2


def posted(as_: Callable[[str], Client], **fields: str) -> Counter[int]:
    clients = [as_("manager") for _ in range(30)]
    return Counter(
        at_once(30, lambda place: clients[place].post("/customers/new", {"kind": "company", **fields}).status_code)
    )


def test_thirty_posts_with_one_number_make_one_customer(as_: Callable[[str], Client]) -> None:
    assert posted(as_, name="Once", number="K-7") == {302: 1, 422: 29}
    assert Account.objects.get().number == "K-7"
    assert first_broken_seal() is None


def test_thirty_customers_without_a_number_get_thirty(as_: Callable[[str], Client]) -> None:
    assert posted(as_, name="Many") == {302: 30}
    assert len(set(Account.objects.values_list("number", flat=True))) == 30


def test_two_customers_that_would_each_belong_to_the_other(cast: Cast, open_one: Callable[..., Account]) -> None:
    both = [open_one(cast.manager, name=name, number=name) for name in ("A", "B")]

    def belong(place: int) -> bool:
        fields = {"parent": both[1 - place]}
        try:
            change_account(account=both[place], fields=fields, version=1, by=cast.manager, at=timezone.now())
        except ValidationError:
            return False
        return True

    assert sorted(at_once(2, belong)) == [False, True]


def test_eight_writers_leave_one_chain(cast: Cast, open_one: Callable[..., Account]) -> None:
    accounts = [open_one(cast.manager, name=f"C{place}", number=f"C{place}") for place in range(8)]
    before = AuditEntry.objects.count()

    def write(place: int) -> None:
        for version in range(1, 11):
            fields = {"region": f"R{version}"}
            change_account(account=accounts[place], fields=fields, version=version, by=cast.manager, at=timezone.now())

    at_once(8, write)
    assert AuditEntry.objects.count() == before + 80
    assert first_broken_seal() is None


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often each job of the kind "test.job" was done."""
    found: Counter[int] = Counter()
    lock = threading.Lock()

    def note(job: Job, progress: Any) -> None:
        with lock:
            found[job.arguments["n"]] += 1

    monkeypatch.setitem(JOBS, "test.job", Kind(run=note, label="Test"))
    return found


@pytest.mark.parametrize(("workers", "jobs"), [pytest.param(4, 200, id="F-12")])
def test_each_job_is_done_by_one_worker_alone(noted: Counter[int], workers: int, jobs: int) -> None:
    for number in range(jobs):
        start_job(kind="test.job", by=None, at=timezone.now(), arguments={"n": number})

    def work(place: int) -> None:
        while work_once(timezone.now(), threading.Event(), quick=False):
            pass

    at_once(workers, work)
    while work_once(timezone.now(), threading.Event(), quick=False):
        pass
    assert noted == Counter(range(jobs))
    assert set(Job.objects.values_list("status", flat=True)) == {JobStatus.DONE}
