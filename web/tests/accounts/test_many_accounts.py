"""Many customers at once: the file of them, another owner for them, and what happens to those that may not be changed."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from people import Cast
from python_calamine import CalamineWorkbook

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import (
    add_to_group,
    change_account,
    delete_group,
    give_accounts,
    make_group,
    put_into_group,
    take_accounts_back,
    take_grouping_back,
)
from vitalfew_web.core.listing import files
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.work.models import Reversal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def ten(cast: Cast, open_one: Callable[..., Account]) -> dict[int, int | None]:
    """Nine customers of the team East and one of a stranger, as they were looked at."""
    owners = [cast.manager] * 9 + [cast.stranger]
    made = [open_one(owner, name=f"Customer {place}") for place, owner in enumerate(owners)]
    return {account.pk: account.version for account in made}


def owners() -> list[str]:
    """Who looks after the ten, in order."""
    return [account.owner.name for account in Account.objects.select_related("owner").order_by("id") if account.owner]


def give(cast: Cast, ten: dict[int, int | None], to: User, by: User) -> object:
    return give_accounts(selection=ten, owner=to, by=by, at=NOW)


@pytest.mark.parametrize("row", [pytest.param("Z-09", id="Z-09")])
def test_of_ten_the_nine_own_are_given_and_one_is_named(cast: Cast, ten: dict[int, int | None], row: str) -> None:
    outcome = give_accounts(selection=ten, owner=cast.mate, by=cast.lead, at=NOW)
    assert owners() == ["Mate"] * 9 + ["Stranger"]
    assert outcome.said == "9 customers are now Mate’s."
    # The tenth is counted and not named: its name is not the lead's to know.
    assert outcome.refused == ["1 that is not yours"]
    assert AuditEntry.objects.filter(action="accounts.account.changed", by=cast.lead).count() == 9


def test_what_somebody_changed_meanwhile_is_named_and_stays(cast: Cast, ten: dict[int, int | None]) -> None:
    first = Account.objects.order_by("id")[0]
    change_account(account=first, fields={"region": "North"}, version=1, by=cast.manager, at=NOW)
    outcome = give_accounts(selection=ten, owner=cast.mate, by=cast.director, at=NOW)
    assert outcome.refused == ["Customer 0 was changed meanwhile"]
    assert owners() == ["Manager", *["Mate"] * 9]


def test_who_may_not_give_customers_away_gives_none(cast: Cast, ten: dict[int, int | None]) -> None:
    with pytest.raises(PermissionDenied):
        give(cast, ten, to=cast.mate, by=cast.manager)
    with pytest.raises(ValidationError):
        give(cast, ten, to=cast.stranger, by=cast.lead)
    assert owners() == ["Manager"] * 9 + ["Stranger"]


def test_it_is_taken_back_but_not_over_what_was_changed_since(cast: Cast, ten: dict[int, int | None]) -> None:
    give(cast, ten, to=cast.mate, by=cast.lead)
    since = Account.objects.order_by("id")[0]
    change_account(account=since, fields={"region": "North"}, version=2, by=cast.mate, at=NOW)
    said = take_accounts_back(Reversal.objects.get().content, cast.lead, NOW)
    assert said == "8 customers are back with who had them. 1 was changed since and stays."
    assert owners() == ["Mate", *["Manager"] * 8, "Stranger"]


def test_the_list_asks_with_the_number_then_does_it_and_offers_to_take_it_back(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None]
) -> None:
    client, ids = as_("lead"), [f"{key}:1" for key in ten][:3]
    asks = client.post("/customers/bulk/give?sort=-name", {"id": ids})
    assert asks.status_code == 200
    assert "Give 3 to another owner" in asks.content.decode()
    assert set(owners()) == {"Manager", "Stranger"}
    sent = {"id": ids, "confirmed": "1", "owner": cast.mate.pk}
    done = client.post("/customers/bulk/give?sort=-name", sent, follow=True)
    assert done.redirect_chain == [("/customers/?sort=-name", 302)]
    assert "3 customers are now Mate’s." in done.content.decode()
    undo = f"/undo/{Reversal.objects.get().pk}/"
    assert undo in done.content.decode()
    assert "3 customers are back" in client.post(undo, {"next": "/customers/"}, follow=True).content.decode()


def test_all_that_match_are_all_rows_of_the_list_and_no_others(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None]
) -> None:
    asks = as_("lead").post("/customers/bulk/give?q=customer", {"everything": "9"})
    assert "Give 9 to another owner" in asks.content.decode()
    sent = {"everything": "9", "confirmed": "1", "owner": cast.mate.pk}
    as_("lead").post("/customers/bulk/give?q=customer 3", sent)
    assert owners().count("Mate") == 1


@pytest.mark.parametrize(
    ("action", "first", "said", "back", "left"),
    [
        ("group", 0, "3 customers are newly in “Fair”.", "2 customers are no longer in “Fair”.", [0]),
        ("ungroup", 3, "3 customers are no longer in “Fair”.", "2 customers are in “Fair” again.", [1, 2]),
    ],
)
def test_what_a_group_got_or_lost_is_taken_back_but_for_customers_given_away_since(
    as_: Callable[[str], Client],
    cast: Cast,
    ten: dict[int, int | None],
    action: str,
    first: int,
    said: str,
    back: str,
    left: list[int],
) -> None:
    group, keys, client = make_group(fields={"name": "Fair"}, by=cast.manager, at=NOW), list(ten), as_("manager")
    add_to_group(group=group, accounts=keys[:first], by=cast.manager, at=NOW)
    sent = {"id": [f"{key}:1" for key in keys[:3]], "confirmed": "1", "group": group.pk}
    assert said in client.post(f"/customers/bulk/{action}", sent, follow=True).content.decode()
    Account.objects.filter(pk=keys[0]).update(owner=cast.mate)
    undo = f"/undo/{Reversal.objects.get().pk}/"
    assert back in client.post(undo, {"next": "/"}, follow=True).content.decode()
    assert sorted(group.accounts.values_list("pk", flat=True)) == [keys[place] for place in left]


def test_of_a_group_that_is_gone_nothing_is_taken_back(cast: Cast, ten: dict[int, int | None]) -> None:
    group = make_group(fields={"name": "Fair"}, by=cast.manager, at=NOW)
    put_into_group(selection=ten, group=group, by=cast.manager, at=NOW)
    delete_group(group=group, by=cast.manager, at=NOW)
    with pytest.raises(ValidationError, match="The group is gone"):
        take_grouping_back(Reversal.objects.get().content, cast.manager, NOW)


@pytest.mark.parametrize(("key", "status"), [("manager", 403), ("analyst", 403), ("lead", 422)])
def test_an_action_needs_its_right_and_a_choice(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None], key: str, status: int
) -> None:
    answer = as_(key).post("/customers/bulk/give", {"confirmed": "1", "owner": cast.mate.pk, "id": ["x", "1", "²:1"]})
    assert answer.status_code == status
    assert as_("lead").post("/customers/bulk/nothing", {"id": "1:1"}).status_code == 404


def workbook(client: Client, query: str, **sent: object) -> list[list[object]]:
    """The cells of the file of a list."""
    answer = (
        client.post(f"/customers/export.xlsx{query}", sent) if sent else client.get(f"/customers/export.xlsx{query}")
    )
    content = io.BytesIO(b"".join(answer.streaming_content))
    return CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("row", [pytest.param("Z-13", id="Z-13")])
def test_the_workbook_has_the_rows_of_the_list(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None], row: str
) -> None:
    cells = workbook(as_("manager"), "?sort=-name")
    shown = [account.name for account in as_("manager").get("/customers/?sort=-name").context["page"].rows]
    assert [line[0] for line in cells[1:]] == shown


@pytest.mark.parametrize(
    "name",
    [pytest.param("=1+1", id="B-63"), pytest.param('=HYPERLINK("http://x.example","pay")', id="B-64"), "+49 30", "007"],
)
def test_no_text_of_a_workbook_is_computed_or_made_a_number(
    as_: Callable[[str], Client], cast: Cast, open_one: Callable[..., Account], name: str
) -> None:
    open_one(cast.manager, name=name)
    answer = as_("manager").get("/customers/export.xlsx")
    content = io.BytesIO(b"".join(answer.streaming_content))
    assert CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()[1][0] == name
    sheet = zipfile.ZipFile(content).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower().replace("=hyperlink", "")


def test_of_chosen_rows_the_file_has_those_that_one_may_see(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None]
) -> None:
    keys = list(ten)
    chosen = [f"{keys[0]}:1", f"{keys[2]}:1", f"{keys[9]}:1"]
    assert [line[0] for line in workbook(as_("lead"), "", id=chosen)[1:]] == ["Customer 0", "Customer 2"]


def test_a_list_too_long_for_a_sheet_is_not_cut_short(
    as_: Callable[[str], Client], ten: dict[int, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "XLSX_ROWS", 8)
    answer = as_("manager").get("/customers/export.xlsx", follow=True)
    assert "A workbook has no room for so many rows." in answer.content.decode()
    assert as_("manager").get("/customers/export.pdf").status_code == 404


def test_many_are_put_into_a_group_and_taken_out(
    as_: Callable[[str], Client], cast: Cast, ten: dict[int, int | None]
) -> None:
    group = make_group(fields={"name": "Fair 2026"}, by=cast.lead, at=NOW)
    client, sent = as_("lead"), {"id": [f"{key}:1" for key in ten], "confirmed": "1", "group": group.pk}
    page = client.post("/customers/bulk/group", sent, follow=True).content.decode()
    assert "9 customers are newly in “Fair 2026”." in page
    assert "Not changed: 1 that is not yours." in page
    page = client.post("/customers/bulk/ungroup", {**sent, "id": sent["id"][:2]}, follow=True).content.decode()
    assert "2 customers are no longer in “Fair 2026”." in page
    assert group.accounts.count() == 7
