"""A draft tried on the figures of a run: who would move, and why."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pyarrow as pa

from vitalfew.compare import overview
from vitalfew.run import Request, Result
from vitalfew.run.grading import grade_metrics
from vitalfew.run.read_back import written_run
from vitalfew.scheme import parse
from vitalfew_web.grading.gateways.comparing import plain
from vitalfew_web.grading.gateways.running import MANIFEST, result_place

SHOWN = 12
"""Movers that the effect of a draft names."""


def simulated(run: int, document: str) -> dict[str, Any]:
    """What a scheme would have made of the figures of a run: who moves, and why. Refused as the engine refuses.

    Graded are the figures that the run kept; a metric that is counted otherwise now is named and keeps its old figures.
    """
    before = written_run(result_place(run) / MANIFEST)
    scheme = parse(document)
    day = before.manifest.get("as_of")
    after = grade_metrics(before.metrics, Request(scheme, day and date.fromisoformat(day)), "")
    own = {name for name, metric in scheme.metrics.items() if before.scheme.metrics.get(name) != metric}
    found = plain(overview(before, after), shown=SHOWN) if before.scheme.grade and scheme.grade else {}
    return {
        **found,
        "counts": _counts(before, after),
        "unknown": sorted(own),
    }


def _counts(before: Result, after: Result) -> list[dict[str, Any]]:
    was, now = (_tally(result.graded["grade"]) for result in (before, after))
    labels = dict.fromkeys([*map(str, after.scheme.grade_labels()), *map(str, before.scheme.grade_labels())])
    return [{"label": label, "was": was.get(label, 0), "now": now.get(label, 0)} for label in labels]


def _tally(grades: pa.ChunkedArray) -> Counter[str]:
    return Counter(grade for grade in grades.to_pylist() if grade is not None)
