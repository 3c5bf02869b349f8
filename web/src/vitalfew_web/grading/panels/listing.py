"""What grading hangs on the list of customers: columns, filters and orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import F, FilteredRelation, OrderBy, Q
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from vitalfew_web.core.listing import Column
from vitalfew_web.core.registries import Order
from vitalfew_web.grading.choices import SQUARES, CustomerType
from vitalfew_web.grading.models import Grade
from vitalfew_web.grading.panels.amounts import exact_amount, short_amount
from vitalfew_web.grading.panels.chips import Chip, chip_of, chips_of
from vitalfew_web.grading.rules import line_of
from vitalfew_web.grading.selectors import current_run, graded

FALL = 1.25
"""A half year that brought so many times more than the one after it is a fall."""


SQUARE = format_html_join(
    "",
    '<rect{}{} width="6" height="6" rx="1"/>',
    [("", ""), (SafeString(' x="7"'), ""), ("", SafeString(' y="7"')), (SafeString(' x="7"'), SafeString(' y="7"'))],
)


def _type(grade: Grade) -> SafeString | str:
    if not grade.type:
        return ""
    return format_html(
        '<svg class="vf-quad vf-quad-{}" viewBox="0 0 13 13" aria-hidden="true" focusable="false">{}</svg> {}',
        SQUARES[CustomerType(grade.type)],
        SQUARE,
        CustomerType(grade.type).label,
    )


def _amount(grade: Grade, minor: int | None, line: tuple[str, float, float] | None = None) -> SafeString:
    return format_html(
        '{} <span class="vf-beside{}" title="{}">{}</span>',
        _spark(grade, *line) if line else "",
        " vf-bad" if minor is not None and minor < 0 else "",
        exact_amount(minor, grade.run),
        short_amount(minor, grade.run.digits),
    )


def _spark(grade: Grade, points: str, x: float, y: float) -> SafeString:
    months = grade.months or []
    falls = " vf-spark-bad" if sum(months[:6]) > FALL * sum(months[6:]) else ""
    return format_html(
        '<svg class="vf-spark{}" viewBox="0 0 62 20" aria-hidden="true" focusable="false"><polyline points="{}"/>'
        '<circle r="1.8" cx="{}" cy="{}"/></svg>',
        falls,
        points,
        str(x),
        str(y),
    )


def prepare(rows: Sequence[Any]) -> None:
    """Keep with each row of a list its chip, or None."""
    found = chips_of([row.pk for row in rows])
    for row in rows:
        row.chip = found.get(row.pk)


def _of_grade(name: str) -> Callable[[Any], Any]:
    """What the grade of a row says under a name; nothing without one."""
    return lambda row: getattr(row.chip.grade, name) if row.chip else None


def _money(name: str) -> Callable[[Any], Any]:
    def amount(row: Any) -> Any:
        minor = _of_grade(name)(row)
        return None if minor is None else Decimal(minor).scaleb(-row.chip.run.digits)

    return amount


def _drawn(draw: Callable[[Chip], Any]) -> Callable[[Any], Any]:
    return lambda row: draw(row.chip) if row.chip else ""


def _day(chip: Chip) -> str:
    return date_format(chip.grade.last_order, "SHORT_DATE_FORMAT") if chip.grade.last_order else ""


def _sales(chip: Chip) -> SafeString:
    return _amount(chip.grade, chip.grade.sales, line_of(chip.grade.months))


def _contribution(chip: Chip) -> SafeString:
    return _amount(chip.grade, chip.grade.contribution)


LEADING: tuple[Column[Any], ...] = (
    Column(
        "grade",
        gettext_lazy("Grade"),
        lambda row: row.chip.label if row.chip else None,
        sort="grade",
        draw=_drawn(chip_of),
        place="vf-cell-mark",
    ),
    Column(
        "type",
        gettext_lazy("Type"),
        lambda row: row.chip.grade.get_type_display() if row.chip else None,
        draw=_drawn(lambda chip: _type(chip.grade)),
        place="vf-cell-plain",
    ),
)
"""Columns before the name."""


COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "order",
        gettext_lazy("Last order"),
        _of_grade("last_order"),
        sort="order",
        draw=_drawn(_day),
        place="vf-cell-end vf-cell-plain",
    ),
    Column(
        "sales",
        gettext_lazy("Sales, 12 months"),
        _money("sales"),
        sort="sales",
        draw=_drawn(_sales),
        place="vf-number vf-cell-value",
    ),
    Column(
        "contribution",
        gettext_lazy("Contribution"),
        _money("contribution"),
        sort="contribution",
        draw=_drawn(_contribution),
        place="vf-number vf-cell-plain",
    ),
    Column(
        "score", gettext_lazy("Score"), _of_grade("score"), sort="score", place="vf-number vf-cell-plain", shown=False
    ),
    Column("rank", gettext_lazy("Rank"), _of_grade("rank"), place="vf-number vf-cell-plain", shown=False),
)
"""Columns behind it."""


def card_of(row: Any) -> SafeString | str:
    """What a card of the board says under the name: why it stands here, its type, what it bought in twelve months."""
    if not row.chip:
        return ""
    chip: Chip = row.chip
    return format_html("{} {} {}", chip_of(chip), _type(chip.grade), _amount(chip.grade, chip.grade.sales))


SORTS = {"grade": "score", "score": "score", "order": "last_order", "sales": "sales", "contribution": "contribution"}
"""What the list may be sorted by → the column of the grades."""


def order_by(column: str) -> Order:
    """The list in the order of a column of the grades; customers without one stand last."""

    def whole(rows: Any, descending: bool) -> Any:  # noqa: FBT001  (as the registry calls it)
        run = current_run()
        held = rows.alias(held=FilteredRelation("grades", condition=Q(grades__run=run and run.pk)))
        by = OrderBy(F(f"held__{column}"), descending=descending, nulls_last=True)
        return held.order_by(by, OrderBy(F("id"), descending=descending))

    value = f"grades__{column}"
    return Order(whole, lambda: graded(**{f"{column}__isnull": False}), (value, "grades__account"))
