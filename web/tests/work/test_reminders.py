"""Each reminder is given once, on time, in the time zone of its person: also after a restart and by two workers."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from people import Cast

from vitalfew_web.core.worker import go_round
from vitalfew_web.work.models import Notification, Task
from vitalfew_web.work.services import add_task, finish_task, remind_due, snooze_task

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def task_at(cast: Cast, day: date, clock: time | None, **fields: Any) -> Task:
    given = {"text": "Call", "due_on": day, "due_time": clock, "remind_before": 0, **fields}
    return add_task(fields=given, by=cast.manager, at=datetime(2026, 1, 1, tzinfo=UTC))


def test_it_comes_at_its_minute_and_once(cast: Cast) -> None:
    cast.manager.time_zone = "Asia/Shanghai"
    cast.manager.save()
    task_at(cast, date(2026, 11, 23), time(18, 30))
    due = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    assert remind_due(due - timedelta(seconds=1)) == 0
    assert remind_due(due) == 1
    assert remind_due(due + timedelta(days=1)) == 0
    told = Notification.objects.get()
    assert (told.title, told.text) == ("Call", "23 Nov 2026, 18:30")


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        pytest.param(date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC), id="F-28 gap"),
        pytest.param(date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), id="F-28 overlap"),
    ],
)
def test_where_the_clocks_change_it_comes_exactly_once(cast: Cast, day: date, utc: datetime) -> None:
    cast.manager.time_zone = "Europe/Berlin"
    cast.manager.save()
    task_at(cast, day, time(2, 30))
    given = [remind_due(utc + timedelta(minutes=minutes)) for minutes in range(-180, 181, 10)]
    assert sum(given) == 1
    assert given[18] == 1


def test_the_worker_gives_what_came_due_while_none_was_at_work(cast: Cast) -> None:
    task_at(cast, date(2026, 11, 20), time(9))
    go_round(NOW)
    go_round(NOW + timedelta(seconds=10))
    assert Notification.objects.count() == 1


def test_what_is_done_or_whose_person_is_locked_out_reminds_nobody(cast: Cast) -> None:
    finish_task(task=task_at(cast, date(2026, 11, 23), time(9)), by=cast.manager, at=NOW)
    add_task(
        fields={"text": "x", "owner": cast.mate, "due_on": date(2026, 11, 23), "due_time": time(9), "remind_before": 0},
        by=cast.lead,
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    cast.mate.is_active = False
    cast.mate.save()
    Notification.objects.all().delete()
    assert remind_due(NOW) == 0
    assert not Notification.objects.exists()


def test_a_reminder_that_would_be_past_already_is_not_given(cast: Cast) -> None:
    fields = {"text": "x", "due_on": date(2026, 11, 23), "due_time": time(9, 5), "remind_before": 15}
    assert add_task(fields=fields, by=cast.manager, at=NOW).remind_at is None


def test_put_off_it_reminds_again(cast: Cast) -> None:
    task = task_at(cast, date(2026, 11, 23), time(9))
    assert remind_due(NOW) == 1
    snooze_task(task=task, how="hour", by=cast.manager, at=NOW)
    assert remind_due(NOW + timedelta(minutes=59)) == 0
    assert remind_due(NOW + timedelta(minutes=60)) == 1


START = """
import os, sys
from datetime import UTC, date, datetime, time
import django
django.setup()
from django.core.management import call_command
from vitalfew_web.access.services import add_person
from vitalfew_web.work.models import Notification, Task
from vitalfew_web.work.services import add_task, reminders
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""
PREPARE = """
call_command("migrate", verbosity=0)
who = add_person(email="a@example.com", name="A", password=None, roles=[], by=None, at=NOW)
for n in range(150):
    fields = {"text": f"t{n}", "due_on": date(2026, 11, 23), "due_time": time(9), "remind_before": 0}
    add_task(fields=fields, by=who, at=datetime(2026, 1, 1, tzinfo=UTC))
"""
REMIND = """
while reminders.remind_due(NOW):
    pass
"""
DIE = """
given = []
tell = reminders.notify
def told(**words):
    given.append(tell(**words))
    if len(given) == 40:
        os.kill(os.getpid(), 9)
    return given[-1]
reminders.notify = told
reminders.remind_due(NOW)
"""
COUNT = """
print(Notification.objects.count(), Task.objects.filter(remind_at__isnull=False).count())
"""


def started(script: str, folder: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings", "VF_DATA": str(folder)}
    return subprocess.Popen([sys.executable, "-c", START + script], env=env, stdout=subprocess.PIPE, text=True)


def said(script: str, folder: Path) -> str:
    with started(script, folder) as process:
        return process.communicate(timeout=120)[0].strip()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_after_a_kill_and_by_two_workers_each_is_given_once(tmp_path: Path) -> None:
    said(PREPARE, tmp_path)
    with started(DIE, tmp_path) as killed:
        assert killed.wait(timeout=60) == -9
    # The one whose worker died in the middle is as if it had not been begun.
    assert said(COUNT, tmp_path) == "39 111"
    both = [started(REMIND, tmp_path) for _ in range(2)]
    for each in both:
        with each:
            assert each.wait(timeout=120) == 0
    assert said(COUNT, tmp_path) == "150 0"
