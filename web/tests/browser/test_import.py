"""From a messy file to grades, reasons and a list that is sent on; and a whole import taken back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from application import Application
from playwright.sync_api import Page, expect
from stage import Enter, Visitor

WORK = """
import threading
from django.utils import timezone
from vitalfew_web.core.worker import work_once
while any([work_once(timezone.now(), threading.Event(), quick=quick) for quick in (True, False)]):
    pass
"""


def messy(start: str, orders: int = 30) -> bytes:
    """An export as it comes: titles above the head, two styles of dates, a blank line, a bad row, a total, in GB18030."""
    day = datetime.now(tz=UTC).date() - timedelta(days=3)
    lines = ["销售明细导出", "", "客户编号,客户名称,订单号,日期,金额"]
    for number in range(orders):
        when = day - timedelta(days=number * 7)
        written = f"{when:%Y-%m-%d}" if number % 2 else f"{when:%Y/%m/%d}"
        customer = f"{start}{number % 3 + 1}"
        lines.append(f"{customer},{customer} 商贸,{start}-{number:04d},{written},{(number + 1) * 1250}.50")
    lines += ["", f"{start}1,{start}1 商贸,{start}-bad,2026-02-30,10.00", "合计,,,,99999.00"]
    return "\r\n".join(lines).encode("gb18030")


def press(visitor: Visitor, text: str) -> None:
    visitor.page.locator(".vf-main").get_by_role("button", name=visitor.say(text), exact=True).first.click()


def imported(visitor: Visitor, application: Application, start: str) -> str:
    """Import the file through the five steps; the address of the import."""
    page = visitor.page
    visitor.go("/imports/new")
    visitor.holds()
    file = {"name": "导出.csv", "mimeType": "text/csv", "buffer": messy(start)}
    page.locator("input[name=uploads]").set_input_files([file])
    page.locator("input[name=source]").fill(start)
    press(visitor, "Upload and look")
    expect(page.locator("td", has_text=f"{start}1 商贸").first).to_be_visible()
    visitor.holds()
    press(visitor, "It reads well")
    expect(page).to_have_url(re.compile("/columns$"))
    visitor.holds()
    press(visitor, "Check all rows")
    application.manage("shell", "-v0", told=WORK)
    # The page that waits for the work goes on by itself.
    expect(page).to_have_url(re.compile("/check$"))
    expect(page.locator(".vf-main")).to_contain_text("2026-02-30")
    visitor.holds()
    page.locator("form[action$='/commit'] button.vf-button-main").click()
    application.manage("shell", "-v0", told=WORK)
    expect(page.locator("h1")).to_have_text(visitor.say("Imported"))
    visitor.holds()
    return page.url.removeprefix(visitor.address)


def graded(visitor: Visitor, application: Application) -> None:
    visitor.go("/grading/runs/new")
    press(visitor, "Grade all customers")
    expect(visitor.page).to_have_url(re.compile(r"/grading/runs/\d+/$"))
    application.manage("shell", "-v0", told=WORK)


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
    press(visitor, "Undo the whole import")
    application.manage("shell", "-v0", told=WORK)
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
