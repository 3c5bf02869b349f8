"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say


def write_whole(out: Path, content: bytes) -> None:
    """All of it at the end, or the file as it was. A place that cannot be written is refused."""
    with refusing(out), staged() as part_of:
        part_of(out).write_bytes(content)


@contextmanager
def staged() -> Iterator[Callable[[Path], Path]]:
    """Files are written under a passing name in the same folder and moved into place together at the end.

    The manifest is moved last: a result whose manifest does not fit is a result that readers refuse.
    """
    parts: dict[Path, Path] = {}

    def part_of(target: Path) -> Path:
        if target not in parts:
            parts[target] = target.with_name(f".{target.name}.{os.getpid()}.part")
        return parts[target]

    try:
        yield part_of
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
def passing_folder() -> Iterator[Path]:
    """A folder for work under way, which goes whatever ends the work.

    Its name is known before it is made, and what interrupts its removal does not keep it from going: a
    request to end may come at any moment. `tempfile.TemporaryDirectory` leaves the folder in both cases.
    """
    folder = Path(tempfile.gettempdir()) / f"vitalfew-{secrets.token_hex(8)}"
    try:
        try:
            folder.mkdir(mode=0o700)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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


def check_place(out: Path | None, endings: tuple[str, ...], inputs: Iterable[Path]) -> None:
    """Refuse before any work a file that could not be written: wrong ending, an input, no folder."""
    if out is None:
        return
    if out.suffix.lower() not in endings:
        raise WrongUse(
            say("{ending} is no format for this.", ending=repr(out.suffix)),
            where=str(out),
            remedy=say("Known: {endings}.", endings=", ".join(endings)),
        )
    if out.resolve() in {path.resolve() for path in inputs}:
        raise Refusal(
            say("this is an input and would be overwritten."), where=str(out), remedy=say("Name another file.")
        )
    if out.exists() and not out.is_file():
        raise Refusal(say("this is no file."), where=str(out), remedy=say("Name another file."))
    if not out.parent.is_dir():
        raise Refusal(say("the folder does not exist."), where=str(out.parent), remedy=say("Make it first."))
