"""A copy of the newest acknowledged entry of the ledger: the entry on which everything rests and that no later one cites."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vitalfew.languages import say
from vitalfew.store.durable import as_named, scratch, sync
from vitalfew.store.records import Finding
from vitalfew.store.tables import DeltaLog, actions_in

SEAL = ".acknowledged"
"""Its first line is the number of the entry, the rest the entry itself."""


def seal(folder: Path, number: int) -> None:
    """Keep a copy of an entry that is acknowledged. What comes in between is a seal of the entry before: no harm."""
    log = DeltaLog(folder / "ledger")
    with scratch(folder) as work:
        written = Path(work) / SEAL
        written.write_bytes(f"{number}\n".encode() + log.entry(number).read_bytes())
        sync(written)
        written.replace(log.folder / SEAL)
    sync(log.folder)


def unsealed(folder: Path, *, mend: bool) -> Iterator[Finding]:
    """Put back the newest acknowledged entry where it is damaged or gone.

    A seal that is newer than all that lies beside it comes from a copy made while somebody wrote: that is no loss.
    """
    log = DeltaLog(folder / "ledger")
    number, kept = _sealed(log.folder / SEAL)
    entry = log.entry(number)
    if not kept or (entry.is_file() and entry.read_bytes() == kept):
        return
    place = log.place(number)
    if not _whole(log.folder, kept):
        if entry.is_file():
            what = say("{place} is damaged: bring it back from a copy of the store.", place=place)
            yield Finding(what, serious=True, mended=False)
        return
    if mend:
        if entry.is_file():
            entry.rename(entry.with_name(f"{entry.name}.damaged"))
        entry.write_bytes(kept)
        log.sync(number)
    yield Finding(
        say("{place} was damaged or missing; it was put back from its copy.", place=place)
        if mend
        else say("{place} is damaged or missing; verify can put it back from its copy.", place=place),
        serious=not mend,
        mended=mend,
    )


def _sealed(place: Path) -> tuple[int, bytes]:
    """Number and bytes of the entry; no bytes where there is no seal or it is damaged itself."""
    if not place.is_file():
        return 0, b""
    number, _, kept = place.read_bytes().partition(b"\n")
    return (int(number), kept) if number.isdigit() else (0, b"")


def _whole(folder: Path, entry: bytes) -> bool:
    """Whether an entry reads well and all that it adds is there."""
    try:
        added = [folder / action["add"]["path"] for action in actions_in(entry) if "add" in action]
    except (KeyError, TypeError):
        return False
    return bool(added) and all(path.is_file() and as_named(path) for path in added)
