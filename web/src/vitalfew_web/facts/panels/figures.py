"""What a customer bought and how they pay in twelve months, beside the year before: figures, months and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vitalfew_web.core.money import compact
from vitalfew_web.core.panels import Figure
from vitalfew_web.facts.panels.orders import Bought
from vitalfew_web.facts.rules import Month, lateness, months_of, rhythm_of, run_against, within_years

LEVEL = Decimal("0.02")
"""A change of less than this is none."""

LONG, VERY_LONG = 2, 4
"""So many times the own gap without an order is remarkable, or alarming."""

RUN = 2
"""So many months in a row against the year are worth a word."""


@dataclass(frozen=True)
class Column:
    """A month as a column: heights and places in a drawing that is 100 high, and its words."""

    label: str
    amount: str
    title: str
    y: float
    height: float
    mark: float
    is_loss: bool


@dataclass(frozen=True)
class Sales:
    """The figures of a customer up to a day, and its months; none where nothing was bought in two years."""

    last: date
    figures: list[Figure]
    sentence: str
    columns: list[Column]
    zero: float
    months: list[Month]


def sales_of(bought: Bought, last: date) -> Sales:
    """What stands above a customer's orders, as of a day."""
    dated = [(order.moment.date(), order.amount) for order in bought.orders]
    months = months_of(dated, last)
    now, before = within_years(dated, last)
    shown = months if now or before else []
    columns, zero = _columns(shown)
    figures = [
        _money_figure(sum(now, Decimal(0)), sum(before, Decimal(0))),
        _count_figure(now, before),
        _gap_figure([day for day, _amount in dated], last),
        _late_figure(bought, last),
    ]
    return Sales(last, figures, _sentence(months, now, before), columns, zero, shown)


def _money_figure(total: Decimal, earlier: Decimal) -> Figure:
    change, tone = _change(total, earlier)
    remark = _("{amount} the year before").format(amount=compact(earlier)) if earlier else ""
    return Figure(
        _("Sales, 12 months"), compact(total), change, tone, remark, number_format(total, 2, force_grouping=True)
    )


def _change(now: Decimal, before: Decimal) -> tuple[str, str]:
    """The change in per cent with its sign, and its tone; nothing without a year before."""
    if before <= 0:
        return "", ""
    part = now / before - 1
    sign = "−" if part < 0 else "+"
    return f"{sign}{_percent(part)}", "bad" if part < -LEVEL else "good" if part > LEVEL else "muted"


def _percent(part: Decimal) -> str:
    return f"{number_format(round(abs(100 * part)), force_grouping=True)} %"


def _count_figure(now: Sequence[Decimal], before: Sequence[Decimal]) -> Figure:
    change = f"{len(now) - len(before):+d}".replace("-", "−") if before and len(now) != len(before) else ""
    remark = _("{amount} each").format(amount=compact(sum(now, Decimal(0)) / len(now))) if now else ""
    return Figure(_("Orders, 12 months"), number_format(len(now), force_grouping=True), change, "muted", remark)


def _gap_figure(days: Sequence[date], last: date) -> Figure:
    rhythm = rhythm_of(days, last)
    if rhythm is None:
        return Figure(_("Order gap"), "–", remark=_("no order yet"))
    since = date_format(max(day for day in days if day <= last), "SHORT_DATE_FORMAT")
    own, tone = "", "muted"
    if rhythm.own is not None:
        own = _("own {n} d").format(n=number_format(round(rhythm.own)))
        tone = (
            "bad" if rhythm.since > VERY_LONG * rhythm.own else "warn" if rhythm.since > LONG * rhythm.own else "muted"
        )
    value = _("{n} d").format(n=number_format(rhythm.since, force_grouping=True))
    return Figure(_("Order gap"), value, own, tone, _("since {day}").format(day=since))


def _late_figure(bought: Bought, last: date) -> Figure:
    paid = [(row["due"], row["paid_on"], row["amount"] or Decimal(0)) for row in bought.payments if _is_paid(row)]
    now, before = lateness(paid, last)
    open_words = _("{amount} open").format(amount=compact(bought.open_amount)) if bought.open_amount else ""
    if now is None:
        return Figure(_("Days late"), "–", remark=open_words or _("no payment known"))
    was = "" if before is None else _("was {n}").format(n=_days(before))
    worse = before is not None and round(now) > max(round(before), 0)
    return Figure(_("Days late"), _days(now), was, "bad" if worse else "muted", open_words)


def _is_paid(row: dict[str, object]) -> bool:
    return bool(row["due"] and row["paid_on"])


def _days(mean: Decimal) -> str:
    days = round(mean)
    return _("{n} early").format(n=number_format(-days)) if days < 0 else number_format(days)


def _sentence(months: Sequence[Month], now: Sequence[Decimal], before: Sequence[Decimal]) -> str:
    """The year in words: how it stands to the one before, and whether its last months go the other way."""
    total, earlier = sum(now, Decimal(0)), sum(before, Decimal(0))
    if not now and not before:
        return ""
    if not now:
        return _("Nothing was bought in twelve months; it was {amount} in the year before.").format(
            amount=compact(earlier)
        )
    if earlier <= 0:
        return _("New within the year: nothing was bought in the year before.")
    part = total / earlier - 1
    against = run_against(months, rising=part < 0)
    return _year_words(part, against if against >= RUN else 0)


def _year_words(part: Decimal, against: int) -> str:
    if abs(part) < LEVEL:
        return _("Level with the year before.")
    if part > 0:
        alone = _("Up {share} over the year.")
        turned = ngettext(
            "Up {share} over the year, but the last month is below the year before.",
            "Up {share} over the year, but the last {n} months are below the year before.",
            against,
        )
    else:
        alone = _("Down {share} over the year.")
        turned = ngettext(
            "Down {share} over the year, but the last month is above the year before.",
            "Down {share} over the year, but the last {n} months are above the year before.",
            against,
        )
    return (turned if against else alone).format(share=_percent(part), n=against)


def _columns(months: Sequence[Month]) -> tuple[list[Column], float]:
    """Months as columns above, or below, a line of zero."""
    values = [value for month in months for value in (month.amount, month.before)]
    top, bottom = max([*values, Decimal(0)]), min([*values, Decimal(0)])
    span = (top - bottom) or Decimal(1)

    def y(value: Decimal) -> float:
        return round(float(100 * (top - value) / span), 2)

    zero = y(Decimal(0))
    return [_column(month, y(month.amount), y(month.before), zero) for month in months], zero


def _column(month: Month, at: float, mark: float, zero: float) -> Column:
    title = _("{month}: {amount}, {before} the year before").format(
        month=date_format(month.first, "YEAR_MONTH_FORMAT"),
        amount=number_format(month.amount, 2, force_grouping=True),
        before=number_format(month.before, 2, force_grouping=True),
    )
    label = date_format(month.first, "M")
    return Column(label, compact(month.amount), title, min(at, zero), abs(zero - at), mark, month.amount < 0)
