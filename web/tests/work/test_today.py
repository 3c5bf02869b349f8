"""Today: what waits, why, and one next step; the bell and the notifications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.choices import Urgency
from vitalfew_web.core.periods import short_moment
from vitalfew_web.core.registries import TODAY, Deed, Waiting, WorkItem, WorkKind
from vitalfew_web.work.panels import queue_of, week_of
from vitalfew_web.work.services import add_task, mark_read, notify

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of another domain: forty customers wait for a call."""

    def waiting(user: object, at: datetime, limit: int) -> Waiting:
        item = WorkItem(
            "Nordwind", "quiet for 90 days", "/x", Urgency.SOON, Deed("Call", "/call"), grade="A", is_key=True
        )
        return Waiting([item] * min(limit, 40), 40)

    monkeypatch.setitem(TODAY, "test.calls", WorkKind("Calls", "phone", waiting))


def test_late_things_stand_above_all_kinds_and_the_one_that_breaks_next_first(cast: Cast, account: Account) -> None:
    about = {"subject": "accounts.account", "subject_id": account.pk}
    for text, day, clock in (
        ("late", date(2026, 11, 20), None),
        ("in half an hour", date(2026, 11, 23), time(9, 30)),
        ("tonight", date(2026, 11, 23), None),
        ("in three weeks", date(2026, 12, 14), None),
    ):
        add_task(fields={"text": text, "due_on": day, "due_time": clock, **about}, by=cast.manager, at=NOW)
    add_task(fields={"text": "some day"}, by=cast.manager, at=NOW)
    queue = queue_of(cast.manager, NOW)
    first, tasks = queue.groups
    assert [(row.item.why, row.when, row.is_next) for row in first.rows] == [
        ("in half an hour", "09:30", True),
        ("late", "3 d over", False),
    ]
    assert [row.item.who for row in first.rows] == [account.name] * 2
    assert [(row.item.why or row.item.who, row.when) for row in tasks.rows] == [("tonight", "today"), ("some day", "")]
    assert (queue.count, queue.late) == (4, 1)


@pytest.mark.usefixtures("calls")
def test_each_domain_adds_its_kind_and_much_is_counted_not_shown(as_: Callable[[str], Client]) -> None:
    answer = as_("manager").get("/")
    queue = answer.context["queue"]
    assert [(group.label, group.count, len(group.rows)) for group in queue.groups] == [("Calls", 40, 8)]
    page = answer.content.decode()
    assert "Show all 40" in page
    assert 'href="/call"' in page
    assert "vf-grade-a" in page


@pytest.mark.usefixtures("calls")
def test_one_kind_alone_is_asked_for_in_the_address(as_: Callable[[str], Client], cast: Cast) -> None:
    add_task(fields={"text": "Call"}, by=cast.manager, at=NOW)
    queue = as_("manager").get("/?kind=work.tasks").context["queue"]
    assert [group.label for group in queue.groups] == ["Tasks"]
    assert [count for _, _, count in queue.tabs] == [1, 40]


def test_a_day_ends_with_the_day_of_who_looks(cast: Cast) -> None:
    add_task(fields={"text": "x", "due_on": date(2026, 11, 24), "due_time": time(10)}, by=cast.manager, at=NOW)
    evening = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert queue_of(cast.manager, evening).groups[0].rows[0].item.urgency == Urgency.SOON
    cast.manager.time_zone = "Asia/Shanghai"
    assert queue_of(cast.manager, evening).groups[0].rows[0].item.urgency == Urgency.TODAY


def test_the_week_has_its_days_with_what_is_due(cast: Cast) -> None:
    for day in (23, 23, 25, 28):
        add_task(fields={"text": "x", "due_on": date(2026, 11, day)}, by=cast.manager, at=NOW)
    assert [(day.day.day, day.count, day.height, day.is_today) for day in week_of(cast.manager, NOW)] == [
        (23, 2, 10, True),
        (24, 0, 0, False),
        (25, 1, 5, False),
        (26, 0, 0, False),
        (27, 0, 0, False),
        (28, 1, 5, False),
    ]


def test_on_a_weekend_the_week_is_the_one_to_come(cast: Cast) -> None:
    for day in (date(2026, 11, 27), date(2026, 11, 29), date(2026, 12, 1)):
        add_task(fields={"text": "x", "due_on": day}, by=cast.manager, at=NOW)
    saturday = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
    shown = [(day.day.day, day.count) for day in week_of(cast.manager, saturday)]
    assert shown == [(29, 1), (30, 0), (1, 1), (2, 0), (3, 0), (4, 0)]


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (NOW + timedelta(hours=2), "en", "19:00"),
        (NOW + timedelta(days=1), "en", "Tue 17:00"),
        (NOW + timedelta(days=9), "en", "2 Dec"),
        (NOW - timedelta(days=3), "en", "3 d over"),
        (NOW + timedelta(days=9), "zh-hans", "12月2日"),
        (NOW - timedelta(days=3), "zh-hant", "逾期 3 天"),
        (NOW + timedelta(hours=8), "en", "Tue 01:00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(moment: datetime, language: str, words: str) -> None:
    with translation.override(language), timezone.override("Asia/Shanghai"):
        assert short_moment(moment, NOW) == words


def test_the_bell_counts_what_is_new_until_it_is_read(as_: Callable[[str], Client], cast: Cast) -> None:
    for occasion in ("a", "a", "b"):
        notify(person=cast.manager, occasion=occasion, title="Look", url="/tasks/", at=NOW)
    client = as_("manager")
    assert "2 new notifications" in client.get("/notifications/bell").content.decode()
    page = client.get("/notifications/").context["page"]
    answer = client.post("/notifications/read", {"number": page.rows[0].pk})
    assert answer["Location"] == "/tasks/"
    assert "1 new notification" in client.get("/").content.decode()
    client.post("/notifications/read")
    assert mark_read(person=cast.manager, at=NOW) == 0


def test_nobody_reads_what_another_was_told(as_: Callable[[str], Client], cast: Cast) -> None:
    notify(person=cast.manager, occasion="a", title="Secret", url="/secret", at=NOW)
    key = cast.manager.notifications.get().pk
    client = as_("mate")
    assert "Secret" not in client.get("/notifications/").content.decode()
    assert client.post("/notifications/read", {"number": key}).status_code == 404
    assert cast.manager.notifications.get().read_at is None
