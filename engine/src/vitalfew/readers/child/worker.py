"""The child process: takes one job, gives up its rights, reads, and leaves rows and an answer in the work folder."""

import errno
import json
import os
import pickle
import re
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew.readers.job import Job


def main() -> None:
    """Entrance of the process: work folder, bytes of memory and CPU seconds as arguments, the job on standard input."""
    from vitalfew.lightness import start_light
    from vitalfew.readers.child.confinement import confine

    work, memory, seconds = sys.argv[1:4]
    confine(Path(work), memory=int(memory), seconds=int(seconds))
    start_light()
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301  from the parent, which trusts itself
    answer = json.dumps(_answer(job))
    try:
        job.report.write_text(answer, encoding="utf-8")
    except OSError:
        from vitalfew.readers.job import DISK_FULL

        sys.exit(DISK_FULL)


_STARVED = re.compile(r"(?i)alloc|out of memory|map segment|new thread|worker thread")
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC))


def _answer(job: "Job") -> dict[str, Any]:
    from vitalfew.errors import Refusal
    from vitalfew.languages import speaking

    try:
        with speaking(job.language):
            return _done(job)
    except Refusal as refusal:
        said = {"what": refusal.what, "where": refusal.where, "remedy": refusal.remedy}
        return {"refused": said | {"exit": refusal.exit_code}}
    except BaseException as error:  # noqa: BLE001  a panic of a native reader is no Exception
        return _fault(error)


def _fault(error: BaseException) -> dict[str, Any]:
    """A lack of memory shows itself in many ways: libraries that cannot be mapped, threads that do not start."""
    if isinstance(error, MemoryError) or _STARVED.search(str(error)):
        return {"memory": True}
    if isinstance(error, OSError) and error.errno is not None and error.errno in _NO_ROOM:
        return {"disk": os.strerror(error.errno)}
    return {"fault": _described(error)}


def _done(job: "Job") -> dict[str, Any]:
    """Imported here, behind the walls and inside the net: nothing heavy before the limits stand."""
    if job.task == "look":
        from vitalfew.readers.columns import look_at_files

        return {"look": look_at_files(job)}
    from vitalfew.readers.child.answers import report_as_json
    from vitalfew.readers.counting import listening
    from vitalfew.readers.sources.files import read_job

    with listening(lambda _, rows: _write_count(job.count, rows)):
        return {"report": report_as_json(read_job(job))}


def _write_count(file: Path, rows: int) -> None:
    """A count that cannot be written is not worth a word: the rows themselves will meet the same trouble."""
    with suppress(OSError):
        file.write_text(str(rows), encoding="ascii")


def _described(error: BaseException) -> str:
    """The error with the place in our own code, for a report; never the cells of the file's rows."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next(
        (f"{f.filename.rpartition('vitalfew')[2]}:{f.lineno}" for f in reversed(frames) if "vitalfew" in f.filename), ""
    )
    return f"{type(error).__name__} {place}".strip()
