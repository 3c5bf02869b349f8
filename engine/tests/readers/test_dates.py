"""Dates as people and programs write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.typing_rows import column, notes, read, reasons, row

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers.cells.date_cells import day_cells, moment_cells
from vitalfew.readers.cells.dates import moment
from vitalfew.readers.cells.texts import Unreadable, trimmed

SHANGHAI = ZoneInfo("Asia/Shanghai")
HEADER = "customer_id,moment,amount"

MEANT = {
    "2025-1-2": "2025-01-02 00:00:00",
    "2025/1/2": "2025-01-02 00:00:00",
    "2025.01.02": "2025-01-02 00:00:00",
    "2025年1月2日": "2025-01-02 00:00:00",
    "２０２５年１月２日": "2025-01-02 00:00:00",
    "20250102": "2025-01-02 00:00:00",
    "20250102153000": "2025-01-02 15:30:00",
    "2025-01-02 03:04": "2025-01-02 03:04:00",
    "2025/1/2 3:04:05": "2025-01-02 03:04:05",
    "2025-01-02T10:00:00.5": "2025-01-02 10:00:00.500000",
    "2025-01-02T20:00:00Z": "2025-01-03 04:00:00",
    "2025-01-02 10:00:00 +0800": "2025-01-02 10:00:00",
    "2025-01-02T10:00:00-05:00": "2025-01-02 23:00:00",
    "2025年1月2日 下午3点05分": "2025-01-02 15:05:00",
    "2025/1/2 上午 10:05:06": "2025-01-02 10:05:06",
    "Jan 2, 2025": "2025-01-02 00:00:00",
    "2 January 2025 14:00": "2025-01-02 14:00:00",
    "02-Jan-2025": "2025-01-02 00:00:00",
    "Thu, 02 Jan 2025 10:00:00 GMT": "2025-01-02 18:00:00",
    "45678": "2025-01-21 00:00:00",
    "45678.604167": "2025-01-21 14:30:00",
    "2024-02-29": "2024-02-29 00:00:00",
    "31/1/2025": "2025-01-31 00:00:00",
    "1.2.2025 5:06 PM": "2025-02-01 17:06:00",
}

REFUSED = {
    "2025-02-30": "no such day in the calendar",
    "29/02/2023": "no such day in the calendar",
    "31/04/2025": "no such day in the calendar",
    "2025-13-01": "no such day in the calendar",
    "1900-02-29": "no such day in the calendar",
    "2025-01-02 25:00": "no such time of day",
    "2025-01-02 10:60": "no such time of day",
    "03/04/25": "a year of two digits",
    "25-01-02": "a year of two digits",
    "2-Jan-25": "a year of two digits",
    "民国114年1月2日": "a year of an era; write the year with four digits of the common calendar",
    "114/01/02": "a year of an era; write the year with four digits of the common calendar",
    "令和7年1月2日": "a year of an era; write the year with four digits of the common calendar",
    "R7.1.2": "a year of an era; write the year with four digits of the common calendar",
    "2025-1": "not a date",
    "yesterday": "not a date",
    "2025-1-112:30": "not a date",
    "1735787045": "not a date",
}


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_a_date_is_read_as_people_write_it(text: str, meant: str) -> None:
    cells = moment_cells(pa.array([text]), SHANGHAI)
    assert ([str(value) for value in cells.values.to_pylist()], cells.failed) == ([meant], {})


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_day_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert moment_cells(pa.array([text]), SHANGHAI).failed == {0: reason}


def test_a_day_is_the_local_day() -> None:
    texts = ["2025-01-02T20:00:00Z", "2025-01-02T10:00:00Z", "2025-01-02 23:59", None]
    assert day_cells(pa.array(texts), SHANGHAI).values.to_pylist() == [
        date(2025, 1, 3),
        date(2025, 1, 2),
        date(2025, 1, 2),
        None,
    ]


@row("B-40")
def test_year_first_forms_mix_in_one_column() -> None:
    dates = ["2025-1-2", "2025/1/2", "2025.01.02", "2025年1月2日", "20250102", "2025-01-02T00:00:00Z"]
    result = read(HEADER, [f"A,{text},1" for text in dates])
    assert column(result, "moment") == ["2025-01-02 00:00:00"] * 6


@row("B-40")
@pytest.mark.parametrize(("settling", "month"), [("13/04/2025", 4), ("04/13/2025", 3)])
def test_one_row_settles_the_order_of_day_and_month_for_its_column(settling: str, month: int) -> None:
    rows = ["A,03/04/2025,1", "B,05/05/2025,1", "C,1/2/2025,1", f"D,{settling},1"]
    first = read(HEADER, rows, block=1).rows["moment"].to_pylist()[0]
    assert first.month == month
    assert read(HEADER, rows[::-1], block=1).rows["moment"].to_pylist()[3] == first


@row("B-40")
@pytest.mark.parametrize("rows", [["A,03/04/2025,1", "B,05/06/2025,1"], ["A,13/04/2025,1", "B,04/13/2025,1"]])
def test_an_open_order_of_day_and_month_is_refused_naming_both_flags(rows: list[str]) -> None:
    with pytest.raises(Refusal, match="--dayfirst or --monthfirst") as refused:
        read(HEADER, rows)
    assert "moment" in str(refused.value)


@row("B-40")
@pytest.mark.parametrize(("dayfirst", "month"), [(True, 4), (False, 3)])
def test_the_order_of_day_and_month_can_be_given(dayfirst: bool, month: int) -> None:
    result = read(HEADER, ["A,03/04/2025,1", "B,05/06/2025,1"], dayfirst=dayfirst)
    assert result.rows["moment"].to_pylist()[0].month == month


def test_equal_day_and_month_need_no_settling() -> None:
    assert column(read(HEADER, ["A,03/03/2025,1"]), "moment") == ["2025-03-03 00:00:00"]


@row("B-39")
def test_days_that_do_not_exist_reject_their_row() -> None:
    result = read(HEADER, ["A,2025-02-30,1", "B,29/02/2023,1", "C,31/04/2025,1", "D,2024-02-29,1"])
    assert [reason for _, _, reason in reasons(result)] == ["no such day in the calendar"] * 3
    assert column(result, "moment") == ["2024-02-29 00:00:00"]


@row("B-38")
def test_up_to_a_week_after_today_is_a_warning_and_more_a_reject() -> None:
    rows = [
        "A,2025-06-30 23:59,1",
        "B,2025-07-07 23:59,1",
        "C,2025-07-08,1",
        "D,9999-12-31,1",
        "E,1989-12-31,1",
        "F,1899-12-30,1",
    ]
    result = read(HEADER, rows)
    assert column(result, "customer_id") == ["A", "B"]
    assert [reason for _, _, reason in reasons(result)] == [
        *["more than 7 days after 2025-06-30"] * 2,
        *["before 1990-01-01"] * 2,
    ]
    assert notes(result)["future"] == "1 dates lie up to 7 days after 2025-06-30."
    assert result.today_used


@row("B-38")
def test_the_earliest_day_is_a_setting_and_today_does_not_matter_for_the_past() -> None:
    result = read(HEADER, ["E,1989-12-31,1"], earliest=date(1980, 1, 1))
    assert (len(result.rows), result.today_used) == (1, False)


def test_invoices_are_due_in_the_future() -> None:
    result = read("customer_id,issued,due,amount", ["A,2025-06-01,2026-06-01,5"], table="payments")
    assert (column(result, "due"), result.today_used) == (["2026-06-01"], False)


def test_a_time_zone_that_does_not_exist_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="--timezone: no time zone Mars/Base"):
        read(HEADER, ["A,2025-01-02,1"], timezone="Mars/Base")


def test_an_empty_date_rejects_its_row() -> None:
    assert reasons(read(HEADER, ["A,,1"])) == [(2, "moment", "empty")]


MOMENTS = st.datetimes()
WRITTEN = st.sampled_from(
    [
        "%Y-%m-%d",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y/%m/%d %H:%M",
        "%Y年%m月%d日",
        "%Y%m%d",
        "%d/%m/%Y",
        "%m.%d.%Y",
    ]
)
ZONES = st.sampled_from(["", "Z", "+08:00", " -0330", "+14:00"])
TEXTS = st.one_of(
    st.builds(lambda at, form: at.strftime(form), MOMENTS, WRITTEN),
    st.builds(lambda at, zone: f"{at:%Y-%m-%d %H:%M:%S}{zone}", MOMENTS, ZONES),
    st.from_regex(
        r"[0-9]{4}[-/.年]?[0-9]{1,2}[-/.月]?[0-9]{1,2}日?([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?Z?)?", fullmatch=True
    ),
    st.text("0123456789-/.: TZ年月日", max_size=20),
)
WHERE = st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])


@given(texts=st.lists(TEXTS, max_size=5), where=WHERE, day_first=st.booleans())
def test_the_fast_lane_and_the_careful_rule_tell_one_truth(texts: list[str], where: str, day_first: bool) -> None:
    zone = ZoneInfo(where)
    trim = trimmed(pa.array(texts, pa.string()))
    cells = moment_cells(trim, zone, day_first=day_first)
    for place, text in enumerate(trim.to_pylist()):
        assert (cells.values[place].as_py(), cells.failed.get(place)) == slow(text, zone, day_first)


def slow(text: str | None, zone: ZoneInfo, day_first: bool) -> tuple[datetime | None, str | None]:
    if text is None:
        return None, None
    try:
        return moment(text, zone, day_first=day_first), None
    except Unreadable as fault:
        return None, str(fault)


@given(
    at=st.datetimes(datetime.fromisoformat("1991-01-01"), datetime.fromisoformat("2037-01-01")),
    minutes=st.integers(-840, 840),
    where=WHERE,
)
def test_a_time_with_a_zone_names_one_instant(at: datetime, minutes: int, where: str) -> None:
    zone = ZoneInfo(where)
    at = at.replace(microsecond=0)
    sign, away = "+-"[minutes < 0], abs(minutes)
    text = f"{at:%Y-%m-%dT%H:%M:%S}{sign}{away // 60:02}:{away % 60:02}"
    utc = (at - timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo("UTC"))
    assert moment_cells(pa.array([text]), zone).values[0].as_py() == utc.astimezone(zone).replace(tzinfo=None)
