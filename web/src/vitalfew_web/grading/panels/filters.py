"""What the list of customers can be narrowed to: grades, types, and whatever a figure of a run leads to.

A figure leads to the customers of its cell by one of these; web/tests/grading/test_ways.py holds the number in each cell to
the number in the list.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vitalfew_web.grading import gateways
from vitalfew_web.grading.choices import CustomerType
from vitalfew_web.grading.models import Grade
from vitalfew_web.grading.panels.amounts import language
from vitalfew_web.grading.panels.chips import title_of
from vitalfew_web.grading.selectors import current_run, grades_now, overrides_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from vitalfew_web.core.registries import Text


def grade_choices() -> list[tuple[str, Text]]:
    """The grades of the run that holds."""
    run = current_run()
    return [(one["label"], title_of(run, one["label"])) for one in run.scale] if run else []


def with_grade(rows: Any, label: str) -> Any:
    """Customers of a grade, as the run says it or a person."""
    held = overrides_on(timezone.localdate())
    by_run = grades_now().filter(label=label).exclude(account__in=held.values("account")).values("account")
    return rows.filter(pk__in=by_run) | rows.filter(pk__in=held.filter(label=label).values("account"))


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


def with_move(rows: Any, value: str) -> Any:
    """Customers whose grade went up or down in the run that holds, or that cost more than they earn."""
    run = current_run()
    if value == "loss":
        return _those(rows, grades_now().filter(contribution__lt=0))
    order = [one["label"] for one in run.scale] if run else []
    pairs = [(was, now) for was in order for now in order if (order.index(now) < order.index(was)) == (value == "up")]
    found = grades_now().none()
    for was, now in pairs:
        if was != now:
            found = found | grades_now().filter(was=was, label=now)
    return _those(rows, found)


def _those(rows: Any, grades: Any) -> Any:
    return rows.filter(pk__in=grades.values("account"))


def with_value(column: str) -> Callable[[Any, str], Any]:
    """Narrows a list to customers whose grade has a value in a column."""
    return lambda rows, value: _those(rows, grades_now().filter(**{column: value}))


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


PROFITS = {
    "plus": Q(contribution__gt=0),
    "even": Q(contribution=0),
    "loss": Q(contribution__lt=0),
    "promotion": Q(promotion_only=True),
}


def with_profit(rows: Any, value: str) -> Any:
    """Customers on a side of break-even, or those that buy under promotions alone."""
    return _those(rows, grades_now().filter(PROFITS[value]))


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


def with_move_between(rows: Any, value: str) -> Any:
    """Customers that went from one grade to another in the run that holds."""
    was, _between, now = value.partition(BETWEEN)
    found = grades_now()
    found = found.exclude(was=now) if was == "*" else found.filter(was=was)
    found = found.exclude(label=was) if now == "*" else found.filter(label=now)
    return _those(rows, found)


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


def with_scores(rows: Any, value: str) -> Any:
    """Customers whose score lies in a range; its upper end belongs to the next one."""
    first, last = range_in(value) or (None, None)
    found = grades_now().filter(score__isnull=False)
    found = found if first is None else found.filter(score__gte=first)
    return _those(rows, found if last is None else found.filter(score__lt=last))


def with_per_cent(column: str) -> Callable[[Any, str], Any]:
    """Narrows a list to customers with so many per cent of their sales in a column of fractions, both ends included."""

    def narrow(rows: Any, value: str) -> Any:
        return _those(rows, within(grades_now(), column, value))

    return narrow


def within(grades: Any, column: str, value: str) -> Any:
    """Grades with so many per cent in a column; all where the text is no range."""
    first, last = range_in(value) or (None, None)
    found = grades if first is None else grades.filter(**{f"{column}__gte": first / 100})
    return found if last is None else found.filter(**{f"{column}__lte": last / 100})


MOST_FIRST = 100_000


def said_first(value: str) -> Text | None:
    """The first so many customers by sales."""
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= MOST_FIRST):
        return None
    return _("the {n} largest by sales").format(n=number_format(int(value), 0, force_grouping=True))


def with_first(rows: Any, value: str) -> Any:
    """The first so many customers by sales, as the run ranks them."""
    ordered = grades_now().filter(sales__isnull=False).order_by(F("sales").desc(), "customer")
    keys = ordered.values_list("pk", flat=True)[: int(value)]
    return rows.filter(pk__in=Grade.objects.filter(pk__in=list(keys)).values("account"))
