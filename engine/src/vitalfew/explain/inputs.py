"""What went into a grade: every metric with its place among the others, weight, points and boundary."""

from __future__ import annotations

from typing import Any

from vitalfew.explain.changes import Change, metrics_read
from vitalfew.registry import Better
from vitalfew.run.case import Case


def inputs(case: Case, moves: list[Change]) -> list[dict[str, Any]]:
    """One entry per metric. `rank` 1 is the best of the `n` with a value; `boundary` is where the grade changes next."""
    verdicts = case.verdicts()
    weights: dict[str, Any] = {}
    points: dict[str, Any] = {}
    for name in sorted(
        case.used, key=lambda name: name == case.scheme.grade
    ):  # what the grade says comes last and wins
        weights |= case.scheme.classifiers[name].weights()
        points |= verdicts[name].points
    return [
        {
            "metric": name,
            "value": case.one[name],
            **_place(case, name),
            "weight": weights.get(name),
            "points": points.get(name),
            "boundary": _boundary(moves, name),
        }
        for name in metrics_read(case)
    ]


def _place(case: Case, name: str) -> dict[str, int | None]:
    metric, value = case.scheme.metrics[name], case.one[name]
    if not metric.unit.numeric:
        return {"rank": None, "n": None}
    others = case.others[name]
    if value is None:
        return {"rank": None, "n": others.n}
    better: Better = metric.better
    return {"rank": others.n - others.worse(value, better) - others.equal(value) + 1, "n": others.n + 1}


def _boundary(moves: list[Change], name: str) -> Any:
    """The nearest value that would give another grade."""
    return next((move["to"] for move in moves if move["metric"] == name and move["to"] is not None), None)
