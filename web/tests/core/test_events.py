"""Events reach those who listen: at once in the same transaction, or later and at least once."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from vitalfew_web.core import events, worker
from vitalfew_web.core.events import publish, subscribe
from vitalfew_web.core.models import Job, Round
from vitalfew_web.core.registries import REGULAR, Regular
from vitalfew_web.core.worker import go_round, is_alive, work_once

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = threading.Event()


@dataclass(frozen=True)
class Moved:
    """An event."""

    account: int
    share: Decimal
    day: date
    note: str | None


HAPPENED = Moved(7, Decimal("0.10"), date(2026, 2, 28), None)
heard: list[Moved] = []


def hear(event: Moved) -> None:
    heard.append(event)


def fail(event: Moved) -> None:
    heard.append(event)
    raise OSError("no line")


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(events, "_AT_ONCE", type(events._AT_ONCE)(list))
    monkeypatch.setattr(events, "_LATER", {})
    heard.clear()


def test_at_once_and_later_hear_the_same(db: None) -> None:
    subscribe(Moved, hear)
    subscribe(Moved, hear)
    subscribe(Moved, hear, later=True)
    publish(HAPPENED, at=NOW)
    assert heard == [HAPPENED]
    assert work_once(NOW, ON, quick=True)
    assert heard == [HAPPENED, HAPPENED]
    assert not work_once(NOW, ON, quick=True)


def test_who_could_not_hear_is_told_again(db: None) -> None:
    subscribe(Moved, fail, later=True)
    publish(HAPPENED, at=NOW)
    work_once(NOW, ON, quick=True)
    Job.objects.update(due_at=NOW)
    work_once(NOW, ON, quick=True)
    assert len(heard) == 2


def test_what_is_regular_is_done_when_due_whatever_another_does(monkeypatch: Any) -> None:
    done: list[datetime] = []

    def break_down(at: datetime) -> None:
        raise OSError("broken")

    hour = timedelta(hours=1)
    monkeypatch.setattr(worker, "REGULAR", {"a": Regular(hour, break_down), "b": Regular(hour, done.append)})
    for minutes in (0, 30, 59, 60, 61):
        go_round(NOW + timedelta(minutes=minutes))
    assert done == [NOW, NOW + hour]


def test_a_worker_shows_that_it_is_alive(db: None) -> None:
    assert not is_alive(NOW)
    go_round(NOW)
    assert is_alive(NOW + timedelta(seconds=20))
    assert not is_alive(NOW + timedelta(minutes=2))
    assert Round.objects.filter(name__in=REGULAR).count() == len(REGULAR)
