"""A power cut at any moment: nothing acknowledged is missing, whatever of the unsynced writes is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hostile.command import Command
from hostile.rows import row
from store.model import load, read
from store.power import Disk, Event, events, final_contents, lay_out, traced
from store.test_kill import filled, replayed
from store.worker import content

from vitalfew.backends import DuckDB
from vitalfew.store import Store

CUTS, SEED, STEPS = 200, 20261123, 14


def traces() -> bool:
    """Whether calls of the system can be logged here."""
    tracer = shutil.which("strace")
    return tracer is not None and not subprocess.run([tracer, "true"], capture_output=True, check=False).returncode


pytestmark = pytest.mark.skipif(not traces(), reason="there is no strace here")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """A store that a process filled, and all calls it made on the way."""
    folder = tmp_path_factory.mktemp("power") / "store"
    folder.mkdir()
    worker = Path(__file__).parents[1] / "store" / "worker.py"
    path = os.pathsep.join([str(worker.parents[1]), *sys.path])
    log = folder.with_name("calls")
    traced(
        [sys.executable, str(worker), str(folder), str(SEED), str(STEPS)], log, env={**os.environ, "PYTHONPATH": path}
    )
    return folder, list(telling(events(log), str(folder)))


def telling(happened: Iterator[Event], folder: str) -> Iterator[Event]:
    """The calls that change what a power cut leaves: those on the store, of writes to one file the first in a row."""
    last = None
    for event in happened:
        acknowledged = event.text.startswith("done ")
        if acknowledged or (
            any(path.startswith(folder) for path in event.paths) and Event(event.what, event.paths) != last
        ):
            yield event
        last = Event(event.what, event.paths) if event.what == "write" and not acknowledged else None


@row("F-32")
def test_a_power_cut_at_two_hundred_points_loses_nothing_acknowledged(
    vitalfew: Command, history: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    folder, happened = history
    states, dice = replayed(Store(folder).versions(), SEED), Random(SEED)
    cuts = sorted(dice.sample(range(len(happened)), CUTS))
    whole = Disk(str(folder))
    for event in happened:
        whole.apply(event)
    contents, disk, acknowledged, mended = final_contents(whole), Disk(str(folder)), 0, 0
    for number, event in enumerate(happened):
        disk.apply(event)
        if event.what == "write" and event.text.startswith("done "):
            acknowledged = int(event.text.split()[1].removesuffix("\\n"))
        if number in cuts:
            after = tmp_path / f"cut-{number}"
            lay_out(disk, contents, after, dice)
            store = Store(after)
            findings = store.verify() if any(after.rglob("_delta_log")) else []
            assert [finding.what for finding in findings if finding.serious] == [], number
            mended += bool(findings)
            newest = max((one.number for one in store.versions()), default=0)
            assert newest >= acknowledged, number
            with DuckDB([], None, [after]) as database:
                if not newest:
                    store.add(database, [load(database, *one) for one in content(SEED, 1)])
                    newest = 1
                assert filled(read(database, store.snapshot())) == states[newest], number
            shutil.rmtree(after)
    assert acknowledged >= STEPS - 2
    assert mended > 0
    assert vitalfew.run("facts", "verify", "--store", str(folder)).code == 0
