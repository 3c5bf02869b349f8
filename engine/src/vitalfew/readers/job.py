"""What a child process is told to read, and where it leaves what it read."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vitalfew.languages import language
from vitalfew.readers.reading import Options
from vitalfew.readers.text.unpacking import MAX_BYTES

if TYPE_CHECKING:
    import pyarrow as pa

MEGABYTE = 1 << 20
DISK_FULL = 74
"""Exit code of a child that could not even write its answer."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is to do: `read` the files into `work`, or `look` at how they would be read."""

    task: Literal["read", "look"]
    paths: tuple[Path, ...]
    table: str
    options: Options
    work: Path
    rates: "pa.Table | None"
    language: str
    memory: int
    """Bytes of address space."""
    seconds: int
    """Of CPU; the parent's clock allows twice as many."""

    @property
    def report(self) -> Path:
        """The file of the answer."""
        return self.work / f"{self.table}.report.json"

    @property
    def count(self) -> Path:
        """The file that tells, while the child reads, how many rows it has read."""
        return self.work / f"{self.table}.count"

    @property
    def rows(self) -> Path:
        """The file of the typed rows: Arrow, so that the parent can map it."""
        return self.work / f"{self.table}.arrow"


def job_for(
    task: Literal["read", "look"],
    paths: tuple[Path, ...],
    table: str,
    options: Options,
    work: Path,
    rates: "pa.Table | None" = None,
) -> Job:
    """A job with absolute paths, in the language of this place.

    Limits: 2 GiB of memory and 8 bytes for each byte of the files, five minutes and one more for each 20 MB.
    A packed text counts tenfold, as far as it may be unpacked at all.
    """
    absolute = tuple(path.resolve() for path in paths)
    size = sum(map(_size, absolute))
    memory, seconds = 2048 * MEGABYTE + 8 * size, 300 + 60 * size // (20 * MEGABYTE)
    return Job(task, absolute, table, options, work.resolve(), rates, language(), memory, seconds)


def _size(path: Path) -> int:
    size = path.stat().st_size
    return min(10 * size, MAX_BYTES) if path.suffix.lower() in (".gz", ".xz") else size
