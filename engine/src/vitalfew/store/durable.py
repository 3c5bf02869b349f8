"""What must survive a power cut: first the bytes reach the disk, then the names."""

import hashlib
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps the names of a folder by itself and refuses to open one
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settle(written: Path, folder: Path, *marks: object) -> Path:
    """Move a finished file to its place, named by marks and the digest of its content; then sync the folder."""
    place = folder / f"{'-'.join([*map(str, marks), digest_of(written)])}.parquet"
    sync(written)
    written.replace(place)
    return place


def named_by_content(path: Path) -> bool:
    """Whether a file bears the name of a finished data file."""
    return re.fullmatch(r"([a-z]+-(\d+-)?)?[0-9a-f]{64}\.parquet", path.name) is not None


def as_named(path: Path) -> bool:
    """Whether a file's content still is what its name says."""
    return path.stem.rpartition("-")[2] == digest_of(path)


def scratch(store: Path) -> TemporaryDirectory[str]:
    """A folder for what is being written, on the same disk as the store; gone at the end of the block."""
    place = store / ".work"
    place.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(prefix=f"{os.getpid()}-", dir=place, ignore_cleanup_errors=True)
