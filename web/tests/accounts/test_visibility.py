"""Everybody finds what they may see, and nothing else, whichever way they ask."""

from collections.abc import Callable

import pytest
from django.test import Client
from people import Cast, as_shown

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import Asked, account_for, accounts_for, listed_for

SEES = ("manager", "lead", "director", "analyst")
SEES_NOT = ("mate", "stranger", "nobody")


@pytest.mark.parametrize("key", SEES)
def test_who_may_see_a_customer_finds_it(cast: Cast, account: Account, key: str) -> None:
    assert list(accounts_for(getattr(cast, key))) == [account]


@pytest.mark.parametrize("key", SEES_NOT)
def test_others_find_nothing_in_list_search_or_by_number(cast: Cast, account: Account, key: str) -> None:
    user = getattr(cast, key)
    assert not accounts_for(user).exists()
    assert not listed_for(user, Asked(text="万达")).exists()
    with pytest.raises(Account.DoesNotExist):
        account_for(user, account.number)


@pytest.mark.parametrize("address", ["", "edit"])
def test_anothers_customer_and_none_at_all_give_the_same_answer(
    as_: Callable[[str], Client], account: Account, address: str
) -> None:
    theirs = as_("stranger").get(f"/customers/{account.number}/{address}")
    none = as_("stranger").get(f"/customers/K-9999/{address}")
    assert (theirs.status_code, none.status_code) == (404, 404)
    assert as_shown(theirs, account.number) == as_shown(none, "K-9999")


def test_a_customer_given_away_is_gone_with_its_history(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    form = {"name": account.name, "number": account.number, "kind": "company", "owner": cast.mate.pk, "version": 1}
    assert as_("lead").post(f"/customers/{account.number}/edit", form).status_code == 302
    assert as_("manager").get(f"/customers/{account.number}/").status_code == 404
    assert account.number not in as_("manager").get("/customers/").content.decode()
    assert as_("mate").get(f"/customers/{account.number}/").status_code == 200


@pytest.mark.parametrize("key", [*SEES, *SEES_NOT])
@pytest.mark.parametrize("asked", [Asked(), Asked(sort="changed", descending=True), Asked(text="wan")])
def test_among_very_many_the_list_is_the_same(
    cast: Cast, account: Account, open_one: Callable[..., Account], key: str, asked: Asked
) -> None:
    for name in ("万宝", "Nordwind", "Abel"):
        open_one(cast.mate, name=name)
    user = getattr(cast, key)
    assert list(listed_for(user, asked, many=True)) == list(listed_for(user, asked))
