"""Spark that dies in the middle of a run leaves nothing behind."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from large_company import Kept

pytestmark = pytest.mark.needs("spark")

COMMAND = Path(sys.executable).with_name("vitalfew")


def waited_for(found: Callable[[], list], running: subprocess.Popen) -> list:
    """What is looked for, once it is there."""
    for _ in range(3600):
        if there := found():
            return there
        assert running.poll() is None, "it ended before"
        time.sleep(0.05)
    pytest.fail("it never came")


def test_a_killed_java_is_one_line_and_nothing_changed(tmp_path: Path, kept: Kept) -> None:
    passing, out = tmp_path / "passing", tmp_path / "grades.csv"
    passing.mkdir()
    out.write_text("as it was")
    words = [COMMAND, "grade", "--store", kept.store, "--backend", "spark", "--spark-master", "local[1]", "-o", out]
    said_here = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = subprocess.Popen(words, env={**os.environ, "TMPDIR": str(passing)}, **said_here)
    # What Spark puts between two steps of its work.
    waited_for(lambda: list(passing.rglob("shuffle_*")), running)
    (java,) = [one for one in psutil.Process(running.pid).children(recursive=True) if one.name() == "java"]
    java.kill()
    said, complained = running.communicate(timeout=300)
    assert (running.returncode, said) == (1, "")
    assert complained.count("\n") == 1
    assert "Spark ended before its work was done. Nothing was written." in complained
    assert not list(passing.iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["grades.csv", "passing"]
    assert out.read_text() == "as it was"
