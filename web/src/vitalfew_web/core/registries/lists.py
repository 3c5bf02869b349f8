"""Lists: where they stand, how they are taken out, and what apps above hang on that of customers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vitalfew_web.core.registries.frame import Place

if TYPE_CHECKING:
    from django.db.models import Q

    from vitalfew_web.core.registries import Text


LISTS: dict[str, Place] = {}
"""Name of a list → where it stands; whatever is kept of a list, such as a view, is kept under its name."""


@dataclass(frozen=True)
class Content:
    """What a file of a list holds: columns and rows of core's listing, and how many rows there are."""

    columns: Sequence[Any]
    rows: Iterable[Any]
    count: int


@dataclass(frozen=True)
class Exported:
    """A list that can be taken out as a file, by whom has the permission.

    `content` is asked with a user, the query string of the list and the keys of chosen rows (None: all); it never gives
    more than the user may see.
    """

    permission: str
    content: Callable[[Any, str, Collection[int] | None], Content]


EXPORTS: dict[str, Exported] = {}
"""Name of a list → how it is taken out."""


@dataclass(frozen=True)
class Order:
    """An order that a higher app gives the list of customers.

    `whole` puts all rows in order, told whether it falls, those without a value last. `with_value` are those that have
    one, and `by` are the columns that an index holds them in order by: where rows are very many, a page full of them is
    had without sorting the rest.
    """

    whole: Callable[[Any, bool], Any]
    with_value: Callable[[], Q]
    by: Sequence[str]


@dataclass(frozen=True)
class Extra:
    """Columns that a higher app hangs on the list of customers, for those with the permission.

    `prepare` looks up what they show of some rows, by few questions, and keeps it with each row. `sorts` are the orders
    of those that the list can be sorted by. `leading` stand before the name, `columns` behind it.
    """

    permission: str
    prepare: Callable[[Sequence[Any]], None]
    leading: Sequence[Any] = ()
    columns: Sequence[Any] = ()
    sorts: Mapping[str, Order] = field(default_factory=dict)


@dataclass(frozen=True)
class Filter:
    """A choice that a higher app hangs over the list of customers: its values, and which rows have one.

    What several choices ask is asked of the same row of a table that hangs on the customers.
    """

    name: str
    label: Text
    permission: str
    choices: Callable[[], Sequence[tuple[str, Text]]]
    where: Callable[[str], Q]
    shown: bool = True
    """Whether it is offered as a field; else it only comes with an address, from a figure that leads to the list."""
    said: Callable[[str], Text | None] | None = None
    """How a value reads that is not one of few, such as a range; None for one that makes no sense."""


@dataclass(frozen=True)
class Board:
    """The list of customers in lanes, hung on it by a higher app: a lane for each value of the filter that it names.

    `card` draws what stands under the name of a customer, after the extras of the list have prepared it.
    """

    name: str
    label: Text
    permission: str
    filter: str
    card: Callable[[Any], str]


BOARDS: list[Board] = []
"""Boards of the list of customers."""


EXTRAS: list[Extra] = []
"""Columns of the list of customers."""


FILTERS: list[Filter] = []
"""Choices over the list of customers."""
