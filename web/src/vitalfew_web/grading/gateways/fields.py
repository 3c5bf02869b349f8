"""The fields of a scheme as the engine's own parameter models have them, with their names and meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from vitalfew.languages.metric_terms import label_of
from vitalfew.languages.parameter_terms import choice_label, method_label, parameter_label, parameter_meaning
from vitalfew.scheme import Scheme, parse

Kind = Literal["number", "flag", "choice", "text", "list"]


@dataclass(frozen=True)
class Leaf:
    """One value of a scheme: where it stands, what it is called and means, what it may be.

    `key` is the word of a mapping that it stands under: a grade, a label.
    """

    path: str
    name: str
    label: str
    value: str
    kind: Kind
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    key: str = ""


@dataclass
class Branch:
    """Values that belong together: a method, a metric, or a part of one. `name` is what the document calls it."""

    path: str
    name: str
    title: str
    leaves: list[Leaf] = field(default_factory=list)
    rows: list[Branch] = field(default_factory=list)

    def every(self) -> Iterator[Leaf]:
        """Its values and those of its parts."""
        yield from self.leaves
        for row in self.rows:
            yield from row.every()


def branches(document: str) -> list[Branch]:
    """The methods of a scheme, then its metrics: nothing is written here for any of them.

    Raises Refusal for a document that is no scheme.
    """
    scheme = parse(document)
    written = scheme.model_dump(mode="json")
    found = []
    for part in ("classifiers", "metrics"):
        for name, parameters in getattr(scheme, part).items():
            own = written[part][name]
            title = label_of(own["metric"]) if part == "metrics" else method_label(own["method"])
            branch = Branch(f"{part}.{name}", name, title)
            _grow(branch, parameters, own, scheme)
            found.append(branch)
    return [branch for branch in found if any(branch.every())]


def names_of_fields(document: str) -> dict[str, str]:
    """Path → what a field is called, with the parts that it stands in. Raises Refusal for a document that is no scheme."""
    found: dict[str, str] = {}
    for branch in branches(document):
        _name(branch, branch.title, found)
    return found


def _name(branch: Branch, within: str, found: dict[str, str]) -> None:
    for leaf in branch.leaves:
        found[leaf.path] = " › ".join(filter(None, [within, leaf.label, leaf.key]))
    for row in branch.rows:
        _name(row, f"{within} › {row.title}", found)


def _grow(branch: Branch, model: BaseModel, written: Mapping[str, Any], scheme: Scheme) -> None:
    """Put the single values of a model into its branch, and a row for each model inside it."""
    for name in type(model).model_fields:
        value, path = getattr(model, name), f"{branch.path}.{name}"
        for key, inner, inner_written in _models(value, written[name]):
            label = parameter_label(type(model), name)
            row = Branch(f"{path}{key}", key.lstrip(".") or name, label)
            _grow(row, inner, inner_written, scheme)
            row.title = _read_by(inner, scheme) or _numbered(label, key)
            branch.rows.append(row)
        if _is_plain(value):
            branch.leaves.extend(_leaves(path, name, type(model), value, written[name]))


def _read_by(model: BaseModel, scheme: Scheme) -> str:
    """The metrics that a part measures, by their names; empty for a part that measures none."""
    measured = getattr(model, "of", None)
    entries = measured if isinstance(measured, tuple) else [model] if isinstance(measured, str) else []
    names = [str(getattr(entry, "of", entry)) for entry in entries]
    known = [label_of(scheme.metrics[name].name) for name in names if name in scheme.metrics]
    return " + ".join(known)


def _numbered(label: str, key: str) -> str:
    place = key.lstrip(".")
    return f"{label} {int(place) + 1}" if place.isdigit() else place.replace("_", " ") or label


def _models(value: Any, written: Any) -> Iterator[tuple[str, BaseModel, Any]]:
    if isinstance(value, BaseModel):
        yield "", value, written
    elif isinstance(value, Mapping):
        yield from ((f".{key}", one, written[key]) for key, one in value.items() if isinstance(one, BaseModel))
    elif isinstance(value, tuple | list):
        yield from ((f".{at}", one, written[at]) for at, one in enumerate(value) if isinstance(one, BaseModel))


def _is_plain(value: Any) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple | list) else [value]
    return not any(isinstance(one, BaseModel) for one in inner)


def _leaves(path: str, name: str, model: type[BaseModel], value: Any, written: Any) -> Iterator[Leaf]:
    label, told = parameter_label(model, name), parameter_meaning(model, name)
    if isinstance(value, Mapping):
        for key, one in written.items():
            yield Leaf(f"{path}.{key}", name, label, written_as(one), _kind(one, None), told, key=str(key))
        return
    annotation = model.model_fields[name].annotation
    values = [str(one) for one in get_args(annotation)] if get_origin(annotation) is Literal else []
    choices = tuple((one, choice_label(one)) for one in values)
    yield Leaf(path, name, label, written_as(written), _kind(value, choices), told, choices)


def _kind(value: Any, choices: Sequence[Any] | None) -> Kind:
    if choices:
        return "choice"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, tuple | list):
        return "list"
    return "text" if value is None or (isinstance(value, str) and not _is_number(value)) else "number"


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def written_as(value: Any) -> str:
    """A value of a scheme as a field shows it."""
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
