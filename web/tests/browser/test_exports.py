"""A long list taken out as a file that a worker makes."""

from __future__ import annotations

import re

from application import Application
from playwright.sync_api import expect
from stage import Enter


def test_a_long_list_is_made_behind_the_page_and_saved(enter: Enter, application: Application) -> None:
    visitor = enter("gao.ming")
    page = visitor.page
    visitor.go("/customers/export.xlsx?sort=-name")
    visitor.holds()
    page.locator("[name=name]").fill("My customers")
    page.locator(".vf-main .vf-button-main").click()
    expect(page).to_have_url(re.compile("/exports/[0-9a-f]{32}/$"))
    visitor.holds()
    application.work()
    # The page that waits for the work goes on by itself.
    save = page.get_by_role("link", name=visitor.say("Save the file"))
    expect(save).to_be_visible()
    visitor.holds()
    with page.expect_download() as saved:
        save.click()
    assert saved.value.suggested_filename == "My customers.xlsx"
    assert saved.value.path().read_bytes()[:2] == b"PK"
    visitor.go("/notifications/")
    expect(page.locator(".vf-main")).to_contain_text("My customers.xlsx")
