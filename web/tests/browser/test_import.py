"""From a messy file to grades, reasons and a list that is sent on; and a whole import taken back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from application import Application
from playwright.sync_api import Page, expect
from stage import Enter, Visitor
from wizard import Wizard


def imported(visitor: Visitor, application: Application, start: str) -> str:
    """Import the file through the five steps; the address of the import."""
    return Wizard(visitor, start, application.work, visitor.holds).to_end()


def graded(visitor: Visitor, application: Application) -> None:
    visitor.go("/grading/runs/new")
    visitor.press("Grade all customers")
    expect(visitor.page).to_have_url(re.compile(r"/grading/runs/\d+/$"))
    application.work()


def chip(page: Page) -> str:
    return page.locator("h1 .vf-grade").first.inner_text()


def test_a_messy_file_becomes_grades_reasons_and_a_list(enter: Enter, application: Application) -> None:
    visitor = enter("gao.ming")
    page, start = visitor.page, f"M{str(visitor.look).replace('-', '')}"
    imported(visitor, application, start)
    graded(visitor, application)
    visitor.go(f"/customers/{start}3/")
    was = chip(page)
    visitor.go(f"/customers/{start}3/why")
    page.wait_for_load_state("networkidle")
    visitor.holds()
    visitor.go(f"/customers/{start}3/override")
    other = "D" if was != "D" else "A"
    page.locator("[name=label]").select_option(other)
    page.locator("[name=reason]").fill("They told us of a large project.")
    page.locator("[name=until]").fill((datetime.now(tz=UTC).date() + timedelta(days=90)).isoformat())
    visitor.holds()
    page.locator(".vf-main form button.vf-button-main").click()
    visitor.go(f"/customers/{start}3/")
    assert chip(page).startswith(other)
    with page.expect_download() as download:
        page.evaluate("place => { location.href = place }", f"/customers/export.csv?q={start}3")
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert f"{start}3" in lines[1]


def test_an_import_is_taken_back_whole(enter: Enter, application: Application) -> None:
    visitor = enter("gao.ming")
    page, start = visitor.page, f"U{str(visitor.look).replace('-', '')}"
    address = imported(visitor, application, start)
    visitor.go(f"/customers/{start}1/orders/")
    expect(page.locator(".vf-main")).to_contain_text(f"{start}-0000")
    visitor.go(address)
    visitor.press("Undo the whole import")
    application.work()
    visitor.go(address)
    expect(page.locator("h1")).to_have_text(visitor.say("Undone"))
    visitor.holds()
    # The customers that it had opened are gone with it.
    assert visitor.go(f"/customers/{start}1/") == 404


def test_a_stranger_sees_nothing_of_an_import(enter: Enter, application: Application) -> None:
    visitor = enter("gao.ming")
    address = imported(visitor, application, f"S{str(visitor.look).replace('-', '')}")
    assert enter("tom.becker").go(address) == 404
    assert enter("chen.wei").go(address) == 403
