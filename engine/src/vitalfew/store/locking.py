"""One writer at a time: a lock of the kernel, gone when its holder dies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.store.extra import extra

WRITING, COMPACTING = ".lock", ".compacting"
"""Who adds, undoes or commits holds the first; who folds, over all of that long work, the second."""


@contextmanager
def locked(
    folder: Path, wait: float, on_wait: Callable[[], None] | None = None, *, name: str = WRITING
) -> Iterator[None]:
    """Hold a lock of the store. `on_wait` is called once if somebody else has it; after `wait` seconds it is refused."""
    filelock = extra("filelock")
    folder.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(folder / name)
    holder = folder / f"{name}.holder"
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        if on_wait is not None:
            on_wait()
        try:
            lock.acquire(timeout=wait)
        except filelock.Timeout:
            raise _held(holder, wait) from None
    try:
        holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        lock.release()


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether nobody compacts; nobody begins to inside the block."""
    filelock = extra("filelock")
    lock = filelock.FileLock(folder / COMPACTING)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _held(holder: Path, wait: float) -> Refusal:
    process = "?"
    with suppress(OSError):
        process = holder.read_text(encoding="ascii")
    return Refusal(
        say(
            "process {process} has been writing to the store for {seconds} seconds; nothing was changed.",
            process=process,
            seconds=f"{wait:g}",
        ),
        where=str(holder.parent),
        remedy=say("Run it again when that is done, or wait longer with --wait."),
    )
