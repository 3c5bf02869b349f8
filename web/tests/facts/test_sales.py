"""How a customer buys and pays beside the year before: figures, months and the sentence above them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.money import compact
from vitalfew_web.facts.rules import Month, lateness, months_of, rhythm_of, run_against, within_years
from vitalfew_web.facts.services import import_files

LAST = date(2026, 11, 20)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGE = "/customers/K-1001/orders/"


def euros(*amounts: int) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


def test_a_year_has_365_days_and_ends_with_the_day_given() -> None:
    days = [date(2026, 11, 21), LAST, date(2025, 11, 21), date(2025, 11, 20), date(2024, 11, 21), date(2024, 11, 20)]
    bought = [(day, Decimal(10**place)) for place, day in enumerate(days)]
    assert within_years(bought, LAST) == (euros(10, 100), euros(1000, 10000))


def test_the_month_that_runs_stands_beside_the_same_days_a_year_before() -> None:
    bought = [
        (date(2026, 11, 3), Decimal(5)),
        (date(2026, 11, 21), Decimal(7)),
        (date(2025, 11, 20), Decimal(2)),
        (date(2025, 11, 21), Decimal(100)),
        (date(2025, 12, 31), Decimal(3)),
        (date(2024, 12, 1), Decimal(-4)),
    ]
    months = months_of(bought, LAST)
    assert [month.first for month in months] == [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 12))]
    assert months[0] == Month(date(2025, 12, 1), Decimal(3), Decimal(-4))
    assert months[-1] == Month(date(2026, 11, 1), Decimal(5), Decimal(2))


def test_a_leap_day_has_a_year_before() -> None:
    assert months_of([(date(2027, 2, 28), Decimal(1))], date(2028, 2, 29))[-1].before == 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        ([date(2026, 12, 1)], None),
        ([date(2026, 11, 1)], (19, None)),
        ([date(2026, 11, 1), date(2026, 10, 1)], (19, None)),
        ([date(2026, 11, 1), date(2026, 11, 1), date(2026, 10, 2), date(2026, 9, 2)], (19, 30.0)),
    ],
)
def test_the_own_gap_is_the_median_of_days_between_orders(days: list[date], expected: tuple[int, float | None]) -> None:
    rhythm = rhythm_of(days, LAST)
    assert (rhythm and (rhythm.since, rhythm.own)) == expected


def test_days_late_weigh_by_amount_and_early_counts_below_zero() -> None:
    due = date(2026, 5, 10)
    paid = [(due, date(2026, 5, 20), Decimal(300)), (due, date(2026, 5, 8), Decimal(100))]
    assert lateness(paid, LAST) == (Decimal(7), None)
    assert lateness([(due, date(2026, 5, 20), Decimal(0))], LAST) == (None, None)


def test_months_in_a_row_are_counted_back_from_the_last() -> None:
    months = [Month(LAST, *euros(now, before)) for now, before in ((1, 9), (9, 1), (1, 9), (1, 9), (0, 3))]
    assert run_against(months, rising=False) == 3
    assert run_against(months, rising=True) == 0


@pytest.mark.parametrize(
    ("amount", "words"), [("979.09", "979"), ("8812", "8,812"), ("1270000", "1.3M"), ("-700000", "−700K"), ("0", "0")]
)
def test_amounts_in_few_signs_have_no_odd_cents(amount: str, words: str) -> None:
    assert compact(Decimal(amount)) == words


@pytest.fixture
def falling(cast: Cast, account: Account, tmp_path: Path) -> Account:
    """Each month 1,000 in the year before and 1,500 since, but the last two months 200; one invoice late, one open."""
    orders, payments = tmp_path / "orders.csv", tmp_path / "payments.csv"
    months = [(2024, 12), *((2025, m) for m in range(1, 13)), *((2026, m) for m in range(1, 12))]
    amounts = [1000] * 12 + [1500] * 10 + [200] * 2
    rows = (
        f"K-1001,S-{year}-{month},{year}-{month:02}-15,{amount}.00\n"
        for (year, month), amount in zip(months, amounts, strict=True)
    )
    orders.write_text("customer_id,order_id,moment,amount\n" + "".join(rows), encoding="utf-8")
    payments.write_text(
        "invoice_id,customer_id,issued,due,amount,paid_on,paid_amount\n"
        "I-1,K-1001,2026-05-01,2026-06-01,1500.00,2026-06-11,1500.00\n"
        "I-2,K-1001,2026-10-15,2026-11-14,200.00,,\n",
        encoding="utf-8",
    )
    import_files(files=[("orders", orders), ("payments", payments)], source="shop", by=cast.lead, at=NOW)
    return account


@pytest.mark.usefixtures("falling")
def test_a_year_that_rose_and_turned_is_said_in_words_and_figures(as_: Callable[[str], Client]) -> None:
    sales = as_("manager").get(PAGE).context["sales"]
    assert sales.sentence == "Up 28 % over the year, but the last 2 months are below the year before."
    assert [(one.label, one.value, one.change, one.tone, one.remark) for one in sales.figures] == [
        ("Sales, 12 months", "15.4K", "+28 %", "good", "12K the year before"),
        ("Orders, 12 months", "12", "", "muted", "1,283 each"),
        ("Order gap", "0 d", "own 31 d", "muted", "since 15 Nov 2026"),
        ("Days late", "10", "", "muted", "200 open"),
    ]
    assert [(column.label, column.amount) for column in sales.columns[-3:]] == [
        ("Sep", "1,500"),
        ("Oct", "200"),
        ("Nov", "200"),
    ]


@pytest.mark.usefixtures("falling")
def test_the_page_has_the_table_beneath_the_drawing_and_the_part_has_the_newest_orders(
    as_: Callable[[str], Client],
) -> None:
    page = as_("manager").get(PAGE).content.decode()
    assert "<td>December 2025</td>" in page
    part = as_("manager").get(PAGE, headers={"HX-Request": "true"})
    assert len(part.context["orders"].shown) == 5
    assert "<html" not in part.content.decode()


def test_a_customer_without_orders_has_figures_that_say_so(as_: Callable[[str], Client], account: Account) -> None:
    sales = as_("manager").get(f"/customers/{account.number}/orders/").context["sales"]
    assert (sales.sentence, sales.columns) == ("", [])
    assert [one.value for one in sales.figures] == ["0", "0", "–", "–"]
