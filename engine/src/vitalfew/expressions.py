"""Windows, ranks, shares and money, as Ibis expressions shared by metrics and methods.

Every comparison runs over integers and decimals. A quotient becomes a float once, is rounded to the
digits it is shown with and is a decimal again before anything is decided by it. Ranks and totals
leave out customers without any order: they stand outside every n.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

HAS_ORDERS = "has_orders"
"""Column of the customers: whether there is any order up to the as-of day."""

TIE_DIGITS = 6
"""A float is first rounded to so many digits beyond those shown, so that a true tie is seen as one."""

EVEN = 1.5 * 2.0**52
"""Added to a float and taken off again it leaves the nearest whole number, of two the even one, as IEEE 754 rounds.

A float larger than a quarter of it has no digits behind the point to speak of."""

Better = Literal["more", "less"]

SHARE_DIGITS = 6
"""Digits behind the point of a part of a whole."""

NARROW = 18
"""Digits of the largest value of a customer: what fits into 64 bits."""


def window_start(at: date, days: int) -> date:
    """First day of the window of so many days that ends with `at`: at - n + 1."""
    return at - timedelta(days=days - 1)


def midnight(day: date) -> Any:
    """The beginning of a day, to compare moments with."""
    return ibis.literal(datetime.combine(day, time()), type="timestamp")


def day(value: date) -> Any:
    """A day as a literal."""
    return ibis.literal(value, type="date")


def rounded(part: int, whole: int) -> int:
    """Part ÷ whole as a whole number, half to even: what a fraction of the two rounds to, at a tenth of its cost.

    >>> from vitalfew.expressions import rounded
    >>> [rounded(n, 2) for n in (-3, -1, 1, 3, 5)]
    [-2, 0, 0, 2, 2]
    """
    below, left = divmod(part, whole)
    return below + (2 * left > whole or (2 * left == whole and below % 2 == 1))


def share(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """Part ÷ whole with six digits, half to even; None where the whole is not above zero.

    >>> from vitalfew.expressions import share
    >>> share(1, 3), share(1, 0)
    (Decimal('0.333333'), None)
    """
    if whole <= 0:
        return None
    (of, parts), (all_, pieces) = part.as_integer_ratio(), whole.as_integer_ratio()
    return Decimal(rounded(of * pieces * 10**SHARE_DIGITS, parts * all_)).scaleb(-SHARE_DIGITS)


def days_between(first: Any, last: Any) -> Any:
    """Whole days from the day of `first` to the day of `last`; either may be a date or a column."""
    end = day(last) if isinstance(last, date) else last.cast("date")
    return end.delta(first.cast("date"), unit="day").cast("int64")


def half_even(value: Any, digits: int) -> Any:
    """A decimal rounded half to even; engines round a half away from zero when they cast, that is set right.

    What fits into 64 bits is rounded there, at a twentieth of the cost.
    """
    given = value.type()
    width = NARROW if given.precision is not None and given.precision <= NARROW else 38
    value, kind = value.cast(dt.Decimal(width, given.scale)), dt.Decimal(width, digits)
    rounded = value.cast(kind)
    gap = rounded - value
    tied = gap.abs() == ibis.literal(Decimal(5).scaleb(-digits - 1), type=dt.Decimal(width, digits + 1))
    odd = (rounded * 10**digits).cast("int64") % 2 != 0
    unit = ibis.literal(Decimal(1).scaleb(-digits), type=kind)
    inward = ibis.ifelse(gap > 0, rounded - unit, rounded + unit)
    return ibis.ifelse(tied & odd, inward, rounded).cast(dt.Decimal(38, digits))


def decimal(value: Any, digits: int) -> Any:
    """The value as a decimal with so many digits, half to even."""
    kind = value.type()
    if isinstance(kind, dt.Floating):
        return float_half_even(value, digits).cast(dt.Decimal(38, digits))
    if isinstance(kind, dt.Decimal) and (kind.scale or 0) > digits:
        return half_even(value, digits)
    return value.cast(dt.Decimal(38, digits))


def small_decimal(value: Any, digits: int) -> Any:
    """A score, a percentage, a share: a float below a million as a decimal, half to even, at half the cost."""
    steps = ((value * 10.0**digits) * 10.0**TIE_DIGITS + EVEN - EVEN) / 10.0**TIE_DIGITS
    return ((steps + EVEN - EVEN) / 10.0**digits).cast(dt.Decimal(38, digits))


def float_half_even(value: Any, digits: int) -> Any:
    """A float rounded half to even; what differs from a half by less than the sixth further digit is a half."""
    steps = (value * 10.0**digits).round(TIE_DIGITS)
    return ibis.ifelse(steps.abs() < EVEN / 4, steps + EVEN - EVEN, steps) / 10.0**digits


def quotient(part: Any, whole: Any) -> Any:
    """Part / whole as a float; missing where the whole is zero or missing."""
    return part.cast("float64") / whole.cast("float64").nullif(0)


def buyers(customers: ir.Table) -> list[Any]:
    """What ranks and totals are partitioned by, so that customers without an order stand outside."""
    return [customers[HAS_ORDERS]] if HAS_ORDERS in customers.columns else []


def ordered(customers: ir.Table, value: Any, **frame: Any) -> Any:
    """A window from the smallest value to the largest, missing ones behind all. One sort serves all windows of a value."""
    return ibis.window(group_by=buyers(customers), order_by=value.asc(nulls_first=False), **frame)


def worse(customers: ir.Table, value: Any) -> Any:
    """How many customers have a strictly smaller value."""
    return ibis.rank().over(ordered(customers, value)).cast("int64")


def known(customers: ir.Table, value: Any) -> Any:
    """How many customers have a value: the n of a rule."""
    return value.count().over(ibis.window(group_by=buyers(customers)))


def total(customers: ir.Table, value: Any) -> Any:
    """Sum over all customers; negative and missing values count as zero."""
    return positive(value).sum().over(ibis.window(group_by=buyers(customers)))


def total_above(customers: ir.Table, value: Any) -> Any:
    """Sum over the customers whose value is strictly larger; negative and missing values count as zero."""
    up_to = positive(value).sum().over(ordered(customers, value, range=(None, 0)))
    return total(customers, value) - up_to


def positive(value: Any) -> Any:
    """The value where it is above zero, else zero."""
    zero = ibis.literal(0).cast(value.type())
    return ibis.ifelse(value > zero, value, zero)


def first_where(pairs: Sequence[tuple[Any, Any]], otherwise: Any) -> Any:
    """The result of the first condition that holds."""
    return ibis.cases(*pairs, else_=otherwise) if pairs else otherwise
