"""Work behind pages: done once, seen by those who may, and never lost with a worker."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from people import Cast

from vitalfew_web.core.choices import JobStatus
from vitalfew_web.core.jobs import HOLD, TIMES, Failed, Progress, take_one, take_up_again
from vitalfew_web.core.models import Job
from vitalfew_web.core.registries import JOBS, Kind
from vitalfew_web.core.services import start_job
from vitalfew_web.core.worker import work_once

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = threading.Event()


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Registers what the job "test.job" does."""

    def register(run: Callable[[Job, Progress], None], **traits: Any) -> None:
        monkeypatch.setitem(JOBS, "test.job", Kind(run=run, label="Test", **traits))

    return register


def asked(cast: Cast, **arguments: Any) -> Job:
    return start_job(kind="test.job", by=cast.manager, at=NOW, arguments=arguments)


def now(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def test_a_job_is_done_in_the_language_of_who_asked(cast: Cast, kind: Callable[..., None]) -> None:
    seen = []
    cast.manager.language = "zh-hans"
    cast.manager.save()
    kind(lambda job, progress: seen.append((job.arguments["n"], str(JobStatus.WAITING.label))))
    job = asked(cast, n=3)
    assert work_once(NOW, ON, quick=False)
    assert not work_once(NOW, ON, quick=False)
    assert seen == [(3, "等待中")]
    assert now(job).status == JobStatus.DONE


def test_how_far_it_is_stands_in_its_row(cast: Cast, kind: Callable[..., None]) -> None:
    told = []

    def run(job: Job, progress: Progress) -> None:
        progress(40, 100, "Reading")
        told.append((now(job).done, now(job).total, now(job).said))

    kind(run)
    job = asked(cast)
    work_once(NOW, ON, quick=False)
    assert told == [(40, 100, "Reading")]
    assert now(job).has_ended


def test_what_people_must_know_is_said(cast: Cast, kind: Callable[..., None]) -> None:
    def run(job: Job, progress: Progress) -> None:
        raise Failed("The file is empty. Nothing was changed. Choose another.")

    kind(run)
    job = asked(cast)
    work_once(NOW, ON, quick=False)
    assert (now(job).status, now(job).said[:18]) == (JobStatus.FAILED, "The file is empty.")


def test_an_unexpected_fault_has_a_reference_and_no_trace(cast: Cast, kind: Callable[..., None], caplog: Any) -> None:
    kind(lambda job, progress: 1 // 0)
    job = asked(cast)
    work_once(NOW, ON, quick=False)
    found = now(job)
    assert found.status == JobStatus.FAILED
    assert "ZeroDivision" not in found.said
    assert found.reference
    assert found.reference in caplog.text


def test_it_is_tried_again_later_as_often_as_its_kind_says(cast: Cast, kind: Callable[..., None]) -> None:
    kind(lambda job, progress: 1 // 0, retries=1)
    job = asked(cast)
    work_once(NOW, ON, quick=False)
    assert now(job).status == JobStatus.WAITING
    assert not work_once(NOW, ON, quick=False)
    Job.objects.update(due_at=NOW)
    work_once(NOW, ON, quick=False)
    assert (now(job).status, now(job).attempts) == (JobStatus.FAILED, 2)


def test_a_worker_that_is_to_end_gives_the_job_back(cast: Cast, kind: Callable[..., None]) -> None:
    ending = threading.Event()

    def run(job: Job, progress: Progress) -> None:
        ending.set()
        progress(1, 2)
        raise AssertionError("it was to stop")

    kind(run)
    job = asked(cast)
    work_once(NOW, ending, quick=False)
    assert (now(job).status, now(job).attempts, now(job).holder != "") == (JobStatus.WAITING, 0, True)
    assert take_one(NOW, quick=False) is not None


@pytest.mark.parametrize(("traits", "attempts", "status"), [
    ({}, 0, JobStatus.WAITING),
    ({}, TIMES - 1, JobStatus.INTERRUPTED),
    ({"resumable": False}, 0, JobStatus.INTERRUPTED),
])  # fmt: skip
def test_what_a_dead_worker_left_is_taken_up_or_said(
    cast: Cast, kind: Callable[..., None], traits: dict[str, Any], attempts: int, status: JobStatus
) -> None:
    kind(lambda job, progress: None, **traits)
    job = asked(cast)
    Job.objects.update(attempts=attempts)
    assert take_one(NOW, quick=False) is not None
    take_up_again(NOW + HOLD / 2)
    assert now(job).status == JobStatus.RUNNING
    take_up_again(NOW + 2 * HOLD)
    assert now(job).status == status


def test_who_lost_a_job_to_another_stops_and_ends_nothing(cast: Cast, kind: Callable[..., None]) -> None:
    def run(job: Job, progress: Progress) -> None:
        Job.objects.update(holder="another", held_until=NOW + HOLD)
        progress(1, 2)

    kind(run)
    job = asked(cast)
    work_once(NOW, ON, quick=False)
    assert (now(job).status, now(job).holder) == (JobStatus.RUNNING, "another")


def test_quick_work_does_not_wait_behind_long_work(cast: Cast, kind: Callable[..., None]) -> None:
    kind(lambda job, progress: None)
    asked(cast)
    assert take_one(NOW, quick=True) is None
    kind(lambda job, progress: None, quick=True)
    assert take_one(NOW, quick=True) is not None


def test_a_job_that_is_not_yet_due_waits(cast: Cast, kind: Callable[..., None]) -> None:
    kind(lambda job, progress: None)
    asked(cast)
    assert take_one(NOW - timedelta(seconds=1), quick=False) is None


def test_only_those_who_may_see_a_job_see_it(
    cast: Cast, as_: Callable[[str], Client], kind: Callable[..., None]
) -> None:
    kind(lambda job, progress: None)
    job = asked(cast)
    assert as_("manager").get(f"/jobs/{job.pk}/").status_code == 200
    assert as_("mate").get(f"/jobs/{job.pk}/").status_code == 404
    kind(lambda job, progress: None, permission="access:people:manage")
    assert as_("administrator").get(f"/jobs/{job.pk}/").status_code == 200


def test_the_page_that_waits_loads_itself_anew_at_the_end(
    cast: Cast, as_: Callable[[str], Client], kind: Callable[..., None]
) -> None:
    kind(lambda job, progress: None)
    job = asked(cast)
    client = as_("manager")
    waiting = client.get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"})
    assert b"every 1s" in waiting.content
    assert "HX-Refresh" not in waiting
    work_once(NOW, ON, quick=False)
    ended = client.get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"})
    assert b"every 1s" not in ended.content
    assert ended["HX-Refresh"] == "true"


def test_a_kind_that_nobody_knows_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="no such kind"):
        start_job(kind="no.such", by=cast.manager, at=NOW)


def test_a_sign_of_life_that_the_database_refuses_is_given_again(
    cast: Cast, kind: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    again, said = threading.Event(), []

    def held(job: Job, **_written: object) -> None:
        said.append(job.pk)
        if len(said) == 1:
            raise OperationalError("database table is locked")
        again.set()

    def run(_job: Job, _progress: Progress) -> None:
        assert again.wait(60), "no second sign came"

    kind(run)
    job = asked(cast)
    monkeypatch.setattr("vitalfew_web.core.jobs.SIGN", 0.01)
    monkeypatch.setattr("vitalfew_web.core.jobs._held", held)
    assert work_once(NOW, threading.Event(), quick=False)
    assert len(said) > 1
    assert now(job).status == JobStatus.DONE
