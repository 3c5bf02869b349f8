"""A browser for the pages: each test opens a file as a person does, and nothing may be said, asked or refused."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from vitalfew.report.page import render
from vitalfew.report.page_model import Page

Open = Callable[..., Tab]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write a page and open it; at the end it must have been silent and alone."""
    heard: list[str] = []
    contexts = []

    def opened(page: Page, *, width: int = 1440, **how: Any) -> Tab:
        file = tmp_path / "report.html"
        file.write_bytes(render(page))
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **how))
        tab = contexts[-1].new_page()
        tab.on("console", lambda message: heard.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: heard.append(f"error: {error}"))
        tab.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))
        tab.on("request", lambda request: heard.append(f"request: {request.url}"))
        tab.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective, e.blockedURI))"
        )
        tab.goto(file.as_uri())
        heard.remove(f"request: {file.as_uri()}")
        if how.get("java_script_enabled", True):
            tab.wait_for_selector("html[data-ready]")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert [line for line in heard if not line.startswith(("request: data:", "request: blob:"))] == []
