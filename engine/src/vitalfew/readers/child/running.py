"""Foreign files are opened in a limited child process; only typed rows and a report come back.

The parent sends a job (pickled: it trusts itself) and takes JSON and Arrow data back, never pickles:
whoever breaks the child through a hostile file must gain nothing here. Limits: `confinement.py`.
"""

import errno
import json
import math
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.counting import listener
from vitalfew.readers.job import DISK_FULL, MEGABYTE, Job

_STEP = 0.2
"""Seconds between two looks at how far a child has come."""
_DIGITS = 15

_KEPT_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH", "PYTHONTZPATH", "SYSTEMROOT")
_FLAGS = ("-I", "-S", "-X", "utf8", "-c")
_START = "import sys; sys.path[:] = sys.argv[4:]; from vitalfew.readers.child.worker import main; main()"


def run(job: Job) -> dict[str, Any]:
    """Do the job in a child process and give back its answer; a Refusal in the child is raised here.

    A child that dies of its limits is a Refusal too. Ctrl-C and every other end of the parent end the child.
    """
    for left in (job.report, job.count):
        left.unlink(missing_ok=True)
    arguments = [str(job.work), str(job.memory), str(job.seconds), *map(os.path.abspath, sys.path)]
    with subprocess.Popen(
        [sys.executable, *_FLAGS, _START, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=job.work,
        env=_environment(job.work),
    ) as process:
        try:
            _wait(process, job)
        except BrokenPipeError:
            process.wait()
        finally:
            process.kill()
    return _answer(job, process.returncode)


def _wait(process: "subprocess.Popen[bytes]", job: Job) -> None:
    """Hand over the job and wait for the end; whoever listens hears now and then, and at last, how far the child is."""
    heard, patience = listener(), 2 * job.seconds
    step = _STEP if heard else patience
    request: bytes | None = pickle.dumps(job)
    for _ in range(math.ceil(patience / step)):
        with suppress(subprocess.TimeoutExpired):
            process.communicate(request, timeout=step)
            patience = 0
        request = None
        if heard and (rows := rows_read(job)) is not None:
            heard(job.table, rows)
        if not patience:
            return
    raise _too_slow(job)


def rows_read(job: Job) -> int | None:
    """The rows that the child says it has read; whatever else stands there says nothing."""
    try:
        with job.count.open("rb") as file:
            return int(file.read(_DIGITS))
    except (OSError, ValueError):
        return None


def _environment(work: Path) -> dict[str, str]:
    """One thread for linear algebra and one heap for all (each would reserve memory), and nothing secret.

    Temporary files lie in `work`.
    """
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(work))
    memory = {"OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "1"}
    return kept | folders | memory


def _answer(job: Job, code: int) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(job.report.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        raise _died(job, code) from None
    match answer:
        case {"refused": {"exit": exit_code, "what": what, "where": where, "remedy": remedy}}:
            raise (WrongUse if exit_code == WrongUse.exit_code else Refusal)(what, where=where, remedy=remedy)
        case {"fault": str(fault)}:
            raise broken(job, fault)
        case {"disk": str(reason)}:
            raise _no_room(job, reason)
        case {"memory": True}:
            raise _too_large(job)
    return answer


def _died(job: Job, code: int) -> Refusal:
    import signal

    if code == DISK_FULL:
        return _no_room(job, os.strerror(errno.ENOSPC))
    slow = getattr(signal, "SIGXCPU", None)
    return _too_slow(job) if slow is not None and code == -slow else _too_large(job)


def broken(job: Job, error: str) -> Refusal:
    """The refusal of a file on which the reader itself fails."""
    return Refusal(
        say("the reader met an unexpected error: {error}.", error=error),
        where=_name(job),
        remedy=say("Please report it, with the first lines of the file."),
    )


def _no_room(job: Job, reason: str) -> Refusal:
    return Refusal(
        say("the rows that were read cannot be put aside: {reason}.", reason=reason),
        where=_name(job),
        remedy=say("Free space in the folder for temporary files, or name another one in TMPDIR."),
    )


def _too_slow(job: Job) -> Refusal:
    return Refusal(
        say("reading took more than {seconds} seconds and was stopped.", seconds=job.seconds),
        where=_name(job),
        remedy=say("Split the file, or save it as Parquet."),
    )


def _too_large(job: Job) -> Refusal:
    return Refusal(
        say(
            "reading was stopped: it needed more than {size} MB of memory, or the system ended it.",
            size=job.memory // MEGABYTE,
        ),
        where=_name(job),
        remedy=say("Split the file, or save it as CSV or Parquet."),
    )


def _name(job: Job) -> str:
    return job.paths[0].name if len(job.paths) == 1 else job.paths[0].parent.name
