"""What was recorded stays, and shows when somebody tampered with it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, connection

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry, AuditHead
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.core.services import record

DROP = {
    **{(verb, "sqlite"): f"DROP TRIGGER audit_{verb}" for verb in ("UPDATE", "DELETE")},
    **{(verb, "postgresql"): "DROP TRIGGER audit_refuses ON core_auditentry" for verb in ("UPDATE", "DELETE")},
}
"""What somebody who may do all to the database would do first."""


def test_a_chain_that_nobody_touched_is_whole(account: Account) -> None:
    assert AuditEntry.objects.count() > 1
    assert first_broken_seal() is None


@pytest.mark.parametrize("statement", ["UPDATE core_auditentry SET action = 'x'", "DELETE FROM core_auditentry"])
@pytest.mark.django_db(transaction=False)
def test_the_database_refuses_to_change_an_entry(account: Account, statement: str) -> None:
    with pytest.raises(Error, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_entry_that_was_altered_all_the_same_is_found(account: Account) -> None:
    entry = AuditEntry.objects.order_by("id")[0]
    with connection.cursor() as cursor:
        cursor.execute(DROP["UPDATE", connection.vendor])
        cursor.execute("UPDATE core_auditentry SET action = 'x' WHERE id = %s", [entry.pk])
    assert first_broken_seal() == entry


def test_entries_cut_off_at_the_end_are_missed(account: Account) -> None:
    AuditHead.objects.update(seal="f" * 64)
    with pytest.raises(LookupError):
        first_broken_seal()


def test_an_action_without_a_label_is_refused(account: Account) -> None:
    with pytest.raises(ValueError, match="without a label"):
        record(action="accounts.account.wished", of=account, by=None, at=account.opened_at)


def test_the_command_says_where_the_chain_breaks(account: Account, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify_audit")
    assert "all as they were written" in capsys.readouterr().out
    entry = AuditEntry.objects.order_by("id")[1]
    with connection.cursor() as cursor:
        cursor.execute(DROP["DELETE", connection.vendor])
        cursor.execute("DELETE FROM core_auditentry WHERE id = %s", [AuditEntry.objects.order_by("id")[0].pk])
    with pytest.raises(CommandError, match=f"entry {entry.pk} "):
        call_command("verify_audit")
