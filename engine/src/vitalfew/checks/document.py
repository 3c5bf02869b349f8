"""The text of a scheme → its content and the line of every place in it. Nothing in a text can break this."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from vitalfew.checks.issue import Issue, error
from vitalfew.languages import say

LONGEST, DEEPEST, MOST = 1_000_000, 40, 50_000
"""Characters, levels and values of a document; a scheme needs a hundredth of it, a YAML bomb more."""

_UNREADABLE = (yaml.YAMLError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the constructors of YAML raise for values such as the date 2026-02-30."""


@dataclass(frozen=True)
class Document:
    """What a text says (None where it cannot be read), line by place, and what is wrong with it as a text."""

    content: Any
    lines: dict[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def document_of(text: str) -> Document:
    """The text read as YAML; too long, too deep, too large, circular and malformed texts become an issue."""
    try:
        if problem := _too_much(text):
            return Document(None, issues=(error("", problem),))
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        if root is None or _weight(root, {}) > MOST:
            return Document(None, issues=(error("", say("the document is empty, or far too large for a scheme.")),))
        lines: dict[str, int] = {}
        issues = tuple(_walk(root, (), lines))
        return Document(yaml.load(text, Loader=yaml.CSafeLoader), lines, issues)
    except _UNREADABLE as problem:
        mark = getattr(problem, "problem_mark", None)
        reason = " ".join(str(getattr(problem, "problem", None) or problem).split())
        sentence = say("this is not valid YAML: {reason}", reason=reason)
        return Document(None, issues=(Issue("error", "", sentence, mark.line + 1 if mark else None),))


def dotted(*keys: object) -> str:
    """A place in the document."""
    return ".".join(str(key) for key in keys)


def _too_much(text: str) -> str | None:
    if len(text) > LONGEST:
        return say("the document has more than {n} characters.", n=LONGEST)
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return say("the document is nested more than {n} levels deep.", n=DEEPEST)
    return None


def _weight(node: yaml.Node, known: dict[int, int]) -> int:
    """Values below a node, aliases counted as often as they stand; a circle weighs more than anything."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST + 1
        known[id(node)] = 1 + sum(_weight(child, known) for child in _children(node))
    return known[id(node)]


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value)


def _walk(node: yaml.Node, place: tuple[object, ...], lines: dict[str, int]) -> Iterator[Issue]:
    """Note the line of every place; a key that stands twice is an issue, for the first would silently be lost."""
    lines.setdefault(dotted(*place), node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _walk(child, (*place, number), lines)
    elif isinstance(node, yaml.MappingNode):
        seen: set[Hashable] = set()
        for key, child in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name in seen:
                line = key.start_mark.line + 1
                yield Issue("error", dotted(*place, name), say("this key stands here twice."), line)
            seen.add(name)
            lines.setdefault(dotted(*place, name), key.start_mark.line + 1)
            yield from _walk(child, (*place, name), lines)
