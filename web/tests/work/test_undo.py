"""What one did is taken back by oneself, once, within a day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from people import Cast

from vitalfew_web.work.models import Reversal, SavedView
from vitalfew_web.work.services import delete_view, forget, offer_undo, save_view, take_back

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def step(cast: Cast) -> Reversal:
    """A deleted view that may be taken back."""
    view = save_view(
        list_name="accounts", name="Dealers", state="", is_shared=False, is_pinned=False, by=cast.manager, at=NOW
    )
    return delete_view(view=view, by=cast.manager, at=NOW)


def test_it_is_taken_back_once(cast: Cast, step: Reversal) -> None:
    assert take_back(key=step.pk, by=cast.manager, at=NOW) == "The view “Dealers” is there again."
    with pytest.raises(ValidationError, match="already"):
        take_back(key=step.pk, by=cast.manager, at=NOW)
    assert SavedView.objects.count() == 1


def test_nobody_takes_back_what_another_did(as_: Callable[[str], Client], step: Reversal) -> None:
    assert as_("director").post(f"/undo/{step.pk}/").status_code == 404
    assert not SavedView.objects.exists()


def test_after_a_day_it_is_history(cast: Cast, step: Reversal) -> None:
    with pytest.raises(ValidationError, match="more than a day"):
        take_back(key=step.pk, by=cast.manager, at=NOW + timedelta(days=1, seconds=1))
    forget(at=NOW + timedelta(days=1))
    assert Reversal.objects.exists()
    forget(at=NOW + timedelta(days=1, seconds=1))
    assert not Reversal.objects.exists()


def test_what_cannot_be_taken_back_now_says_why_and_changes_nothing(
    as_: Callable[[str], Client], cast: Cast, step: Reversal
) -> None:
    save_view(list_name="accounts", name="Dealers", state="", is_shared=False, is_pinned=False, by=cast.manager, at=NOW)
    Reversal.objects.update(at=step.at + timedelta(days=9999))
    page = as_("manager").post(f"/undo/{step.pk}/", {"next": "/customers/"}, follow=True).content.decode()
    assert "You have a view of this name already." in page
    assert Reversal.objects.get().taken_at is None


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:1", ""])
def test_undo_leads_nowhere_else(as_: Callable[[str], Client], step: Reversal, back: str) -> None:
    assert as_("manager").post(f"/undo/{step.pk}/", {"next": back})["Location"] == "/"


def test_a_kind_that_nobody_knows_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="no such kind"):
        offer_undo(kind="x", content={}, by=cast.manager, at=NOW)
