"""Kinds of values on the line; each refuses what it cannot read with the flag, the value and a remedy."""

from __future__ import annotations

import codecs
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from vitalfew.cli.suggestions import did_you_mean
from vitalfew.cli.wrong_use import name_of
from vitalfew.errors import WrongUse
from vitalfew.languages import say

if TYPE_CHECKING:
    Kind = click.ParamType[Any]
else:
    Kind = click.ParamType  # generic only from click 8.4 on

Param = click.Parameter | None
Context = click.Context | None


def wrong(param: Param, what: str, remedy: str) -> WrongUse:
    """The refusal of a value of a flag or argument."""
    return WrongUse(what, where=name_of(param) if param is not None else "", remedy=remedy)


class OneOf(Kind):
    """One of a few words."""

    name = "word"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: Context = None) -> str:
        return "|".join(self.words)

    def convert(self, value: str, param: Param, ctx: Context) -> str:
        if value in self.words:
            return value
        near = did_you_mean(value, self.words)
        remedy = near or say("One of: {words}.", words=", ".join(self.words))
        raise wrong(param, say("{value} is not known.", value=repr(value)), remedy)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Day(Kind):
    """A day, year first."""

    name = "DAY"

    def convert(self, value: str | date, param: Param, ctx: Context) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise wrong(
                param, say("{value} is no day.", value=repr(value)), say("Write year-month-day, such as 2025-12-31.")
            ) from None


class Days(Kind):
    """Days with commas between them."""

    name = "DAY,DAY…"

    def convert(self, value: str | tuple[date, ...], param: Param, ctx: Context) -> tuple[date, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(Day().convert(day.strip(), param, ctx) for day in value.split(","))


class Share(Kind):
    """A share of all rows: 5%, 0.05 or 0."""

    name = "SHARE"

    def convert(self, value: str | Decimal, param: Param, ctx: Context) -> Decimal:
        try:
            share = Decimal(str(value).removesuffix("%")) / (100 if str(value).endswith("%") else 1)
        except InvalidOperation:
            share = Decimal(-1)
        if share.is_finite() and 0 <= share <= 1:
            return share
        raise wrong(param, say("{value} is no share.", value=repr(value)), say("Write 5%, 0.05 or 0."))


LARGEST_WHOLE = 2**31 - 1
"""No file has so many rows, and no machine counts wrong up to here."""


class Whole(Kind):
    """A whole number from a smallest one on."""

    name = "N"

    def __init__(self, smallest: int = 1) -> None:
        self.smallest = smallest

    def convert(self, value: str | int, param: Param, ctx: Context) -> int:
        try:
            number = int(value)
        except ValueError:
            number = self.smallest - 1
        if self.smallest <= number <= LARGEST_WHOLE:
            return number
        remedy = say("Write a whole number from {smallest} on.", smallest=self.smallest)
        raise wrong(param, say("{value} does not fit here.", value=repr(value)), remedy)


class Pair(Kind):
    """field=column."""

    name = "FIELD=COLUMN"

    def convert(self, value: str | tuple[str, str], param: Param, ctx: Context) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        field, sign, column = value.partition("=")
        if field and sign and column:
            return field.strip(), column
        remedy = say("Write field=column, such as amount=Sales.")
        raise wrong(param, say("{value} is no pair.", value=repr(value)), remedy)


class Zone(Kind):
    """A time zone by its name in the zone database."""

    name = "ZONE"

    def convert(self, value: str, param: Param, ctx: Context) -> str:
        from zoneinfo import ZoneInfo, available_timezones

        try:
            return ZoneInfo(value).key
        except (ValueError, OSError, LookupError):
            near = did_you_mean(value, available_timezones())
            remedy = near or say("Such as Asia/Shanghai, Europe/Berlin or UTC.")
            raise wrong(param, say("there is no time zone {value}.", value=repr(value)), remedy) from None


class Currency(Kind):
    """A currency by its three letters."""

    name = "CODE"

    def convert(self, value: str, param: Param, ctx: Context) -> str:
        code = value.strip().upper()
        if len(code) == 3 and code.isascii() and code.isalpha():
            return code
        raise wrong(param, say("{value} is no currency.", value=repr(value)), say("Three letters, such as CNY or EUR."))


class Encoding(Kind):
    """A character encoding by name."""

    name = "NAME"

    def convert(self, value: str, param: Param, ctx: Context) -> str:
        try:
            codecs.lookup(value)
        except (LookupError, ValueError):
            near = did_you_mean(value, ("utf-8", "utf-16", "gb18030", "gbk", "big5", "latin-1", "cp1252"))
            remedy = near or say("Such as utf-8, gb18030, big5 or utf-16.")
            raise wrong(param, say("there is no encoding {value}.", value=repr(value)), remedy) from None
        return value


class SchemeName(Kind):
    """A ready-made scheme by name, or a YAML file."""

    name = "SCHEME"

    def convert(self, value: str, param: Param, ctx: Context) -> str:
        from vitalfew.cli.catalogue import is_file, names

        if value in names() or is_file(value):
            return value
        near = did_you_mean(value, names()) or say("Ready-made: {names}.", names=", ".join(names()))
        raise wrong(param, say("there is no scheme {name}.", name=repr(value)), near)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from vitalfew.cli.catalogue import names

        ready = [CompletionItem(name) for name in names() if name.startswith(incomplete)]
        return [*ready, CompletionItem(incomplete, type="file")]
