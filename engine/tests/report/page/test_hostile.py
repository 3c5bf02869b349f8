"""B-58: markup, handlers, formulas and signs that turn the direction are text wherever they stand."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from drawn_page import page
from playwright.sync_api import Page as Tab

from vitalfew.formulas import guard
from vitalfew.report.page_model import Column, Table

Opens = Callable[..., Tab]

pytestmark = pytest.mark.needs("chromium")

NAMES = (
    "<script>document.title='canary'</script>",
    "<img src=x onerror=\"document.title='canary'\">",
    "<svg onload=\"document.title='canary'\">",
    "'\"><iframe srcdoc=\"<script>parent.document.title='canary'</script>\">",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "=HYPERLINK(\"http://127.0.0.1/x\")",
    "\uff0bSUM(1)",
    "abc\u202egnp.exe",
    "javascript:document.title='canary'",
    "</script></style><!-- \u2028 &lt;b&gt;",
    "tab\tand \x07 bell",
    "{small|rich} \n line",
)  # fmt: skip


@pytest.fixture
def tab(open_page: Opens) -> Tab:
    known = page(len(NAMES), names=NAMES, company=NAMES[0], title="Report " + NAMES[2], foot=NAMES[3],
                 definitions=((NAMES[1], NAMES[4]),))  # fmt: skip
    renamed = tuple(
        replace(
            part, title=NAMES[place % 4], remark=NAMES[2], sentence=NAMES[place % 6], table=_with(part.table, NAMES[1])
        )
        for place, part in enumerate(known.sections)
    )
    return open_page(replace(known, sections=renamed, opening=NAMES[:5]))


def _with(table: Table, name: str) -> Table:
    first = table.columns[0]
    return replace(table, columns=(Column(name, first.kind, "=1+1"), *table.columns[1:]), more=name)


def test_nothing_of_the_data_is_ever_markup(tab: Tab) -> None:
    tab.locator("#list .opens").first.click()
    tab.locator("#search").fill("<img")
    assert tab.locator("#list .opens").count() == 1
    tab.locator("details.data > summary").first.click()
    assert tab.title().startswith("Report <svg")
    assert tab.locator("img, iframe, object, main script, [onload], [onerror]").count() == 0


def test_names_are_shown_as_they_are_and_kept_apart(tab: Tab) -> None:
    shown = tab.locator("#list .opens > bdi:first-child").evaluate_all("found => found.map(one => one.textContent)")
    assert shown == list(NAMES)
    direction = tab.locator("#list .opens > bdi:first-child").first.evaluate("one => getComputedStyle(one).unicodeBidi")
    assert direction == "isolate"


def test_b_63_what_leaves_the_page_as_csv_is_no_formula(tab: Tab) -> None:
    with tab.expect_download() as started:
        tab.locator("#list-csv").click()
    raw = started.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["customer_id", "name", "grade"]
    assert [row[1] for row in rows[1:]] == [guard(name) for name in NAMES]


def test_the_csv_of_a_drawing_has_its_exact_numbers_and_no_formula(tab: Tab) -> None:
    with tab.expect_download() as started:
        tab.locator("#part-pareto [data-csv]").click()
    rows = list(csv.reader(io.StringIO(started.value.path().read_text(encoding="utf-8-sig"))))
    known = page(len(NAMES), names=NAMES).sections[0].table
    assert rows[0] == ["'=1+1", "customers", "sales", "share"]
    assert [row[2] for row in rows[1:]] == [f"{row[2]:f}" for row in known.rows]
