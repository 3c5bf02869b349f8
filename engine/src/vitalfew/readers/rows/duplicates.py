"""Rows that say the same thing twice, and rows that contradict each other."""

import numpy as np

from vitalfew.languages import say
from vitalfew.readers.reading import Lines
from vitalfew.readers.rows.grain import differing_orders
from vitalfew.readers.rows.pairs import Codes, Groups, Mask

_NAMED = 20
"""Lines that a reason names; of more it gives the number."""


def later_twins(content: Codes, which: Mask) -> Mask:
    """Of identical rows all but the first, among the rows where `which` is true."""
    later = np.zeros(len(content), bool)
    twins = Groups.of(content, which & (content >= 0))
    later[twins.rows] = True
    later[twins.rows[twins.starts]] = False
    return later


def conflicts(groups: Groups, content: Codes, lines: Lines) -> dict[int, str]:
    """Rows of one order with different content → the sentence that names the lines of the others."""
    return named_others(groups.lists(differing_orders(groups, content)), lines)


def named_others(lists: list[Codes], lines: Lines) -> dict[int, str]:
    """For each row of each list the sentence that names the lines of the others."""
    return {int(row): _conflict(_others(rows, row, lines), len(rows) - 1) for rows in lists for row in rows}


def _others(rows: Codes, row: int, lines: Lines) -> Lines:
    near = rows[: _NAMED + 1]
    return np.asarray(lines[near[near != row][:_NAMED]])


def _conflict(others: Lines, count: int) -> str:
    named = ", ".join(str(line) for line in others)
    if count == 1:
        return say("conflicts with line {lines}", lines=named)
    if count <= _NAMED:
        return say("conflicts with lines {lines}", lines=named)
    return say("conflicts with lines {lines} and {more:,} more", lines=named, more=count - _NAMED)
