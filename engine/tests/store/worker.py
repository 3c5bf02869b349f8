"""A process that changes a store until it is killed. Everything is loaded once; each worker is a fork of that.

Started with a folder and a seed. For each line on standard input one worker runs; its process number, each version that
is acknowledged to it and its end are lines on standard output. With a number of steps it changes the store so often
itself, and says `done` with each version.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random

from store.model import lines, load, people

import vitalfew.store
from vitalfew.backends import DuckDB
from vitalfew.lightness import start_light
from vitalfew.store import Store

SOURCES = ("north", "south")


def content(seed: int, version: int) -> list[tuple[str, str, list[tuple[object, ...]]]]:
    """What the import brings that makes this version: told by its number, so that anyone can replay it."""
    dice = Random(f"{seed} {version}")
    source = dice.choice(SOURCES)
    stamp = (f"c{version}", f"v{version}", *lines(dice, "north")[0][2:])
    given = [("orders", source, [*lines(dice, source), stamp])]
    if dice.random() < 0.3:
        given.insert(0, ("customers", "people", [*people(dice), (f"c{version}", "Cid")]))
    return given


class Changes:
    """One change of a store after the other, at random."""

    def __init__(self, folder: Path, seed: int, run: str) -> None:
        self.store, self.seed, self.dice = Store(folder), seed, Random(f"{seed} {run}")
        self.database = DuckDB([], None, [folder])

    def next(self) -> int:
        """Change the store; the version that is acknowledged."""
        versions = self.store.versions()
        live = [one.batch for one in versions if one.batch is not None and one.live]
        what = self.dice.choice(("import", "import", "import", "undo", "compact")) if live else "import"
        if what == "undo":
            return self.store.undo(self.dice.choice(live)).number
        if what == "compact":
            return self.store.compact().number
        given = content(self.seed, versions[-1].number + 1 if versions else 1)
        return self.store.add(self.database, [load(self.database, *one) for one in given])[0].version


def until_killed(folder: Path, seed: int, run: str) -> None:
    """Each change is acknowledged in a line."""
    changes = Changes(folder, seed, run)
    while True:
        os.write(1, f"{changes.next()}\n".encode())


def forked(folder: Path, seed: int) -> None:
    """A worker for each line."""
    for module in ("deltalake.transaction", "filelock", "ibis.backends.duckdb"):
        import_module(module)
    for own in iter_modules(vitalfew.store.__path__):
        import_module(f"vitalfew.store.{own.name}")
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            try:
                until_killed(folder, seed, line.strip())
            finally:
                os._exit(1)
        os.write(1, f"{process}\n".encode())
        os.waitpid(process, 0)
        os.write(1, b"gone\n")


def alone(folder: Path, seed: int, steps: int) -> None:
    """So many changes in this process."""
    changes = Changes(folder, seed, "alone")
    for _ in range(steps):
        os.write(1, f"done {changes.next()}\n".encode())


if __name__ == "__main__":
    start_light()
    place, number, *more = sys.argv[1:]
    alone(Path(place), int(number), int(more[0])) if more else forked(Path(place), int(number))
