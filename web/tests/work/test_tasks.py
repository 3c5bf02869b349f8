"""Tasks through their pages and services: whose they are, doing them, taking that back, coming again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.selectors import history_of
from vitalfew_web.work.choices import Repeat
from vitalfew_web.work.models import Notification, Task
from vitalfew_web.work.selectors import tasks_about, tasks_for
from vitalfew_web.work.services import Overtaken, add_task, change_task, finish_task, reopen_task, snooze_task

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def about(account: Account) -> dict[str, Any]:
    return {"subject": "accounts.account", "subject_id": account.pk}


def test_a_task_is_added_on_its_page(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    client = as_("manager")
    assert 'value="K-1001"' in client.get("/tasks/new?about=K-1001").content.decode()
    sent = {"text": "Send the terms", "about": "k-1001", "due_on": "2026-11-24", "due_time": "09:30", "repeat": ""}
    assert client.post("/tasks/new", {**sent, "remind_before": "15"}).status_code == 303
    task = Task.objects.get()
    assert (task.owner, task.given_by, task.subject_id) == (cast.manager, cast.manager, account.pk)
    assert task.due_at == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    page = client.get("/tasks/").content.decode()
    assert "Send the terms" in page
    assert account.name in page
    assert history_of(task)[0].action == "work.task.added"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"about": "K-9999"}, "about"),
        ({"due_time": "09:00"}, "due_on"),
        ({"repeat": "daily"}, "due_on"),
        ({"remind_before": "0"}, "due_on"),
        ({"text": ""}, "text"),
        ({"due_on": "soon"}, "due_on"),
        ({"repeat": "hourly"}, "repeat"),
    ],
)
def test_what_does_not_hold_together_stands_beside_its_field(
    as_: Callable[[str], Client], sent: dict[str, str], field: str
) -> None:
    answer = as_("manager").post("/tasks/new", {"text": "Call", **sent})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Task.objects.exists()


def test_a_task_about_a_customer_whom_one_does_not_see_is_refused_alike(
    as_: Callable[[str], Client], account: Account
) -> None:
    answer = as_("mate").post("/tasks/new", {"text": "Call", "about": "K-1001"})
    assert answer.context["form"].errors["about"] == ["There is no such customer."]


def test_who_is_given_a_task_is_told_in_their_language(cast: Cast) -> None:
    cast.manager.language = "zh-hans"
    cast.manager.save()
    task = add_task(fields={"text": "打电话", "owner": cast.manager}, by=cast.lead, at=NOW)
    told = Notification.objects.get()
    assert (told.person, told.text, told.url) == (cast.manager, "打电话", f"/tasks/{task.pk}/")
    assert told.title == "Lead 给您安排了一项任务"


def test_a_task_goes_only_to_people_whom_one_sees(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="to this person"):
        add_task(fields={"text": "Call", "owner": cast.stranger}, by=cast.lead, at=NOW)


def test_a_task_about_a_customer_goes_to_who_sees_that_customer(cast: Cast, account: Account) -> None:
    with pytest.raises(ValidationError, match="does not see the customer"):
        add_task(fields={"text": "Call", "owner": cast.mate, **about(account)}, by=cast.lead, at=NOW)


def test_each_sees_their_tasks_and_a_lead_those_of_the_team(cast: Cast, account: Account) -> None:
    mine = add_task(fields={"text": "Call", **about(account)}, by=cast.manager, at=NOW)
    assert list(tasks_for(cast.manager)) == list(tasks_for(cast.lead)) == list(tasks_for(cast.director)) == [mine]
    for person in (cast.mate, cast.stranger, cast.analyst, cast.nobody):
        assert not tasks_for(person).exists()
    assert list(tasks_about(cast.analyst, "accounts.account", account.pk)) == [mine]
    assert not tasks_about(cast.stranger, "accounts.account", account.pk).exists()


def test_done_is_taken_back_by_one_press(as_: Callable[[str], Client], cast: Cast) -> None:
    task = add_task(fields={"text": "Call"}, by=cast.manager, at=NOW)
    client = as_("manager")
    page = client.post(f"/tasks/{task.pk}/done", {"next": "/"}, follow=True).content.decode()
    assert f'action="/tasks/{task.pk}/reopen"' in page
    task.refresh_from_db()
    assert task.done_at is not None
    client.post(f"/tasks/{task.pk}/reopen", {"next": "/"})
    task.refresh_from_db()
    assert task.done_at is None
    assert [entry.action for entry in history_of(task)] == ["work.task.reopened", "work.task.done", "work.task.added"]


def test_a_form_leads_only_to_pages_of_ours(as_: Callable[[str], Client], cast: Cast) -> None:
    task = add_task(fields={"text": "Call"}, by=cast.manager, at=NOW)
    assert as_("manager").post(f"/tasks/{task.pk}/done", {"next": "https://evil.example/"})["Location"] == "/"


@pytest.mark.parametrize("times", [pytest.param(2, id="F-14")])
def test_done_twice_comes_again_once(cast: Cast, times: int) -> None:
    task = add_task(fields={"text": "Report", "due_on": MONDAY, "repeat": Repeat.DAILY}, by=cast.manager, at=NOW)
    for _ in range(times):
        finish_task(task=task, by=cast.manager, at=NOW)
    assert [one.due_on for one in Task.objects.open()] == [date(2026, 11, 24)]


def test_what_repeats_comes_again_from_today_on_with_its_reminder(cast: Cast) -> None:
    fields = {"text": "Close the month", "due_on": date(2026, 8, 31), "due_time": time(9), "repeat": Repeat.MONTHLY}
    task = add_task(fields={**fields, "remind_before": 60}, by=cast.manager, at=datetime(2026, 8, 1, tzinfo=UTC))
    finish_task(task=task, by=cast.manager, at=NOW)
    again = Task.objects.open().get()
    assert (again.due_on, again.remind_at) == (date(2026, 11, 30), datetime(2026, 11, 30, 8, tzinfo=UTC))
    finish_task(task=again, by=cast.manager, at=datetime(2026, 11, 30, tzinfo=UTC))
    assert Task.objects.open().get().due_on == date(2026, 12, 31)


def test_opening_again_takes_the_next_time_away_unless_somebody_worked_on_it(cast: Cast) -> None:
    fields = {"text": "Report", "due_on": MONDAY, "repeat": Repeat.WEEKDAYS}
    task = finish_task(task=add_task(fields=fields, by=cast.manager, at=NOW), by=cast.manager, at=NOW)
    reopen_task(task=task, by=cast.manager, at=NOW)
    assert [one.pk for one in Task.objects.all()] == [task.pk]
    finish_task(task=task, by=cast.manager, at=NOW)
    change_task(task=Task.objects.open().get(), fields={"note": "x"}, version=1, by=cast.manager, at=NOW)
    with pytest.raises(ValidationError, match="changed already"):
        reopen_task(task=task, by=cast.manager, at=NOW)


def test_what_is_put_off_is_not_shown_until_then(as_: Callable[[str], Client], cast: Cast) -> None:
    task = add_task(fields={"text": "Call Nordwind"}, by=cast.manager, at=NOW)
    client = as_("manager")
    assert "Call Nordwind" in client.get("/").content.decode()
    client.post(f"/tasks/{task.pk}/snooze", {"how": "monday"})
    queue = client.get("/").context["queue"]
    assert queue.count == 0
    task.refresh_from_db()
    assert task.remind_at == task.hidden_until


def test_who_saves_second_is_told(cast: Cast) -> None:
    task = add_task(fields={"text": "Call"}, by=cast.manager, at=NOW)
    change_task(task=task, fields={"text": "Write"}, version=1, by=cast.lead, at=NOW)
    with pytest.raises(Overtaken):
        change_task(task=task, fields={"text": "Visit"}, version=1, by=cast.manager, at=NOW)


def test_another_day_has_another_reminder(cast: Cast) -> None:
    fields = {"text": "Call", "due_on": MONDAY, "due_time": time(12), "remind_before": 0}
    task = add_task(fields=fields, by=cast.manager, at=NOW)
    snooze_task(task=task, how="hour", by=cast.manager, at=NOW)
    changed = change_task(task=task, fields={"due_time": time(15)}, version=2, by=cast.manager, at=NOW)
    assert changed.remind_at == datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert changed.hidden_until is None
    later = NOW + timedelta(hours=1)
    moved = change_task(task=task, fields={"owner": cast.lead}, version=3, by=cast.director, at=later)
    assert moved.zone == cast.lead.time_zone


def test_the_database_refuses_half_a_task(cast: Cast) -> None:
    whole = {"text": "x", "owner": cast.manager, "given_by": cast.manager, "zone": "UTC", "added_at": NOW}
    for half in ({"repeat": "daily"}, {"subject": "accounts.account"}, {"done_at": NOW, "remind_at": NOW}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.create(**whole, **half)


def test_what_a_person_wrote_is_escaped(as_: Callable[[str], Client], cast: Cast) -> None:
    add_task(fields={"text": "<script>alert(1)</script>"}, by=cast.manager, at=NOW)
    for page in ("/", "/tasks/"):
        assert "<script>alert" not in as_("manager").get(page).content.decode()
