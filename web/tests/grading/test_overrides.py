"""A grade by hand: with a reason and a last day, seen by all, ended by itself, written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.grading.models import Grade, Override, Run
from vitalfew_web.grading.selectors import overrides_for
from vitalfew_web.grading.services import end_override, override_grade
from vitalfew_web.grading.tasks import end_overrides

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def given(account: Account, cast: Cast, **changed: Any) -> Override:
    fields = {"label": "A", "reason": "Tender pending", "until": TODAY + timedelta(days=30)}
    return override_grade(account=account, **{**fields, **changed}, by=cast.lead, at=NOW, today=TODAY)


def test_a_grade_by_hand_is_shown_marked_filtered_and_explained(
    as_: Callable[[str], Client], cast: Cast, account: Account, graded: Run
) -> None:
    until = timezone.localdate() + timedelta(days=30)
    form = {"label": "A", "reason": "Tender pending", "until": until.isoformat()}
    assert as_("lead").post("/customers/K-1001/override", form).status_code == 302
    page = as_("manager").get("/customers/").content.decode()
    assert "vf-grade-a vf-grade-hand" in page
    assert "Tender pending" in page
    assert [row.name for row in as_("manager").get("/customers/?grade=A").context["page"].rows] == ["万达商贸"]
    assert not as_("manager").get("/customers/?grade=B").context["page"].rows
    why = as_("lead").get("/customers/K-1001/why").content.decode()
    assert "The run says B." in why
    assert "End the override" in why
    timeline = as_("manager").get("/customers/K-1001/").content.decode()
    assert "Grade changed by hand" in timeline
    assert "Tender pending" in as_("manager").get("/grading/overrides/").content.decode()
    assert "Tender pending" not in as_("stranger").get("/grading/overrides/").content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"label": "Z"}, "no such grade"),
        ({"label": "B"}, "this grade already"),
        ({"until": TODAY - timedelta(days=1)}, "from today on"),
        ({"until": TODAY + timedelta(days=367)}, "at most a year"),
        ({"reason": "  "}, "Say why"),
    ],
)
def test_what_makes_no_sense_is_refused(
    cast: Cast, account: Account, graded: Run, changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        given(account, cast, **changed)
    assert not Override.objects.exists()


def test_who_may_not_or_does_not_see_changes_nothing(cast: Cast, account: Account, graded: Run) -> None:
    fields: dict[str, Any] = {"label": "A", "reason": "x", "until": TODAY, "at": NOW, "today": TODAY}
    with pytest.raises(PermissionDenied):
        override_grade(account=account, by=cast.manager, **fields)
    with pytest.raises(Account.DoesNotExist):
        override_grade(account=account, by=cast.stranger, **fields)


def test_a_second_one_takes_the_place_of_the_first(cast: Cast, account: Account, graded: Run) -> None:
    given(account, cast)
    given(account, cast, label="C")
    assert [one.label for one in overrides_for(cast.lead, TODAY)] == ["C"]
    assert Override.objects.filter(ended_at=None).count() == 1


def test_it_ends_by_itself_once_its_last_day_is_over(cast: Cast, account: Account, graded: Run) -> None:
    given(account, cast, until=TODAY)
    end_overrides(NOW)
    assert Override.objects.filter(ended_at=None).exists()
    for _again in range(2):
        end_overrides(NOW + timedelta(days=1))
    assert not Override.objects.filter(ended_at=None).exists()
    ended = AuditEntry.objects.filter(action="grading.override.ended")
    assert [(entry.by, entry.before, entry.after) for entry in ended] == [(None, {"grade": "A"}, {"grade": "B"})]


def test_it_is_ended_by_hand_too(as_: Callable[[str], Client], cast: Cast, account: Account, graded: Run) -> None:
    given(account, cast)
    assert as_("lead").post("/customers/K-1001/override/end").status_code == 302
    assert as_("lead").post("/customers/K-1001/override/end").status_code == 404
    with pytest.raises(Override.DoesNotExist):
        end_override(account=account, by=cast.lead, at=NOW)


def test_a_new_run_does_not_end_it(cast: Cast, account: Account, graded: Run) -> None:
    given(account, cast)
    Grade.objects.update(label="C")
    assert [one.label for one in overrides_for(cast.lead, TODAY)] == ["A"]
