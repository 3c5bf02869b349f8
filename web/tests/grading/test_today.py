"""What of grading waits for whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.grading.models import CurrentRun, Move, Override, Run, SchemeVersion
from vitalfew_web.grading.panels import changed_grades, ending_overrides, schemes_to_publish

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def moved(account: Account, graded: Run) -> Move:
    return Move.objects.create(
        run=graded, account=account, customer="K-1001", was="A", now="B", reasons={"en": ["Two invoices late"]}
    )


def test_a_change_of_grade_waits_for_who_looks_after_the_customer_and_for_a_week(cast: Cast, moved: Move) -> None:
    found = changed_grades(cast.manager, NOW, 5)
    assert [(one.who, one.why) for one in found.items] == [("万达商贸", "A → B. Two invoices late")]
    for other in (cast.mate, cast.stranger, cast.director, cast.nobody):
        assert changed_grades(other, NOW, 5).count == 0
    assert changed_grades(cast.manager, NOW + timedelta(days=8), 5).count == 0


def test_an_override_that_ends_waits_for_who_may_override(cast: Cast, account: Account, graded: Run) -> None:
    until = NOW.date() + timedelta(days=6)
    Override.objects.create(account=account, label="A", reason="Tender", until=until, by=cast.lead, at=NOW)
    assert ending_overrides(cast.lead, NOW, 5).count == 1
    assert ending_overrides(cast.manager, NOW, 5).count == ending_overrides(cast.stranger, NOW, 5).count == 0
    Override.objects.update(until=NOW.date() + timedelta(days=9))
    assert ending_overrides(cast.lead, NOW, 5).count == 0


def test_a_checked_version_waits_for_a_second_person(cast: Cast, graded: Run) -> None:
    SchemeVersion.objects.create(
        scheme=graded.version.scheme, number=2, document="x", status="checked", by=cast.analyst, at=NOW
    )
    assert schemes_to_publish(cast.director, NOW, 5).count == 1
    assert schemes_to_publish(cast.analyst, NOW, 5).count == 0


def test_they_stand_on_the_page_today(as_: Callable[[str], Client], moved: Move) -> None:
    CurrentRun.objects.update(since=timezone.now())
    assert "Two invoices late" in as_("manager").get("/").content.decode()
