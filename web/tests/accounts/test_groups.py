"""Groups by one's own standard: who sees them, what their customers are, what merging and deleting keep."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from people import Cast

from vitalfew_web.access.models import User
from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account, Group, Membership
from vitalfew_web.accounts.selectors import counted_groups_for, groups_for
from vitalfew_web.accounts.services import (
    Overtaken,
    add_to_group,
    change_group,
    delete_group,
    make_group,
    merge_groups,
    take_from_group,
)
from vitalfew_web.core.models import AuditEntry

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def made(by: User, name: str, **fields: object) -> Group:
    """A new group of somebody."""
    return make_group(fields={"name": name, **fields}, by=by, at=NOW)


def members(group: Group) -> set[str]:
    """The names of its customers."""
    return set(group.accounts.values_list("name", flat=True))


def test_a_private_group_is_seen_by_its_owner_and_a_shared_one_by_all(cast: Cast) -> None:
    private, shared = made(cast.manager, "Family"), made(cast.manager, "Fair 2026", shared=True)
    assert set(groups_for(cast.manager)) == {private, shared}
    assert set(groups_for(cast.stranger)) == {shared}


@pytest.mark.parametrize("name", ["Family", "family", "FAMILY", "Fair", ""])
def test_a_name_is_taken_whatever_its_case(cast: Cast, name: str) -> None:
    made(cast.manager, "Family")
    made(cast.mate, "Fair", shared=True)
    with pytest.raises(ValidationError):
        made(cast.manager, name, shared=True)


def test_many_customers_come_in_at_once_and_those_of_others_stay_out(
    cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    group = made(cast.manager, "Fair 2026", shared=True)
    mine, theirs = open_one(cast.manager, name="Nordwind"), open_one(cast.stranger, name="Not hers")
    assert add_to_group(group=group, accounts=[account.pk, mine.pk, theirs.pk], by=cast.manager, at=NOW) == [
        account.pk,
        mine.pk,
    ]
    assert add_to_group(group=group, accounts=[account.pk, mine.pk, theirs.pk], by=cast.manager, at=NOW) == []
    assert members(group) == {"万达商贸", "Nordwind"}
    entries = AuditEntry.objects.filter(action=audit.GROUP_FILLED)
    assert [entry.after["customers"] for entry in entries] == [[account.pk, mine.pk]]
    assert take_from_group(group=group, accounts=[account.pk, theirs.pk], by=cast.manager, at=NOW) == [account.pk]
    assert members(group) == {"Nordwind"}


def test_a_shared_group_shows_each_person_the_customers_that_are_theirs_to_see(
    cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    group = made(cast.manager, "Fair 2026", shared=True)
    add_to_group(group=group, accounts=[account.pk], by=cast.manager, at=NOW)
    add_to_group(group=group, accounts=[open_one(cast.stranger, name="Theirs").pk], by=cast.stranger, at=NOW)
    sizes = {who.name: counted_groups_for(who).get().size for who in (cast.manager, cast.stranger, cast.director)}
    assert sizes == {"Manager": 1, "Stranger": 1, "Director": 2}


def test_the_list_narrows_to_a_group_and_says_so(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    open_one(cast.manager, name="Nordwind")
    group = made(cast.manager, "Fair 2026", description="met at the fair")
    add_to_group(group=group, accounts=[account.pk], by=cast.manager, at=NOW)
    answer = as_("manager").get(f"/customers/?group={group.pk}")
    assert [row.name for row in answer.context["listing"].page.rows] == ["万达商贸"]
    assert [chip.text for chip in answer.context["listing"].chips] == ["Fair 2026"]
    assert "vf-tag-blue" in as_("manager").get("/customers/K-1001/").content.decode()
    # Whoever does not see the group cannot ask for it, nor sees the chip.
    assert not as_("lead").get(f"/customers/?group={group.pk}", follow=True).context["listing"].chips
    assert "Fair 2026" not in as_("lead").get("/customers/K-1001/").content.decode()


def test_merging_keeps_every_customer_once(cast: Cast, account: Account, open_one: Callable[..., Account]) -> None:
    one, two = made(cast.manager, "Fair"), made(cast.manager, "Trade fair")
    other = open_one(cast.manager, name="Nordwind")
    add_to_group(group=one, accounts=[account.pk, other.pk], by=cast.manager, at=NOW)
    add_to_group(group=two, accounts=[account.pk], by=cast.manager, at=NOW)
    merge_groups(group=one, into=two, by=cast.manager, at=NOW)
    assert members(two) == {"万达商贸", "Nordwind"}
    assert (Group.objects.count(), Membership.objects.count()) == (1, 2)
    merged = AuditEntry.objects.get(action=audit.GROUP_MERGED)
    assert (merged.before["customers"], merged.after["into"]) == ([account.pk, other.pk], "Trade fair")
    with pytest.raises(ValidationError):
        merge_groups(group=two, into=two, by=cast.manager, at=NOW)


def test_deleting_keeps_the_customers_and_records_who_was_in(cast: Cast, account: Account) -> None:
    group = made(cast.manager, "Fair")
    add_to_group(group=group, accounts=[account.pk], by=cast.manager, at=NOW)
    delete_group(group=group, by=cast.manager, at=NOW)
    assert Account.objects.get() == account
    assert AuditEntry.objects.get(action=audit.GROUP_DELETED).before["customers"] == [account.pk]


def test_only_the_owner_changes_merges_and_deletes(cast: Cast) -> None:
    group, own = made(cast.manager, "Fair", shared=True), made(cast.mate, "Mine")
    with pytest.raises(PermissionDenied):
        change_group(group=group, fields={"name": "x"}, version=1, by=cast.mate, at=NOW)
    with pytest.raises(PermissionDenied):
        delete_group(group=group, by=cast.mate, at=NOW)
    with pytest.raises(PermissionDenied):
        merge_groups(group=own, into=group, by=cast.mate, at=NOW)
    assert Group.objects.count() == 2


def test_a_group_changed_in_another_window_is_not_overwritten(as_: Callable[[str], Client], cast: Cast) -> None:
    group = made(cast.manager, "Fair")
    change_group(group=group, fields={"name": "Fair 2026"}, version=1, by=cast.manager, at=NOW)
    with pytest.raises(Overtaken):
        change_group(group=group, fields={"name": "Other"}, version=1, by=cast.manager, at=NOW)
    sent = {"name": "Other", "colour": "red", "version": 1}
    answer = as_("manager").post(f"/customers/groups/{group.pk}", sent)
    assert answer.status_code == 409
    assert 'value="Fair 2026"' in answer.content.decode()


def test_the_pages_make_rename_merge_and_delete(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    client = as_("manager")
    client.post("/customers/groups/new", {"name": "Fair", "colour": "teal", "shared": "on"})
    group = Group.objects.get()
    assert (group.colour, group.shared, group.owner) == ("teal", True, cast.manager)
    client.post("/customers/K-1001/groups", {"groups": [group.pk]})
    assert members(group) == {"万达商贸"}
    client.post(f"/customers/groups/{group.pk}", {"name": "Fair 2026", "colour": "red", "version": 1})
    assert "Fair 2026" in client.get("/customers/groups").content.decode()
    other = made(cast.manager, "Trade fair")
    client.post(f"/customers/groups/{group.pk}/merge", {"into": other.pk})
    assert (Group.objects.get(), members(other)) == (other, {"万达商贸"})
    client.post(f"/customers/groups/{other.pk}/delete", {"name": "something else"})
    assert Group.objects.count() == 1
    client.post(f"/customers/groups/{other.pk}/delete", {"name": "Trade fair"})
    assert Group.objects.count() == 0
    client.post("/customers/K-1001/groups", {})
    assert not Membership.objects.exists()


def test_taking_all_ticks_away_leaves_the_private_groups_of_others(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    theirs = made(cast.lead, "To watch")
    add_to_group(group=theirs, accounts=[account.pk], by=cast.lead, at=NOW)
    as_("manager").post("/customers/K-1001/groups", {})
    as_("manager").post("/customers/K-1001/groups", {"groups": [theirs.pk]})
    assert members(theirs) == {"万达商贸"}
