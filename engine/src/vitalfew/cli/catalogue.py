"""The ready-made schemes as documents: read from their YAML, without the engine that would run them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.places import check_readable

ENDINGS = (".yaml", ".yml")
LARGEST = 1_000_000
"""Bytes of a scheme; a larger file is something else."""


@dataclass(frozen=True)
class Ready:
    """What the list of schemes says of one."""

    name: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    covers: tuple[str, ...]


@cache
def names() -> tuple[str, ...]:
    """The ready-made schemes, by name."""
    found = (entry.name for entry in files("vitalfew").joinpath("schemes").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml") and name[0] != "_"))


def ready() -> list[Ready]:
    """The ready-made schemes with their titles."""
    import yaml

    documents = {name: yaml.load(text_of(name), Loader=yaml.CSafeLoader) for name in names()}
    return [
        Ready(name, document["title"], document.get("summary", {}), tuple(document.get("covers", ())))
        for name, document in documents.items()
    ]


def is_file(name: str) -> bool:
    """Whether a name means a file and not a ready-made scheme."""
    return name not in names() and (Path(name).suffix.lower() in ENDINGS or Path(name).exists())


def text_of(name: str) -> str:
    """The YAML of a ready-made scheme or of a file. A file that cannot be read as text is refused."""
    if name in names():
        return files("vitalfew").joinpath("schemes", f"{name}.yaml").read_text(encoding="utf-8")
    path = Path(name)
    try:
        check_readable(path)
        if path.stat().st_size > LARGEST:
            raise Refusal(say("the file is too large for a scheme."), where=name, remedy=say("Name another file."))
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise Refusal(
            say("the scheme cannot be read: {reason}.", reason=reason),
            where=name,
            remedy=say("Name a YAML file in UTF-8, or a ready-made scheme (vitalfew schemes)."),
        ) from None
