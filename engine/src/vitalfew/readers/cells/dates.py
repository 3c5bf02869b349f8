"""The careful rule for dates: what one cell means, given the order of day and month of its column.

Contract, "Dates" and "Time": year-first dates in any punctuation mix freely, years have four digits,
times without a zone are local, times with one are turned into the run's zone.
"""

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from vitalfew.languages import say
from vitalfew.readers.cells.texts import Unreadable, narrow

SEPARATOR = r"(?: *[-/._,·、|~–—\\] *| +)"
"""What may stand between year, month and day."""

DAY_MONTH_YEAR = rf"([0-9]{{1,2}}){SEPARATOR}([0-9]{{1,2}}){SEPARATOR}([0-9]{{4}})"
YEAR_FIRST = (
    rf"([0-9]{{4}})(?:{SEPARATOR}| *年 *)([0-9]{{1,2}})(?:{SEPARATOR}| *月 *)([0-9]{{1,2}})(?: *[日号號]|(?![0-9]))"
)

LONGEST = 100
"""Characters that are looked at; no date needs more."""

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"
_NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_AFTER = r"(?: *\(?(?:星期|周|週)[一二三四五六日天]\)?)?(.*)"

_FORMS = tuple(
    (order, re.compile(pattern + _AFTER, re.IGNORECASE | re.DOTALL))
    for order, pattern in (
        ("ymd", YEAR_FIRST),
        ("ymd", "([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9.])"),
        ("ymd", "([0-9]{4})([0-9]{2})([0-9]{2})(?=[0-9]{4}(?:[0-9]{2})?$)"),
        ("numeric", DAY_MONTH_YEAR + r"(?![0-9])"),
        ("dmy", rf"{_WEEKDAY}{_NTH}[- /.,]*(?:of +)?{_MONTH}[- /.,]*([0-9]{{4}})(?![0-9])"),
        ("mdy", rf"{_WEEKDAY}{_MONTH}[- /.,]*{_NTH}[- /.,]+([0-9]{{4}})(?![0-9])"),
        ("ymd", rf"([0-9]{{4}})[- /.,]*{_MONTH}[- /.,]*{_NTH}"),
    )
)
_TIME = re.compile(
    r"[T ,]*(?P<half>上午|下午|am|pm)? *(?P<hour>[0-9]{1,2}) *[:时時点點] *(?:(?P<minute>[0-9]{1,2}) *"
    r"(?:[:分] *(?:(?P<second>[0-9]{1,2})(?:[.,](?P<part>[0-9]{1,9}))? *秒?)?)?)? *(?P<late>am|pm|a\.m\.|p\.m\.)?"
    r" *(?P<zone>Z|UTC|GMT|(?:(?:UTC|GMT)? *[+-][0-9]{1,2}:?(?:[0-9]{2})?))?",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"[T ]*(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?(?P<zone>Z)?")
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_SHORT_YEAR = re.compile(
    rf"(?:[0-9]{{1,2}}{SEPARATOR}[0-9]{{1,2}}{SEPARATOR}[0-9]{{2}}|[0-9]{{2}} *年.*"
    rf"|[0-9]{{1,2}}[- /.,]*{_MONTH}[- /.,]*'?[0-9]{{2}}|{_MONTH}[- /.,]*[0-9]{{1,2}}[- /.,]+'?[0-9]{{2}})(?![0-9]).*",
    re.IGNORECASE | re.DOTALL,
)
_ERA = re.compile(
    rf".*(?:民[国國]|令和|平成|昭和|大正|明治).*|[RHSTM][0-9]{{1,2}}[-/.].*|[0-9]{{3}}(?:{SEPARATOR}| *年).*", re.DOTALL
)
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  spreadsheets count local days


def moment(text: str, zone: ZoneInfo, *, day_first: bool = True) -> datetime:
    """The local moment a cell names, without a zone; midnight where it names only a day.

    `day_first` says how 03/04/2025 reads. Refused: years of two digits, years of an era, days and
    times that do not exist, words.
    """
    plain = narrow(text[:LONGEST])
    for order, form in _FORMS:
        if found := form.fullmatch(plain):
            one, two, three, rest = found.groups()
            return _at(_day(_ordered(order, (one, two, three), day_first=day_first)), rest, zone)
    if _SERIAL.fullmatch(plain):
        return _serial(Decimal(plain))
    raise Unreadable(_why_not(plain))


def _ordered(order: str, parts: tuple[str, str, str], *, day_first: bool) -> tuple[str, str, str]:
    """The parts as year, month, day."""
    if order == "ymd":
        return parts
    one, two, year = parts
    if order == "dmy" or (order == "numeric" and day_first):
        return year, two, one
    return year, one, two


def _day(parts: tuple[str, str, str]) -> date:
    year, month, day = parts
    number = int(month) if month.isdigit() else _NAMES.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        raise Unreadable(say("no such day in the calendar")) from None


def _at(day: date, rest: str, zone: ZoneInfo) -> datetime:
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  local by contract
    rest = rest.rstrip()
    if rest in ("", "T", "Z"):
        return midnight
    found = _TIME.fullmatch(rest) or _TIGHT.fullmatch(rest)
    if found is None:
        raise Unreadable(say("not a date"))
    parts = found.groupdict()
    try:
        local = midnight.replace(
            hour=_hour(int(parts["hour"]), (parts.get("half") or parts.get("late") or "").lower()),
            minute=int(parts["minute"] or 0),
            second=int(parts["second"] or 0),
            microsecond=int(((parts.get("part") or "") + "000000")[:6]),
        )
        return _local(local, parts["zone"], zone) if parts["zone"] else local
    except (ValueError, OverflowError):
        raise Unreadable(say("no such time of day")) from None


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half[0] in "p下" else 0)


def _local(there: datetime, offset: str, zone: ZoneInfo) -> datetime:
    found = re.search(r"([+-])([0-9]{1,2}):?([0-9]{2})?", offset)
    minutes = int(found[2]) * 60 + int(found[3] or 0) if found else 0
    away = timezone(timedelta(minutes=-minutes if found and found[1] == "-" else minutes))
    return there.replace(tzinfo=away).astimezone(zone).replace(tzinfo=None)


def _serial(days: Decimal) -> datetime:
    """A day number of a spreadsheet (1 January 1900 = 1, as all of them count), to the second."""
    return _SERIAL_ZERO + timedelta(seconds=int((days * 86400).to_integral_value()))


def _why_not(plain: str) -> str:
    if _ERA.fullmatch(plain):
        return say("a year of an era; write the year with four digits of the common calendar")
    if _SHORT_YEAR.fullmatch(plain):
        return say("a year of two digits")
    return say("not a date")
