"""Arithmetic of customers: numbers, groups of companies, phones, birthdays."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import phonenumbers
from lunar_python import Lunar, LunarMonth, LunarYear, Solar
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher

from vitalfew_web.core.folding import folded

_NUMBER = re.compile(r"K-(\d+)")
FIRST = 1001
LEGAL_FORMS = (
    *("股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "股份公司", "公司", "集团"),
    *("gmbhcokg", "gmbh", "aktiengesellschaft", "ag", "kg", "ohg", "ev", "ltd", "limited", "inc", "incorporated"),
    *(
        "llc",
        "plc",
        "corp",
        "corporation",
        "company",
        "co",
        "sa",
        "sarl",
        "sas",
        "bv",
        "nv",
        "oy",
        "ab",
        "as",
        "srl",
        "spa",
        "pty",
    ),
)
"""What names of companies end in, folded: it is written at one time and left out at another."""


def next_number(last: str | None) -> str:
    """The number after the last given one, K-1002 after K-1001; the first where there is none of this form."""
    found = _NUMBER.fullmatch(last or "")
    return f"K-{int(found[1]) + 1 if found else FIRST}"


def makes_circle(account: int, parent: int | None, parent_of: Callable[[int], int | None]) -> bool:
    """Whether a customer would come to lie below itself with this parent."""
    seen: set[int] = set()
    while parent is not None and parent not in seen:
        if parent == account:
            return True
        seen.add(parent)
        parent = parent_of(parent)
    return False


def name_key(name: str) -> str:
    """What two writings of the name of one customer have alike: script, width, case and signs do not count."""
    return folded(name)


def loose_key(name: str) -> str:
    """What is left of a name without its legal forms; names that are alike by this alone are doubtful."""
    key = folded(name)
    while True:
        form = next((form for form in LEGAL_FORMS if key.endswith(form) and len(key) > len(form) + 1), "")
        if not form:
            return key
        key = key.removesuffix(form)


EXTENSION = re.compile(r"(转|轉|分机|分機)\s*")


def phone_of(text: str, region: str) -> str:
    """A phone number in its one form, +86 21 5550 1234, however it was written; without a country it is of `region`.

    Raises ValueError("two") where two numbers stand, ValueError("none") where there is none.
    """
    plain = EXTENSION.sub(" ext. ", unicodedata.normalize("NFKC", text).strip())
    if len(list(PhoneNumberMatcher(plain, region, leniency=phonenumbers.Leniency.POSSIBLE))) > 1:
        raise ValueError("two")
    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        raise ValueError("none") from None
    if not phonenumbers.is_possible_number(number):
        raise ValueError("none")
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


ADULT = 14
"""Years below which nothing of a birthday is kept."""

EARLIEST = 1900
_PLAIN = re.compile(r"(solar|lunar):(\d{4}|-)-(L?)(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Birthday:
    """A day of birth by the solar or the lunar calendar; without a year where that is not known.

    `leap` says that the lunar month is the second one of its number.
    """

    month: int
    day: int
    year: int | None = None
    lunar: bool = False
    leap: bool = False

    def __str__(self) -> str:
        """The plain form: solar:1980-05-12, lunar:--L04-08."""
        kind, leap = ("lunar" if self.lunar else "solar"), ("L" if self.leap else "")
        return f"{kind}:{self.year or '-'}-{leap}{self.month:02}-{self.day:02}"


def birthday_from(text: str) -> Birthday:
    """What `str` of a birthday gave. Raises ValueError for anything else."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        raise ValueError(f"no birthday: {text}")
    kind, year, leap, month, day = found.groups()
    return Birthday(int(month), int(day), None if year == "-" else int(year), lunar=kind == "lunar", leap=leap == "L")


def refuse_birthday(birthday: Birthday, today: date) -> None:
    """Raise ValueError with why it cannot be kept: "day", "year", "future" or "child"."""
    if birthday.year is not None and birthday.year < EARLIEST:
        raise ValueError("year")
    if birthday.year is not None and birthday.year > today.year:
        raise ValueError("future")
    born = _born(birthday)
    if born is None:
        return
    if born > today:
        raise ValueError("future")
    if _years(born, today) < ADULT:
        raise ValueError("child")


def _born(birthday: Birthday) -> date | None:
    """The day by the solar calendar, None without a year. Raises ValueError("day") for a day that is none."""
    most = 30 if birthday.lunar else calendar.monthrange(birthday.year or 2000, min(max(birthday.month, 1), 12))[1]
    if not (1 <= birthday.month <= 12 and 1 <= birthday.day <= most) or (birthday.leap and not birthday.lunar):
        raise ValueError("day")
    if birthday.year is None:
        return None
    if not birthday.lunar:
        return date(birthday.year, birthday.month, birthday.day)
    month = -birthday.month if birthday.leap else birthday.month
    length = LunarMonth.fromYm(birthday.year, month)
    if length is None or birthday.day > length.getDayCount():
        raise ValueError("day")
    return _solar(birthday.year, month, birthday.day)


def _solar(year: int, month: int, day: int) -> date:
    found = Lunar.fromYmd(year, month, day).getSolar()
    return date(found.getYear(), found.getMonth(), found.getDay())


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def next_birthday(birthday: Birthday, today: date) -> date:
    """The next day on which it is kept, today included.

    29 February is kept on 28 February in common years, the 30th of a short lunar month on the 29th, and a birthday of a
    leap month in the month of the same number where the year has no such leap month.
    """
    if not birthday.lunar:
        years = (today.year, today.year + 1)
        days = (_kept(birthday, year) for year in years)
    else:
        this = Solar.fromYmd(today.year, today.month, today.day).getLunar().getYear()
        days = (_kept_lunar(birthday, year) for year in (this, this + 1))
    return next(day for day in days if day >= today)


def _kept(birthday: Birthday, year: int) -> date:
    return date(year, birthday.month, min(birthday.day, calendar.monthrange(year, birthday.month)[1]))


def _kept_lunar(birthday: Birthday, year: int) -> date:
    is_leap = birthday.leap and LunarYear.fromYear(year).getLeapMonth() == birthday.month
    month = -birthday.month if is_leap else birthday.month
    return _solar(year, month, min(birthday.day, LunarMonth.fromYm(year, month).getDayCount()))
