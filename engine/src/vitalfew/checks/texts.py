"""Texts that people read stand in all languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from vitalfew.checks.document import dotted
from vitalfew.checks.draft import Draft, mapping
from vitalfew.checks.issue import Issue, error, suggested, warning
from vitalfew.languages import LANGUAGES, say


def texts_have_languages(draft: Draft, today: date) -> Iterator[Issue]:
    """An error for a text without English, which stands in for the others; a warning where another is missing."""
    for place, texts in _texts(draft):
        if not isinstance(texts, dict) or not texts:
            continue
        for name in texts:
            if name not in LANGUAGES:
                unknown = say("there is no language {name}.", name=name)
                yield error(dotted(place, name), f"{unknown} {suggested(str(name), LANGUAGES)}".strip())
        lacking = [name for name in LANGUAGES if not str(texts.get(name) or "").strip()]
        if "en" in lacking:
            yield error(place, say("the text has no English, which stands in for missing languages."))
        elif lacking:
            yield warning(place, say("the text is missing in {languages}.", languages=", ".join(lacking)))


def _texts(draft: Draft) -> Iterator[tuple[str, Any]]:
    yield from ((key, draft.content.get(key)) for key in ("title", "summary"))
    for classifier, labels in draft.section("labels").items():
        for label, meaning in mapping(labels).items():
            for key in ("title", "playbook"):
                yield dotted("labels", classifier, label, key), mapping(meaning).get(key)
