"""Protected fields: in code in the database, masked wherever they are printed, readable with every key we hold."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection
from people import Cast

from vitalfew_web.accounts.models import Account, Contact, ContactItem
from vitalfew_web.core.secrecy import MASK, Secret, Unreadable

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CANARY = "solar:1980-05-12"


@pytest.fixture
def row(cast: Cast, account: Account) -> ContactItem:
    """A birthday."""
    contact = Contact.objects.create(account=account, name="罗建", changed_at=NOW)
    grounds = {"origin": "self", "purpose": "greeting", "noted_by": cast.manager, "noted_at": NOW}
    return ContactItem.objects.create(contact=contact, item="birthday", secret=Secret(CANARY), **grounds)


def stored() -> str:
    """What the database holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_contactitem")
        return str(cursor.fetchone()[0])


def test_the_database_and_what_is_dumped_of_it_hold_no_plain_text(row: ContactItem) -> None:
    assert "1980" not in stored()
    assert "1980" not in serializers.serialize("json", ContactItem.objects.all())
    assert ContactItem.objects.get().secret.plain() == CANARY


def test_it_is_masked_wherever_it_is_printed(row: ContactItem) -> None:
    secret = ContactItem.objects.get().secret
    assert {str(secret), repr(secret), f"{secret}", f"{Secret('x')!r}"} == {MASK}


def test_the_same_text_is_never_in_code_twice_alike() -> None:
    assert Secret("a").token() != Secret("a").token()


def test_the_key_lies_in_a_file_of_its_own_that_only_we_read(row: ContactItem, settings: Any) -> None:
    key = Path(settings.DATA) / "field_key"
    assert key.stat().st_mode & 0o077 == 0
    assert key.read_text(encoding="utf-8").strip() not in stored()


def test_without_its_key_nothing_is_read_and_nothing_is_lost(row: ContactItem, settings: Any) -> None:
    key = Path(settings.DATA) / "field_key"
    kept = key.read_text(encoding="utf-8")
    settings.FIELD_KEY = Fernet.generate_key().decode()
    with pytest.raises(Unreadable):
        ContactItem.objects.get().secret.plain()
    settings.FIELD_KEY = kept
    assert ContactItem.objects.get().secret.plain() == CANARY


def test_a_row_that_was_altered_is_not_believed(row: ContactItem) -> None:
    ContactItem.objects.update(secret=None, value="x")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_contactitem SET value = '', secret = 'gAAAA-forged'")
    with pytest.raises(Unreadable):
        ContactItem.objects.get().secret.plain()


def test_a_new_key_takes_the_place_of_the_old_one(
    row: ContactItem, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    key, before = Path(settings.DATA) / "field_key", stored()
    old = key.read_text(encoding="utf-8").strip()
    call_command("rotate_field_key", "--new")
    assert "1 fields" in capsys.readouterr().out
    new, kept = key.read_text(encoding="utf-8").split()
    assert kept == old
    assert stored() != before
    settings.FIELD_KEY = new
    assert ContactItem.objects.get().secret.plain() == CANARY


def test_keys_of_the_environment_are_rotated_there(row: ContactItem, settings: Any) -> None:
    old = (Path(settings.DATA) / "field_key").read_text(encoding="utf-8").strip()
    new = Fernet.generate_key().decode()
    settings.FIELD_KEY = f"{new},{old}"
    with pytest.raises(CommandError):
        call_command("rotate_field_key", "--new")
    call_command("rotate_field_key")
    settings.FIELD_KEY = new
    assert ContactItem.objects.get().secret.plain() == CANARY
    settings.FIELD_KEY = Fernet.generate_key().decode()
    with pytest.raises(CommandError, match="no key opens"):
        call_command("rotate_field_key")
