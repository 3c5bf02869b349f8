"""The list of customers: found in every script, sorted by what is offered, taken out as a file."""

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import change_account


@pytest.fixture
def few(cast: Cast, open_one: Callable[..., Account]) -> list[str]:
    """Three customers of the manager, in order of names."""
    open_one(cast.manager, name="万达商贸", number="K-1010", phone="+86 21 5550 1234")
    open_one(cast.manager, name="Brückner Antriebe AG", number="=1+1", channel_role="dealer")
    open_one(cast.manager, name="<b>Nordwind</b>", number="K-7", kind="person")
    return ["<b>Nordwind</b>", "Brückner Antriebe AG", "万达商贸"]


def names(client: Client, query: str) -> list[str]:
    """The customers of a list, in order."""
    return [account.name for account in client.get(f"/customers/{query}").context["page"].rows]


@pytest.mark.parametrize(
    "text", ["万达", "萬達", "wanda", "wd", "达商", "1010", "5550 1234", "01234", "k1010", "wan da"]
)
def test_a_customer_is_found_by_any_part_in_any_script(as_: Callable[[str], Client], few: list[str], text: str) -> None:
    assert names(as_("manager"), f"?q={text}") == ["万达商贸"]


@pytest.mark.parametrize("text", ["bruckner", "Brueckner", "antrieb", "riebe"])
def test_accents_and_the_middle_of_a_word_do_not_matter(
    as_: Callable[[str], Client], few: list[str], text: str
) -> None:
    assert names(as_("manager"), f"?q={text}") == ["Brückner Antriebe AG"]


@pytest.mark.parametrize("text", ["%", "_", "x' OR 1=1 --", "\\", "wanda nordwind"])
def test_signs_of_the_database_mean_nothing(as_: Callable[[str], Client], few: list[str], text: str) -> None:
    assert as_("manager").get("/customers/", {"q": text}).status_code == 200
    assert len(names(as_("manager"), "?q=wanda nordwind")) == 0


@pytest.mark.parametrize(("query", "found"), [("?kind=person", 1), ("?role=dealer", 1), ("?kind=nonsense", 3)])
def test_filters_narrow_and_nonsense_is_left_out(
    as_: Callable[[str], Client], few: list[str], query: str, found: int
) -> None:
    assert len(names(as_("manager"), query)) == found


def test_the_list_is_sorted_by_what_is_offered_and_by_nothing_else(
    as_: Callable[[str], Client], few: list[str]
) -> None:
    client = as_("manager")
    assert names(client, "") == few
    assert names(client, "?sort=-name") == few[::-1]


@pytest.mark.parametrize("page", ["9999999999", "9" * 5000])
def test_a_page_behind_the_last_is_answered(as_: Callable[[str], Client], few: list[str], page: str) -> None:
    assert as_("manager").get("/customers/", {"page": page}).status_code == 200


def test_markup_in_a_name_is_text(as_: Callable[[str], Client], few: list[str]) -> None:
    for address in ("/customers/", "/customers/K-7/", "/customers/K-7/edit"):
        page = as_("manager").get(address).content.decode()
        assert "<b>Nordwind" not in page
        assert "&lt;b&gt;Nordwind" in page


def test_the_file_has_what_the_list_has_and_no_formula(
    as_: Callable[[str], Client], cast: Cast, few: list[str], open_one: Callable[..., Account]
) -> None:
    open_one(cast.stranger, name="Not hers", number="K-99")
    answer = as_("manager").get("/customers/export.csv", {"sort": "-name"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[0] for row in rows[1:]] == few[::-1]
    assert [row[rows[0].index("Number")] for row in rows[1:]] == ["K-1010", "'=1+1", "K-7"]
    # All columns are in the file, also those that the table does not show.
    assert {"Phone", "Size", "E-mail"} <= set(rows[0])
    assert "'+86 21 5550 1234" in rows[1]


PART = {"HX-Request": "true", "HX-Target": "div#results"}


@pytest.mark.parametrize(
    ("now", "asks", "header", "address"),
    [
        ("/customers/", "?q=wan&kind=&role=", "HX-Replace-Url", "/customers/?q=wan"),
        ("/customers/?q=wan", "?q=wand", "HX-Replace-Url", "/customers/?q=wand"),
        ("/customers/?q=wan", "?q=", "HX-Replace-Url", "/customers/"),
        ("/customers/?q=wan", "?q=wan&kind=company", "HX-Push-Url", "/customers/?q=wan&kind=company"),
        ("/customers/", "?sort=-name", "HX-Push-Url", "/customers/?sort=-name"),
        ("/customers/", "?columns=name&columns=phone", "HX-Push-Url", "/customers/?columns=name,phone"),
    ],
)
def test_the_address_follows_what_is_typed_and_a_filter_is_a_step(
    as_: Callable[[str], Client], few: list[str], now: str, asks: str, header: str, address: str
) -> None:
    headers = {**PART, "HX-Current-URL": f"http://testserver{now}"}
    answer = as_("manager").get(f"/customers/{asks}", headers=headers)
    assert {name: answer.get(name) for name in ("HX-Replace-Url", "HX-Push-Url") if name in answer} == {header: address}
    assert answer["Vary"].startswith("HX-Request")


def test_without_scripts_a_form_leads_to_the_short_address(as_: Callable[[str], Client], few: list[str]) -> None:
    answer = as_("manager").get("/customers/?q=wan&kind=&columns=name&columns=region&columns=phone")
    assert (answer.status_code, answer["Location"]) == (302, "/customers/?q=wan&columns=name,region,phone")


def heads(client: Client, query: str) -> list[str]:
    """The heads of the table."""
    return [
        heading.column.name for heading in client.get(f"/customers/{query}", follow=True).context["listing"].headings
    ]


def test_the_chosen_columns_stand_in_the_address(as_: Callable[[str], Client], few: list[str]) -> None:
    client = as_("manager")
    added = ["grade", "type", "name", "owner", "order", "sales", "contribution"]
    usual = [*added, "number", "channel_role", "region"]
    assert heads(client, "") == usual
    # Their order is that of the list; the name is always there, and what is no column is not one.
    assert heads(client, "?columns=name,phone,number,password") == ["name", "number", "phone"]
    assert "+86 21 5550 1234" in client.get("/customers/?columns=name,phone").content.decode()
    # To choose the usual ones is to choose nothing.
    assert client.get(f"/customers/?columns={','.join(usual)}")["Location"] == "/customers/"


def test_a_part_alone_is_given_to_a_page_that_asks_for_it(as_: Callable[[str], Client], few: list[str]) -> None:
    page = as_("manager").get("/customers/", headers={"HX-Request": "true", "HX-Target": "section#results"})
    assert "<html" not in page.content.decode()
    assert "万达商贸" in page.content.decode()


def test_who_looks_after_nobody_is_told_what_to_do(as_: Callable[[str], Client]) -> None:
    assert "No customers yet" in as_("manager").get("/customers/").content.decode()
    assert "No customer is like that" in as_("manager").get("/customers/?q=zzz").content.decode()


def test_a_changed_name_is_found_and_the_old_one_no_more(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    change_account(account=account, fields={"name": "Nordwind"}, version=1, by=cast.manager, at=account.changed_at)
    assert names(as_("manager"), "?q=nordw") == ["Nordwind"]
    assert names(as_("manager"), "?q=wanda") == []
    account.delete()
    assert names(as_("manager"), "?q=nordw") == []


def test_who_sees_others_narrows_the_list_to_one_of_them(
    as_: Callable[[str], Client], cast: Cast, few: list[str], open_one: Callable[..., Account]
) -> None:
    open_one(cast.mate, name="Theirs")
    assert names(as_("lead"), f"?owner={cast.mate.pk}") == ["Theirs"]
    offered = {key for key, _ in as_("lead").get("/customers/").context["form"].fields["owner"].choices if key}
    assert offered == {cast.manager.pk, cast.mate.pk, cast.lead.pk, cast.nobody.pk}
    assert "owner" not in as_("manager").get("/customers/").context["form"].fields
    # Whom she does not see she cannot ask for: the filter is left out, and with it nothing of his is shown.
    assert "Theirs" not in names(as_("manager"), f"?owner={cast.mate.pk}")


@pytest.mark.parametrize("who", ["manager", "lead", "director"])
@pytest.mark.parametrize("query", ["q=nord", "q=nord&sort=-number", "q=nord&kind=company", "q=nord&sort=-changed", ""])
@pytest.mark.parametrize("near", [2, 200])
def test_very_many_stand_in_the_same_order_as_few(
    as_: Callable[[str], Client],
    cast: Cast,
    open_one: Callable[..., Account],
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    query: str,
    near: int,
) -> None:
    """Beyond a limit rows are got in another way, first those at the start of the order: nobody may see it."""
    monkeypatch.setattr("vitalfew_web.core.listing.pages.PAGE", 3)
    for number in range(12):
        owner = (cast.manager, cast.mate, cast.stranger)[number % 3]
        open_one(
            owner, name=f"{'Nord' if number % 4 else '华北'} {97 * number % 12}", number=f"K-{number}", kind="company"
        )
    client = as_(who)

    def pages() -> list[list[str]]:
        shown = [client.get(f"/customers/?{query}&page={page}").context["page"].rows for page in (1, 2, 3)]
        return [[account.number for account in rows] for rows in shown]

    few = pages()
    monkeypatch.setattr("vitalfew_web.accounts.lists.COUNTED", 2)
    monkeypatch.setattr("vitalfew_web.core.listing.pages.READ_WHOLE", 2)
    monkeypatch.setattr("vitalfew_web.accounts.selectors.NEAR", near)
    assert pages() == few
    assert few[0]
