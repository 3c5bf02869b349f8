"""What a verb prints, on the screen or into a file: JSON for programs, lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path

from rich.console import Console

from vitalfew.cli.screen import WIDTH, as_json, print_json, screen
from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.whole import write_whole

Printer = Callable[[Console], None]


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


def publish(content: object, printed: Printer, out: Path | None, *, as_json: bool) -> None:
    """To the file, where one is named: JSON or lines by its ending; else to standard output."""
    if out is not None:
        text = _json_text(content) if out.suffix.lower() == ".json" else _lines(printed)
        write_whole(out, text.encode())
    if as_json:
        print_json(content)
    elif out is None:
        printed(screen())
    else:
        screen().print(f"→ {out}", style="green")


def _json_text(content: object) -> str:
    return as_json(content) + "\n"


def _lines(printed: Printer) -> str:
    paper = Console(file=StringIO(), width=WIDTH, markup=False, emoji=False, highlight=False)
    printed(paper)
    assert isinstance(paper.file, StringIO), "a sheet is written in memory"
    return "\n".join(line.rstrip() for line in paper.file.getvalue().splitlines()) + "\n"
