"""What the labels of the views beside every scheme are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vitalfew.languages import speaking
from vitalfew.report.figures.words import title_of
from vitalfew.scheme import load

VIEWS = {"segment": ("rfm", "segment"), "band": ("pareto_20_60_20", "band"), "field": ("profit_cost", "cell")}
"""View → the ready-made scheme that gives it, and the classifier in it."""


@cache
def titles_of(view: str, language: str) -> Mapping[str, str]:
    """The labels of a view with their titles in a language, best first."""
    name, classifier = VIEWS[view]
    scheme = load(name)
    with speaking(language):
        return {str(label): title_of(scheme, classifier, label) for label in scheme.classifiers[classifier].labels()}
