"""The rows of safety.md, section 6, that this folder answers for, and the mark that a test bears for its row."""

import pytest

FILES = (
    *("B-01", "B-02", "B-03", "B-06", "B-07", "B-08", "B-10", "B-11", "B-12", "B-14", "B-15", "B-16", "B-18"),
    *("B-20", "B-21", "B-23", "B-24", "B-25", "B-27", "B-28", "B-31"),
)
"""Rows on text files and workbooks."""

VALUES = ("B-32", "B-33", "B-34", "B-37", "B-38", "B-39", "B-40", "B-42", "B-43", "B-44", "B-46")
"""Rows on money, dates and ids."""

GRADING = ("B-95",)

FAULTS = ("F-02", "F-04", "F-20", "F-21", "F-23", "F-24", "F-32", "F-34")
"""Faults that meet the store."""

OWNED = (*FILES, *VALUES, *GRADING, *FAULTS)

TOUCHED = ("B-47", "B-49", "B-50", "B-52", "B-54", "B-63", "B-64")
"""Rows of other areas in what the engine has of them: names, parents, formulas."""


def row(name: str) -> pytest.MarkDecorator:
    """The row of safety.md that a test covers, as its parameter `row`; a fixture of that name takes it."""
    return pytest.mark.parametrize("row", [name], indirect=True)
