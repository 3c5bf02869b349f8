"""Writing a customer in the browser: what is missing is said, nothing typed is lost, nothing else is written."""

from collections.abc import Callable

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account


def form(account: Account, **changed: object) -> dict[str, object]:
    """What a browser sends of a customer."""
    kept = {name: getattr(account, name) for name in ("name", "number", "kind", "version", "phone", "region")}
    return {**kept, "owner": account.owner_id, **changed}


def test_a_name_is_enough(as_: Callable[[str], Client]) -> None:
    answer = as_("manager").post("/customers/new", {"name": "Nordwind GmbH", "kind": "company"}, follow=True)
    assert answer.redirect_chain == [("/customers/K-1001/", 302)]
    assert "Nordwind GmbH is a customer now." in answer.content.decode()


def test_without_a_name_the_form_says_so_and_keeps_the_rest(as_: Callable[[str], Client]) -> None:
    answer = as_("manager").post("/customers/new", {"kind": "company", "region": "Norden"})
    assert answer.status_code == 422
    assert 'value="Norden"' in answer.content.decode()
    assert answer.context["form"].errors["name"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parent", "K-1001"),
        ("parent", "K-404"),
        ("number", "K-1001x" * 20),
        ("kind", "robot"),
        ("website", "javascript:x"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    as_: Callable[[str], Client], account: Account, field: str, value: str
) -> None:
    answer = as_("manager").post(f"/customers/{account.number}/edit", form(account, **{field: value}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert Account.objects.get().version == 1


def test_a_taken_number_is_said_beside_the_number(as_: Callable[[str], Client], account: Account) -> None:
    answer = as_("manager").post("/customers/new", {"name": "Other", "kind": "company", "number": "k-1001"})
    assert answer.status_code == 422


def test_who_saves_second_sees_both_and_may_save_again(as_: Callable[[str], Client], account: Account) -> None:
    address = f"/customers/{account.number}/edit"
    as_("lead").post(address, form(account, region="North"))
    second = as_("manager").post(address, form(account, region="South", needs="Spare parts"))
    page = second.content.decode()
    assert second.status_code == 409
    assert "North" in page
    assert 'value="South"' in page
    assert Account.objects.get().region == "North"
    again = as_("manager").post(address, {**form(account, region="South", needs="Spare parts"), "version": 2})
    assert again.status_code == 302
    assert (Account.objects.get().region, Account.objects.get().needs) == ("South", "Spare parts")


def test_fields_that_nobody_offers_are_not_written(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    hidden = {"owner": cast.stranger.pk, "tokens": " x", "opened_at": "2001-01-01", "id": 7, "changed_at": "2001-01-01"}
    as_("manager").post(f"/customers/{account.number}/edit", form(account, region="North", **hidden))
    found = Account.objects.get()
    assert (found.region, found.owner, found.pk, found.opened_at) == (
        "North",
        cast.manager,
        account.pk,
        account.opened_at,
    )
    assert found.tokens != " x"


def test_a_related_customer_of_somebody_else_is_not_named(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account]
) -> None:
    theirs = open_one(cast.stranger, name="Secret parent")
    Account.objects.filter(pk=account.pk).update(parent=theirs)
    page = as_("manager").get(f"/customers/{account.number}/").content.decode()
    assert "Secret parent" not in page
    assert "Secret parent" in as_("director").get(f"/customers/{account.number}/").content.decode()


def test_the_page_tells_who_changed_what(as_: Callable[[str], Client], account: Account) -> None:
    as_("lead").post(f"/customers/{account.number}/edit", form(account, region="North"))
    page = as_("manager").get(f"/customers/{account.number}/").content.decode()
    assert "Customer changed" in page
    assert "Changed: region." in page
    assert "Lead" in page
