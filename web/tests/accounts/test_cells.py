"""A field of a customer edited on the list, and a customer looked at beside it."""

from collections.abc import Callable

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.work.models import Reversal

ON_LIST = {"HX-Request": "true", "HX-Current-URL": "http://testserver/customers/?columns=name,region,phone&sort=-name"}


def save(client: Client, field: str, value: object, version: int = 1) -> tuple[int, str]:
    """Save a field as the list does; the status and the row that comes back."""
    sent = {field: value, "version": version}
    answer = client.post(f"/customers/K-1001/cell/{field}", sent, headers=ON_LIST)
    return answer.status_code, answer.content.decode()


def test_a_click_brings_the_field_with_what_is_there(as_: Callable[[str], Client], account: Account) -> None:
    row = as_("manager").get("/customers/K-1001/cell/region", headers=ON_LIST).content.decode()
    assert '<input type="text" name="region" value="East China"' in row
    assert 'name="version" value="1"' in row
    # The row has the columns of the list that it stands on.
    assert "+86 21 5550 1234" in row
    assert "K-1001</td>" not in row


def test_what_is_saved_is_recorded_shown_and_taken_back(as_: Callable[[str], Client], account: Account) -> None:
    client = as_("manager")
    status, row = save(client, "region", "North")
    assert status == 200
    assert f'value="{account.pk}:2"' in row
    assert "North" in row
    entry = AuditEntry.objects.get(action="accounts.account.changed")
    assert (entry.before, entry.after) == ({"region": "East China"}, {"region": "North"})
    undo = f"/undo/{Reversal.objects.get().pk}/"
    assert undo in row
    page = client.post(undo, {"next": "/customers/?sort=-name"}, follow=True)
    assert [address for address, _ in page.redirect_chain] == ["/customers/?sort=-name"]
    assert "万达商贸 is as it was before." in page.content.decode()
    assert Account.objects.get().region == "East China"


def test_who_saves_second_is_told_kindly_and_may_save_again(as_: Callable[[str], Client], account: Account) -> None:
    save(as_("lead"), "region", "North")
    status, row = save(as_("manager"), "region", "South")
    assert status == 409
    assert "Lead changed this customer meanwhile; here it is now “North”." in row
    assert 'value="South"' in row
    assert 'name="version" value="2"' in row
    assert Account.objects.get().region == "North"
    assert save(as_("manager"), "region", "South", version=2)[0] == 200
    assert Account.objects.get().region == "South"


def test_undo_does_not_undo_what_another_did_since(as_: Callable[[str], Client], account: Account) -> None:
    client = as_("manager")
    save(client, "region", "North")
    save(as_("lead"), "industry", "Food", version=2)
    page = client.post(f"/undo/{Reversal.objects.earliest('at').pk}/", {"next": "/customers/"}, follow=True)
    assert "was changed again since; that stays." in page.content.decode()
    assert Account.objects.get().region == "North"


def test_nothing_changed_is_nothing_saved(as_: Callable[[str], Client], account: Account) -> None:
    status, row = save(as_("manager"), "region", "East China")
    assert (status, "/undo/" in row, Reversal.objects.count()) == (200, False, 0)
    assert Account.objects.get().version == 1


@pytest.mark.parametrize(("field", "value"), [("email", "nonsense"), ("channel_role", "robot"), ("region", "x" * 81)])
def test_what_cannot_be_is_said_in_the_cell(
    as_: Callable[[str], Client], account: Account, field: str, value: str
) -> None:
    client = as_("manager")
    shown = {**ON_LIST, "HX-Current-URL": f"http://testserver/customers/?columns=name,{field}"}
    answer = client.post(f"/customers/K-1001/cell/{field}", {field: value, "version": 1}, headers=shown)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert Account.objects.get().version == 1


@pytest.mark.parametrize(
    ("key", "field", "status"),
    [
        ("manager", "owner", 403),
        ("lead", "owner", 200),
        ("manager", "tokens", 404),
        ("manager", "name", 404),
        ("mate", "region", 404),
        ("stranger", "region", 404),
        ("analyst", "region", 403),
    ],
)
def test_each_edits_what_is_theirs_to_edit(
    as_: Callable[[str], Client], cast: Cast, account: Account, key: str, field: str, status: int
) -> None:
    value = cast.mate.pk if field == "owner" else "x"
    assert save(as_(key), field, value)[0] == status
    changed = Account.objects.get()
    assert changed.version == (2 if status == 200 else 1)
    # Of a list that one may only read no cell is a button.
    if key == "analyst":
        assert "data-vf-edit" not in as_(key).get("/customers/").content.decode()


def test_an_owner_is_given_on_the_list(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    assert save(as_("lead"), "owner", cast.mate.pk)[0] == 200
    assert Account.objects.get().owner == cast.mate
    as_("lead").post(f"/undo/{Reversal.objects.get().pk}/")
    assert Account.objects.get().owner == cast.manager


def test_a_customer_is_looked_at_beside_the_list(as_: Callable[[str], Client], account: Account) -> None:
    part = as_("manager").get("/customers/K-1001/peek", headers=ON_LIST).content.decode()
    assert "<html" not in part
    assert "万达商贸" in part
    assert "+86 21 5550 1234" in part
    assert "Customer opened" in part
    assert as_("manager").get("/customers/K-1001/peek")["Location"] == "/customers/K-1001/"
    assert as_("stranger").get("/customers/K-1001/peek", headers=ON_LIST).status_code == 404
