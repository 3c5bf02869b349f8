"""What a customer is expected to spend is written with who said it and when, or not at all."""

from collections.abc import Callable

import pytest
from django.test import Client

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.money import Money

SAID = {
    "expected_spend": "125万",
    "expected_spend_currency": "CNY",
    "expected_per": "year",
    "expected_said_by": "罗建",
    "expected_said_on": "2026-11-20",
}


def sent(account: Account, **changed: object) -> dict[str, object]:
    """What a browser sends of a customer."""
    kept = {name: getattr(account, name) for name in ("name", "number", "kind", "version")}
    return {**kept, **SAID, **changed}


def test_it_is_shown_with_period_and_kept_exactly(as_: Callable[[str], Client], account: Account) -> None:
    assert as_("manager").post("/customers/K-1001/edit", sent(account)).status_code == 302
    assert Account.objects.get().expected_spend == Money(125_000_000, "CNY")
    page = as_("manager").get("/customers/K-1001/").content.decode()
    assert "CN¥1,250,000.00 a year" in page
    assert "罗建" in page
    assert AuditEntry.objects.filter(subject="accounts.account")[0].after["expected_spend"] == "CNY 1250000.00"
    assert 'value="1,250,000"' in as_("manager").get("/customers/K-1001/edit").content.decode()


@pytest.mark.parametrize("missing", ["expected_per", "expected_said_by", "expected_said_on"])
def test_an_amount_that_nobody_answers_for_is_refused(
    as_: Callable[[str], Client], account: Account, missing: str
) -> None:
    answer = as_("manager").post("/customers/K-1001/edit", sent(account, **{missing: ""}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [missing]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("expected_spend", "-5"),
        ("expected_spend", "1.250,00"),
        ("expected_spend_currency", "XXX"),
        ("expected_said_on", "2999-01-01"),
    ],
)
def test_what_cannot_be_is_said_beside_it(
    as_: Callable[[str], Client], account: Account, field: str, value: str
) -> None:
    answer = as_("manager").post("/customers/K-1001/edit", sent(account, **{field: value}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field.removesuffix("_currency")]
    assert Account.objects.get().version == 1
