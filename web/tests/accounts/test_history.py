"""The history of fields, restored where nobody was faster; and relations in both directions."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import change_account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.money import Money

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
BASE = "/customers/K-1001"
SPEND = {
    "expected_spend": Money(100_00, "CNY"),
    "expected_per": "year",
    "expected_said_by": "罗建",
    "expected_said_on": date(2026, 11, 1),
}


def changed(account: Account, by: object, **fields: object) -> AuditEntry:
    """A change of a customer, and its entry."""
    version = Account.objects.get(pk=account.pk).version
    change_account(account=account, fields=fields, version=version, by=by, at=NOW)  # type: ignore[arg-type]
    return AuditEntry.objects.latest("id")


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ({"region": "North"}, {"region": "South"}, "region"),
        ({"channel_role": "dealer"}, {"channel_role": "agent"}, "channel_role"),
        (SPEND, {"expected_spend": Money(5, "JPY")}, "expected_spend"),
        (SPEND, {"expected_said_on": date(2026, 11, 2)}, "expected_said_on"),
        ({"needs": ""}, {"needs": "spare parts"}, "needs"),
    ],
)
def test_a_value_is_restored_as_it_was(
    as_: Callable[[str], Client],
    cast: Cast,
    account: Account,
    first: dict[str, object],
    second: dict[str, object],
    field: str,
) -> None:
    changed(account, cast.manager, **first)
    entry = changed(account, cast.manager, **second)
    version = Account.objects.get().version
    sent = {"entry": entry.pk, "field": field, "version": version}
    page = as_("manager").get(f"{BASE}/history").content.decode()
    assert f'name="field" value="{field}"' in page
    answer = as_("manager").post(f"{BASE}/history/restore", sent, follow=True)
    assert "Restored." in answer.content.decode()
    assert getattr(Account.objects.get(), field) == first[field]


def test_an_owner_is_restored_by_who_may_give_customers_away(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    entry = changed(account, cast.lead, owner=cast.mate)
    page = as_("lead").get(f"{BASE}/history").content.decode()
    assert "Manager" in page
    sent = {"entry": entry.pk, "field": "owner", "version": 2}
    assert as_("mate").post(f"{BASE}/history/restore", sent).status_code == 403
    as_("lead").post(f"{BASE}/history/restore", sent)
    assert Account.objects.get().owner == cast.manager


def test_who_was_overtaken_restores_nothing(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    changed(account, cast.manager, region="North")
    entry = changed(account, cast.manager, region="South")
    changed(account, cast.lead, region="West")
    sent = {"entry": entry.pk, "field": "region", "version": 3}
    assert "Nothing was restored" in as_("manager").post(f"{BASE}/history/restore", sent, follow=True).content.decode()
    assert Account.objects.get().region == "West"


def test_what_the_entry_does_not_tell_is_not_restored(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    entry = changed(account, cast.manager, region="North")
    other = changed(open_one(cast.manager, name="Nordwind"), cast.manager, region="South")
    for sent in (
        {"entry": entry.pk, "field": "tokens"},
        {"entry": entry.pk, "field": "needs"},
        {"entry": other.pk, "field": "region"},
        {"entry": "x", "field": "region"},
    ):
        assert as_("manager").post(f"{BASE}/history/restore", {**sent, "version": 2}).status_code == 404


def test_a_group_of_companies_is_a_tree_from_both_ends(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    one = open_one(cast.manager, name="Daughter", parent=account)
    two = open_one(cast.manager, name="Granddaughter", parent=one)
    hidden = open_one(cast.stranger, name="Not hers")
    Account.objects.filter(pk=hidden.pk).update(parent=account)
    for number in (account.number, one.number, two.number):
        part = as_("manager").get(f"/customers/{number}/relations", headers={"HX-Request": "true"})
        page = part.content.decode()
        places = [page.index(name) for name in ("万达商贸", "Daughter", "Granddaughter")]
        assert places == sorted(places)
        assert "Not hers" not in page


def test_introductions_are_told_in_both_directions(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    new = open_one(cast.manager, name="Brought", introduced_by=account)
    assert "Brought" in as_("manager").get(f"{BASE}/relations").content.decode()
    page = as_("manager").get(f"/customers/{new.number}/relations").content.decode()
    assert ("Introduced by" in page, "万达商贸" in page) == (True, True)
    assert (
        "It stands alone"
        in as_("manager").get(f"/customers/{open_one(cast.manager, name='A').number}/relations").content.decode()
    )
