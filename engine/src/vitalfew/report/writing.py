"""OUT, its rejects and its manifest: all of them whole, or as they were."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.report.delimited import write_csv
from vitalfew.report.parquet import write_parquet
from vitalfew.report.records import write_json
from vitalfew.report.workbook import write_workbook
from vitalfew.run import Result

WRITERS: Mapping[str, Callable[[Result, Path], None]] = {
    ".csv": write_csv,
    ".xlsx": write_workbook,
    ".parquet": write_parquet,
    ".json": write_json,
}


def check_target(out: Path, inputs: Iterable[Path]) -> None:
    """Refuse before any work what could not be written: an unknown ending, an input, a folder that is not there."""
    if out.suffix.lower() not in WRITERS:
        raise WrongUse(
            say("{ending} is no format for results.", ending=repr(out.suffix)),
            where=str(out),
            remedy=say("Known: {endings}.", endings=", ".join(WRITERS)),
        )
    sources = {path.resolve() for path in inputs}
    for target in (out, manifest_path(out), rejects_path(out)):
        if target.resolve() in sources:
            raise Refusal(say("this is an input and would be overwritten."), where=str(target))
        if target.is_dir():
            raise Refusal(say("this is a folder."), where=str(target), remedy=say("Name a file inside it."))
        if target.exists() and not target.is_file():
            raise Refusal(say("this is no file."), where=str(target), remedy=say("Name another file."))
    folder = out.parent
    if not folder.is_dir():
        raise Refusal(say("the folder does not exist."), where=str(folder), remedy=say("Make it first."))
    with refusing(out), NamedTemporaryFile(dir=folder, prefix=".vitalfew-", suffix=".part"):
        pass


def manifest_path(out: Path) -> Path:
    """Where the manifest of a result lies: X.run.json beside X.csv."""
    return out.with_suffix(".run.json")


def rejects_path(out: Path, table: str = "orders") -> Path:
    """Where the rejected rows of a table lie: X.rejects.csv, or X.payments.rejects.csv for further tables."""
    return out.with_suffix(".rejects.csv" if table == "orders" else f".{table}.rejects.csv")


def write(result: Result, out: Path) -> None:
    """Write OUT, the rejected rows and, last, the manifest with OUT's digest."""
    with refusing(out), _staged() as staged:
        WRITERS[out.suffix.lower()](result, staged(out))
        for table, rows in result.rejects.items():
            staged(rejects_path(out, table)).write_bytes(rows)
        with staged(out).open("rb") as written:
            digest = file_digest(written, "sha256").hexdigest()
        manifest = {**result.manifest, "out": {"format": out.suffix.lower()[1:], "sha256": digest}}
        staged(manifest_path(out)).write_text(_json(manifest), encoding="utf-8")
    _remove_old_rejects(out, result)


def write_rejects(rejects: Mapping[str, bytes], out: Path) -> dict[str, Path]:
    """Write only the rejected rows, beside where OUT would lie. Returns table → file."""
    with refusing(out), _staged() as staged:
        for table, rows in rejects.items():
            staged(rejects_path(out, table)).write_bytes(rows)
    return {table: rejects_path(out, table) for table in rejects}


def _json(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _remove_old_rejects(out: Path, result: Result) -> None:
    tables = {"orders", *result.reports}
    for table in tables - set(result.rejects):
        rejects_path(out, table).unlink(missing_ok=True)


@contextmanager
def _staged() -> Iterator[Callable[[Path], Path]]:
    """Files are written under a passing name in the same folder and moved into place together at the end.

    The manifest is moved last: a result whose manifest does not fit is a result that readers refuse.
    """
    parts: dict[Path, Path] = {}

    def staged(target: Path) -> Path:
        if target not in parts:
            parts[target] = target.with_name(f".{target.name}.{os.getpid()}.part")
        return parts[target]

    try:
        yield staged
        for part in parts.values():
            _flush(part)
        with _undisturbed():
            for target, part in parts.items():
                part.replace(target)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until every file is in its place: the few renames belong together."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
        if pressed:
            signal.raise_signal(signal.SIGINT)


def _flush(part: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())


@contextmanager
def refusing(out: Path) -> Iterator[None]:
    """A file that cannot be written is a refusal that says so."""
    try:
        yield
    except OSError as problem:
        raise Refusal(
            say("the result cannot be written: {reason}.", reason=problem.strerror or str(problem)),
            where=str(out),
            remedy=say("Nothing was changed. Free space or choose another folder."),
        ) from None
