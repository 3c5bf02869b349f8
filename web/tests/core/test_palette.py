"""The palette: one field for all scripts; each finds only what they may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.folding import asked_for, marked
from vitalfew_web.core.palette import found_for
from vitalfew_web.work.services import add_task

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PART = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("万达商贸", "wanda", "[万达]商贸"),
        ("万达商贸", "wd", "[万达]商贸"),
        ("万达商贸", "萬達", "[万达]商贸"),
        ("萬達五金行", "万达", "[萬達]五金行"),
        ("万达商贸", "shang", "万达[商]贸"),
        ("Van Dijk Logistics", "dijk log", "Van [Dijk] [Log]istics"),
        ("K-1001", "k1001", "[K-1001]"),
        ("Brückner", "bruck", "[Brück]ner"),
        ("Nordwind", "xyz", "Nordwind"),
        ("", "a", ""),
        ("Nordwind", "", "Nordwind"),
    ],
)
def test_what_was_asked_for_is_marked(text: str, typed: str, shown: str) -> None:
    pieces = marked(text, asked_for(typed))
    # A sign between two marked letters may stay unmarked.
    assert "".join(f"[{piece}]" if hit else piece for piece, hit in pieces).replace("]-[", "-") == shown
    assert "".join(piece for piece, _ in pieces) == text


@pytest.mark.parametrize("typed", ["wanda", "wd", "萬達", "达商", "1001", "5550 1234"])
def test_a_customer_is_found_in_any_script_with_what_can_be_done(
    as_: Callable[[str], Client], account: Account, typed: str
) -> None:
    answer = as_("manager").get("/palette", {"q": typed}, headers=PART)
    first, actions = answer.context["sections"][:2]
    assert [(hit.title, hit.url) for hit in first.hits] == [(account.name, "/customers/K-1001/")]
    assert [(hit.title, hit.letter) for hit in actions.hits] == [
        (f"New task for {account.name}", "t"),
        (f"Edit {account.name}", "e"),
    ]
    page = answer.content.decode()
    assert page.count('role="option"') == sum(len(section.hits) for section in answer.context["sections"])
    assert "<html" not in page


def test_nobody_finds_what_they_do_not_see(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    add_task(fields={"text": "wanda terms"}, by=cast.manager, at=NOW)
    for key in ("mate", "stranger", "administrator", "nobody"):
        client = as_(key)
        sections = client.get("/palette?q=wanda", headers=PART).context["sections"]
        assert sections == []
        preview = client.get(f"/palette/preview?kind=accounts.account&key={account.pk}")
        assert preview.status_code == 404


def test_who_changes_nothing_is_offered_no_change(cast: Cast, account: Account) -> None:
    sections = {section.name: section for section in found_for(cast.analyst, "wanda")}
    assert [hit.title for hit in sections["actions"].hits] == [f"New task for {account.name}"]


def test_with_nothing_typed_it_shows_where_to_go_and_what_to_begin(cast: Cast) -> None:
    names = {section.name: [hit.title for hit in section.hits] for section in found_for(cast.manager, "")}
    assert names == {
        "go": ["Today", "Customers", "Notifications", "Settings"],
        "new": ["New: Task", "New: Customer", "New: Group"],
    }
    assert [hit.title for section in found_for(cast.administrator, "peo") for hit in section.hits] == ["People"]


def test_one_kind_alone_shows_more_of_it(cast: Cast, open_one: Callable[..., Account]) -> None:
    for number in range(30):
        open_one(cast.manager, name=f"Nordwind {number}")
    assert [len(section.hits) for section in found_for(cast.manager, "nord")][:1] == [5]
    alone = found_for(cast.manager, "nord", "accounts.account")
    assert [(section.name, len(section.hits)) for section in alone] == [("accounts.account", 20)]


def test_a_preview_says_what_is_known_and_to_do(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    about = {"subject": "accounts.account", "subject_id": account.pk}
    add_task(fields={"text": "Send the terms", **about}, by=cast.manager, at=NOW)
    page = as_("lead").get(f"/palette/preview?kind=accounts.account&key={account.pk}").content.decode()
    for words in (account.name, "K-1001", "East China", "Manager", "Send the terms"):
        assert words in page


@pytest.mark.parametrize(
    "query", ["?key=x&kind=accounts.account", "?key=9&kind=no", "?key=%00", "?key=9999999999999999999999"]
)
def test_a_preview_of_nothing_is_not_found(as_: Callable[[str], Client], query: str) -> None:
    assert as_("lead").get(f"/palette/preview{query}").status_code == 404


@pytest.mark.parametrize("typed", ["<script>", "%", "' OR 1=1", "\x00", "a" * 5000, "😀", "\u202e"])
def test_whatever_is_typed_is_only_looked_for(as_: Callable[[str], Client], account: Account, typed: str) -> None:
    answer = as_("manager").get("/palette", {"q": typed}, headers=PART)
    assert answer.status_code == 200
    assert "<script" not in answer.content.decode()


def test_without_script_it_is_a_page_of_its_own(as_: Callable[[str], Client], account: Account) -> None:
    page = as_("manager").get("/palette?q=wanda").content.decode()
    assert "<html" in page
    assert 'href="/customers/K-1001/"' in page
