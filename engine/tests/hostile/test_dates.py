"""Days that never were, and days that can be read two ways (safety.md, B-38 to B-40)."""

import pytest
from hostile.command import Command, faults_at
from hostile.rows import row

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
NO_DAY, NO_TIME, NO_DATE = "no such day in the calendar", "no such time of day", "not a date"
ERA = "a year of an era; write the year with four digits of the common calendar"
TODAY = ("--today", "2025-06-30")


def dated(*cells: str) -> list[str]:
    return [f'c{line:02},{line},"{cell}",1' for line, cell in enumerate(cells, 5)]


@row("B-38")
def test_the_future_is_warned_of_for_a_week_and_rejected_beyond(vitalfew: Command) -> None:
    cells = (
        "2025-06-30",
        "2025-07-01",
        "2025-07-07",
        "2025-07-08",
        "9999-12-31",
        "1899-12-31",
        "1989-12-31",
        "1990-01-01",
    )
    graded = vitalfew.graded(vitalfew.orders(*dated(*cells)), *TODAY)
    assert [customer for customer in graded.money if customer.startswith("c")] == ["c05", "c12", "cat"]
    assert graded.notes["future"] == "2 dates lie up to 7 days after 2025-06-30."
    assert graded.faults == [
        (8, "order_date", "2025-07-08", "more than 7 days after 2025-06-30"),
        (9, "order_date", "9999-12-31", "more than 7 days after 2025-06-30"),
        (10, "order_date", "1899-12-31", "before 1990-01-01"),
        (11, "order_date", "1989-12-31", "before 1990-01-01"),
    ]


@row("B-38")
def test_the_earliest_day_is_a_setting(vitalfew: Command) -> None:
    path = vitalfew.orders(*dated("1985-05-05"))
    assert vitalfew.graded(path, "--earliest", "1980-01-01", *TODAY).faults == []


@row("B-39")
def test_days_and_times_that_do_not_exist_are_rejected(vitalfew: Command) -> None:
    days = [
        "2025-02-30",
        "2025-13-01",
        "0000-00-00",
        "2025-00-10",
        "2025年2月30日",
        "20250230",
        "2023-02-29",
        "1900-02-29",
    ]
    times = ["2025-01-05 24:01", "2025-01-05 10:60", "2025-01-05T10:00:61", "2016-12-31 23:59:60"]
    graded = vitalfew.graded(vitalfew.orders(*dated(*days, *times)), *TODAY)
    assert graded.money == MONEY
    assert graded.faults == faults_at("order_date", NO_DAY, days) + faults_at("order_date", NO_TIME, times, 13)


@row("B-39")
def test_29_february_of_a_common_year_is_rejected_in_a_column_of_day_first_dates(vitalfew: Command) -> None:
    cells = ["29/02/2023", "31/04/2025", "29/02/2024", "30/12/2024"]
    graded = vitalfew.graded(vitalfew.orders(*dated(*cells)), *TODAY)
    assert graded.faults == faults_at("order_date", NO_DAY, cells[:2])
    assert {"c07", "c08"} <= graded.money.keys()


@row("B-40")
def test_year_first_dates_mix_in_one_column_and_none_becomes_empty(vitalfew: Command) -> None:
    cells = [
        "2025-1-2",
        "2025/1/2",
        "2025.01.02",
        "2025年1月2日",
        "20250102",
        "２０２５年１月２日",
        "2 Jan 2025",
        "45659",
    ]
    zoned = ["2025-01-02T23:30:00Z", "2025-01-02 01:00:00+09:00", "2025-01-02T12:00:00.123456789Z"]
    graded = vitalfew.graded(vitalfew.orders(*dated(*cells, *zoned)), *TODAY, scheme="rfm")
    assert graded.faults == []
    days = {row["customer_id"]: row["recency_days"] for row in graded.rows}
    assert [days[f"c{line:02}"] for line in range(5, 16)] == [3] * 9 + [4, 3]


@row("B-40")
def test_years_of_two_digits_and_of_eras_are_rejected(vitalfew: Command) -> None:
    short, eras = (
        ["03/04/25", "25-01-02", "2-Jan-25", "25年1月2日"],
        ["民国114年1月2日", "令和7年1月2日", "114/01/02", "R7.1.2"],
    )
    words = ["yesterday", "2025-01", "1735787045", "2025-1-112:30", "0", "-1", "2025"]
    graded = vitalfew.graded(vitalfew.orders(*dated(*short, *eras, *words)), *TODAY)
    assert graded.faults == [
        *faults_at("order_date", "a year of two digits", short),
        *faults_at("order_date", ERA, eras, 9),
        *faults_at("order_date", NO_DATE, words, 13),
    ]


@row("B-40")
@pytest.mark.parametrize("rows", [("03/04/2025",), ("13/04/2025", "04/13/2025")], ids=["open", "torn"])
def test_an_open_order_of_day_and_month_is_refused(vitalfew: Command, rows: tuple[str, ...]) -> None:
    line = vitalfew.not_gradable(vitalfew.orders(*dated(*rows)))
    assert "--dayfirst" in line
    assert "--monthfirst" in line


@row("B-40")
@pytest.mark.parametrize(
    ("more", "flags", "days"),
    [(("13/04/2025",), (), 11), (("04/30/2025",), (), 85), ((), ("--dayfirst",), 2), ((), ("--monthfirst",), 59)],
    ids=["settled-day", "settled-month", "dayfirst", "monthfirst"],
)
def test_the_order_is_settled_by_one_row_or_by_a_flag(
    vitalfew: Command, more: tuple[str, ...], flags: tuple[str, ...], days: int
) -> None:
    path = vitalfew.orders(*dated("02/04/2025", "2025-04-04", *more))
    graded = vitalfew.graded(path, *TODAY, *flags, scheme="rfm")
    assert next(row["recency_days"] for row in graded.rows if row["customer_id"] == "c05") == days


@row("B-40")
def test_a_day_is_the_day_of_the_zone_asked_for(vitalfew: Command) -> None:
    path = vitalfew.orders(*dated("2025-01-09T20:00:00Z"))
    as_of = [vitalfew.graded(path, "--timezone", zone).outcome.out for zone in ("UTC", "Asia/Shanghai")]
    assert ["2025-01-09" in as_of[0], "2025-01-10" in as_of[1]] == [True, True]
    assert "--timezone" in vitalfew.refused("grade", path, "--timezone", "Asia/Atlantis", code=2)


@row("B-38")
@pytest.mark.parametrize(
    ("flag", "day"), [("--as-of", "9999-12-31"), ("--as-of", "2025-02-30"), ("--today", "0000-00-00")]
)
def test_a_day_given_by_hand_must_be_one(vitalfew: Command, flag: str, day: str) -> None:
    line = vitalfew.refused("grade", vitalfew.orders(), flag, day, "--scheme", "rfm", code=1 if day[0] == "9" else 2)
    assert flag in line
