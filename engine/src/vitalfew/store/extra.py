"""Packages that only the fact store needs, imported when it is used."""

from importlib import import_module
from typing import Any

from vitalfew.errors import Refusal
from vitalfew.languages import say


def extra(module: str) -> Any:
    """A module of the extra `store`. Refuses to go on where its package is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        raise Refusal(
            say("the fact store needs the package {name}.", name=missing.name or module),
            remedy=say('Install it: pip install "vitalfew[store]".'),
        ) from None
