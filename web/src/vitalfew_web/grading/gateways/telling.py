"""What a run says of itself, and why a customer has its grade."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vitalfew.explain import explain_result
from vitalfew.languages import LANGUAGES, pick, speaking
from vitalfew.report.figures.customers import KINDS, metric_label
from vitalfew.report.figures.words import grades as grades_of
from vitalfew.report.page.figures import chips
from vitalfew.report.portrait.reasons import shares_of
from vitalfew.run.read_back import written_run
from vitalfew.scheme import Scheme
from vitalfew_web.grading.gateways.running import MANIFEST, Worked, result_place


@dataclass(frozen=True)
class Told:
    """What a run says of itself: its day, its grades, what its measures are called."""

    as_of: date
    files: str
    currency: str
    digits: int
    customers: int
    scored: int
    scale: list[dict[str, Any]]
    measures: dict[str, dict[str, str]]


def told(what: Worked) -> Told:
    """The lines of a run that pages need without its files."""
    known, scheme = what.portrait, what.result.scheme
    return Told(
        as_of=known.at,
        files=what.result.manifest["store"]["files"],
        currency=known.currency or "",
        digits=known.digits,
        customers=known.people.num_rows,
        scored=known.people.num_rows - known.people["score"].null_count,
        scale=scale_of(scheme),
        measures=measures_of(scheme),
    )


def scale_of(scheme: Scheme) -> list[dict[str, Any]]:
    """The grades of a scheme, best first: label, chip, tone, from which score, and what it means by language."""
    least = (
        {label: float(bound) for label, bound in getattr(_method(scheme), "grades", {}).items()}
        if _scored(scheme)
        else {}
    )
    shown = chips(grades_of(scheme))
    found = []
    for grade in grades_of(scheme):
        meaning = scheme.labels.get(scheme.grade or "", {}).get(grade.label)
        found.append(
            {
                "label": grade.label,
                "tone": shown[grade.label]["tone"],
                "least": least.get(grade.label),
                "title": {code: picked(meaning.title, code) for code in LANGUAGES} if meaning else {},
                "playbook": {code: picked(meaning.playbook, code) for code in LANGUAGES} if meaning else {},
            }
        )
    return found


def _method(scheme: Scheme) -> Any:
    return scheme.classifiers.get(scheme.grade or "")


def _scored(scheme: Scheme) -> bool:
    return isinstance(getattr(_method(scheme), "grades", None), Mapping)


def picked(texts: Mapping[str, str], language: str) -> str:
    """Of a text in several languages the one of a language, else the English one."""
    with speaking(language):
        return pick(texts)


def measures_of(scheme: Scheme) -> dict[str, dict[str, str]]:
    """What the metrics of a scheme are called, by language."""
    found: dict[str, dict[str, str]] = {name: {} for name in scheme.metrics}
    for language in LANGUAGES:
        with speaking(language):
            for name, metric in scheme.metrics.items():
                found[name][language] = metric_label(metric, name)
    return found


def explained(run: int, customer: str) -> dict[str, Any]:
    """Why a customer of a run has its grade, from the run's own file. Raises Refusal for an unknown one."""
    result = written_run(result_place(run) / MANIFEST)
    answer = explain_result(result, customer)
    units = {name: metric.unit for name, metric in result.scheme.metrics.items()}
    shares = shares_of(_method(result.scheme), result.metrics.column_names)
    for entry in answer["inputs"]:
        entry["weight"] = float(100 * shares[entry["metric"]]) if entry["metric"] in shares else None
    for entry in (*answer["inputs"], *answer["changes"]):
        entry["kind"] = KINDS.get(units[entry["metric"]], "number")
    plain: dict[str, Any] = json.loads(json.dumps(answer, default=str))
    return plain
