"""What the list of customers can be narrowed to: grades, types, and whatever a figure of a run leads to.

A figure leads to the customers of its cell by one of these; web/tests/grading/test_ways.py holds the number in each cell to
the number in the list.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import CustomerType
from vitalfew_web.grading.panels.amounts import language
from vitalfew_web.grading.panels.chips import title_of
from vitalfew_web.grading.selectors import current_run, graded, grades_now, overrides_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vitalfew_web.core.registries import Text


def grade_choices() -> list[tuple[str, Text]]:
    """The grades of the run that holds."""
    run = current_run()
    return [(one["label"], title_of(run, one["label"])) for one in run.scale] if run else []


def of_grade(label: str) -> Q:
    """Customers of a grade, as the run says it or a person."""
    held = overrides_on(timezone.localdate())
    by_hand = Q(pk__in=held.filter(label=label).values("account"))
    return graded() & (by_hand | Q(grades__label=label) & ~Q(pk__in=held.values("account")))


def type_choices() -> list[tuple[str, Text]]:
    """The four types."""
    return list(CustomerType.choices)


def cell_choices() -> list[tuple[str, Text]]:
    """The cells of the grid of recency and frequency."""
    said = _("recency {r}, frequency {f}")
    return [(f"{r}{f}", said.format(r=r, f=f)) for r in range(1, 6) for f in range(1, 6)]


def move_choices() -> list[tuple[str, Text]]:
    """Which way a grade went."""
    return [("up", _("grade went up")), ("down", _("grade went down")), ("loss", _("costs more than it earns"))]


def that_moved(value: str) -> Q:
    """Customers whose grade went up or down in the run that holds, or that cost more than they earn."""
    if value == "loss":
        return graded(contribution__lt=0)
    run = current_run()
    order = [one["label"] for one in run.scale] if run else []
    found = [order[:place] if value == "up" else order[place + 1 :] for place in range(len(order))]
    moves = (Q(grades__was=was, grades__label__in=now) for was, now in zip(order, found, strict=True) if now)
    return graded() & reduce(or_, moves, Q(pk__in=[]))


def of_value(column: str) -> Callable[[str], Q]:
    """Customers whose grade has a value in a column."""
    return lambda value: graded(**{column: value})


def class_choices() -> list[tuple[str, Text]]:
    """The ABC classes that the run that holds gave."""
    found = grades_now().exclude(share_class="").order_by("share_class").values_list("share_class", flat=True)
    return [(name, _("class {name}").format(name=name)) for name in found.distinct()]


def view_choices(view: str) -> Callable[[], list[tuple[str, Text]]]:
    """The labels of a view beside every scheme."""
    return lambda: list(gateways.titles_of(view, language()).items())


def profit_choices() -> list[tuple[str, Text]]:
    """Which side of break-even."""
    return [
        ("plus", _("earns more than it costs")),
        ("even", _("breaks even")),
        ("loss", _("costs more than it earns")),
        ("promotion", _("loyal to promotions only")),
    ]


PROFITS: Mapping[str, Mapping[str, Any]] = {
    "plus": {"contribution__gt": 0},
    "even": {"contribution": 0},
    "loss": {"contribution__lt": 0},
    "promotion": {"promotion_only": True},
}


def of_profit(value: str) -> Q:
    """Customers on a side of break-even, or those that buy under promotions alone."""
    return graded(**PROFITS[value])


NOBODY, BETWEEN = "", "~"
"""No grade, and what stands between the two ends of a range or of a move."""


def said_move(value: str) -> Text | None:
    """A move from one grade to another, `A~B`; `A~` or `~B` where there was or is no grade, `*` is any other grade."""
    was, between, now = value.partition(BETWEEN)
    run = current_run()
    known = {one["label"] for one in run.scale} | {NOBODY, "*"} if run else set()
    if not between or {was, now} - known:
        return None
    words = {NOBODY: _("not graded"), "*": _("another grade")}
    return _("from {was} to {now}").format(was=words.get(was, was), now=words.get(now, now))


def moved_between(value: str) -> Q:
    """Customers that went from one grade to another in the run that holds."""
    was, _between, now = value.partition(BETWEEN)
    before = _other_than("was", now) if was == "*" else Q(grades__was=was)
    after = _other_than("label", was) if now == "*" else Q(grades__label=now)
    return graded() & before & after


def _other_than(column: str, value: str) -> Q:
    """Grades with another value: `~Q` would ask for customers that never had this one."""
    return Q(**{f"grades__{column}__lt": value}) | Q(**{f"grades__{column}__gt": value})


def range_in(value: str) -> tuple[Decimal | None, Decimal | None] | None:
    """The ends of a range such as `40~45`; an end that is left out is open. None for what is no range."""
    first, between, last = value.partition(BETWEEN)
    try:
        ends = tuple(Decimal(text) if text else None for text in (first, last))
    except InvalidOperation:
        return None
    fits = between and any(end is not None for end in ends) and all(end is None or end.is_finite() for end in ends)
    return (ends[0], ends[1]) if fits else None


def said_range(unit: str = "") -> Callable[[str], Text | None]:
    """How a range reads: from … to …."""

    def said(value: str) -> Text | None:
        ends = range_in(value)
        if ends is None:
            return None
        first, last = (None if end is None else f"{number_format(end.normalize())}{unit}" for end in ends)
        if last is None:
            return _("from {first}").format(first=first)
        return _("up to {last}").format(last=last) if first is None else f"{first} – {last}"

    return said


def of_scores(value: str) -> Q:
    """Customers whose score lies in a range; its upper end belongs to the next one."""
    first, last = range_in(value) or (None, None)
    return graded(score__isnull=False, **_ends("score", gte=first, lt=last))


def of_per_cent(column: str) -> Callable[[str], Q]:
    """Customers with so many per cent of their sales in a column of fractions, both ends included."""
    return lambda value: graded(**within(column, value))


def within(column: str, value: str) -> dict[str, Decimal]:
    """So many per cent in a column of grades, as a filter takes it; nothing where the text is no range."""
    first, last = range_in(value) or (None, None)
    return _ends(column, gte=None if first is None else first / 100, lte=None if last is None else last / 100)


def _ends(column: str, **ends: Decimal | None) -> dict[str, Decimal]:
    return {f"{column}__{side}": end for side, end in ends.items() if end is not None}


MOST_FIRST = 100_000


def said_first(value: str) -> Text | None:
    """The first so many customers by sales."""
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= MOST_FIRST):
        return None
    return _("the {n} largest by sales").format(n=number_format(int(value), 0, force_grouping=True))


def of_first(value: str) -> Q:
    """The first so many customers by sales, as the run ranks them."""
    ordered = grades_now().filter(sales__isnull=False).order_by(F("sales").desc(), "customer")
    return graded(pk__in=list(ordered.values_list("pk", flat=True)[: int(value)]))
