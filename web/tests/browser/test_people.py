"""Colleagues, and what somebody sets for themself."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from stage import Enter

WORD = "a quiet long word"


def test_a_colleague_is_invited_and_comes_in(enter: Enter) -> None:
    administrator = enter("admin")
    page = administrator.page
    administrator.go("/people/")
    administrator.holds()
    administrator.go("/people/new")
    administrator.holds()
    address = f"new.{administrator.look}@example.com"
    page.locator("form [name=name]").fill("Nora New")
    page.locator("[name=email]").fill(address)
    page.get_by_role("button", name=administrator.say("Invite"), exact=True).click()
    link = page.locator("input[readonly]").first
    expect(link).to_have_value(re.compile("/welcome/"))
    administrator.holds()
    colleague = enter()
    colleague.go(link.input_value().removeprefix(administrator.address))
    colleague.holds()
    for field in ("new_password1", "new_password2"):
        colleague.page.locator(f"[name={field}]").fill(WORD)
    colleague.page.keyboard.press("Enter")
    expect(colleague.page).to_have_url(re.compile("/login/"))
    colleague.page.locator("[name=login]").fill(address)
    colleague.page.locator("[name=password]").fill(WORD)
    colleague.page.keyboard.press("Enter")
    expect(colleague.page.locator("h1")).to_contain_text("Nora New")
    colleague.holds()


def test_somebody_takes_another_language_where_they_are(enter: Enter) -> None:
    visitor = enter("anna.keller")
    visitor.go("/customers/")
    other = "zh-hant" if visitor.look.language != "zh-hant" else "en"
    place = ".vf-bottom" if visitor.look.size == "phone" else ".vf-top"
    button = visitor.page.locator(f"{place} button[name=language][value={other}]")
    visitor.page.locator(f"{place} details:has(button[name=language]) > summary").click()
    visitor.holds()
    button.click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", other)
    expect(visitor.page).to_have_url(re.compile("/customers/$"))
    visitor.holds()
