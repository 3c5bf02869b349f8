"""Schemes as documents: ready-made ones, and what is wrong with one."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

from vitalfew.checks import Issue, check
from vitalfew.languages import LANGUAGES
from vitalfew.scheme import load, names
from vitalfew_web.grading.gateways.telling import picked


def template(name: str) -> str:
    """A ready-made scheme as the document that a scheme of one's own begins with. Raises ValueError for none."""
    if name not in ready_made():
        raise ValueError(name)
    return files("vitalfew.schemes").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def ready_made() -> dict[str, dict[str, Any]]:
    """The ready-made schemes: name → title and summary by language; the usual one first."""
    found = {}
    for name in sorted(names(), key=lambda one: (one != "key_accounts", one)):
        scheme = load(name)
        if scheme.grade is not None:
            texts = {"title": scheme.title, "summary": scheme.summary}
            found[name] = {key: {code: picked(text, code) for code in LANGUAGES} for key, text in texts.items()}
    return found


def issues(document: str, today: date) -> list[Issue]:
    """What is wrong with a scheme, in the language that the engine speaks just now."""
    return check(document, today)
