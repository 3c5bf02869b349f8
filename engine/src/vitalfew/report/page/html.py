"""Page → one file of HTML: the same bytes for the same page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vitalfew.languages import speaking
from vitalfew.report.page.columns import places, shown
from vitalfew.report.page.figures import NONE, NUMBERS, chips, css_class, figure, letter
from vitalfew.report.page.island import island
from vitalfew.report.page.sources import TEMPLATES, charts, policy, running, script, style
from vitalfew.report.page.words import words
from vitalfew.report.page_model import Customers, Page, Section, Width

if TYPE_CHECKING:
    from jinja2 import Environment

FIRST = 30
"""Customers that stand in the page itself: without its script, and on paper."""

SHORT = 12
"""A table of at most so many rows stands beneath its chart; a longer one folds out."""

_SIXTHS: dict[Width, int] = {"third": 2, "half": 3, "full": 6}
TAGS = {"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_BREAKABLE = 8
"""A table of more rows may run over the end of a sheet of paper."""


def render(page: Page) -> bytes:
    """The report as one file that needs nothing else: no request, no font, no clock.

    Works without its script as well: sentences, tables and the first customers stand in the page. A copy of vitalfew
    whose charts were not built is refused.
    """
    with speaking(page.language):
        said = words()
    looks = style() + running(" · ".join(filter(None, (page.company, page.title))), page.foot)
    drawing, own = charts(), script()
    text = (
        environment()
        .get_template("report.html")
        .render(
            page=page,
            words=said,
            chips=chips(page.grades),
            tag=TAGS[page.language],
            sheets=sheets(page.sections),
            numbers={part.id: number for number, part in enumerate(page.sections, start=1)},
            **_list(page.customers),
            data=raw(island(page, said)),
            policy=policy((drawing, own), (looks,)),
            style=raw(looks),
            scripts=[raw(drawing), raw(own)],
        )
    )
    return text.encode()


def sheets(parts: Iterable[Section]) -> list[list[Section]]:
    """The parts in order, as many side by side as fit: thirds and halves until a row is full."""
    rows: list[list[Section]] = []
    room = 0
    for part in parts:
        if room < _SIXTHS[part.width]:
            rows.append([])
            room = _SIXTHS["full"]
        rows[-1].append(part)
        room -= _SIXTHS[part.width]
    return rows


def _list(customers: Customers | None) -> dict[str, Any]:
    """What the list of customers is laid out by, where the page has one."""
    if customers is None:
        return {}
    return {"first": first_rows(customers), "listed": shown(customers.columns), "places": places(customers.columns)}


def first_rows(customers: Customers) -> list[tuple[Any, ...]]:
    """The first customers of the list, row by row."""
    columns = [customers.cells[column.key][:FIRST] for column in shown(customers.columns)]
    return list(zip(*columns, strict=True))


def _shows_table(part: Section) -> bool:
    """Whether the table stands open: there is no drawing, or it is short and says more than the drawing."""
    return part.chart is None or part.chart.kind == "movers" or _is_short(part)


def _is_short(part: Section) -> bool:
    assert part.chart is not None
    return part.chart.kind in ("pareto", "bars") and len(part.table.rows) <= SHORT


def _is_drawn(part: Section) -> bool:
    return part.chart is not None and part.chart.kind != "movers"


def _is_long(rows: Sequence[Any]) -> bool:
    return len(rows) > _BREAKABLE


def raw(text: str) -> Any:
    """A text of this package that goes into the page as it is. Never one that anybody else has written."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - own files and the escaped island alone


def environment() -> Environment:
    """The templates of the page: every text that goes into them is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(NONE=NONE, NUMBERS=NUMBERS, FIRST=FIRST)
    made.filters.update(figure=figure, css_class=css_class, letter=letter)
    made.tests.update(open=_shows_table, drawn=_is_drawn, long=_is_long)
    return made
