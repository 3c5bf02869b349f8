"""The reference of the library: every public name with its meaning, its signature and its example."""

import doctest
import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

import reference_commands
import vitalfew
from vitalfew.readers.reading import Options
from vitalfew.run.customers import Customers

OF_PYDANTIC = frozenset(name for name in dir(vitalfew.Scheme.__mro__[2]) if not name.startswith("_"))
"""What every model of Pydantic can do is not told again."""

RESULTS = (
    "Result", "Foreseen", "Tested", "Cohorts", "Existing", "Lost", "Portfolio", "Traits", "Potential", "Segments", "Recommended",
    "Warnings", "WalkForward", "Sensitivity", "Store", "Imported", "Scheme", "Refusal", "WrongUse",
)  # fmt: skip
"""The classes, in the order in which they are told."""


def sections() -> Iterator[str]:
    """A chapter for each name of the library, and one for the table of customers that a result holds."""
    yield "Everything below is typed; each example is run by the tests. In short, `vf` is the package:"
    yield told(vitalfew)
    yield chapter("vf.grade", vitalfew.grade) + "\n\n" + keywords()
    for call in (
        vitalfew.clv,
        vitalfew.backtest,
        vitalfew.cohorts,
        vitalfew.existing,
        vitalfew.lost,
        vitalfew.portfolio,
        vitalfew.traits,
        vitalfew.potential,
        vitalfew.segments,
        vitalfew.recommend,
        vitalfew.warnings,
        vitalfew.walkforward,
        vitalfew.sensitivity,
    ):
        yield chapter(f"vf.{call.__name__}", call)
    for name in RESULTS:
        yield chapter(f"vf.{name}", getattr(vitalfew, name))
    yield chapter("Customers", Customers)


def chapter(name: str, thing: Any) -> str:
    """A name with what it means; of a class also what it can do."""
    call = signature(thing).replace(", ", f",\n    {' ' * (len(name) + 1)}") if inspect.isfunction(thing) else ""
    said = [f"## {name}", f"    {name}{call}" if call else "", told(thing)]
    if inspect.isclass(thing):
        said += [member(name.removeprefix("vf."), of, part) for of, part in members(thing)]
    return "\n\n".join(filter(None, said))


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties of a class, those it inherits from us included."""
    for name in dir(kind):
        part = inspect.getattr_static(kind, name)
        ours = name not in OF_PYDANTIC and not name.startswith("_") and (inspect.getdoc(part) or "")
        if ours and isinstance(part, property | classmethod | staticmethod) | inspect.isfunction(part):
            yield name, part


def member(owner: str, name: str, part: Any) -> str:
    """One method or property."""
    call = part.__func__ if isinstance(part, classmethod | staticmethod) else part
    return f"### {owner}.{name}{'' if isinstance(part, property) else signature(call)}\n\n{told(part)}"


def signature(call: Any) -> str:
    """The parameters as they are written, without the object itself."""
    given = inspect.signature(call)
    kept = [parameter for name, parameter in given.parameters.items() if name not in ("self", "cls")]
    written = str(given.replace(parameters=kept))
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", written)


def told(thing: Any) -> str:
    """The docstring, its examples as blocks."""
    said: list[str] = []
    for part in doctest.DocTestParser().parse(inspect.getdoc(thing) or ""):
        if isinstance(part, str):
            said.append(part.strip())
        else:
            lines = part.source.splitlines()
            code = [f">>> {lines[0]}", *(f"... {line}" for line in lines[1:]), *part.want.splitlines()]
            block = "\n".join(code)
            if said and said[-1].endswith("```"):
                said[-1] = f"{said[-1].removesuffix('```')}{block}\n```"
            else:
                said.append(f"```python\n{block}\n```")
        said = [piece for piece in said if piece]
    return "\n\n".join(said)


def keywords() -> str:
    """The further keywords of `grade`, with the meaning that their flags have."""
    meanings = reference_commands.meanings()
    rows = [
        f"| `{field.name}` | {'' if field.default is MISSING else f'`{field.default!r}`'} | {meanings[field.name]} |"
        for field in fields(Options)
        if field.name in meanings and field.name != "today"
    ]
    return "\n".join(
        ["Further keywords, how files are read:", "", "| keyword | default | meaning |", "|---|---|---|", *rows]
    )
