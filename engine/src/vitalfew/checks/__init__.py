"""What is wrong with a scheme: issues with their place, never an exception. One rule per file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from vitalfew.checks.document import Document, document_of
from vitalfew.checks.draft import Draft, draft_of
from vitalfew.checks.grade import grade_is_given
from vitalfew.checks.issue import Issue, error
from vitalfew.checks.judgement import judgement_is_small
from vitalfew.checks.labels import labels_have_texts
from vitalfew.checks.names import names_differ
from vitalfew.checks.ranks import ranks_are_numbers
from vitalfew.checks.readings import readings_are_known
from vitalfew.checks.review import review_is_due
from vitalfew.checks.texts import texts_have_languages
from vitalfew.checks.unused import metrics_are_used
from vitalfew.checks.weights import weights_add_up
from vitalfew.checks.windows import windows_are_short
from vitalfew.languages import say
from vitalfew.scheme import Scheme

Rule = Callable[[Draft, date], Iterator[Issue]]

RULES: tuple[Rule, ...] = (
    names_differ,
    readings_are_known,
    ranks_are_numbers,
    weights_add_up,
    grade_is_given,
    labels_have_texts,
    texts_have_languages,
    judgement_is_small,
    review_is_due,
    metrics_are_used,
    windows_are_short,
)


def check(given: str | Scheme, today: date) -> list[Issue]:
    """Everything that is wrong with a scheme, given as one or as the text of one; in the order of its lines.

    Any text gives issues and nothing else. Without an error the text can be loaded and used.
    """
    document = Document(given.model_dump(mode="json")) if isinstance(given, Scheme) else document_of(given)
    issues = (
        [*document.issues, *_of_content(document.content, today)]
        if document.content is not None
        else [*document.issues]
    )
    if document.content is None and not issues:
        issues = [error("", say("a scheme is a mapping of keys, this is not."))]
    found = (replace(issue, line=issue.line or _line(document.lines, issue.place)) for issue in issues)
    return sorted(dict.fromkeys(found), key=lambda issue: issue.line or 0)


def _of_content(content: object, today: date) -> list[Issue]:
    if not isinstance(content, Mapping):
        return [error("", say("a scheme is a mapping of keys, this is not."))]
    draft, issues = draft_of(content)
    return issues + [issue for rule in RULES for issue in rule(draft, today)]


def _line(lines: Mapping[str, int], place: str) -> int | None:
    """The line of a place, or of the nearest one above it that stands in the text."""
    while place and place not in lines:
        place = place.rpartition(".")[0]
    return lines.get(place) if place else None


__all__ = ["RULES", "Issue", "check"]
