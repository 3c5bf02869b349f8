"""Amounts are whole minor units: what was typed is what is stored, and nothing is rounded unseen."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.money import LARGEST, Money, from_plain, typed


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("1250000.5", "CNY", 125_000_050),
        ("1,250,000.50", "CNY", 125_000_050),
        ("1 250 000", "CNY", 125_000_000),
        ("125万", "CNY", 125_000_000),
        ("１２５ 萬", "TWD", 125_000_000),
        ("1.2亿", "CNY", 12_000_000_000),
        ("3.5k", "EUR", 350_000),
        ("2 m", "USD", 200_000_000),
        ("1,250,000", "JPY", 1_250_000),
        ("1.234", "KWD", 1_234),
        ("0", "CNY", 0),
        ("-12.30", "EUR", -1_230),
    ],
)
def test_what_is_typed_is_read_exactly(text: str, currency: str, minor: int) -> None:
    assert typed(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount"),
        ("much", "amount"),
        ("1.250,00", "amount"),
        ("12,50", "amount"),
        ("1,2,3", "amount"),
        ("1e9", "amount"),
        ("NaN", "amount"),
        ("5 x", "amount"),
        ("0.005", "decimals"),
        (str(LARGEST), "large"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        typed(text, "CNY")
    assert refused.value.code == code


def test_half_a_yen_is_refused() -> None:
    with pytest.raises(ValidationError):
        typed("12.5", "JPY")


@pytest.mark.parametrize(
    ("language", "exact", "short"),
    [
        ("en", "CN¥1,250,000.50", "CN¥1.3M"),
        ("zh-hans", "¥1,250,000.50", "¥125万"),
        ("zh-hant", "CN¥1,250,000.50", "CN¥125萬"),
    ],
)
def test_an_amount_is_written_as_its_reader_writes_it(language: str, exact: str, short: str) -> None:
    with translation.override(language):
        assert (Money(125_000_050, "CNY").shown(), Money(125_000_050, "CNY").short()) == (exact, short)


@pytest.mark.parametrize("money", [Money(125_000_050, "CNY"), Money(7, "JPY"), Money(-1_001, "KWD"), Money(0, "EUR")])
def test_the_plain_form_comes_back_as_it_was(money: Money) -> None:
    assert from_plain(str(money)) == money


@pytest.mark.parametrize("text", ["CNY", "12.00", "XXY 12.00", "CNY 0.001"])
def test_a_plain_form_that_is_none_is_refused(text: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        from_plain(text)


def test_a_column_keeps_amount_and_currency_together(account: Account) -> None:
    account.expected_spend = Money(10**14 + 1, "EUR")
    account.save()
    found = Account.objects.get()
    assert found.expected_spend == Money(10**14 + 1, "EUR")
    assert Account.objects.filter(expected_spend__gt=10**14).get() == found
    found.expected_spend = None
    found.save()
    assert (Account.objects.get().expected_spend, Account.objects.get().expected_currency) == (None, "")


def test_a_deferred_amount_is_read_when_asked_for(account: Account) -> None:
    account.expected_spend = Money(500, "EUR")
    account.save()
    assert Account.objects.defer("expected_spend", "expected_currency").get().expected_spend == Money(500, "EUR")
