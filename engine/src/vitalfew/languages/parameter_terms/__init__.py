"""What each parameter, each of its choices and each grading method is called, and what a parameter means.

A label is found by the model and the field (`Pareto.by`) where a word means different things in different methods, else by
the field alone. What a parameter means is its description in the parameter model; here stand its translations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vitalfew.languages.parameter_terms.choices import CHOICES, METHODS
from vitalfew.languages.parameter_terms.labels import LABELS
from vitalfew.languages.parameter_terms.meanings_of_methods import MEANINGS as OF_METHODS
from vitalfew.languages.parameter_terms.meanings_of_parts import MEANINGS as OF_PARTS

if TYPE_CHECKING:
    from pydantic import BaseModel

SENTENCES: dict[str, tuple[str, str]] = {**OF_METHODS, **OF_PARTS}


def parameter_label(model: type[BaseModel], field: str) -> str:
    """What a parameter is called in the current language; its own name where it is not known here."""
    names = (f"{model.__module__.rpartition('.')[2]}.{model.__name__}.{field}", f"{model.__name__}.{field}", field)
    return _now(next((LABELS[name] for name in names if name in LABELS), None), field)


def parameter_meaning(model: type[BaseModel], field: str) -> str:
    """What a parameter means, in one sentence of the current language."""
    from vitalfew.languages import say

    told = model.model_fields[field].description
    return say(told) if told else ""


def choice_label(value: str) -> str:
    """What one of the values that a parameter can have is called in the current language; the value if not known here."""
    return _now(CHOICES.get(value), value)


def method_label(method: str) -> str:
    """What a grading method is called in the current language; its own name where it is not known here."""
    return _now(METHODS.get(method), method)


def _now(texts: tuple[str, str, str] | None, otherwise: str) -> str:
    from vitalfew.languages import LANGUAGES, language

    return texts[LANGUAGES.index(language())] if texts else otherwise
