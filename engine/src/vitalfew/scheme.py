"""A scheme: the document that names metrics, methods and their parameters, and what each grade means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Field, PlainSerializer, ValidationError

from vitalfew.classifiers import METHODS
from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import LANGUAGES, say
from vitalfew.metrics import METRICS
from vitalfew.registry import Method, MethodParameters, Metric, Parameters

Texts = Mapping[str, str]
"""A text per language."""


class Meaning(Parameters):
    """What a grade means and what to do with such customers, in three languages."""

    title: Texts
    playbook: Texts = Field(default_factory=dict)


class Review(Parameters):
    """When the scheme was last looked over and how often it should be (M160)."""

    last: date
    every_months: int = Field(12, ge=1, le=60)


def _metric(given: object) -> object:
    if not isinstance(given, dict):
        return given
    name = given.get("metric")
    if name not in METRICS:
        raise ValueError(f"there is no metric {name!r}")
    return METRICS[name].model_validate({key: value for key, value in given.items() if key != "metric"})


def _method(given: object) -> object:
    if not isinstance(given, dict):
        return given
    name = given.get("method")
    if name not in METHODS:
        raise ValueError(f"there is no method {name!r}")
    return METHODS[name].parameters.model_validate({key: value for key, value in given.items() if key != "method"})


def method_of(parameters: MethodParameters) -> Method:
    """The method that these are the parameters of."""
    return next(method for method in METHODS.values() if method.parameters is type(parameters))


MetricEntry = Annotated[
    Metric, BeforeValidator(_metric), PlainSerializer(lambda m: {"metric": m.name, **m.model_dump(mode="json")})
]
MethodEntry = Annotated[
    MethodParameters,
    BeforeValidator(_method),
    PlainSerializer(lambda p: {"method": method_of(p).name, **p.model_dump(mode="json")}),
]


ColumnName = Annotated[str, Field(pattern=r"^[^\W\d]\w*$")]
"""Metrics and classifiers become columns of OUT: letters, digits and underscores of any script."""


class Scheme(Parameters):
    """A grading scheme. `grade` names the classifier whose label is the grade and whose score is the score.

    Frozen; unknown keys are refused. `metrics` and `classifiers` are name → parameters, `labels` is what each label
    means in three languages.

    >>> scheme = vf.Scheme.load("abc")
    >>> scheme.title["zh-hant"], list(scheme.metrics), scheme.grade
    ('ABC 分析', ['monetary'], 'abc')
    """

    scheme: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: int = Field(1, ge=1)
    title: Texts
    summary: Texts = Field(default_factory=dict)
    covers: tuple[str, ...] = ()
    review: Review | None = None
    metrics: Mapping[ColumnName, MetricEntry]
    classifiers: Mapping[ColumnName, MethodEntry]
    grade: str | None
    labels: Mapping[str, Mapping[str, Meaning]] = Field(default_factory=dict)

    @classmethod
    def load(cls, name: str) -> Scheme:
        """A ready-made scheme by name, or one from a YAML file. An unknown name is refused with suggestions.

        >>> vf.Scheme.load("rfm").version
        1
        """
        return load(name)

    def changed(self, **parts: Any) -> Scheme:
        """The scheme with some parts replaced, checked again. A changed scheme should get its own name.

        >>> classes = {"abc": {"method": "pareto", "of": "monetary", "cuts": [70, 90], "names": ["A", "B", "C"]}}
        >>> mine = vf.Scheme.load("abc").changed(scheme="abc_70_90", classifiers=classes)
        >>> vf.grade(orders, scheme=mine).customers.to_pylist()[1]["grade"]
        'B'
        """
        return Scheme.model_validate({**self.model_dump(mode="json"), **parts})

    def grade_labels(self) -> tuple[str | int, ...]:
        """The grades, best first; none for a scheme that sets classes side by side.

        >>> vf.Scheme.load("abc").grade_labels()
        ('A', 'B', 'C')
        """
        return () if self.grade is None else self.classifiers[self.grade].labels()

    def dump(self) -> str:
        """The scheme as YAML, to be kept, compared and loaded again.

        >>> print(vf.Scheme.load("abc").dump().splitlines()[0])
        scheme: abc
        """
        plain = self.model_dump(mode="json", exclude_none=False)
        return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)


def names() -> tuple[str, ...]:
    """The ready-made schemes."""
    found = [entry.name.removesuffix(".yaml") for entry in files("vitalfew.schemes").iterdir()]
    return tuple(sorted(name for name in found if not name.startswith("_") and "." not in name))


def load(name: str) -> Scheme:
    """A ready-made scheme by name, or one from a YAML file. An unknown name is refused with suggestions."""
    path = Path(name)
    if name in names():
        text = files("vitalfew.schemes").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
        return parse(text, where=name)
    if path.suffix in (".yaml", ".yml") or path.exists():
        return parse(_text_of(path), where=str(path))
    raise WrongUse(
        say("there is no scheme {name}.", name=repr(name)),
        remedy=say("Ready-made: {names}; or name a .yaml file.", names=", ".join(names())),
    )


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise Refusal(say("the scheme cannot be read: {reason}.", reason=reason), where=str(path)) from None


def parse(text: str, where: str = "") -> Scheme:
    """A scheme from YAML text. Anything wrong is refused with its place in the document."""
    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f"{where}:{mark.line + 1}" if mark else where
        raise Refusal(say("this is not valid YAML: {reason}", reason=str(problem)), where=line) from None
    if not isinstance(document, dict):
        raise Refusal(say("a scheme is a mapping of keys, this is not."), where=where)
    try:
        return Scheme.model_validate(document)
    except ValidationError as problem:
        raise Refusal(first_problem(problem), where=where) from None


def first_problem(problem: ValidationError) -> str:
    """All problems of a document in one line, each with its place."""
    return "; ".join(f"{'.'.join(str(part) for part in e['loc'])}: {e['msg']}" for e in problem.errors())


__all__ = ["LANGUAGES", "Meaning", "Review", "Scheme", "Texts", "load", "names", "parse"]
