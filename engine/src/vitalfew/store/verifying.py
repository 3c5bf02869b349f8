"""Whether the store still is what was acknowledged: every log entry and every file, by digest.

Damage at the end of a log was never acknowledged: it is set aside under a name of its own, never deleted. Damage to
what was acknowledged is said, with the place.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.languages import say
from vitalfew.schemas import TABLES
from vitalfew.store.committing import recovered
from vitalfew.store.durable import as_named, sync
from vitalfew.store.ledger import opened
from vitalfew.store.records import Entry, Finding, Named
from vitalfew.store.sealing import unsealed
from vitalfew.store.tables import DeltaLog, Unreadable, head_digest

Check = Iterator[Finding]


def verified(folder: Path, *, mend: bool, alone: bool) -> list[Finding]:
    """What is wrong, and was set right if `mend`. `alone`: no compaction runs, so what no log names belongs to nobody."""
    logs = {name: DeltaLog(folder / name) for name in ("ledger", *TABLES)}
    findings = [finding for log in logs.values() for finding in _checkpoints(log, mend=mend)]
    findings += unsealed(folder, mend=mend)
    findings += _cut_end(logs["ledger"], 0, mend=mend and not any(finding.serious for finding in findings))
    findings += _replayed(logs["ledger"], logs["ledger"].newest(), {})
    try:
        entries = opened(folder).entries
    except Unreadable as problem:
        said = any(finding.serious for finding in findings)
        return findings if said else [*findings, _lost(say("the ledger cannot be read ({what}).", what=str(problem)))]
    named = entries[-1].tables if entries else {}
    for table in TABLES:
        findings += _cut_end(logs[table], named[table].number if table in named else -1, mend=mend)
    found = [*_chain(logs["ledger"], entries), *_states(logs, entries)]
    findings += found
    if mend and not any(finding.serious for finding in found):
        findings += _rolled_back(folder, logs)
        findings += _orphans(folder, logs.values()) if alone else []
    return findings


def _lost(what: str) -> Finding:
    return Finding(what, serious=True, mended=False)


def _checkpoints(log: DeltaLog, *, mend: bool) -> Check:
    """A damaged sum of a log is no loss: its entries are all kept."""
    damaged = [path for path in log.checkpoints() if not _readable(path)]
    if not damaged:
        return
    for path in log.checkpoints() if mend else []:
        _set_aside(path)
    place = str(damaged[0].relative_to(log.folder.parent))
    yield Finding(
        say("{place} is damaged; it was set aside, nothing is lost: the log's entries tell the same.", place=place)
        if mend
        else say("{place} is damaged; nothing is lost: the log's entries tell the same.", place=place),
        serious=False,
        mended=mend,
    )


def _readable(path: Path) -> bool:
    try:
        if path.suffix == ".parquet":
            pq.ParquetFile(path).read()
        else:
            number = int(json.loads(path.read_bytes())["version"])
            return (path.parent / f"{number:020d}.checkpoint.parquet").is_file()
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return False
    return True


def _cut_end(log: DeltaLog, acknowledged: int, *, mend: bool) -> Check:
    """Entries at the end of a log that are empty or cut: the power failed before they were acknowledged."""
    for number in reversed(log.numbers()):
        if number <= acknowledged or _whole(log, number):
            return
        if mend:
            _set_aside(log.entry(number))
        place = log.place(number)
        yield Finding(
            say("{place} is empty or cut and was never acknowledged; it was set aside.", place=place)
            if mend
            else say("{place} is empty or cut and was never acknowledged.", place=place),
            serious=False,
            mended=mend,
        )


def _whole(log: DeltaLog, number: int) -> bool:
    try:
        actions = log.actions(number)
    except Unreadable:
        return False
    return log.folder.name != "ledger" or number == 0 or any("add" in action for action in actions)


def _set_aside(path: Path) -> None:
    path.rename(path.with_name(f"{path.name}.damaged"))
    sync(path.parent)


def _chain(log: DeltaLog, entries: tuple[Entry, ...]) -> Check:
    """Every commit of the ledger holds the digest of the one before; each belongs to the version of its number."""
    for version, previous in sorted({(entry.version, entry.previous) for entry in entries}):
        place = log.place(version - 1)
        if not log.entry(version - 1).is_file():
            yield _lost(say("{place} is missing: bring it back from a copy of the store.", place=place))
        elif log.digest(version - 1) != previous:
            yield _lost(say("{place} is not what was acknowledged.", place=place))


def _states(logs: dict[str, DeltaLog], entries: tuple[Entry, ...]) -> Check:
    """Every version again from the logs: their entries, the files these name, and the digest of them all."""
    states: dict[str, dict[int, frozenset[str]]] = {}
    for table in entries[-1].tables if entries else ():
        named = {entry.tables[table] for entry in entries if table in entry.tables}
        states[table] = {}
        yield from _replayed(logs[table], max(named).number, states[table])
        yield from _digests(logs[table], named)
    last = {entry.version: entry for entry in entries}
    undone: set[int] = set()
    live: set[int] = set()
    for entry in entries:
        live |= {entry.batch} if entry.batch is not None else set()
        undone |= {entry.undone} if entry.undone is not None else set()
        if entry is last[entry.version]:
            yield from _same_head(entry, states, live - undone)


def _digests(log: DeltaLog, named: Iterable[Named]) -> Check:
    for number, digest in sorted(named):
        if log.entry(number).is_file() and log.digest(number) != digest:
            place = log.place(number)
            yield _lost(say("{place} is not what was acknowledged.", place=place))


def _replayed(log: DeltaLog, until: int | None, states: dict[int, frozenset[str]]) -> Check:
    """The files after each entry of a log, put into `states`; every file that was ever added is looked at."""
    files: set[str] = set()
    for number in range(0 if until is None else until + 1):
        place = log.place(number)
        try:
            actions = log.actions(number)
        except FileNotFoundError:
            yield _lost(say("{place} is missing: bring it back from a copy of the store.", place=place))
            continue
        except Unreadable:
            yield _lost(say("{place} is damaged: bring it back from a copy of the store.", place=place))
            continue
        files -= {action["remove"]["path"] for action in actions if "remove" in action}
        added = {action["add"]["path"]: action["add"]["size"] for action in actions if "add" in action}
        files |= added.keys()
        states[number] = frozenset(files)
        for path, size in sorted(added.items()):
            yield from _file(log.folder / path, size)


def _file(path: Path, size: int) -> Check:
    place = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        yield _lost(say("{place} is missing: bring it back from a copy of the store.", place=place))
    elif path.stat().st_size != size or not as_named(path):
        yield _lost(say("{place} is damaged: bring it back from a copy of the store.", place=place))


def _same_head(entry: Entry, states: dict[str, dict[int, frozenset[str]]], live: set[int]) -> Check:
    """Silent where an entry is missing: that was said."""
    files = {table: states.get(table, {}).get(named.number) for table, named in entry.tables.items()}
    known = {table: paths for table, paths in files.items() if paths is not None}
    if len(known) == len(files) and head_digest(known, live) != entry.head:
        yield _lost(say("the files of version {version} are not those acknowledged.", version=entry.version))


def _rolled_back(folder: Path, logs: dict[str, DeltaLog]) -> Check:
    """What a writer left half done when it died."""
    before = {table: logs[table].newest() for table in TABLES}
    recovered(folder)
    for table in TABLES:
        if logs[table].newest() != before[table]:
            what = say("an import or change of {table} that was never acknowledged was taken back.", table=table)
            yield Finding(what, serious=False, mended=True)


def _orphans(folder: Path, logs: Iterable[DeltaLog]) -> Check:
    """Files that no log entry names, left by writers that died."""
    stray = [path for log in logs for path in _stray(log)]
    stray += list((folder / ".work").glob("*"))
    for path in stray:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if stray:
        what = say("{n} files that writers left when they died were removed.", n=len(stray))
        yield Finding(what, serious=False, mended=True)


def _stray(log: DeltaLog) -> list[Path]:
    named = {
        action[kind]["path"]
        for number in log.numbers()
        for action in log.actions(number)
        for kind in ("add", "remove")
        if kind in action
    }
    return [path for path in log.folder.glob("*.parquet") if path.name not in named]
