"""The order of day and month in a column of dates, found out once from all of its cells."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.readers.cells.characters import begins_with_digits
from vitalfew.readers.cells.dates import SEPARATOR
from vitalfew.readers.cells.texts import narrowed

_SHORT_START = r"^([0-9]{1,2}[^0-9:]|[０-９'])"
_TWO_NUMBERS = rf"^(?P<one>[0-9]{{1,2}}){SEPARATOR}(?P<two>[0-9]{{1,2}}){SEPARATOR}[0-9]{{4}}(?:[^0-9]|$)"


class OrderSurvey:
    """Finds out, block by block, whether 03/04/2025 in a column is in April or in March.

    Rows with a number above 12 settle it, the more numerous reading wins; rows in which both numbers
    are equal need no settling. (contract, "Dates")
    """

    def __init__(self) -> None:
        self.day_first = 0
        self.month_first = 0
        self.open = False

    def add(self, column: pa.StringArray) -> bool:
        """Look at the trimmed cells of one more block: whether the order of day and month is nothing to them."""
        if begins_with_digits(column, 3):
            return True
        suspects = column.filter(pc.fill_null(pc.match_substring_regex(column, _SHORT_START), fill_value=False))
        parts = pc.extract_regex(narrowed(suspects), _TWO_NUMBERS).drop_null()
        if not len(parts):
            return False
        one, two = (np.asarray(pc.struct_field(parts, name).cast(pa.int32())) for name in ("one", "two"))
        self.day_first += int(np.sum((one > 12) & (two <= 12)))
        self.month_first += int(np.sum((one <= 12) & (two > 12)))
        self.open = self.open or bool(np.any((one <= 12) & (two <= 12) & (one != two)))
        return False

    def settled(self) -> bool | None:
        """Whether the day comes first; None where the rows do not tell."""
        if self.day_first != self.month_first:
            return self.day_first > self.month_first
        return None if self.open or self.day_first else True
