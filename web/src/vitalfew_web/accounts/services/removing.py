"""Customers that go for good."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, as_recorded
from vitalfew_web.accounts.selectors import accounts_for
from vitalfew_web.accounts.services.accounts import NUMBERS_AND_GROUPS
from vitalfew_web.core.services import Entry, alone, record_many


@transaction.atomic
def remove_accounts(*, keys: Collection[int], by: User, at: datetime) -> int:
    """Remove customers with all that is known of them; gives how many. The audit keeps what they were.

    For what was invented: a customer of flesh and blood is never removed so. Those that belong to one of them or were
    introduced by one stay, without that. Customers that `by` does not see are left as they are.
    """
    alone(NUMBERS_AND_GROUPS)
    held = list(accounts_for(by).select_for_update(of=("self",)).filter(pk__in=keys))
    entries = [
        Entry(audit.REMOVED, one, {name: value for name, value in as_recorded(one).items() if value}) for one in held
    ]
    record_many(entries=entries, by=by, at=at)
    gone = [one.pk for one in held]
    Account.objects.filter(parent__in=gone).update(parent=None)
    Account.objects.filter(introduced_by__in=gone).update(introduced_by=None)
    Account.objects.filter(pk__in=gone).delete()
    return len(gone)
