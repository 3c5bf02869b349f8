"""What holds for every page: headers, weight, and how many questions the database is asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.work.services import add_task

PAGES = (
    *("/customers/", "/customers/new", "/customers/K-1001/", "/customers/K-1001/edit", "/me/profile", "/password/"),
    *("/me/tokens/", "/me/tokens/new"),
    *("/customers/K-1001/people/new", "/customers/K-1001/timeline", "/customers/K-1001/history"),
    *("/customers/groups", "/customers/groups/new", "/customers/K-1001/groups"),
    *("/imports/", "/imports/new", "/customers/K-1001/orders/"),
)
WORK = ("/", "/tasks/", "/tasks/new", "/notifications/", "/palette", "/palette?q=wanda")
MOST = {
    "/customers/": 8,
    "/customers/groups": 8,
    "/imports/": 8,
    "/customers/K-1001/orders/": 8,
    "/customers/K-1001/": 11,
    "/": 10,
    "/tasks/": 8,
    "/notifications/": 8,
    "/palette?q=a": 8,
}
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HEAVIEST = 250_000


@pytest.mark.parametrize("page", [*PAGES, *WORK, "/login/", "/customers/K-9/"])
def test_a_page_holds_no_inline_script_style_or_foreign_address(
    as_: Callable[[str], Client], account: Account, page: str
) -> None:
    client = Client() if page == "/login/" else as_("lead")
    answer = client.get(page)
    text = answer.content.decode()
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    for forbidden in ("style=", "<style", "onclick", "javascript:", "hx-on", "http://", "https://", "//cdn"):
        assert forbidden not in text, forbidden
    assert text.count("<script") == text.count('<script src="/static/')
    assert len(answer.content) < HEAVIEST


@pytest.mark.parametrize("page", ["/people/", "/people/new"])
def test_pages_of_people_are_as_strict(as_: Callable[[str], Client], page: str) -> None:
    answer = as_("administrator").get(page)
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "style=" not in answer.content.decode()
    # Who sees no customers is offered no search for them.
    assert 'action="/customers/"' not in answer.content.decode()


@pytest.mark.parametrize(
    ("theme", "mark"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"'), ("", "")]
)
def test_a_page_looks_as_its_person_set_it(as_: Callable[[str], Client], cast: Cast, theme: str, mark: str) -> None:
    cast.lead.theme = theme
    cast.lead.save()
    assert f'<html lang="en"{mark}>' in as_("lead").get("/me/profile").content.decode()


@pytest.mark.parametrize("page", [*PAGES, *WORK])
def test_a_page_of_a_person_is_never_kept(as_: Callable[[str], Client], account: Account, page: str) -> None:
    answer = as_("lead").get(page)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


def asked(client: Client, page: str) -> int:
    """How many questions a page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", MOST)
def test_three_rows_cost_as_many_questions_as_one(
    as_: Callable[[str], Client], cast: Cast, account: Account, open_one: Callable[..., Account], page: str
) -> None:
    client = as_("lead")
    about = {"subject": "accounts.account", "subject_id": account.pk, "owner": cast.lead}
    add_task(fields={"text": "Call", **about, "due_on": date(2026, 11, 20)}, by=cast.director, at=NOW)
    one = asked(client, page)
    for name in ("Nordwind GmbH", "宏远机电"):
        about["subject_id"] = open_one(cast.mate, name=name, parent=None).pk
        add_task(fields={"text": "Call", **about, "due_on": date(2026, 11, 20)}, by=cast.director, at=NOW)
    assert asked(client, page) == one
    assert one <= MOST[page]


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
@pytest.mark.parametrize("page", [*PAGES, *WORK])
def test_a_page_speaks_the_language_of_who_asks(
    as_: Callable[[str], Client], cast: Cast, account: Account, page: str, language: str
) -> None:
    cast.lead.language = language
    cast.lead.save()
    text = as_("lead").get(page).content.decode()
    assert f'<html lang="{language}"' in text
    customers = {"en": "Customers", "zh-hans": "客户", "zh-hant": "客戶"}[language]
    assert customers in text
