"""Writing with an input method, and a browser that runs no scripts."""

from __future__ import annotations

import re

from playwright.sync_api import CDPSession, Page, expect
from stage import Enter, Visitor

from vitalfew_web.demo.services import PASSWORD

QUIET = 900
"""Milliseconds in which a field that asks while one types would have asked."""


class Asked:
    """What a page asks for with a text in it."""

    def __init__(self, page: Page) -> None:
        self.texts: list[str] = []
        page.on("request", lambda request: self.texts.extend(re.findall(r"[?&]q=([^&]*)", request.url)))


def compose(method: CDPSession, *steps: str) -> None:
    """What an input method shows in a field before the words are chosen."""
    for text in steps:
        place = {"selectionStart": len(text), "selectionEnd": len(text)}
        method.send("Input.imeSetComposition", {"text": text, **place})


def written(visitor: Visitor, field: str, steps: tuple[str, ...], word: str) -> tuple[list[str], list[str]]:
    """What is asked for while a word is composed, and what once it is chosen."""
    page = visitor.page
    page.locator(field).focus()
    asked = Asked(page)
    method = page.context.new_cdp_session(page)
    compose(method, *steps)
    page.wait_for_timeout(QUIET)
    meanwhile = list(asked.texts)
    method.send("Input.insertText", {"text": word})
    expect(page.locator(field)).to_have_value(word)
    page.wait_for_timeout(QUIET)
    return meanwhile, asked.texts[len(meanwhile) :]


PINYIN = ("h", "ho", "hong", "hong'y", "hong'yuan")
HONGYUAN = "%E5%AE%8F%E8%BF%9C"


def test_the_search_of_a_list_waits_until_the_word_is_chosen(enter: Enter) -> None:
    visitor = enter("gao.ming")
    visitor.go("/customers/")
    meanwhile, then = written(visitor, ".vf-main input[name=q]", PINYIN, "宏远")
    assert (meanwhile, then) == ([], [HONGYUAN])
    expect(visitor.page).to_have_url(re.compile(re.escape(HONGYUAN)))


def test_the_palette_waits_until_the_word_is_chosen(enter: Enter) -> None:
    visitor = enter("gao.ming")
    visitor.go("/customers/")
    visitor.page.locator("[data-vf-palette]:visible").first.click()
    field = visitor.page.locator("dialog[open] input[name=q]")
    expect(field).to_be_visible()
    meanwhile, then = written(visitor, "dialog[open] input[name=q]", PINYIN, "宏远")
    assert meanwhile == []
    assert set(then) == {HONGYUAN}


def test_without_scripts_people_log_in_find_a_customer_and_change_it(enter: Enter) -> None:
    visitor = enter(scripts=False)
    page = visitor.page
    visitor.go("/customers/")
    page.locator("[name=login]").fill("gao.ming@example.com")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button").first.click()
    expect(page).to_have_url(re.compile("/customers/$"))
    search = page.locator(".vf-main input[name=q]")
    search.fill("C00003")
    search.press("Enter")
    expect(page).to_have_url(re.compile("q=C00003"))
    expect(page.locator("[data-vf-row]")).to_have_count(1)
    page.locator("[data-vf-open]").first.click()
    expect(page).to_have_url(re.compile("/customers/C00003/$"))
    page.locator("a[href$='/edit']").first.click()
    page.locator("[name=region]").fill("Without scripts")
    page.locator("main form:not([role=search]) .vf-button-main").first.click()
    expect(page).to_have_url(re.compile("/customers/C00003/$"))
    expect(page.locator(".vf-main")).to_contain_text("Without scripts")


def test_without_scripts_a_list_is_narrowed_and_put_in_order(enter: Enter) -> None:
    visitor = enter("gao.ming", scripts=False)
    page = visitor.page
    visitor.go("/customers/")
    page.locator("summary.vf-filter-add").click()
    page.locator("select[name=role]").select_option("dealer")
    page.locator(".vf-menu-fields noscript button, .vf-menu-fields button").first.click()
    expect(page).to_have_url(re.compile("role=dealer"))
    if visitor.look.size == "desk":
        page.locator("#by-number").click()
        expect(page).to_have_url(re.compile("sort=number"))
    expect(page.locator("[data-vf-row]").first).to_be_visible()
