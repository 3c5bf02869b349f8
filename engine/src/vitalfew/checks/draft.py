"""A document taken as a scheme as far as it is one: what can be used of it, and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from vitalfew.checks.document import dotted
from vitalfew.checks.issue import Issue, error, suggested
from vitalfew.checks.wording import problem_of
from vitalfew.classifiers import METHODS
from vitalfew.languages import say
from vitalfew.metrics import METRICS
from vitalfew.registry import MethodParameters, Metric, Parameters
from vitalfew.scheme import Scheme

_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError)
"""What a validator of parameters may stumble over beside the values it refuses."""


@dataclass(frozen=True)
class Draft:
    """The usable entries of a document under their names, in its order, and its content as it stands."""

    content: Mapping[Any, Any]
    metrics: Mapping[str, Metric]
    classifiers: Mapping[str, MethodParameters]
    broken: frozenset[str]
    """Names whose entry cannot be used; what refers to them is not a fault of its own."""

    @property
    def grade(self) -> str | None:
        """The classifier that is named to give the grade."""
        named = self.content.get("grade")
        return named if isinstance(named, str) else None

    def section(self, key: str) -> Mapping[Any, Any]:
        """A mapping of the document; empty where it is missing or something else."""
        return mapping(self.content.get(key))


def mapping(value: object) -> Mapping[Any, Any]:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def draft_of(content: Mapping[Any, Any]) -> tuple[Draft, list[Issue]]:
    """The draft with the faults of its shape: what is missing, unknown, or of the wrong kind."""
    issues = list(_frame(content))
    used: dict[str, dict[str, Any]] = {"metrics": {}, "classifiers": {}}
    broken: set[str] = set()
    for section, entries in used.items():
        for name, entry in mapping(content.get(section)).items():
            found = _entry(section, name, entry)
            if isinstance(found, Parameters):
                entries[name] = found
            else:
                broken.add(str(name))
                issues.extend(found)
    draft = Draft(content, used["metrics"], used["classifiers"], frozenset(broken))
    return draft, issues or list(_whole(content))


def _frame(content: Mapping[Any, Any]) -> Iterator[Issue]:
    """Everything but the entries of metrics and classifiers."""
    emptied: dict[str, dict[str, Any]] = {
        key: {} for key in ("metrics", "classifiers") if isinstance(content.get(key), Mapping)
    }
    yield from _refused(Scheme, {**content, **emptied}, ())


def _whole(content: Mapping[Any, Any]) -> Iterator[Issue]:
    """What only shows when all of it stands together."""
    yield from _refused(Scheme, content, ())


def _entry(section: str, name: object, entry: object) -> Parameters | list[Issue]:
    key, known = ("metric", METRICS) if section == "metrics" else ("method", METHODS)
    place = dotted(section, name)
    if not isinstance(name, str) or not name:
        return [error(place, say("a name is a text; put it in quotes."))]
    if not isinstance(entry, Mapping) or not isinstance(entry.get(key), str):
        return [error(place, say("an entry is a mapping with the key {key}.", key=key))]
    wanted = entry[key]
    if wanted not in known:
        unknown = (
            say("there is no metric {name}.", name=wanted)
            if key == "metric"
            else say("there is no method {name}.", name=wanted)
        )
        return [error(dotted(place, key), f"{unknown} {suggested(wanted, known)}".strip())]
    model = METRICS[wanted] if section == "metrics" else METHODS[wanted].parameters
    return _validated(model, {given: value for given, value in entry.items() if given != key}, (section, name))


def _validated(model: type[Parameters], given: Mapping[Any, Any], place: tuple[str, ...]) -> Parameters | list[Issue]:
    try:
        return model.model_validate(given)
    except ValidationError as refused:
        return [problem_of(model, fault, place) for fault in refused.errors()]
    except _FAULTS as fault:
        return [error(dotted(*place), say("not accepted: {reason}.", reason=str(fault)))]


def _refused(model: type[Parameters], given: Mapping[Any, Any], place: tuple[str, ...]) -> list[Issue]:
    found = _validated(model, given, place)
    return [] if isinstance(found, Parameters) else found
