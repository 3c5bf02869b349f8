"""What the words of the report mean, last on the page."""

from __future__ import annotations

from vitalfew.languages import pick, say
from vitalfew.languages.metric_terms import label_of, meaning_of
from vitalfew.report.figures.words import window_words
from vitalfew.report.portrait import Portrait


def definitions(portrait: Portrait) -> tuple[tuple[str, str], ...]:
    """Term and meaning: the scheme, its grades, what the figures count, then each metric behind the grade."""
    scheme = portrait.result.scheme
    window = window_words(portrait.beside.window)
    terms = [(pick(scheme.title), pick(scheme.summary))]
    terms += [
        (say("Window"), say("Every amount counts {window} up to and including the day of the report.", window=window))
    ]
    terms += [_of_metric("monetary", say("Sales"))]
    if portrait.knows("contribution"):
        terms += [_of_metric("contribution", say("Contribution"))]
    terms += _of_views(portrait)
    behind = (scheme.metrics[name].name for name in portrait.listed.reasons.metrics)
    told = {"monetary", "contribution"}
    terms += [_of_metric(name) for name in dict.fromkeys(behind) if name not in told]
    return tuple((term, meaning) for term, meaning in terms if meaning)


def _of_metric(name: str, title: str | None = None) -> tuple[str, str]:
    return (title or label_of(name) or name, meaning_of(name))


def _of_views(portrait: Portrait) -> list[tuple[str, str]]:
    views = [(view, known) for view, known in portrait.beside.schemes.items() if _shown(portrait, view)]
    return [
        (pick(known.title), pick(known.summary))
        for view, known in views
        if known.scheme != portrait.result.scheme.scheme
    ]


def _shown(portrait: Portrait, view: str) -> bool:
    column = {"abc": "abc", "rfm": "segment", "types": "type", "bands": "band", "cells": "cell"}[view]
    return portrait.knows(column)
