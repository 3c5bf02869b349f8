"""What the report says and draws, as plain values: the page, the workbook and the tests read the same.

A page is worked out in Python and only laid out elsewhere. It holds no markup and nothing that must be computed:
texts stand in the run's language, numbers are exact. `as_json` gives decimals as text with all their digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any, Literal

Kind = Literal[
    "text",
    "customer",
    "grade",
    "class",
    "count",
    "money",
    "share",
    "score",
    "number",
    "change",
    "days",
    "month",
    "sentence",
]
"""How a cell is to be shown. `share` is a fraction (0.7 is 70 %); `change` a signed number of points; `days` a number of
days; `month` a text such as 2026-10; `grade` and `class` the label as the scheme writes it; `customer` a pair of id and
name, the name None where it is not known; all others are what they say."""

Cell = str | int | Decimal | tuple[str, str | None] | None
Width = Literal["half", "third", "full"]


@dataclass(frozen=True)
class Column:
    """One column of a table: what stands above it, how its cells are shown, and its name in files."""

    name: str
    kind: Kind
    key: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells; `total` is a last row for all; `more` says what is left out and where it is."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    more: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing of a kind, with its data in columns.

    Shares are fractions, except on the axes of `pareto` (per cent, 0 to 100). Money is in units of the currency.

    - `pareto`: x, y (per cent of the customers, cumulative per cent of the value); cuts [{label, customers, x, y}]; unit
    - `grid`: rows, columns (labels from top, from left); count, value (row by row); row_name, column_name; ends: what the
      first and the last column are called, then the last and the first row
    - `board`: cells [{key, name, count, cap, share_value, share_customers, remark, further}]; further [{name, share}]: profit
      and cost to serve, where they are known
    - `bars`: labels, values, unit; marks [{at, label}], `at` on the axis of the labels; step
    - `whale`: x (customers), y (money); peak, end {x, y, label}; break_even (customers)
    - `scatter`: points {id, name, x, y, size, grade}; x_name, y_name; x_unit, y_unit ("share"); lines {x, y, diagonal},
      the diagonal the name of the line x = y
    - `bands`: bands [{key, label, customers, value, value_share, cost, cost_share, remark}]; cost_name
    - `concentration`: n, share, profit (or None); sentence
    - `migration`: grades; from, to; matrix [was][now]; was, now; a last row and column of "" are customers not graded then
    - `lines`: x (months, or with the unit "share" days); series [{name, values}]; stacked; unit
    """

    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Section:
    """One numbered part of the page: a sentence that says it, a drawing where there is one, and the table beneath."""

    id: str
    title: str
    remark: str
    sentence: str
    chart: Chart | None
    table: Table
    width: Width = "half"


@dataclass(frozen=True)
class Key:
    """One figure of the strip; `kind` says how the value is shown."""

    label: str
    value: Cell
    remark: str
    kind: Kind = "count"


@dataclass(frozen=True)
class Grade:
    """A grade of the scheme: its label, what a chip shows (at most two letters, else the title), what it means."""

    label: str
    chip: str
    title: str
    playbook: str


@dataclass(frozen=True)
class Measure:
    """A metric behind the grade: its name in schemes, its name for people, the kind of its values.

    `weight` is the share of the score (a fraction; below zero it counts against), None where the method weighs nothing.
    `n` is how many customers have a value.
    """

    name: str
    label: str
    kind: Kind
    weight: Decimal | None
    n: int


@dataclass(frozen=True)
class Why:
    """How each customer's grade came about: for each metric a column over the customers of the list.

    `points` (0 to 100, one digit) are missing where the customer has no value (it then counts 50) or the method gives
    none; Σ weight × points is the score, plus 100 × the weights below zero. `ranks` run from 1, the best.
    """

    metrics: tuple[Measure, ...]
    values: tuple[tuple[Cell, ...], ...]
    points: tuple[tuple[Decimal | None, ...], ...]
    ranks: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True)
class Customers:
    """The list, columns over customers: `cells` has one tuple per column under its key, largest value first.

    `spark` is one tuple of twelve monthly sums per customer, oldest first, in whole units of the currency, None without
    an order in them; `spark_months` names the months. `change` is the smallest change of grade in words.
    """

    columns: tuple[Column, ...]
    cells: Mapping[str, tuple[Cell, ...]]
    spark_months: tuple[str, ...]
    spark: tuple[tuple[int, ...] | None, ...]
    why: Why
    change: tuple[str | None, ...]
    total: int
    more: str = ""


@dataclass(frozen=True)
class Page:
    """The whole report; `customers` where it has a list of them."""

    language: str
    title: str
    company: str | None
    subtitle: str
    currency: str | None
    grades: tuple[Grade, ...]
    """Best first."""
    opening: tuple[str, ...]
    strip: tuple[Key, ...]
    sections: tuple[Section, ...]
    customers: Customers | None
    definitions: tuple[tuple[str, str], ...]
    quality: Section
    foot: str


def as_json(value: Any) -> Any:
    """A part of the page as JSON knows it: decimals as text with their digits, tuples as lists."""
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(inner) for inner in value]
    return f"{value:f}" if isinstance(value, Decimal) else value
