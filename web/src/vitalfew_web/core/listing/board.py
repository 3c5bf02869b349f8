"""A list laid out in lanes, one for each value of a filter: looked at and led on from, never dragged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.safestring import SafeString

from vitalfew_web.core.listing.addresses import with_query
from vitalfew_web.core.listing.pages import count_text, counted

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Board, Text

CARDS = 20
"""Cards of a lane; the list of the lane has all."""


@dataclass(frozen=True)
class Card:
    """A row of the list as a card."""

    title: str
    url: str
    text: str | SafeString


@dataclass(frozen=True)
class Lane:
    """One value: how many rows have it, the first of them, and where all of them are."""

    label: Text
    count: str
    url: str
    rows: Sequence[Any]
    cards: Sequence[Card]

    @property
    def has_more(self) -> bool:
        """Whether there are more rows than cards."""
        return len(self.rows) == CARDS


@dataclass(frozen=True)
class Layout:
    """A way to look at the list, and the address that does so."""

    label: Text
    icon: str
    url: str
    is_current: bool


def layouts_of(boards: Sequence[Board], query: QueryDict, table: Text) -> list[Layout]:
    """The table and the boards to choose from; nothing where there is no board."""
    now = query.get("board", "")
    ways = [Layout(table, "list", with_query(query, board=None, page=None), not now)]
    ways += [
        Layout(each.label, "layout-kanban", with_query(query, board=each.name, page=None), each.name == now)
        for each in boards
    ]
    return ways if boards else []


def lanes_of(
    board: Board,
    values: Sequence[tuple[str, Text]],
    query: QueryDict,
    rows_of: Callable[[str], Any],
    prepare: Callable[[Sequence[Any]], None],
    url_of: Callable[[Any], str],
) -> list[Lane]:
    """The lanes of a board. `rows_of` gives the rows of a value in order, `prepare` looks up what their cards show."""
    rows = {value: rows_of(value) for value, _label in values}
    counts = counted(list(rows.values())) if rows else []
    found = {value: list(each[:CARDS]) for value, each in rows.items()}
    prepare([row for each in found.values() for row in each])
    return [
        Lane(
            label=label,
            count=count_text(count),
            url=with_query(query, board=None, page=None, **{board.filter: value}),
            rows=found[value],
            cards=[Card(str(row), url_of(row), board.card(row)) for row in found[value]],
        )
        for (value, label), count in zip(values, counts, strict=True)
    ]
