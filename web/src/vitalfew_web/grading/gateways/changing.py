"""A scheme with other values in its fields, and what two versions say differently."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import ValidationError

from vitalfew.scheme import Scheme, parse
from vitalfew_web.grading.gateways.fields import Leaf, branches, written_as


def changed(document: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The document with other values, and what is wrong with them: path → sentence. Raises Refusal for no scheme."""
    scheme = parse(document)
    content = scheme.model_dump(mode="json")
    known = {leaf.path: leaf for branch in branches(document) for leaf in branch.every()}
    for path, text in values.items():
        if path in known and text.strip() != known[path].value:
            _put(content, path.split("."), _typed(text.strip(), known[path]))
    try:
        return Scheme.model_validate(content).dump(), {}
    except ValidationError as problem:
        return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110), _placed(problem, known)


def _typed(text: str, leaf: Leaf) -> Any:
    if leaf.kind == "list":
        return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if leaf.kind == "flag":
        return text.lower() in ("true", "on", "1")
    return text or None


def _put(content: Any, way: list[str], value: Any) -> None:
    *before, last = way
    for step in before:
        content = content[int(step)] if isinstance(content, list) else content[step]
    if isinstance(content, list):
        content[int(last)] = value
    else:
        content[last] = value


def _placed(problem: ValidationError, known: Mapping[str, Leaf]) -> dict[str, str]:
    """Faults by the field that they speak of, else by the nearest one above it, else for the whole."""
    found: dict[str, str] = {}
    for fault in problem.errors():
        path = ".".join(str(step) for step in fault["loc"])
        inner = next((leaf for leaf in known if path.startswith(leaf)), path)
        found.setdefault(inner, fault["msg"])
    return found


def differences(was: str, now: str) -> list[tuple[str, str, str]]:
    """What two documents say differently: path, before, after. Raises Refusal for a document that is no scheme."""
    before, after = (_flat(parse(one).model_dump(mode="json")) for one in (was, now))
    paths = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    return [(path, before.get(path, ""), after.get(path, "")) for path in paths]


def _flat(value: Any, path: str = "") -> dict[str, str]:
    if isinstance(value, Mapping):
        return {
            key: text for name, one in value.items() for key, text in _flat(one, f"{path}.{name}".strip(".")).items()
        }
    if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        return {key: text for at, one in enumerate(value) for key, text in _flat(one, f"{path}.{at}").items()}
    return {path: written_as(value)}
