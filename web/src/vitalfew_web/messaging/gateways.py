"""The way out: one mail through the mail server, and what is known of it afterwards."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from email.errors import MessageError

from django.core.mail import EmailMessage, get_connection

REFUSED_FOR_NOW = 500
"""Answers of a mail server below this may be another later; the others are final."""


class NotNow(Exception):
    """Certainly not sent; it may go later."""


class Never(Exception):
    """Certainly not sent, and it never will be."""


class Unknown(Exception):
    """The line was lost after the mail was handed over: it may have arrived."""


def send(*, address: str, subject: str, text: str, occasion: str) -> None:
    """Hand one mail over. Raises NotNow, Never or Unknown; otherwise the server has taken it."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as problem:
        raise NotNow(str(problem)) from problem
    mail = EmailMessage(subject, text, to=[address], connection=connection)
    mail.extra_headers["X-Occasion"] = occasion
    mail.extra_headers["Auto-Submitted"] = "auto-generated"
    try:
        mail.send()
    except (ValueError, UnicodeError, MessageError) as problem:
        raise Never(str(problem)) from problem
    except smtplib.SMTPRecipientsRefused as problem:
        code, words = next(iter(problem.recipients.values()))
        raise _refused(code, words) from problem
    except smtplib.SMTPResponseException as problem:
        raise _refused(problem.smtp_code, problem.smtp_error) from problem
    except smtplib.SMTPNotSupportedError as problem:
        raise Never(str(problem)) from problem
    except Exception as problem:
        # Whatever it was, it came after the mail was handed over.
        raise Unknown(str(problem) or type(problem).__name__) from problem
    finally:
        _close(connection)


def _close(connection: object) -> None:
    # What was handed over was handed over.
    with suppress(OSError, smtplib.SMTPException):
        connection.close()  # type: ignore[attr-defined]  # a mail backend of Django


def _refused(code: int, words: bytes | str) -> NotNow | Never:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    kind = NotNow if code < REFUSED_FOR_NOW else Never
    return kind(f"{code} {said}")
