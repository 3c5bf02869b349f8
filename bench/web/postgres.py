"""A PostgreSQL of the bench's own, kept beside the installation that it holds: `--database own`."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

SETTINGS = ("listen_addresses=", "shared_buffers=1GB", "max_connections=60", "max_wal_size=4GB", "work_mem=32MB")
"""What an installation of this size would be given; a commit waits for the disk, as it does there."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Its address, as VF_DATABASE says it, for a while. Root may not run it, so another does; the folder becomes theirs."""
    program, person = found(), runs_as()
    place = Path(tempfile.mkdtemp(prefix="vf-bench-"))
    if person:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
        for each in (place, folder):
            shutil.chown(each, person)
    as_ = {"user": person, "group": person, "extra_groups": []} if person else {}
    process = started(program, folder, place, as_)
    try:
        yield f"postgresql://postgres@/postgres?host={place}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=120)
        shutil.rmtree(place, ignore_errors=True)


def found() -> Path:
    """The newest server of this machine."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    program = programs[-1] if programs else shutil.which("postgres")
    if not program:
        sys.exit("bench: no PostgreSQL on this machine; give the address of one: --database postgresql://…")
    return Path(program)


def runs_as() -> str:
    """Who runs it instead of root; empty where that is not needed."""
    return "postgres" if os.geteuid() == 0 and getpass.getuser() == "root" else ""


def started(program: Path, folder: Path, place: Path, as_: dict[str, Any]) -> subprocess.Popen[bytes]:
    """A server that answers; its folder is made the first time."""
    if not (folder / "PG_VERSION").exists():
        make = (program.with_name("initdb"), "-D", folder, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=place, **as_)
    settings = [part for each in SETTINGS for part in ("-c", each)]
    line = [str(each) for each in (program, "-D", folder, "-k", place, *settings)]
    process = subprocess.Popen(line, stderr=subprocess.DEVNULL, cwd=place, start_new_session=True, **as_)
    until = time.monotonic() + 120
    while True:
        try:
            psycopg.connect(f"postgresql://postgres@/postgres?host={place}").close()
        except psycopg.OperationalError:
            if time.monotonic() > until or process.poll() is not None:
                sys.exit(f"bench: PostgreSQL does not start; is {folder} open to who runs it?")
            time.sleep(0.1)
        else:
            return process
