"""What a verb prints, on the screen or into a file: JSON for programs, lines for people."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

from rich.console import Console

from vitalfew.cli.screen import WIDTH, as_json, print_json, screen
from vitalfew.whole import write_whole

Printer = Callable[[Console], None]


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
