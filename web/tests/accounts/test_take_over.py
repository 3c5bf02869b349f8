"""Many customers at once, as an import brings them: found by number, changed, opened, taken back, all in the audit."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from people import Cast

from vitalfew_web.accounts import audit
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.rules import loose_key, name_key
from vitalfew_web.accounts.selectors import Alike, alike_for, numbers_of
from vitalfew_web.accounts.services import Told, change_account, take_back, take_over, would_take_over
from vitalfew_web.core.selectors import first_broken_seal, history_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
Open = Callable[..., Account]


def told(number: str, **fields: Any) -> Told:
    return Told(number or fields.get("name", ""), number, fields)


def test_a_list_opens_changes_and_leaves_customers(cast: Cast, account: Account) -> None:
    rows = [
        told("k-1001", name="万达商贸", region="North China"),
        told("K-7", name="Nordwind GmbH", parent="K-1001"),
        told("", name="宏远机电"),
    ]
    planned = would_take_over(rows=rows, by=cast.lead, at=NOW)
    assert [(each.is_new, each.is_changed) for each in planned] == [(False, True), (True, False), (True, False)]
    assert Account.objects.count() == 1
    done = take_over(rows=rows, by=cast.lead, at=NOW)
    account.refresh_from_db()
    assert (account.number, account.region, account.version) == ("K-1001", "North China", 2)
    assert done[0].before == {"region": "East China"}
    nordwind = Account.objects.get(number="K-7")
    assert (nordwind.parent_id, nordwind.owner) == (account.pk, cast.lead)
    assert Account.objects.get(name="宏远机电").number == "K-1002"
    assert [entry.action for entry in history_of(nordwind)] == [audit.OPENED_BY_IMPORT]
    assert first_broken_seal() is None
    assert Account.objects.found_by(["honghai"]).count() == 0
    assert Account.objects.found_by(["hongyuan"]).count() == 1


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    rows = [told("K-7", name="Nordwind GmbH", kind="company"), told("K-8", name="宏远机电")]
    take_over(rows=rows, by=cast.lead, at=NOW)
    again = take_over(rows=rows, by=cast.lead, at=LATER)
    assert not any(each.is_new or each.is_changed for each in again)
    assert Account.objects.count() == 2


@pytest.mark.parametrize(
    ("rows", "place", "word"),
    [
        ([told("K-1001", region="x")], 0, "do not see"),
        ([told("K-7", name="A"), told("k-7", name="B")], 1, "twice"),
        ([told("K-7", name="x" * 201)], 0, "200"),
        ([told("K-7", name="A", parent="K-404")], 0, "K-404"),
        ([told("K-7", name="A", email="no address")], 0, "e-mail"),
        ([told("K-7")], 0, "name"),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_goes_on(
    cast: Cast, account: Account, rows: list[Told], place: int, word: str
) -> None:
    rows = [*rows, told("K-9", name="Good")]
    done = take_over(rows=rows, by=cast.stranger, at=NOW)
    assert word in done[place].problem
    assert Account.objects.filter(number="K-9").exists()
    assert Account.objects.get(number="K-1001").region == "East China"


def test_nobody_gives_a_customer_away_by_a_list(cast: Cast, account: Account) -> None:
    (done,) = take_over(rows=[told("K-1001", owner=cast.mate.pk)], by=cast.manager, at=NOW)
    assert done.problem
    (done,) = take_over(rows=[told("K-1001", owner=cast.mate.pk)], by=cast.lead, at=NOW)
    assert done.is_changed


def test_an_import_is_taken_back_but_for_what_people_did_since(cast: Cast, account: Account, open_one: Open) -> None:
    rows = [
        told("K-1001", region="North China", industry="Food"),
        told("K-7", name="Untouched"),
        told("K-8", name="Worked with"),
        told("K-9", name="Parent of somebody"),
    ]
    done = take_over(rows=rows, by=cast.lead, at=NOW)
    account.refresh_from_db()
    change_account(account=account, fields={"industry": "Energy"}, version=2, by=cast.lead, at=LATER)
    worked = Account.objects.get(number="K-8")
    change_account(account=worked, fields={"needs": "a crane"}, version=1, by=cast.lead, at=LATER)
    open_one(cast.lead, name="Child", parent=Account.objects.get(number="K-9"))
    changes = [(each.account.pk, each.before, each.after) for each in done]
    back = take_back(done=changes, by=cast.lead, at=LATER)
    assert (back.removed, back.restored, back.kept) == (1, 1, 2)
    account.refresh_from_db()
    assert (account.region, account.industry) == ("East China", "Energy")
    assert sorted(Account.objects.values_list("number", flat=True)) == ["K-10", "K-1001", "K-8", "K-9"]
    assert first_broken_seal() is None
    assert take_back(done=changes, by=cast.lead, at=LATER).removed == 0


def test_thousands_are_a_matter_of_a_few_questions(
    cast: Cast, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    rows = [told(f"K-{n}", name=f"Customer {n}", region="East") for n in range(2000)]
    with django_assert_max_num_queries(140):
        take_over(rows=rows, by=cast.director, at=NOW)
    assert Account.objects.count() == 2000


def test_names_are_alike_in_any_script_and_doubtful_without_their_legal_form(cast: Cast, account: Account) -> None:
    assert name_key("萬達商貿") == name_key(" 万达商贸 ")
    assert loose_key("万达商贸有限公司") == loose_key("萬達商貿")
    assert loose_key("Nordwind GmbH & Co. KG") == loose_key("NORDWIND")
    found = alike_for(cast.lead, ["萬達商貿", "万达商贸有限公司", "Nordwind"])
    assert found == {
        "萬達商貿": Alike(certain=(("K-1001", "万达商贸"),)),
        "万达商贸有限公司": Alike(doubtful=(("K-1001", "万达商贸"),)),
    }
    assert alike_for(cast.stranger, ["萬達商貿"]) == {}
    assert numbers_of(cast.lead, ["k-1001", "K-2"]) == {"k-1001": "K-1001"}
    assert numbers_of(cast.stranger, ["k-1001"]) == {}
