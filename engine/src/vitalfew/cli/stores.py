"""The store that a command line names, and what is said while another process writes in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.cli.streams import complain
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.store import Store, Version


def store_of(folder: Path, wait: float = 0) -> Store:
    """The store in a folder. While another process writes, one line says what is waited for."""
    from vitalfew.store import Store

    def waiting() -> None:
        if wait:
            complain(
                say("{store}: another process is writing; waiting up to {seconds} seconds.", store=folder, seconds=wait)
            )

    return Store(folder, wait=wait, on_wait=waiting)


def as_object(version: Version) -> Mapping[str, Any]:
    """A version in values that JSON has; `number` is called `version` there."""
    fields = asdict(version)
    return {"version": fields.pop("number"), **fields}
