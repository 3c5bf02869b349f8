"""Schemes as documents: ready-made ones, their fields as the engine's own parameter models have them, checks, effects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin

import pyarrow as pa
import yaml
from pydantic import BaseModel, ValidationError

from vitalfew.checks import Issue, check
from vitalfew.compare import movers
from vitalfew.errors import Refusal
from vitalfew.languages import LANGUAGES, language, say
from vitalfew.run import Request, Result
from vitalfew.run.grading import grade_metrics
from vitalfew.run.read_back import written_run
from vitalfew.scheme import Scheme, load, names, parse
from vitalfew_web.grading.gateways.comparing import MOST, TooLarge, plain
from vitalfew_web.grading.gateways.running import MANIFEST, result_place
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


Kind = Literal["number", "flag", "choice", "text", "list"]


@dataclass(frozen=True)
class Leaf:
    """One value of a scheme: where it stands, what it is, and what the parameter model says of it."""

    path: str
    name: str
    value: str
    kind: Kind
    help: str = ""
    choices: tuple[str, ...] = ()


@dataclass
class Branch:
    """Values that belong together, under the name that they have in the document."""

    path: str
    name: str
    method: str
    leaves: list[Leaf] = field(default_factory=list)


def branches(document: str) -> list[Branch]:
    """The fields of a scheme, made from the engine's parameter models: nothing is written here for any method.

    Raises Refusal for a document that is no scheme.
    """
    scheme = parse(document)
    found: list[Branch] = []
    for part in ("classifiers", "metrics"):
        plain_part = scheme.model_dump(mode="json")[part]
        for name, parameters in getattr(scheme, part).items():
            own = plain_part[name]
            branch = Branch(f"{part}.{name}", name, str(own.get("method") or own.get("metric")))
            found.append(branch)
            found.extend(_grown(parameters, own, branch))
    return [branch for branch in found if branch.leaves]


def _grown(model: BaseModel, plain_model: Mapping[str, Any], branch: Branch) -> Iterator[Branch]:
    """Put the single values of a model into its branch, and give a branch for each model inside it."""
    for name, info in type(model).model_fields.items():
        value, written, path = getattr(model, name), plain_model[name], f"{branch.path}.{name}"
        for key, inner, inner_plain in _models(value, written):
            below = Branch(f"{path}{key}", f"{branch.name} › {name}{key}", "")
            yield below
            yield from _grown(inner, inner_plain, below)
        if _is_plain(value):
            branch.leaves.extend(_leaves(path, name, value, written, info))


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


def _leaves(path: str, name: str, value: Any, written: Any, info: Any) -> Iterator[Leaf]:
    told = say(info.description) if info.description else ""
    told = told if language() == "en" or told != info.description else ""
    if isinstance(value, Mapping):
        yield from (Leaf(f"{path}.{key}", str(key), _text(one), _kind(one, None), told) for key, one in written.items())
        return
    choices = tuple(str(one) for one in get_args(info.annotation)) if get_origin(info.annotation) is Literal else ()
    yield Leaf(path, name, _text(written), _kind(value, choices), told, choices)


def _kind(value: Any, choices: Sequence[str] | None) -> Kind:
    if choices:
        return "choice"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, tuple | list):
        return "list"
    return "text" if value is None or (isinstance(value, str) and not _is_number(value)) else "number"


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)


def changed(document: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The document with other values, and what is wrong with them: path → sentence. Raises Refusal for no scheme."""
    scheme = parse(document)
    content = scheme.model_dump(mode="json")
    known = {leaf.path: leaf for branch in branches(document) for leaf in branch.leaves}
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
    return {path: _text(value)}


def simulated(run: int, document: str) -> dict[str, Any]:
    """What a scheme would have made of the figures of a run: who moves, and why. Refused as the engine refuses.

    Graded are the figures that the run kept; a metric that is counted otherwise now is named and keeps its old figures.
    """
    before = written_run(result_place(run) / MANIFEST)
    if before.graded.num_rows > MOST:
        raise TooLarge
    scheme = parse(document)
    day = before.manifest.get("as_of")
    after = grade_metrics(before.metrics, Request(scheme, day and date.fromisoformat(day)), "")
    own = {name for name, metric in scheme.metrics.items() if before.scheme.metrics.get(name) != metric}
    found = plain(movers(before, after)) if before.scheme.grade and scheme.grade else {}
    return {
        **found,
        "counts": _counts(before, after),
        "unknown": sorted(own),
    }


def _counts(before: Result, after: Result) -> list[dict[str, Any]]:
    was, now = (_tally(result.graded["grade"]) for result in (before, after))
    labels = dict.fromkeys([*map(str, after.scheme.grade_labels()), *map(str, before.scheme.grade_labels())])
    return [{"label": label, "was": was.get(label, 0), "now": now.get(label, 0)} for label in labels]


def _tally(grades: pa.ChunkedArray) -> Counter[str]:
    return Counter(grade for grade in grades.to_pylist() if grade is not None)


__all__ = ["Refusal", "branches", "changed", "differences", "issues", "ready_made", "simulated", "template"]
