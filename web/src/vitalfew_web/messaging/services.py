"""Writing messages, and sending each once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.services import record, start_job
from vitalfew_web.messaging import audit, gateways
from vitalfew_web.messaging.choices import AGAIN, Status
from vitalfew_web.messaging.models import Message
from vitalfew_web.messaging.rules import is_address, one_line, wait_after

SEND = "messaging.send"
"""The kind of job that sends one message."""


@transaction.atomic
def write(*, to: User, template: str, occasion: str, values: Mapping[str, Any], at: datetime) -> Message | None:
    """A mail to somebody in their language, sent once the transaction is through.

    The first line of the template is the subject, what comes after an empty line the text. None where this person was
    written to on this occasion before, cannot log in, or has no address that is one.
    """
    if not to.is_active or not is_address(to.email):
        return None
    with translation.override(to.language), timezone.override(to.time_zone):
        shown = render_to_string(template, {"person": to, "site": settings.ADDRESS, **values}).strip()
    subject, _gap, text = shown.partition("\n\n")
    message, is_new = Message.objects.get_or_create(
        address=to.email,
        occasion=occasion,
        defaults={
            "person": to,
            "subject": one_line(subject)[:200],
            "text": text.strip() + "\n",
            "language": to.language,
            "at": at,
            "due_at": at,
        },
    )
    if not is_new:
        return None
    start_job(kind=SEND, about=message, by=None, at=at)
    return message


def deliver(*, key: int, at: datetime) -> None:
    """Send a message that waits. Whoever takes it sends it, and nobody else.

    A message that somebody took and never ended was handed over or not, which nobody can tell any more: it becomes
    unknown and is never sent again by itself (F-08).
    """
    mine = Message.objects.filter(pk=key, status=Status.WAITING).update(
        status=Status.SENDING, attempts=F("attempts") + 1
    )
    if not mine:
        _end(key, Status.UNKNOWN, at, said=_("The worker ended while it was being sent."))
        return
    message = Message.objects.get(pk=key)
    try:
        gateways.send(address=message.address, subject=message.subject, text=message.text, occasion=f"{message.pk}")
    except gateways.Unknown as problem:
        _end(key, Status.UNKNOWN, at, said=str(problem))
    except gateways.Never as problem:
        _end(key, Status.FAILED, at, said=str(problem))
    except gateways.NotNow as problem:
        _later(message, at, said=str(problem))
    else:
        _end(key, Status.SENT, at, text="")


def _end(key: int, status: Status, at: datetime, *, said: str = "", **written: str) -> None:
    # Who sent it knows better than who found it left behind.
    before = (Status.SENDING, Status.UNKNOWN) if status == Status.SENT else (Status.SENDING,)
    Message.objects.filter(pk=key, status__in=before).update(
        status=status, ended_at=at, said=one_line(said)[:400], **written
    )


@transaction.atomic
def _later(message: Message, at: datetime, *, said: str) -> None:
    """Try again after a while, each time a longer one; after the last it has failed."""
    wait = wait_after(message.attempts)
    if wait is None:
        _end(message.pk, Status.FAILED, at, said=said)
        return
    being_sent = Message.objects.filter(pk=message.pk, status=Status.SENDING)
    being_sent.update(status=Status.WAITING, due_at=at + wait, said=one_line(said)[:400])
    start_job(kind=SEND, about=message, by=None, at=at, due_at=at + wait)


@transaction.atomic
def send_again(*, message: Message, by: User, at: datetime) -> Message:
    """Send what failed, or what somebody has found out not to have arrived. Refused for all others."""
    held = Message.objects.select_for_update().get(pk=message.pk)
    if held.status not in AGAIN:
        raise ValidationError(_("This message is on its way or has arrived; it is not sent a second time."))
    before = held.status
    held.status, held.attempts, held.due_at, held.ended_at = Status.WAITING, 0, at, None
    held.save(update_fields=["status", "attempts", "due_at", "ended_at"])
    start_job(kind=SEND, about=held, by=by, at=at)
    record(action=audit.AGAIN, of=held, by=by, at=at, before={"status": before}, after={"status": held.status})
    return held
