"""Standard output and standard error: what can be shown is shown, what cannot never ends the work."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBUG = "VITALFEW_DEBUG"

_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing, and so could make one text look like another."""


@contextmanager
def prepared_streams() -> Iterator[None]:
    """Write UTF-8 into files and pipes; a terminal keeps its encoding, unknown signs become question marks.

    Warnings that libraries print for programmers are kept back, unless VITALFEW_DEBUG is set.
    """
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            keeps = stream.isatty() or bool(os.environ.get("PYTHONIOENCODING"))
            stream.reconfigure(encoding=None if keeps else "utf-8", errors="replace")
    with warnings.catch_warnings():
        if not sys.warnoptions and not os.environ.get(DEBUG):
            warnings.simplefilter("ignore")
        yield


def _open_what_is_closed() -> None:
    """A program started without an output (`>&-`) writes into nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it lives as long as we


def flushed() -> bool:
    """Hand over what is still held back; whether somebody took it."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


def inert(text: str) -> str:
    """The text with control signs and turns of direction made visible, so that no name can steer a terminal."""
    return "".join(_visible(sign) if _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    return sign in _TURNS or unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")


def _visible(sign: str) -> str:
    return f"\\u{ord(sign):04x}"


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(inert(" ".join(text.split())) + "\n")
    sys.stderr.flush()
