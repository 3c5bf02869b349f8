"""What a reader sees: every drawing, in three languages, light and dark, on a desk, a phone and paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from drawn_page import page
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from vitalfew.report.page import sources

Opens = Callable[..., Tab]

pytestmark = pytest.mark.needs("chromium")

KNOWN = page(120)
DRAWN = [part for part in KNOWN.sections if part.chart is not None and part.chart.kind != "movers"]


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_every_figure_is_drawn_and_nothing_is_wider_than_the_screen(
    open_page: Opens, language: str, width: int, scheme: Any
) -> None:
    tab = open_page(page(120, language=language), width=width, color_scheme=scheme)
    for part in DRAWN:
        drawing = tab.locator(f'[data-chart="{part.id}"]')
        assert drawing.locator("svg path, svg text").count() > 3
        assert part.sentence in (drawing.get_attribute("aria-label") or "")
    assert tab.evaluate("document.documentElement.scrollWidth") == width


def test_amounts_share_a_unit_by_column_and_are_exact_in_their_title(open_page: Opens) -> None:
    figure = open_page(KNOWN).locator(".strip data").first
    expect(figure).to_have_text("492.2M")
    assert figure.get_attribute("title") == "492,234,871.55"


def test_amounts_in_chinese_are_counted_in_ten_thousands(open_page: Opens) -> None:
    tab = open_page(page(120, language="zh-hans"))
    assert tab.locator(".strip data").all_inner_texts()[:2] == ["4.92亿", "5,591万"]


def test_a_number_below_zero_has_a_real_minus(open_page: Opens) -> None:
    texts = open_page(KNOWN).locator("td.change data").all_inner_texts()
    assert texts == ["−4.0", "−3.0", "−2.0", "−1.0", "0.0", "+1.0", "+2.0", "+3.0"]


def on_paper(tab: Tab) -> None:
    tab.emulate_media(media="print", color_scheme="dark")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_paper_is_light_has_whole_drawings_and_the_first_thirty_customers(open_page: Opens) -> None:
    tab = open_page(KNOWN, width=695, color_scheme="dark")
    on_paper(tab)
    assert tab.locator("#list tbody tr").count() == 30
    expect(tab.locator(".first-only")).to_have_text(re.compile("first 30 of 120"))
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(15, 23, 42)"
    for part in DRAWN:
        drawing = tab.locator(f'[data-chart="{part.id}"]')
        whole, room = drawing.locator("svg").bounding_box(), drawing.bounding_box()
        assert whole is not None
        assert room is not None
        assert (whole["width"] <= room["width"] + 1, whole["height"]) == (True, room["height"])
    cut = "found => found.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)"
    assert tab.locator(".frame").evaluate_all(cut) == []
    for control in ("#print", "#toolbar", "#paging", "[data-tools]"):
        expect(tab.locator(control).first).to_be_hidden()


def test_after_printing_the_page_is_as_before(open_page: Opens) -> None:
    tab = open_page(KNOWN)
    before = tab.locator("main").inner_html()
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("#list tbody tr").count() == 50
    assert re.sub(r"zr\d+-\w+", "", tab.locator("main").inner_html()) == re.sub(r"zr\d+-\w+", "", before)


def test_a_pdf_of_the_page_has_few_sheets_of_paper(open_page: Opens) -> None:
    pdf = open_page(KNOWN).pdf(prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 2 <= sheets <= 6


def test_without_its_script_the_page_still_says_and_shows(open_page: Opens) -> None:
    tab = open_page(KNOWN, java_script_enabled=False)
    expect(tab.get_by_text(KNOWN.opening[0])).to_be_visible()
    expect(tab.locator("#list tbody tr")).to_have_count(30)
    assert tab.locator("#part-pareto td.money").first.inner_text() == f"{KNOWN.sections[0].table.rows[0][2]:,}"
    tab.locator("#part-whale summary").click()
    expect(tab.locator("#part-whale table")).to_be_visible()
    expect(tab.locator("#toolbar")).to_be_hidden()


def test_a_drawing_leaves_the_page_as_a_picture(open_page: Opens) -> None:
    tab = open_page(KNOWN)
    for part in DRAWN:
        with tab.expect_download() as started:
            tab.locator(f"#part-{part.id} [data-png]").click()
        assert started.value.suggested_filename == f"{part.id}.png"
        assert started.value.path().read_bytes().startswith(b"\x89PNG")


def test_every_control_is_reached_by_keyboard_with_a_name(open_page: Opens) -> None:
    tab = open_page(page(3))
    names = tab.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, a')]
            .filter((one) => one.offsetParent !== null && !one.disabled)
            .map((one) => [one.tabIndex, (one.textContent || one.placeholder || one.title).trim()])"""
    )
    assert len(names) > 10
    assert [one for one in names if one[0] < 0 or not one[1]] == []


GROUNDS = {"ink": ("bg", "surface", "sunk"), "ink2": ("surface", "sunk"), "muted": ("bg", "surface", "sunk"),
           "accent-ink": ("surface", "accent-soft"), "good": ("surface", "good-soft"), "bad": ("surface", "bad-soft"),
           "a-ink": ("a",), "b-ink": ("b",), "c-ink": ("c",), "d-ink": ("surface",)}  # fmt: skip


@pytest.mark.parametrize("dark", [False, True])
def test_text_has_the_contrast_of_wcag_aa_on_every_ground(dark: bool) -> None:
    light, _, night = sources.style().partition("@media screen and (prefers-color-scheme: dark)")
    tokens = dict(re.findall(r"--([\w-]+): (#\w{6})", light))
    tokens |= dict(re.findall(r"--([\w-]+): (#\w{6})", night)) if dark else {}
    poor = {
        (ink, ground): contrast(tokens[ink], tokens[ground]) for ink, grounds in GROUNDS.items() for ground in grounds
    }
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 2)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
