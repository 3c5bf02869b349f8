"""What the figures were taken on."""

import os
import platform
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil  # type: ignore[import-untyped]

CORES = 2
PACKAGES = ("duckdb", "ibis-framework", "pyarrow", "deltalake")


def hold_to_two_cores() -> None:
    """Let this process and its children run on two cores only, where the system can be told so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def description() -> str:
    """Day, processor, memory and versions in one line."""
    today = datetime.now(UTC).date()
    memory = round(psutil.virtual_memory().total / 2**30)
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    day = f"{today.day} {today:%B %Y}"
    python = f"Python {platform.python_version()} ({pace():.1f} CPU s for 10⁷ additions)"
    return f"{day}, {CORES} cores of {processor()}, {memory} GiB, {python}, {packages}"


def pace() -> float:
    """CPU seconds of ten million additions: machines of one name differ by a factor, and so do the days of one machine."""
    begin, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - begin


def processor() -> str:
    """The name of the processor as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
