"""Opening and changing customers: what is refused, what is recorded."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from people import Cast

from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import Overtaken, change_account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.selectors import history_of

LATER = timezone.now() + timedelta(days=1)


def test_a_new_customer_gets_the_next_number_and_belongs_to_who_opened_it(
    cast: Cast, open_one: Callable[..., Account]
) -> None:
    first, second = open_one(cast.manager, name="Nordwind GmbH"), open_one(cast.manager, name="宏远机电")
    assert (first.number, second.number) == ("K-1001", "K-1002")
    assert first.owner == cast.manager


def test_a_number_is_taken_whatever_its_case(cast: Cast, account: Account, open_one: Callable[..., Account]) -> None:
    with pytest.raises(ValidationError):
        open_one(cast.manager, name="Other", number="k-1001")


def test_who_may_not_give_customers_away_does_not(cast: Cast, account: Account) -> None:
    with pytest.raises(PermissionDenied):
        change_account(account=account, fields={"owner": cast.mate}, version=1, by=cast.manager, at=LATER)


def test_nobody_gives_a_customer_to_somebody_unseen(cast: Cast, account: Account) -> None:
    with pytest.raises(ValidationError):
        change_account(account=account, fields={"owner": cast.stranger}, version=1, by=cast.lead, at=LATER)


def test_a_group_of_companies_has_no_circle(cast: Cast, account: Account, open_one: Callable[..., Account]) -> None:
    child = open_one(cast.manager, name="Child", parent=account)
    with pytest.raises(ValidationError):
        change_account(account=account, fields={"parent": child}, version=1, by=cast.manager, at=LATER)


def test_anothers_customer_is_no_parent(cast: Cast, account: Account, open_one: Callable[..., Account]) -> None:
    with pytest.raises(ValidationError):
        open_one(cast.stranger, name="Spy", parent=account)


def test_who_saves_second_is_told(cast: Cast, account: Account) -> None:
    change_account(account=account, fields={"region": "North"}, version=1, by=cast.lead, at=LATER)
    with pytest.raises(Overtaken) as told:
        change_account(account=account, fields={"region": "South"}, version=1, by=cast.manager, at=LATER)
    assert told.value.now.region == "North"
    assert Account.objects.get().region == "North"


def test_a_change_is_recorded_with_what_was_before(cast: Cast, account: Account) -> None:
    change_account(account=account, fields={"region": "North", "name": account.name}, version=1, by=cast.lead, at=LATER)
    entry = history_of(account)[0]
    assert (entry.action, entry.by, entry.before, entry.after) == (
        audit.CHANGED,
        cast.lead,
        {"region": "East China"},
        {"region": "North"},
    )


def test_saving_without_a_change_records_nothing(cast: Cast, account: Account) -> None:
    change_account(account=account, fields={"region": account.region}, version=1, by=cast.manager, at=LATER)
    assert Account.objects.get().version == 1
    assert AuditEntry.objects.filter(subject="accounts.account").count() == 1


def test_a_lead_leaves_no_customer_without_anybody(cast: Cast, account: Account) -> None:
    with pytest.raises(ValidationError):
        change_account(account=account, fields={"owner": None}, version=1, by=cast.lead, at=LATER)
    assert change_account(account=account, fields={"owner": None}, version=1, by=cast.director, at=LATER).owner is None
