"""A scheme in words: what it answers, what it looks at, how it decides, what its grades mean."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from vitalfew.languages import pick, say
from vitalfew.scheme import Scheme, method_of


def print_described(paper: Console, scheme: Scheme) -> None:
    """The scheme from its own texts and the descriptions of its metrics and methods."""
    paper.print(Text(f"{scheme.scheme} · {pick(scheme.title)}", style="bold"))
    if scheme.summary:
        paper.print(Text(pick(scheme.summary)))
    _titled(paper, say("What it looks at"))
    for name, metric in scheme.metrics.items():
        _entry(paper, name, _purpose(metric), metric.model_dump(mode="json"))
    _titled(paper, say("How it decides"))
    for name, parameters in scheme.classifiers.items():
        _entry(
            paper, f"{name} ({method_of(parameters).name})", _purpose(parameters), parameters.model_dump(mode="json")
        )
    _print_grades(paper, scheme)
    if scheme.covers:
        paper.print()
        paper.print(Text(say("Lines: {lines}", lines=" ".join(scheme.covers)), style="dim"))


def _print_grades(paper: Console, scheme: Scheme) -> None:
    if scheme.grade is None:
        _titled(paper, say("It gives classes side by side, and no single grade."))
        return
    _titled(paper, say("Grades, best first (from {classifier})", classifier=scheme.grade))
    meanings = scheme.labels.get(scheme.grade, {})
    for label in scheme.grade_labels():
        meaning = meanings.get(str(label))
        paper.print(Text.assemble("  ", (str(label), "bold"), f"  {pick(meaning.title)}" if meaning else ""))
        if meaning and meaning.playbook:
            _indented(paper, pick(meaning.playbook))


def _purpose(described: object) -> str:
    """The first paragraph of a metric's or method's own description."""
    paragraph = (type(described).__doc__ or "").strip().split("\n\n")[0]
    return say(" ".join(paragraph.split()))


def _entry(paper: Console, name: str, purpose: str, parameters: dict[str, Any]) -> None:
    paper.print(Text.assemble("  ", (name, "cyan")))
    _indented(paper, purpose)
    set_to = ", ".join(f"{key}={_brief(value)}" for key, value in parameters.items() if value not in (None, [], {}))
    if set_to:
        _indented(paper, set_to, style="dim")


def _indented(paper: Console, text: str, style: str = "") -> None:
    paper.print(Padding(Text(text, style=style), (0, 0, 0, 6), expand=False))


def _brief(value: Any) -> str:
    """A parameter on one line; long lists are counted, the YAML has them whole."""
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return say("{n} entries", n=len(value))
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value)


def _titled(paper: Console, title: str) -> None:
    paper.print()
    paper.print(Text(title, style="bold"))
