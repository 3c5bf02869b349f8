"""Cells that a spreadsheet could not give a value for, and the sentence with which their row is rejected.

A workbook keeps such cells apart from text; a `Block` has only text. They are therefore written as the
error words that spreadsheets themselves use (a text file exported from one holds the same words), with
two words of our own in the same style.
"""

import re

NO_RESULT = "#NO_RESULT!"
"""A formula that was saved without its result."""

LOST_DIGITS = "#LOST_DIGITS! "
"""Put before a number of more than 15 digits: what the spreadsheet kept is not what was typed."""

_ERRORS = re.compile(
    r"#(REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|GETTING_DATA|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!)|Err:\d{3}"
)


def why_unusable(cell: str) -> str | None:
    """The English sentence that says why a cell holds no value, or None if it holds one."""
    if cell == NO_RESULT:
        return "formula without result"
    if cell.startswith(LOST_DIGITS):
        return "number lost digits; format as text"
    return "error cell" if _ERRORS.fullmatch(cell) else None
