"""Standard output for people (tables, colours on a terminal) and for programs (JSON)."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vitalfew.cli.streams import inert

WIDTH = 120
"""Columns of a line where nobody says how wide the paper is: in files and pipes."""


class Screen(Console):
    """Standard output. A reader that goes away ends the call quietly."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def screen() -> Screen:
    """Standard output of this call; names and texts are shown as they stand, never read as markup."""
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH
    return Screen(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)


def plain(value: object) -> str:
    """A value in a cell: missing is a dash, money has its thousands apart."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, int | Decimal):
        return f"{value:,}"
    return inert(str(value))


def cell(value: object, style: str = "") -> Text:
    """A value as a cell of a table."""
    return Text(plain(value), style=style)


def grid(title: str = "") -> Table:
    """An empty table in the style of the command."""
    return Table(
        title=title or None, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="bold"
    )


def say_line(paper: Console, text: str, style: str = "") -> None:
    """One sentence: broken at the edge of a terminal, whole in files and pipes."""
    paper.print(Text(inert(text), style=style), soft_wrap=not paper.is_terminal)


def say_note(paper: Console, text: str, *, warning: bool) -> None:
    """One note of a run or reader; a warning has a mark and not only a colour."""
    say_line(paper, f"! {text}" if warning else f"· {text}", "yellow" if warning else "")


def print_json(content: object) -> None:
    """One JSON document on standard output; decimals as numbers with all their digits."""
    encoding = (sys.stdout.encoding or "utf-8").replace("-", "").lower()
    sys.stdout.write(as_json(content, ascii_only=encoding != "utf8") + "\n")


def as_json(content: object, *, ascii_only: bool = False) -> str:
    """The content as JSON."""
    return json.dumps(content, ensure_ascii=ascii_only, indent=1, default=_json)


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        number = float(value)
        return number if Decimal(repr(number)) == value else str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
