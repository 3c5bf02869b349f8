"""The list: found, sorted, filtered and leafed through; each grade opens to its reasons."""

from collections.abc import Callable

import pytest
from drawn_page import NAMES, page
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

Opens = Callable[..., Tab]

pytestmark = pytest.mark.needs("chromium")

KNOWN = page(300)
PEOPLE = KNOWN.customers


@pytest.fixture
def tab(open_page: Opens) -> Tab:
    return open_page(KNOWN)


def ids(tab: Tab) -> list[str]:
    return tab.locator("#list .opens .id").all_inner_texts()


@pytest.mark.parametrize(
    "typed", ["bruckner antriebe ag 2", "ＢＲＵＣＫＮＥＲ ANTRIEBE AG 2", "brückner  antriebe-ag 2".replace("-", "")]
)
def test_search_looks_past_width_case_accents_and_spaces(tab: Tab, typed: str) -> None:
    tab.locator("#search").fill(typed)
    wanted = [ident for ident, name in PEOPLE.cells["customer"] if name.startswith("Brückner Antriebe AG 2")]  # type: ignore[misc, union-attr]
    assert ids(tab) == wanted[:50]


def test_search_finds_an_id_and_says_how_many_there_are(tab: Tab) -> None:
    tab.locator("#search").fill("k-00123")
    assert ids(tab) == ["K-00123"]
    expect(tab.locator("#shown")).to_have_text("1 to 1 of 1")


def test_a_head_sorts_by_its_exact_numbers_and_back_missing_ones_last(tab: Tab) -> None:
    head = tab.get_by_role("button", name="Days late")
    late = PEOPLE.cells["late"]
    known = [place for place in range(300) if late[place] is not None]
    head.click()
    assert ids(tab) == [f"K-{place:05}" for place in sorted(known, key=lambda at: (-late[at], at))][:50]  # type: ignore[operator]
    head.click()
    assert tab.locator("#list th[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert ids(tab) == [f"K-{place:05}" for place in sorted(known, key=lambda at: (late[at], at))][:50]  # type: ignore[arg-type, return-value]


def test_a_grade_filters_and_the_pages_go_on_to_the_last(tab: Tab) -> None:
    wanted = [f"K-{place:05}" for place in range(300) if PEOPLE.cells["grade"][place] == "B"]
    tab.locator("#list-grades button", has_text="B").click()
    found = ids(tab)
    while tab.locator("#after").is_enabled():
        tab.locator("#after").click()
        found += ids(tab)
    assert found == wanted


def test_a_customer_opens_by_keyboard_to_points_ranks_and_the_smallest_change(tab: Tab) -> None:
    opens = tab.locator("#list .opens").nth(1)
    opens.focus()
    tab.keyboard.press("Enter")
    reasons = tab.locator("tr.why")
    assert opens.get_attribute("aria-expanded") == "true"
    assert reasons.locator("tbody tr").count() == len(PEOPLE.why.metrics)
    first = reasons.locator("tbody tr").first.locator("td")
    points, rank = PEOPLE.why.points[0][1], PEOPLE.why.ranks[0][1]
    assert first.all_inner_texts()[2:4] == [f"{rank} of 300", f"{points}"]
    change = PEOPLE.change[1]
    assert change is not None
    expect(reasons.get_by_text(change)).to_be_visible()
    tab.keyboard.press("Enter")
    assert tab.locator("tr.why").count() == 0


def test_the_length_of_a_track_is_the_weight_and_its_filling_the_points(tab: Tab) -> None:
    tab.locator("#list .opens").first.click()
    for place, metric in enumerate(PEOPLE.why.metrics):
        track = tab.locator("tr.why .track").nth(place)
        whole, got = (float(track.locator("rect").nth(at).get_attribute("width") or 0) for at in (0, 1))
        points = PEOPLE.why.points[place][0]
        assert points is not None
        assert metric.weight is not None
        assert abs(whole - 160 * float(abs(metric.weight)) / 0.35) <= 0.5
        assert abs(got - whole * float(points) / 100) <= 0.5


def test_names_of_the_list_are_those_of_the_company(tab: Tab) -> None:
    assert tab.locator("#list .opens > bdi").all_inner_texts()[: len(NAMES)] == list(NAMES)
