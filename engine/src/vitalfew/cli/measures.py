"""Kinds of numbers on the line: shares that may exceed one, lengths of time, a margin, days ahead."""

from __future__ import annotations

from contextlib import suppress
from math import isfinite

from vitalfew.cli.values import Context, Kind, Param, wrong
from vitalfew.languages import say


def fraction(text: str) -> float | None:
    """A number such as 0.3 or 30%; None for anything else."""
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return None
    return number if isfinite(number) else None


class Rate(Kind):
    """A yearly rate: 0.1 or 10%."""

    name = "RATE"

    def convert(self, value: str | float, param: Param, ctx: Context) -> float:
        number = fraction(str(value))
        if number is None:
            raise wrong(param, say("{value} is no rate.", value=repr(value)), say("Write 0.1 or 10%."))
        return number


class Length(Kind):
    """A number of periods, not below zero."""

    name = "N"

    def convert(self, value: str | float, param: Param, ctx: Context) -> float:
        number = None if str(value).endswith("%") else fraction(str(value))
        if number is None or number < 0:
            remedy = say("Write a number of periods, such as 52.")
            raise wrong(param, say("{value} does not fit here.", value=repr(value)), remedy)
        return number


class Margin(Kind):
    """A fraction of revenue, or the column that holds one."""

    name = "FRACTION|COLUMN"

    def convert(self, value: str | float, param: Param, ctx: Context) -> float | str:
        number = fraction(str(value))
        return str(value) if number is None else number


class Ahead(Kind):
    """Days to look ahead, written as a window of a metric is: 365, 365d, 26w, 12m or 1y."""

    name = "DAYS"

    def convert(self, value: str | int, param: Param, ctx: Context) -> int:
        from vitalfew.metrics.windows import days_of

        with suppress(ValueError):
            if days := days_of(value):
                return days
        remedy = say("Write a number of days such as 365, or 26w, 12m, 1y.")
        raise wrong(param, say("{value} does not fit here.", value=repr(value)), remedy)
