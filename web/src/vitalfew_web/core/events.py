"""What happened, told to those who want to know: in the same transaction, or later by the worker.

An event is a frozen dataclass of plain values. Who hears of it later hears of it at least once, and bears hearing it
twice: the notice is a job, written in the transaction of the change and tried again until it goes through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from vitalfew_web.core.services import start_job

E = TypeVar("E")

DELIVERY = "core.delivery"
"""The kind of job that brings an event to one who hears of it later."""

_AT_ONCE: defaultdict[type, list[Callable[[Any], None]]] = defaultdict(list)
_LATER: dict[str, tuple[type, Callable[[Any], None]]] = {}


def subscribe(event: type[E], receiver: Callable[[E], None], *, later: bool = False) -> None:
    """Let a function of a module hear of every event of a kind. To subscribe again changes nothing."""
    if later:
        _LATER[_name(event, receiver)] = (event, receiver)
    elif receiver not in _AT_ONCE[event]:
        _AT_ONCE[event].append(receiver)


def publish(event: object, *, at: datetime) -> None:
    """Tell those who hear at once, in this transaction, and write down for the worker whom to tell later."""
    for receiver in _AT_ONCE[type(event)]:
        receiver(event)
    fields = TypeAdapter(type(event)).dump_python(event, mode="json")
    for name, (kind, _receiver) in _LATER.items():
        if kind is type(event):
            start_job(kind=DELIVERY, by=None, at=at, arguments={"to": name, "event": fields})


def deliver_to(name: str, fields: dict[str, Any]) -> None:
    """Tell the one of this name. Whoever no longer listens is told nothing."""
    if name in _LATER:
        kind, receiver = _LATER[name]
        receiver(TypeAdapter(kind).validate_python(fields))


def _name(event: type, receiver: Callable[..., None]) -> str:
    return f"{event.__module__}.{event.__qualname__} → {receiver.__module__}.{receiver.__qualname__}"
