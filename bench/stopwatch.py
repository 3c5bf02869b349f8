"""What one fit takes inside its program. Programs of other environments use it too, so it needs nothing but Python."""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

KIBIBYTE = 1 if sys.platform == "darwin" else 1024
"""Unit in which the system tells the largest memory of a process."""


def tell(out: Path | str, fit: Callable[[], Mapping[str, float]]) -> None:
    """Make the fit, and write what it found, its CPU and wall seconds and the largest memory of the process as JSON."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = fit()
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE
    Path(out).write_text(json.dumps(spent | {"peak": peak, "found": dict(found)}), encoding="utf-8")
