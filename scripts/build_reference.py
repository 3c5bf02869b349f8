"""Write the reference pages: facts, metrics, grading methods, ready-made schemes, command line, library.

`--check` writes nothing and exits with 1 where a page is not as the code says. Between the two marks of a page in
`docs/schemes/` stand the metrics, classifiers and labels of the scheme that the page is named after.
"""

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

import reference_commands
import reference_facts
import reference_library
from vitalfew import scheme
from vitalfew.classifiers import METHODS
from vitalfew.metrics import METRICS
from vitalfew.registry import Method, Metric
from vitalfew.scheme import Meaning, Scheme, method_of

DOCS = Path(__file__).resolve().parent.parent / "docs"
BEGIN, END = "<!-- from the code: begin -->", "<!-- from the code: end -->"
PLAIN: Mapping[Any, str] = {str: "text", int: "whole number", bool: "yes or no", Decimal: "number"}
LANGUAGES = {"en": "English", "zh-hans": "简体", "zh-hant": "繁體"}
NOTICE = "Made from the code by `scripts/build_reference.py`; do not edit."


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are not up to date."""
    pages = dict(wanted())
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(DOCS.parent)} is not what the code says: run scripts/build_reference.py")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], encoding="utf-8", newline="\n")
    print(f"{len(stale)} of {len(pages)} pages written")
    return 0


def wanted() -> Iterator[tuple[Path, str]]:
    """Every page with the text it should have."""
    reference = DOCS / "reference"
    yield reference / "facts.md", page("Tables of facts", reference_facts.sections())
    yield reference / "metrics.md", page("Metrics", metric_sections())
    yield reference / "methods.md", page("Grading methods", map(method_section, by_name(METHODS)))
    yield reference / "schemes.md", page("Ready-made schemes", map(scheme_section, map(scheme.load, scheme.names())))
    yield reference / "command-line.md", page("Command line", reference_commands.sections())
    yield reference / "library.md", page("Library", reference_library.sections())
    for path in sorted((DOCS / "schemes").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if path.stem in scheme.names() and BEGIN in text:
            yield path, filled(text, scheme.load(path.stem))


def page(title: str, sections: Iterable[str]) -> str:
    """A page with its title."""
    return f"# {title}\n\n{NOTICE}\n\n" + "\n\n".join(sections) + "\n"


def by_name(methods: Mapping[str, Method]) -> list[Method]:
    """The methods in order of their names."""
    return [methods[name] for name in sorted(methods)]


def metric_sections() -> Iterator[str]:
    """A chapter for each family, a section for each metric."""
    families: dict[str, list[type[Metric]]] = {}
    for metric in METRICS.values():
        families.setdefault(metric.__module__, []).append(metric)
    for module, members in sorted(families.items()):
        yield f"## {module.rpartition('.')[2].capitalize()}\n\n{inspect.cleandoc(sys.modules[module].__doc__ or '')}"
        yield from (metric_section(metric) for metric in sorted(members, key=lambda metric: metric.name))


def metric_section(metric: type[Metric]) -> str:
    """What a metric means, what it needs, its parameters."""
    facts = [
        f"unit {metric.unit.value}",
        f"{metric.better} is better",
        *(["somebody's judgement"] if metric.judged else []),
    ]
    needed = [f"`{table}.{column}`" for table, columns in metric.needs.items() for column in columns]
    either = [f"`{table}.{column}`" for table, column in metric.one_of]
    facts += [f"needs {', '.join(needed)}"] if needed else []
    facts += [f"needs one of {', '.join(either)}"] if either else []
    return "\n\n".join(
        filter(None, [f"### {metric.name}", documented(metric), f"{'; '.join(facts)}.", parameters(metric)])
    )


def method_section(method: Method) -> str:
    """What a method does, its parameters, and those of the parts it is made of."""
    said = [f"## {method.name}", documented(method.parameters)]
    if method.reasons:
        said.append(f"Reasons: {', '.join(f'`{reason}`' for reason in method.reasons)}.")
    said.append(parameters(method.parameters))
    for part in parts_of(method.parameters):
        said += [f"**{part.__name__}**: {documented(part)}", parameters(part)]
    return "\n\n".join(filter(None, said))


def documented(model: type[BaseModel]) -> str:
    """The docstring of a model."""
    return inspect.cleandoc(model.__doc__ or "")


def parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The models that the fields of a model are made of, at any depth, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        fields = waiting.pop(0).model_fields.values()
        near = [part for field in fields for part in models_in(field.annotation) if part not in found]
        found |= dict.fromkeys(near)
        waiting += near
    return list(found)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def parameters(model: type[BaseModel]) -> str:
    """The parameters as a table; nothing where there are none."""
    defaults = model.model_construct().model_dump(mode="json")
    rows = [
        f"| `{name}` | {shape(field.annotation)} | {default(defaults, name)} | {field.description or ''} |"
        for name, field in model.model_fields.items()
    ]
    return "\n".join(["| parameter | value | default | meaning |", "|---|---|---|---|", *rows]) if rows else ""


def shape(annotation: Any) -> str:
    """The kind of a value in words."""
    origin, inner = get_origin(annotation), [one for one in get_args(annotation) if one not in (type(None), Ellipsis)]
    if origin is None:
        return PLAIN.get(annotation, getattr(annotation, "__name__", "any value"))
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin is Annotated:
        return shape(inner[0])
    kinds = list(dict.fromkeys(map(shape, inner)))
    if origin in (UnionType, Union):
        return " or ".join(kinds)
    return f"list of {' or '.join(kinds)}" if origin is tuple else f"name → {kinds[-1]}"


def default(defaults: Mapping[str, Any], name: str) -> str:
    """The default as it is written in a scheme; empty where the value must be given."""
    if name not in defaults:
        return ""
    value = defaults[name]
    if isinstance(value, list):
        return f"`[{', '.join(map(str, value))}]`"
    return "none" if value is None else f"`{value}`"


def scheme_section(one: Scheme) -> str:
    """A scheme in short, with the link to its own page."""
    own = DOCS / "schemes" / f"{one.scheme}.md"
    more = [f"More: [{one.scheme}](../schemes/{one.scheme}.md)."] if own.exists() else []
    titles = " · ".join(one.title[language] for language in LANGUAGES)
    covers = [f"Requirements: {', '.join(one.covers)}."] if one.covers else []
    return "\n\n".join([f"## {one.scheme}", f"{titles}. {one.summary.get('en', '')}", *covers, *more, inside(one)])


def filled(text: str, one: Scheme) -> str:
    """A page with the part between the marks made anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{inside(one)}\n\n{labelled(one)}\n\n{END}{rest.partition(END)[2]}"


def inside(one: Scheme) -> str:
    """The metrics and classifiers of a scheme as a table each."""
    metrics = ["| column | metric | parameters |", "|---|---|---|"]
    for name, metric in one.metrics.items():
        metrics.append(f"| `{name}` | {metric.name} | {settings(metric)} |")
    classifiers = ["| classifier | method | reads | labels, best first |", "|---|---|---|---|"]
    for name, given in one.classifiers.items():
        reads = ", ".join(f"`{column}`" for column in given.reads())
        labels = ", ".join(f"`{label}`" for label in given.labels())
        grade = " (the grade)" if name == one.grade else ""
        classifiers.append(f"| `{name}`{grade} | {method_of(given).name} | {reads} | {labels} |")
    return "\n".join(metrics) + "\n\n" + "\n".join(classifiers)


def settings(metric: Metric) -> str:
    """The parameters of a metric as they stand in the scheme."""
    return ", ".join(f"{name} {value}" for name, value in metric.model_dump(mode="json").items())


def labelled(one: Scheme) -> str:
    """Each label with its title and what to do, language by language."""
    rows = ["| classifier | label | language | title | treatment |", "|---|---|---|---|---|"]
    for classifier, meanings in one.labels.items():
        rows += [row for label, meaning in meanings.items() for row in meaning_rows(classifier, label, meaning)]
    return "\n".join(rows)


def meaning_rows(classifier: str, label: str, meaning: Meaning) -> Iterator[str]:
    """One row for each language."""
    for language, name in LANGUAGES.items():
        first = f"`{classifier}` | `{label}`" if language == "en" else " | "
        yield f"| {first} | {name} | {meaning.title.get(language, '')} | {meaning.playbook.get(language, '')} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
