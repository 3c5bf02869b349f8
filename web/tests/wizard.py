"""The import of a messy file through its five steps, as somebody at a browser takes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from stage import Visitor


def messy(start: str, orders: int = 30) -> bytes:
    """An export as it comes: titles above the head, two styles of dates, a blank line, two bad rows, a total, in GB18030."""
    day = datetime.now(tz=UTC).date() - timedelta(days=3)
    lines = ["销售明细导出", "", "客户编号,客户名称,订单号,日期,金额"]
    for number in range(orders):
        when = day - timedelta(days=number * 7)
        written = f"{when:%Y-%m-%d}" if number % 2 else f"{when:%Y/%m/%d}"
        customer = f"{start}{number % 3 + 1}"
        lines.append(f"{customer},{customer} 商贸,{start}-{number:04d},{written},{(number + 1) * 1250}.50")
    lines += ["", f"{start}1,{start}1 商贸,{start}-bad,2026-02-30,10.00"]
    lines += [f"{start}2,{start}2 商贸,{start}-worse,2026-03-30,12O.50", "合计,,,,99999.00"]
    return "\r\n".join(lines).encode("gb18030")


def nothing() -> None:
    """Where a worker runs beside, or where nothing is to be looked at."""


@dataclass(frozen=True)
class Wizard:
    """One import; `work` does what waits for the worker, `look` is called on each page."""

    visitor: Visitor
    start: str
    work: Callable[[], object] = nothing
    look: Callable[[], object] = nothing

    def upload(self) -> None:
        """Step 1: the file."""
        page = self.visitor.page
        self.visitor.go("/imports/new")
        self.look()
        file = {"name": "导出.csv", "mimeType": "text/csv", "buffer": messy(self.start)}
        page.locator("input[name=uploads]").set_input_files([file])
        page.locator("input[name=source]").fill(self.start)
        self.visitor.press("Upload and look")
        expect(page.locator("td", has_text=f"{self.start}1 商贸").first).to_be_visible()
        self.look()

    def to_columns(self) -> None:
        """Steps 1 and 2: how it is read."""
        self.upload()
        self.visitor.press("It reads well")
        expect(self.visitor.page).to_have_url(re.compile("/columns$"))
        self.look()

    def to_check(self) -> None:
        """Steps 1 to 3: the dry run, which goes on by itself when the worker has ended."""
        self.to_columns()
        self.visitor.press("Check all rows")
        self.work()
        expect(self.visitor.page).to_have_url(re.compile("/check$"))
        expect(self.visitor.page.locator(".vf-main")).to_contain_text("2026-02-30")
        self.look()

    def to_end(self) -> str:
        """All five; the address of the import."""
        page = self.visitor.page
        self.to_check()
        page.locator("#commit button.vf-button-main").click()
        self.work()
        expect(page.locator("h1")).to_have_text(self.visitor.say("Imported"))
        self.look()
        return page.url.removeprefix(self.visitor.address)
