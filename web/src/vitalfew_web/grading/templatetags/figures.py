"""Cells of figures as the engine works them out: exact for programs, readable for people. `{% load figures %}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vitalfew.report.page.island import inert

register = template.Library()

NUMBERS = frozenset({"count", "money", "share", "score", "number", "change", "days"})
NONE = SafeString('<span class="vf-muted">–</span>')
LETTERS = frozenset("ABC")


@register.simple_tag
def island(data: Any) -> SafeString:
    """What the script that draws needs, inside the page: the engine writes no sign that could end the element."""
    return format_html('<script id="data" type="application/json">{}</script>', SafeString(inert(data)))


@register.simple_tag
def cell(value: Any, kind: str, chips: Mapping[str, Any], total: object = None, way: str = "") -> SafeString | str:
    """A cell by its kind: a number that the page's script may shorten, a chip, a customer that leads to its page.

    A number of customers with a `way` leads to the list of them.
    """
    if way and value not in (None, 0, "0"):
        return format_html(
            '<a class="vf-way-in" href="{}?{}">{}</a>', reverse("accounts:list"), way, cell(value, kind, chips, total)
        )
    if value is None:
        return NONE
    if kind == "customer":
        return format_html(
            '<a class="vf-lead" href="{}">{}</a>', reverse("accounts:account", args=[value[0]]), value[1] or value[0]
        )
    if kind in NUMBERS:
        return number(value, kind)
    if kind == "month":
        return format_html('<time datetime="{}" data-kind="month">{}</time>', value, value)
    if kind == "class" and not total:
        return format_html(
            '<span class="vf-class vf-class-{}">{}</span>', value if value in LETTERS else "other", value
        )
    if kind == "grade" and value in chips:
        chip = chips[value]
        return format_html(
            '<span class="vf-grade vf-grade-{}" title="{}">{}</span>', chip["tone"], chip["title"], chip["chip"]
        )
    return str(value)


@register.simple_tag
def number(value: Any, kind: str) -> SafeString | str:
    """A number as the language writes it, with all its digits; its exact value beside it."""
    if value is None:
        return NONE
    exact = Decimal(str(value))
    return format_html('<data value="{}" data-kind="{}">{}</data>', f"{exact:f}", kind, written(exact, kind))


def written(exact: Decimal, kind: str) -> str:
    """A number in words of its kind: shares in per cent, changes with their sign."""
    if kind == "share":
        text = f"{number_format(100 * exact, 1)} %"
    else:
        places = {"score": 1, "change": 1, "count": 0}.get(kind)
        text = number_format(exact, places, force_grouping=True)
    sign = "+" if kind == "change" and exact > 0 else ""
    return sign + text.replace("-", "−")


@register.filter
def is_number(kind: str) -> bool:
    """Whether cells of a kind stand at the right."""
    return kind in NUMBERS


@register.filter
def is_below(value: Any, kind: str) -> bool:
    """Whether a number lies below zero."""
    return kind in NUMBERS and value is not None and Decimal(str(value)) < 0


@register.filter
def side(kind: str) -> str:
    """The class of a cell by its kind."""
    return "vf-number" if kind in NUMBERS else "vf-cell-wide" if kind == "sentence" else "vf-cell-text"


@register.simple_tag
def cells(
    row: Sequence[Any], columns: Sequence[Any], ways: Mapping[str, Any] | None = None, place: int | None = None
) -> list[tuple[Any, Any, str]]:
    """The cells of a row, each with its column and where it leads; of the row of totals without a `place`."""
    known = ways or {}
    rows = known.get("rows") or []
    leads = known.get("total", {}) if place is None else rows[place] if place < len(rows) else {}
    return [(column, value, leads.get(column["key"], "")) for column, value in zip(columns, row, strict=True)]
