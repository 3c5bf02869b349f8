"""Mail goes out once, in the language of who gets it, and its fate stands on a page."""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.test import Client
from people import Cast

from vitalfew_web.access.models import User
from vitalfew_web.core.jobs import take_up_again
from vitalfew_web.core.models import Job
from vitalfew_web.core.worker import work_once
from vitalfew_web.messaging.models import Message
from vitalfew_web.messaging.rules import WAITS, is_address, one_line
from vitalfew_web.messaging.services import deliver, write
from vitalfew_web.work.services import add_task, remind_due, wish

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = threading.Event()


class Server(BaseEmailBackend):
    """A mail server that does what the test says, and counts what it took."""

    faults: ClassVar[list[Exception]] = []
    on_open: ClassVar[list[Exception]] = []
    taken: ClassVar[list[Any]] = []

    def open(self) -> bool:
        if self.on_open:
            raise self.on_open.pop()
        return True

    def send_messages(self, messages: Any) -> int:
        if self.faults:
            raise self.faults.pop()
        self.taken.extend(messages)
        return len(messages)


@pytest.fixture
def server(settings: Any) -> type[Server]:
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    for each in (Server.faults, Server.on_open, Server.taken):
        each.clear()
    return Server


def written(cast: Cast, occasion: str = "test") -> Message:
    values = {"text": "Call", "when": "", "about": "", "note": "", "url": "/x"}
    message = write(to=cast.manager, template="work/mail/reminder.txt", occasion=occasion, values=values, at=NOW)
    assert message is not None
    return message


def work(at: datetime) -> None:
    while work_once(at, ON, quick=False):
        pass


def test_an_invitation_goes_to_who_is_invited_in_their_language(as_: Callable[[str], Client]) -> None:
    sent = {"name": "张三", "email": "zhang@example.com", "language": "zh-hans"}
    page = as_("administrator").post("/people/new", sent, follow=True).content.decode()
    work(datetime.now(UTC))
    [letter] = mail.outbox
    assert letter.to == ["zhang@example.com"]
    assert letter.subject == "您的 Vital Few 账号"
    assert "Administrator" in letter.body
    link = next(line for line in letter.body.splitlines() if line.startswith("http"))
    assert link in page
    assert Client().get(link.removeprefix("http://testserver")).status_code == 302
    message = Message.objects.get()
    assert (message.status, message.text) == ("sent", "")


@pytest.mark.parametrize("wanted", [True, False])
def test_a_reminder_comes_by_mail_where_the_person_wants_it(cast: Cast, wanted: bool) -> None:
    wish(person=cast.manager, by_mail=wanted)
    fields = {"text": "Call\r\nBcc: all@example.com", "due_on": date(2026, 11, 23), "due_time": time(9)}
    add_task(fields={**fields, "remind_before": 0}, by=cast.manager, at=NOW - timedelta(days=1))
    remind_due(NOW)
    work(NOW)
    assert [letter.subject for letter in mail.outbox] == ["Reminder: Call Bcc: all@example.com"] * wanted


@pytest.mark.parametrize("times", [pytest.param(3, id="V8")])
def test_one_occasion_writes_one_mail(cast: Cast, times: int) -> None:
    written(cast)
    for _ in range(times):
        again = write(to=cast.manager, template="work/mail/reminder.txt", occasion="test", values={}, at=NOW)
        assert again is None
    work(NOW)
    assert len(mail.outbox) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(address=cast.manager.email, occasion="test", at=NOW, due_at=NOW)


def test_nothing_goes_out_where_the_change_did_not_go_through(cast: Cast) -> None:
    with transaction.atomic():
        written(cast)
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("opening", "fault"),
    [
        (ConnectionRefusedError("refused"), None),
        (socket.gaierror("no such host"), None),
        (smtplib.SMTPAuthenticationError(535, b"bad password"), None),
        (None, smtplib.SMTPRecipientsRefused({"manager@example.com": (450, b"mailbox busy")})),
        (None, smtplib.SMTPDataError(452, b"full")),
    ],
)
def test_what_was_certainly_not_sent_is_sent_later(
    cast: Cast, server: type[Server], opening: Exception | None, fault: Exception | None
) -> None:
    server.on_open.extend([opening] if opening else [])
    server.faults.extend([fault] if fault else [])
    message = written(cast)
    deliver(key=message.pk, at=NOW)
    message.refresh_from_db()
    assert (message.status, message.due_at) == ("waiting", NOW + WAITS[0])
    assert message.said
    later = Job.objects.get(due_at=NOW + WAITS[0])
    assert later.subject_id == message.pk
    deliver(key=message.pk, at=NOW + WAITS[0])
    message.refresh_from_db()
    assert (message.status, len(server.taken)) == ("sent", 1)


def test_after_the_last_try_it_has_failed_and_an_administrator_sends_it_again(
    as_: Callable[[str], Client], cast: Cast, server: type[Server]
) -> None:
    message, at = written(cast), NOW
    for wait in [*WAITS, timedelta(0)]:
        server.on_open.append(ConnectionRefusedError("refused"))
        deliver(key=message.pk, at=at)
        at += wait
    message.refresh_from_db()
    assert (message.status, message.attempts) == ("failed", len(WAITS) + 1)
    client = as_("administrator")
    assert "refused" in client.get("/messages/?status=failed").content.decode()
    client.post(f"/messages/{message.pk}/again")
    deliver(key=message.pk, at=at)
    assert len(server.taken) == 1
    page = client.post(f"/messages/{message.pk}/again", follow=True).content.decode()
    assert "it is not sent a second time" in page


def test_what_the_server_refuses_for_good_has_failed_at_once(cast: Cast, server: type[Server]) -> None:
    server.faults.append(smtplib.SMTPRecipientsRefused({"manager@example.com": (550, b"no such\r\nuser")}))
    message = written(cast)
    deliver(key=message.pk, at=NOW)
    message.refresh_from_db()
    assert (message.status, message.said) == ("failed", "550 no such user")


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(smtplib.SMTPServerDisconnected("gone"), id="F-08 line lost"),
        pytest.param(TimeoutError("timed out"), id="F-08 timeout"),
        pytest.param(RuntimeError("?"), id="F-08 anything"),
    ],
)
def test_where_nobody_knows_it_is_unknown_and_not_sent_again(
    cast: Cast, server: type[Server], fault: Exception
) -> None:
    server.faults.append(fault)
    message = written(cast)
    deliver(key=message.pk, at=NOW)
    work(NOW + timedelta(days=7))
    message.refresh_from_db()
    assert (message.status, server.taken) == ("unknown", [])


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("case", [pytest.param("killed", id="F-08")])
def test_a_worker_killed_after_the_server_took_it_leaves_it_unknown(
    cast: Cast, server: type[Server], monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    message = written(cast)

    def take_and_die(self: Server, messages: Any) -> int:
        server.taken.extend(messages)
        raise Killed

    monkeypatch.setattr(server, "send_messages", take_and_die)
    with pytest.raises(Killed):
        work_once(NOW, ON, quick=False)
    monkeypatch.undo()
    later = datetime.now(UTC) + timedelta(minutes=5)
    take_up_again(later)
    work(later)
    message.refresh_from_db()
    assert (message.status, len(server.taken)) == ("unknown", 1)


def test_of_two_workers_one_sends_it(cast: Cast, server: type[Server], monkeypatch: pytest.MonkeyPatch) -> None:
    message = written(cast)
    send = server.send_messages

    def meanwhile_another(self: Server, messages: Any) -> int:
        monkeypatch.setattr(server, "send_messages", send)
        deliver(key=message.pk, at=NOW)
        return send(self, messages)

    monkeypatch.setattr(server, "send_messages", meanwhile_another)
    deliver(key=message.pk, at=NOW)
    message.refresh_from_db()
    assert (message.status, len(server.taken)) == ("sent", 1)


@pytest.mark.parametrize(
    "address",
    [
        *("a@example.com,b@example.com", "a@example.com;b@example.com", '"a b"@example.com', "group:a@example.com;"),
        *("a@example.com\nBcc: b@example.com", "-froot@example.com", f"{'a' * 310}@example.com", "A <a@example.com>"),
        *("@one.example:a@example.com", "a%b@example.com", "a", "", "a@", "a@b@example.com", "a@exam\x00ple.com"),
    ],
)
def test_an_address_is_of_one_person_or_none_b_67(address: str) -> None:
    assert not is_address(address)


@pytest.mark.parametrize("address", ["a@example.com", "a.b+c@example.co.uk", "a@bücher.example", "o'neil@example.com"])
def test_an_address_as_people_have_them_b_67(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize("text", ["a\r\nBcc: x@y.zz", "a\nb", "a\rb", "a\x00b", "a\u2028b", "a\u202eb"])
def test_a_head_line_is_one_line_b_66(text: str) -> None:
    assert one_line(text).startswith("a ")
    assert one_line(text).isprintable()


def test_who_cannot_log_in_is_not_written_to(cast: Cast) -> None:
    for person, change in ((cast.mate, {"is_active": False}), (cast.lead, {"email": "a@x.zz,b@x.zz"})):
        User.objects.filter(pk=person.pk).update(**change)
        person.refresh_from_db()
        assert write(to=person, template="work/mail/reminder.txt", occasion="x", values={}, at=NOW) is None
