"""Columns of dates, whole blocks at once; what the fast rules cannot read goes to the careful one.

Three fast rules (ISO, numbers in some order, ISO with a zone) cover what programs write. A day that
does not exist never passes one: the careful rule then says why.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.dates import moment
from vitalfew.readers.cells.plain import MOMENT, plain_moments
from vitalfew.readers.cells.texts import Cells, carefully, narrowed

_DAY_THAT_IS = (
    "(?:(?:19|20)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)"
)
"""A cast stops at the first day that does not exist, and one such cell must not cost the whole block."""
_CLOCK_THAT_IS = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
_ISO = rf"^{_DAY_THAT_IS}(?:[ T]{_CLOCK_THAT_IS})?$"
_ZONED = rf"^{_DAY_THAT_IS}[ T]{_CLOCK_THAT_IS} ?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$"

_CLOCK = r"(?:[ T]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2}))?)?$"
_NUMERIC = (
    r"^(?P<year>[0-9]{4})[-/._年](?P<month>[0-9]{1,2})[-/._月](?P<day>[0-9]{1,2})日?" + _CLOCK,
    r"^(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})" + _CLOCK,
)
_DAY_FIRST = r"^(?P<day>[0-9]{1,2})[-/._](?P<month>[0-9]{1,2})[-/._](?P<year>[0-9]{4})" + _CLOCK
_MONTH_FIRST = r"^(?P<month>[0-9]{1,2})[-/._](?P<day>[0-9]{1,2})[-/._](?P<year>[0-9]{4})" + _CLOCK

_QUARTER = 15 * 60 * 1_000_000
_SURE = 3 * 366 * 86400 * 1_000_000
"""Microseconds since 1970: from 1973 on no zone changed its offset inside a quarter of an hour of UTC."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment_cells(column: pa.StringArray, zone: ZoneInfo, *, day_first: bool = True) -> Cells:
    """Trimmed texts as local moments; failed cells say why."""
    if (plain := plain_moments(column)) is not None:
        return Cells(plain)
    values = pc.if_else(pc.match_substring_regex(column, _ISO), column, None).cast(MOMENT)
    if values.null_count == column.null_count:
        return Cells(values)
    left = pc.and_(pc.is_null(values), pc.is_valid(column))
    rest = _other_forms(narrowed(column.filter(left)), zone, day_first=day_first)
    rows = pc.indices_nonzero(left).to_pylist() if rest.failed else []
    failed = {rows[place]: reason for place, reason in rest.failed.items()}
    return Cells(pc.replace_with_mask(values, left, rest.values), failed)


def _other_forms(column: pa.StringArray, zone: ZoneInfo, *, day_first: bool) -> Cells:
    values = pa.nulls(len(column), MOMENT)
    for pattern in (*_NUMERIC, _DAY_FIRST if day_first else _MONTH_FIRST):
        values = _filled(values, column, pattern)
    values = _filled_zoned(values, column, zone)
    return carefully(Cells(values), column, pc.is_null(values), lambda text: moment(text, zone, day_first=day_first))


def day_cells(column: pa.StringArray, zone: ZoneInfo, *, day_first: bool = True) -> Cells:
    """Trimmed texts as local days: a time of day decides only through its zone."""
    cells = moment_cells(column, zone, day_first=day_first)
    return Cells(pc.floor_temporal(cells.values, unit="day").cast(pa.date32()), cells.failed)


def _filled(values: pa.TimestampArray, column: pa.StringArray, pattern: str) -> pa.TimestampArray:
    """The values with the empty ones read by one numeric pattern, where it gives a moment that exists."""
    return _replaced(values, column, pattern, lambda cells: _civil(pc.extract_regex(cells, pattern)))


def _filled_zoned(values: pa.TimestampArray, column: pa.StringArray, zone: ZoneInfo) -> pa.TimestampArray:
    def local(cells: pa.StringArray) -> pa.TimestampArray:
        instants = pc.replace_substring_regex(cells, " ([Z+-])", r"\1").cast(pa.timestamp("us", "UTC"))
        return _localised(instants, zone)

    return _replaced(values, column, _ZONED, local)


def _replaced(
    values: pa.TimestampArray, column: pa.StringArray, pattern: str, read: Callable[[pa.StringArray], pa.TimestampArray]
) -> pa.TimestampArray:
    fitting = pc.and_(pc.is_null(values), pc.match_substring_regex(column, pattern))
    fitting = pc.fill_null(fitting, fill_value=False)
    if not pc.any(fitting).as_py():
        return values
    return pc.replace_with_mask(values, fitting, read(column.filter(fitting)))


def _civil(parts: pa.StructArray) -> pa.TimestampArray:
    """Moments from year, month, day and time; null where the calendar or the clock has none."""
    number = {part: _numbers(parts, part) for part in ("year", "month", "day", "hour", "minute", "second")}
    months = (number["year"] - 1970) * 12 + number["month"] - 1
    first = months.astype("M8[M]").astype("M8[D]")
    length = (months + 1).astype("M8[M]").astype("M8[D]") - first
    exists = (
        (number["year"] >= 1)
        & (number["month"] >= 1)
        & (number["month"] <= 12)
        & (number["day"] >= 1)
        & (number["day"] <= length.astype("i8"))
        & (number["hour"] < 24)
        & (number["minute"] < 60)
        & (number["second"] < 60)
    )
    seconds = (number["hour"] * 60 + number["minute"]) * 60 + number["second"]
    moments = (first + (number["day"] - 1)).astype("M8[s]") + seconds.astype("m8[s]")
    return pa.array(moments.astype("M8[us]"), MOMENT, mask=~exists)


def _numbers(parts: pa.StructArray, part: str) -> npt.NDArray[np.int64]:
    texts = pc.struct_field(parts, part)
    return np.asarray(pc.if_else(pc.equal(texts, ""), "0", texts).cast(pa.int64()))


def _localised(instants: pa.TimestampArray, zone: ZoneInfo) -> pa.TimestampArray:
    """Instants as local moments; those before the quarter-hour rule holds are left to the careful rule."""
    micros = np.asarray(pc.fill_null(instants.cast(pa.int64()), 0))
    quarters, place = np.unique(micros // _QUARTER, return_inverse=True)
    offsets = np.array([_offset(int(quarter), zone) for quarter in quarters], np.int64)
    unsure = np.asarray(pc.is_null(instants)) | (micros < _SURE)
    return pa.array(micros + offsets[place], pa.int64(), mask=unsure).cast(MOMENT)


def _offset(quarter: int, zone: ZoneInfo) -> int:
    """Microseconds that local clocks are ahead of UTC in this quarter of an hour since 1970."""
    there = (_EPOCH + timedelta(microseconds=quarter * _QUARTER)).astimezone(zone).utcoffset()
    return (there or timedelta()) // timedelta(microseconds=1)
