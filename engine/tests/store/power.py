"""What a disk may hold after a power cut: the writes, syncs and renames of a process, replayed up to any point.

What was not synced is dropped at will: a file not synced since its last write is whole, cut or empty; of the names that
came into a folder since it was synced, the first few are there, or none, or all.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir"
)
FOLDER = -1
"""Stands for the content of a folder, which is its names."""

_CALL = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)")
_OPEN = re.compile(r"^(\d+)\s+(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FILE = re.compile(r"^\d+<([^>]*)>")


@dataclass(frozen=True)
class Event:
    """One call of the system that succeeded: what it did, to which paths; of a write also its text."""

    what: str
    paths: tuple[str, ...]
    text: str = ""


def traced(command: list[str], log: Path, **settings: object) -> None:
    """Run a command and log the calls it makes."""
    tracer = ["strace", "-f", "-y", "-s", "40", "-e", f"trace={CALLS}", "-o", str(log), *command]
    subprocess.run(tracer, check=True, capture_output=True, **settings)  # type: ignore[call-overload]


def events(log: Path) -> Iterator[Event]:
    """The calls in the order in which they ended."""
    begun: dict[str, str] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if opened := _OPEN.match(line):
            begun[opened[1]] = opened[2]
            continue
        if resumed := _RESUMED.match(line):
            line = f"{resumed[1]} {begun.pop(resumed[1], '')}{resumed[2]}"  # noqa: PLW2901 - the two halves of one call
        if (call := _CALL.match(line)) and int(call[4]) >= 0:
            yield from _event(call[2], call[3], line)


def _event(name: str, given: str, line: str) -> Iterator[Event]:
    named = tuple(_QUOTED.findall(given))
    if name in ("open", "openat", "creat"):
        path = re.search(r"= \d+<([^>]*)>", line)
        if path and ("O_WRONLY" in given or "O_RDWR" in given or name == "creat"):
            yield Event("write", (path[1],))
    elif name in ("write", "pwrite64", "writev", "pwritev", "ftruncate", "fsync", "fdatasync"):
        if file := _FILE.match(given):
            what = "sync" if name in ("fsync", "fdatasync") else "write"
            yield Event(what, (file[1],), named[0] if named else "")
    else:
        kind = next(kind for kind in ("rename", "link", "unlink", "mkdir", "rmdir") if name.startswith(kind))
        yield Event("rmdir" if "AT_REMOVEDIR" in given else kind, named)


@dataclass
class Disk:
    """Names and contents below a folder, as far as a process got."""

    folder: str
    names: dict[str, int] = field(default_factory=dict)
    """Path → file, for all names as the process sees them."""
    clean: dict[int, bool] = field(default_factory=dict)
    """File → whether it was synced since it was written."""
    pending: dict[str, list[tuple[str, int | None]]] = field(default_factory=dict)
    """Folder → changes of its names that are not synced: path and the file that is there after, None for none."""
    synced: dict[str, int] = field(default_factory=dict)
    """The names that are on the disk for sure."""

    def apply(self, event: Event) -> None:
        """Let one call happen."""
        paths = [path for path in event.paths if path.startswith(self.folder)]
        if not paths or Path(paths[0]).name.startswith(".lock"):
            return
        if event.what == "write" and paths[0] not in self.names:
            self._name(paths[0], len(self.clean))
        if event.what == "write":
            self.clean[self.names[paths[0]]] = False
        elif event.what == "sync":
            self._sync(paths[0])
        else:
            self._named_anew(event.what, paths)

    def _named_anew(self, what: str, paths: list[str]) -> None:
        if what == "link":
            self._name(paths[-1], self.names[paths[0]])
        elif what == "rename":
            self._rename(*paths)
        else:
            self._name(paths[0], FOLDER if what == "mkdir" else None)

    def _rename(self, old: str, new: str) -> None:
        for path in [path for path in self.names if path == old or path.startswith(old + "/")]:
            self._name(new + path[len(old) :], self.names[path])
            self._name(path, None)

    def _name(self, path: str, file: int | None) -> None:
        self.pending.setdefault(str(Path(path).parent), []).append((path, file))
        if file is None:
            self.names.pop(path, None)
        else:
            self.names[path] = file

    def _sync(self, path: str) -> None:
        if self.names.get(path, FOLDER) != FOLDER:
            self.clean[self.names[path]] = True
        for named, file in self.pending.pop(path, []):
            self._settle(self.synced, named, file)

    @staticmethod
    def _settle(names: dict[str, int], path: str, file: int | None) -> None:
        names.pop(path, None)
        if file is not None:
            names[path] = file

    def left(self, dice: Random) -> dict[str, int]:
        """The names that a power cut may leave."""
        names = dict(self.synced)
        for changes in self.pending.values():
            for path, file in changes[: dice.randint(0, len(changes))]:
                self._settle(names, path, file)
        return {path: file for path, file in names.items() if self._above(path) <= set(names)}

    def _above(self, path: str) -> set[str]:
        """The folders on the way to a path: without their names it is out of reach."""
        return {str(parent) for parent in Path(path).parents if len(str(parent)) > len(self.folder)}


def final_contents(disk: Disk) -> dict[int, bytes]:
    """File → its bytes in the end, of those that still have a name."""
    return {file: Path(path).read_bytes() for path, file in disk.names.items() if Path(path).is_file()}


def lay_out(disk: Disk, contents: dict[int, bytes], target: Path, dice: Random) -> None:
    """Write down what a power cut left, with what was not synced whole, cut or empty."""
    target.mkdir()
    for path, file in sorted(disk.left(dice).items()):
        place = target / Path(path).relative_to(disk.folder)
        if file == FOLDER:
            place.mkdir()
            continue
        data = contents.get(file, b"")
        place.write_bytes(data if disk.clean.get(file) else dice.choice((data, data[: len(data) // 2], b"")))
