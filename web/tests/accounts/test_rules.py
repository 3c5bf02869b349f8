"""Phones in one form, and birthdays by two calendars."""

from datetime import date

import pytest

from vitalfew_web.accounts.rules import Birthday, birthday_from, next_birthday, phone_of, refuse_birthday

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "one_form"),
    [
        pytest.param("+86 138 0013 8000", "+86 138 0013 8000", id="B-70-plus"),
        pytest.param("0086-138-0013-8000", "+86 138 0013 8000", id="B-70-zeros"),
        pytest.param("１３８００１３８０００", "+86 138 0013 8000", id="B-70-full-width"),
        pytest.param("138 0013 8000", "+86 138 0013 8000", id="B-70-spaces"),
        pytest.param("021-55501234 转 12", "+86 21 5550 1234 ext. 12", id="B-70-extension"),
        pytest.param("400-820-8820", "+86 400 820 8820", id="B-70-premium"),
        pytest.param("+49 (40) 7123 4567", "+49 40 71234567", id="B-70-abroad"),
    ],
)
def test_a_phone_has_one_form(text: str, one_form: str) -> None:
    assert phone_of(text, "CN") == one_form
    assert phone_of(one_form, "DE") == one_form


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("13800138000/13900139000", "two", id="B-70-two-slash"),
        pytest.param("13800138000 13900139000", "two", id="B-70-two-space"),
        pytest.param("13800138000，13900139000", "two", id="B-70-two-comma"),
        pytest.param("call me", "none", id="B-70-words"),
        pytest.param("12", "none", id="B-70-short"),
        pytest.param("", "none", id="B-70-empty"),
    ],
)
def test_what_is_not_one_number_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        phone_of(text, "CN")


@pytest.mark.parametrize(
    ("birthday", "why"),
    [
        pytest.param(Birthday(11, 29, 2026), "future", id="B-71-tomorrow"),
        pytest.param(Birthday(1, 1, 2027), "future", id="B-71-next-year"),
        pytest.param(Birthday(1, 1, 1800), "year", id="B-71-1800"),
        pytest.param(Birthday(11, 29, 2012), "child", id="B-71-13-years"),
        pytest.param(Birthday(10, 20, 2012, lunar=True), "child", id="B-71-13-lunar-years"),
        pytest.param(Birthday(0, 0), "day", id="B-71-zeros"),
        pytest.param(Birthday(2, 30), "day", id="B-71-30-february"),
        pytest.param(Birthday(2, 29, 1981), "day", id="B-71-29-february"),
        pytest.param(Birthday(2, 30, 2000, lunar=True, leap=True), "day", id="B-71-no-leap-month"),
        pytest.param(Birthday(3, 3, leap=True), "day", id="B-71-leap-solar"),
    ],
)
def test_a_birthday_that_cannot_be_kept_is_refused(birthday: Birthday, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        refuse_birthday(birthday, TODAY)


@pytest.mark.parametrize(
    "birthday",
    [
        pytest.param(Birthday(11, 28, 2012), id="B-71-14-today"),
        pytest.param(Birthday(5, 12), id="B-71-month-and-day"),
        pytest.param(Birthday(2, 29), id="B-71-29-february-without-year"),
        pytest.param(Birthday(4, 8, 1980, lunar=True), id="B-71-lunar"),
        pytest.param(Birthday(2, 3, 1985, lunar=False), id="B-71-plain"),
        pytest.param(Birthday(6, 15, 1979, lunar=True, leap=True), id="B-71-leap-month"),
        pytest.param(Birthday(4, 8, lunar=True, leap=True), id="B-71-leap-without-year"),
    ],
)
def test_a_birthday_is_kept_as_far_as_it_is_known(birthday: Birthday) -> None:
    refuse_birthday(birthday, TODAY)
    assert birthday_from(str(birthday)) == birthday


@pytest.mark.parametrize(
    ("birthday", "today", "comes"),
    [
        (Birthday(11, 28, 1980), TODAY, date(2026, 11, 28)),
        (Birthday(11, 27, 1980), TODAY, date(2027, 11, 27)),
        pytest.param(Birthday(2, 29), date(2027, 1, 1), date(2027, 2, 28), id="F-29-common-year"),
        pytest.param(Birthday(2, 29), date(2028, 1, 1), date(2028, 2, 29), id="F-29-leap-year"),
        # The Dragon Boat Festival, the Mid-autumn Festival, the New Year by the calendars of the years.
        (Birthday(5, 5, 1980, lunar=True), TODAY, date(2027, 6, 9)),
        (Birthday(8, 15, lunar=True), date(2026, 1, 1), date(2026, 9, 25)),
        (Birthday(1, 1, lunar=True), TODAY, date(2027, 2, 6)),
        (Birthday(12, 30, lunar=True), TODAY, date(2027, 2, 5)),
        # 2025 has a leap sixth month, 2026 has none: the birthday is kept in the month of the number.
        (Birthday(6, 1, 1979, lunar=True, leap=True), date(2025, 7, 1), date(2025, 7, 25)),
        (Birthday(6, 1, 1979, lunar=True, leap=True), date(2026, 1, 1), date(2026, 7, 14)),
    ],
)
def test_the_next_birthday_is_found_in_both_calendars(birthday: Birthday, today: date, comes: date) -> None:
    assert next_birthday(birthday, today) == comes


def test_every_lunar_day_comes_again_within_13_months() -> None:
    for month in range(1, 13):
        for day in (1, 15, 30):
            for year in range(2024, 2034):
                comes = next_birthday(Birthday(month, day, lunar=True, leap=True), date(year, 3, 1))
                assert 0 <= (comes - date(year, 3, 1)).days <= 390
