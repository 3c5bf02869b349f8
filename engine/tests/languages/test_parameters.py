"""Every parameter of every method and metric has a label and a meaning in three languages, and so has every choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from vitalfew.classifiers import METHODS
from vitalfew.languages import LANGUAGES, catalogue, speaking
from vitalfew.languages.parameter_terms import SENTENCES, choice_label, method_label, parameter_label
from vitalfew.languages.parameter_terms.labels import LABELS
from vitalfew.metrics import METRICS


def inside(annotation: Any) -> Iterator[Any]:
    """What an annotation is made of, at any depth."""
    yield annotation
    for inner in get_args(annotation):
        if not isinstance(inner, str):
            yield from inside(inner)


def models() -> list[type[BaseModel]]:
    """The parameter models of the registry, and the models of their fields."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = [*(method.parameters for method in METHODS.values()), *METRICS.values()]
    while waiting:
        for part in inside(waiting.pop()):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in found:
                found[part] = None
                waiting += [field.annotation for field in part.model_fields.values()]
    return list(found)


FIELDS = [(model, name) for model in models() for name in model.model_fields]
"""Every parameter there is."""


def choices() -> set[str]:
    parts = [part for model, name in FIELDS for part in inside(model.model_fields[name].annotation)]
    return {str(value) for part in parts if get_origin(part) is Literal for value in get_args(part)}


def named(label: Any, *of: Any) -> list[str]:
    """What something is called in every language."""
    found = []
    for language in LANGUAGES:
        with speaking(language):
            found.append(label(*of))
    return found


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{model.__name__}.{name}" for model, name in FIELDS])
def test_a_parameter_has_a_label_and_a_meaning_in_every_language(model: type[BaseModel], name: str) -> None:
    label = named(parameter_label, model, name)
    assert label[0][:1].isupper(), f"no label for {name}: add it to languages/parameter_terms/labels.py"
    assert all(text != label[0] for text in label[1:])
    description = model.model_fields[name].description
    assert description, f"{model.__name__}.{name} has no description"
    assert [description in catalogue(language) for language in LANGUAGES[1:]] == [True, True], description


def test_choices_and_methods_are_named_in_every_language() -> None:
    for value in choices():
        label = named(choice_label, value)
        assert label[1] != value, value
    for method in METHODS:
        assert method not in named(method_label, method)


def test_no_label_and_no_meaning_stands_there_for_nothing() -> None:
    modules = {f"{model.__module__.rpartition('.')[2]}.{model.__name__}.{name}" for model, name in FIELDS}
    known = {name for _model, name in FIELDS} | {f"{model.__name__}.{name}" for model, name in FIELDS} | modules
    assert set(LABELS) - known == set()
    assert set(SENTENCES) == {model.model_fields[name].description for model, name in FIELDS}
