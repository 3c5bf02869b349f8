"""A small company in a store of facts, and a scheme that grades it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from people import Cast

from vitalfew import Store
from vitalfew_web.core.models import Job
from vitalfew_web.core.worker import work_once
from vitalfew_web.grading.models import Run, Scheme
from vitalfew_web.grading.services import open_scheme, publish_version, start_run

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MONTHS = [date(2024 + month // 12, month % 12 + 1, 5) for month in range(34)]
"""January 2024 to October 2026."""


def orders(customers: int = 9) -> pa.Table:
    """Every customer orders once a month, the first for most money; the sixth for much more from this year on.

    The last one stopped a year ago.
    """
    rows = [
        {
            "customer_id": f"K-{1001 + place}",
            "order_id": f"{place}-{at}",
            "order_date": day.isoformat(),
            "amount": str(
                Decimal(2 ** (customers - place)) * (100 + at) * (12 if place == 5 and day.year == 2026 else 1)
            ),
            "cost": str(Decimal(2 ** (customers - place)) * 60),
        }
        for place in range(customers)
        for at, day in enumerate(MONTHS)
        if place < customers - 1 or day < date(2025, 11, 1)
    ]
    return pa.Table.from_pylist(rows)


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, filled once: runs only read it."""
    folder = tmp_path_factory.mktemp("company") / "facts"
    Store(folder).add(orders(), source="shop", currency="CNY")
    return folder


@pytest.fixture
def facts(settings: Any, company: Path) -> Path:
    """The store as the application has it."""
    settings.FACTS = company
    return company


@pytest.fixture
def scheme(cast: Cast) -> Scheme:
    """A published scheme."""
    scheme = open_scheme(name="Standard 2026", template="key_accounts", by=cast.director, at=NOW)
    publish_version(version=scheme.versions.get(), by=cast.director, at=NOW)
    return scheme


@pytest.fixture
def grade(cast: Cast, facts: Path, scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Grades all customers, as a worker does; on a slow machine nobody else looks for its signs of life."""
    monkeypatch.setattr("vitalfew_web.core.jobs.SIGN", 600)

    def run(as_of: date | None = None) -> Run:
        started = start_run(scheme=scheme, as_of=as_of, by=cast.director, at=NOW)
        assert work_once(NOW, threading.Event(), quick=False)
        assert Job.objects.latest("pk").status == "done", Job.objects.latest("pk").said
        return Run.objects.get(pk=started.pk)

    return run
