"""Writers killed at any moment: what was acknowledged is there, what was not is there whole or not at all."""

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from store.model import Model, Row, load, read
from store.worker import content

from vitalfew.backends import DuckDB
from vitalfew.store import Store, Version

KILLS = 200
SEED = 20261122
PATIENCE = 120
"""Seconds without a sign of life after which a worker hangs."""

GLANCE = 0.002
"""Seconds between two looks at how much a worker has worked."""

State = dict[str, Counter[Row]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the work of another process is measured as Linux does")


class Workers:
    """The process that forks workers, and what they say."""

    def __init__(self, folder: Path, seed: int) -> None:
        program = Path(__file__).with_name("worker.py")
        path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
        self._process = subprocess.Popen(
            [sys.executable, str(program), str(folder), str(seed)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._given, self._said = self._process.stdin, self._process.stdout
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._said, selectors.EVENT_READ)
        self._rest = b""

    def killed(self, run: int, after: int, work: float) -> int:
        """Let a worker acknowledge so many changes and do some more work, then kill it; the last version it acknowledged.

        Work is seconds of its processor, so that a busy machine changes nothing.
        """
        self._given.write(f"{run}\n".encode())
        self._given.flush()
        process = int(self._line(PATIENCE))
        acknowledged = [self._number() for _ in range(after)]
        enough = worked(process) + work
        while worked(process) < enough:
            if line := self._line(GLANCE):
                acknowledged.append(int(line))
        os.kill(process, signal.SIGKILL)
        while (line := self._line(PATIENCE)) != "gone":
            acknowledged.append(int(line))
        return max(acknowledged, default=0)

    def _number(self) -> int:
        line = self._line(PATIENCE)
        assert line.isdigit(), line or "the worker hangs"
        return int(line)

    def _line(self, seconds: float) -> str:
        """The next line, empty where none comes in time."""
        while b"\n" not in self._rest:
            if not self._ready.select(seconds):
                return ""
            self._rest += os.read(self._said.fileno(), 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def close(self) -> None:
        self._ready.close()
        self._given.close()
        self._said.close()
        self._process.wait()


def worked(process: int) -> float:
    """Seconds of the processor that a process has used: its clock in Linux bears its number."""
    return time.clock_gettime((~process << 3) | 2)


class Polled:
    """A reader that looks at the newest version all the time."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._stop = threading.Event()
        self.seen: list[tuple[int, State]] = []
        self.failed: list[str] = []
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        try:
            while not self._stop.is_set():
                with DuckDB([], None, [self._store.folder]) as database:
                    snapshot = self._store.snapshot()
                    self.seen.append((snapshot.version, read(database, snapshot)))
                self._stop.wait(1)
        except Exception as problem:  # noqa: BLE001 - whatever a reader meets is a fault of the store
            self.failed.append(repr(problem))

    @contextmanager
    def looking(self) -> Iterator[None]:
        self._thread.start()
        try:
            yield
        finally:
            self._stop.set()
            self._thread.join()


def replayed(versions: list[Version], seed: int) -> dict[int, State]:
    """Version → its state, by the model."""
    model, states = Model(), {}
    lines = {one.number: one for one in versions}
    for number, line in sorted(lines.items()):
        if line.op == "import":
            for given in content(seed, number):
                model.add(*given)
        elif line.undone is not None:
            model.undo(line.undone)
        states[number] = {table: model.truth(table) for table in ("orders", "customers") if model.truth(table)}
    return states


def filled(state: State) -> State:
    return {table: rows for table, rows in state.items() if rows}


def test_two_hundred_kills_lose_nothing_and_show_nothing_half(tmp_path: Path) -> None:
    folder, dice = tmp_path / "store", Random(SEED)
    print("seed", SEED)
    with DuckDB([], None, [folder]) as database:
        Store(folder).add(database, [load(database, *one) for one in content(SEED, 1)])
    workers, reader, acknowledged = Workers(folder, SEED), Polled(folder), 1
    with reader.looking():
        for run in range(KILLS):
            acknowledged = max(acknowledged, workers.killed(run, dice.choice((0, 0, 1)), dice.uniform(0, 0.25)))
    workers.close()
    store = Store(folder)
    assert [finding.what for finding in store.verify() if finding.serious] == []
    versions = store.versions()
    states = replayed(versions, SEED)
    print(Counter(one.op for one in versions), acknowledged, len(reader.seen))
    assert acknowledged <= versions[-1].number == len(states)
    assert reader.failed == []
    assert [number for number, state in reader.seen if filled(state) != states[number]] == []
    for number, state in states.items():
        with DuckDB([], None, [folder]) as database:
            assert filled(read(database, store.snapshot(number))) == state
    assert [finding.what for finding in store.verify()] == []
