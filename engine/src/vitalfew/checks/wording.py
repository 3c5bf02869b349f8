"""The faults that validation finds, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vitalfew.checks.document import dotted
from vitalfew.checks.issue import Issue, error, suggested
from vitalfew.languages import say
from vitalfew.registry import Parameters


def problem_of(model: type[Parameters], fault: Mapping[str, Any], place: tuple[str, ...]) -> Issue:
    """One fault of validation with its place in the document."""
    way = (*place, *(part for part in fault["loc"] if part != "[key]"))
    return error(dotted(*way), _sentence(model, fault))


def _sentence(model: type[Parameters], fault: Mapping[str, Any]) -> str:
    kind, context = fault["type"], fault.get("ctx") or {}
    if kind == "missing":
        return say("this key is missing.")
    if kind == "extra_forbidden":
        unknown = say("there is no such key.")
        near = suggested(str(fault["loc"][-1]), model.model_fields) if len(fault["loc"]) == 1 else ""
        return f"{unknown} {near}".strip()
    if fault["loc"] and fault["loc"][-1] == "[key]":
        return say("a name is a text; put it in quotes.")
    if kind == "string_type":
        return say("must be a text; put it in quotes.")
    if kind.startswith("int_"):
        return say("must be a whole number.")
    if kind in ("mapping_type", "dict_type", "model_type"):
        return say("must be a mapping of keys.")
    if kind == "literal_error":
        return say("must be one of {values}.", values=str(context.get("expected", "")).replace(" or ", ", "))
    reason = say(fault["msg"].removeprefix("Value error, ")).rstrip(".")
    return say("not accepted: {reason}.", reason=" ".join(reason.split()))
