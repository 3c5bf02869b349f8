"""From the list to a customer and back, in every script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from stage import Enter, Visitor


def opened(visitor: Visitor, name: str) -> str:
    """A new customer, opened through the form; its address."""
    visitor.go("/customers/new")
    visitor.page.locator("form [name=name]").fill(name)
    visitor.page.get_by_role("button", name=visitor.say("Save"), exact=True).click()
    expect(visitor.page).to_have_url(re.compile(r"/customers/K-\d+/$"))
    return visitor.page.url.removeprefix(visitor.address)


def save(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name=visitor.say("Save"), exact=True).click()


def find(page: Page, text: str) -> None:
    page.locator(".vf-main input[name=q]").fill(text)
    page.locator(".vf-main input[name=q]").press("Enter")


@pytest.mark.parametrize("text", ["云帆锦", "雲帆錦", "yunfanjin", "yfj"])
def test_a_customer_is_found_opened_and_changed(enter: Enter, text: str) -> None:
    visitor = enter("lin.yue")
    page = visitor.page
    opened(visitor, f"云帆锦精工 {visitor.look} {text}")
    visitor.go("/customers/")
    visitor.holds()
    find(page, text)
    expect(page.locator("[data-vf-row]").first).to_contain_text("云帆锦精工")
    visitor.holds()
    # On a desk a click shows the customer beside the list; Enter opens the page everywhere.
    page.locator("[data-vf-open]").first.press("Enter")
    expect(page.locator("h1")).to_contain_text("云帆锦精工")
    visitor.holds()
    page.locator("a[href$='/edit']").first.click()
    page.locator("[name=region]").fill("East China")
    visitor.holds()
    save(visitor)
    expect(page.locator(".vf-main")).to_contain_text("East China")
    expect(page.locator(".vf-main")).to_contain_text(visitor.say("Saved."))
    visitor.holds()


def test_who_saves_second_sees_what_the_first_one_wrote(enter: Enter) -> None:
    first, second = enter("lin.yue"), enter("gao.ming")
    address = opened(first, f"Two at once {first.look}")
    for visitor in (first, second):
        visitor.go(f"{address}edit")
    first.page.locator("[name=region]").fill("North")
    save(first)
    second.page.locator("[name=region]").fill("South")
    save(second)
    for text in ("North", "South"):
        expect(second.page.locator("[role=alert] td", has_text=text)).to_be_visible()
    second.holds()
    save(second)
    expect(second.page).to_have_url(re.compile(f"{address}$"))
    expect(second.page.locator(".vf-main")).to_contain_text("South")


def test_a_stranger_finds_nothing(enter: Enter) -> None:
    address = opened(enter("lin.yue"), "Only ours")
    stranger = enter("zhou.kai")
    stranger.go("/customers/?q=only ours")
    expect(stranger.page.locator("#results")).to_contain_text(stranger.say("No customer is like that"))
    stranger.holds()
    assert stranger.go(address) == 404
    stranger.holds()


def test_all_of_it_by_keys_alone(enter: Enter) -> None:
    visitor = enter("lin.yue")
    page = visitor.page
    opened(visitor, f"Keyboard Works {visitor.look}")
    visitor.go("/customers/")
    page.keyboard.press("Tab")
    expect(page.locator(".vf-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".vf-main input[name=q]").focus()
    page.keyboard.type("keyboard works")
    page.keyboard.press("Enter")
    expect(page.locator("[data-vf-row]").first).to_contain_text("Keyboard Works")
    page.locator(".vf-skip").focus()
    page.keyboard.press("j")
    expect(page.locator("[data-vf-open]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Keyboard Works")
    visitor.holds()
