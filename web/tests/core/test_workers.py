"""Several workers, each a process of its own, on one database in a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

START = """
import os, sys, threading
from datetime import timedelta
import django
django.setup()
from django.core.management import call_command
from django.utils import timezone
from vitalfew_web.core.jobs import take_up_again
from vitalfew_web.core.models import Job
from vitalfew_web.core.registries import JOBS, Kind
from vitalfew_web.core.services import start_job
from vitalfew_web.core.worker import work_once

def note(job, progress):
    with open("done.txt", "a") as file:
        file.write(f"{job.arguments['n']}\\n")
    if job.arguments.get("deadly") and job.attempts == 1:
        os.kill(os.getpid(), 9)

JOBS["test.job"] = Kind(run=note, label="Test")
"""
PREPARE = """
call_command("migrate", verbosity=0)
for n in range({jobs}):
    start_job(kind="test.job", by=None, at=timezone.now(), arguments={{"n": n, "deadly": {deadly}}})
"""
WORK = """
while work_once(timezone.now(), threading.Event(), quick=False):
    pass
"""
AFTER = """
take_up_again(timezone.now() + timedelta(minutes=1))
"""
STATES = """
print(*Job.objects.values_list("status", flat=True))
"""


def started(script: str, folder: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings", "VF_DATA": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", START + script], env=env, cwd=folder, stdout=subprocess.PIPE, text=True
    )


def said(script: str, folder: Path) -> str:
    with started(script, folder) as process:
        answer, _ = process.communicate(timeout=120)
    return answer


@pytest.mark.slow
@pytest.mark.parametrize(("workers", "jobs"), [pytest.param(4, 200, id="F-12")])
def test_each_job_is_done_by_one_worker_alone(tmp_path: Path, workers: int, jobs: int) -> None:
    said(PREPARE.format(jobs=jobs, deadly=False), tmp_path)
    at_work = [started(WORK, tmp_path) for _ in range(workers)]
    for each in at_work:
        with each:
            assert each.wait(timeout=120) == 0
    done = Counter((tmp_path / "done.txt").read_text().split())
    assert done == Counter(str(number) for number in range(jobs))
    assert set(said(STATES, tmp_path).split()) == {"done"}


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.slow
def test_what_a_killed_worker_held_is_done_by_the_next(tmp_path: Path) -> None:
    said(PREPARE.format(jobs=2, deadly=True), tmp_path)
    with started(WORK, tmp_path) as killed:
        assert killed.wait(timeout=60) == -9
    assert said(STATES, tmp_path).split() == ["running", "waiting"]
    with started(AFTER + WORK, tmp_path) as killed:
        assert killed.wait(timeout=60) == -9
    assert said(AFTER + WORK + STATES, tmp_path).split() == ["done", "done"]
