"""The way in."""

from __future__ import annotations

import re

import pytest
from application import Application
from playwright.sync_api import expect
from stage import Enter, Visitor

from vitalfew_web.demo.services import PASSWORD


@pytest.fixture(autouse=True)
def nobody_tried_before(application: Application) -> None:
    """In twelve looks more people come from one address within a minute than are let in."""
    application.manage("shell", "-v0", told="from django.core.cache import cache; cache.clear()")


def log_in(visitor: Visitor, who: str, password: str) -> None:
    visitor.page.locator("[name=login]").fill(f"{who}@example.com")
    visitor.page.locator("[name=password]").fill(password)
    visitor.page.keyboard.press("Enter")


def test_somebody_logs_in_and_comes_to_their_work(enter: Enter) -> None:
    visitor = enter()
    visitor.go("/customers/?q=wd")
    visitor.holds()
    log_in(visitor, "chen.wei", PASSWORD)
    expect(visitor.page).to_have_url(re.compile(r"/customers/\?q=wd$"))
    visitor.holds()


def test_a_wrong_password_is_said_and_the_address_stays(enter: Enter) -> None:
    visitor = enter()
    visitor.go("/login/")
    log_in(visitor, "zhou.kai", "not the word")
    expect(visitor.page.locator(".errorlist")).to_be_visible()
    expect(visitor.page.locator("[name=login]")).to_have_value("zhou.kai@example.com")
    visitor.holds()
