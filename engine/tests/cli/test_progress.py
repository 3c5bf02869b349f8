"""While a command works it says on a terminal, and only there, what it does and how far it is."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="terminals are made by Unix systems only")

COMMAND = (sys.executable, "-m", "vitalfew", "grade", "orders.csv", "--scheme", "abc", "-o", "grades.csv", "--lang")


def on_a_terminal(*command: str) -> str:
    """What a command writes on standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=environment) as process:
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    assert process.returncode == 0
    return written.decode()


def _read(terminal: int) -> bytes:
    """What was written next; nothing once the other side is closed, which Linux reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize(("language", "said"), [("en", "4 rows read"), ("zh-hant", "已讀 4 列")])
def test_a_terminal_shows_how_many_rows_have_been_read(orders: str, language: str, said: str) -> None:
    assert orders
    assert said in on_a_terminal(*COMMAND, language)


def test_without_a_terminal_nothing_is_shown(orders: str) -> None:
    assert orders
    done = subprocess.run((*COMMAND, "en"), check=True, capture_output=True, text=True)
    assert "rows read" not in done.stderr
