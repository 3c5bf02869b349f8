"""A browser on the application as it is run: people who are logged in, and what every page must hold to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from application import Application, manage
from conftest import find
from django.utils import translation
from looks import Look
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
HEAVIEST = 250_000
"""Bytes of a page with all that it needs, as they come over the line to a browser that was never there."""

AUDIT = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.help} (${each.nodes.slice(0, 3).map((node) => node.target).join(", ")})`)"""

LOG_IN = """
import json
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from vitalfew_web.access.models import User
from django.utils import timezone
from vitalfew_web.access.models import Role, Team
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.services import open_account
from vitalfew_web.work.models import Change
traits = {"roles": [Role.objects.get(name="Account manager")], "team": Team.objects.get(name="East")}
for key, name in (("new.here", "Nina New"), ("has.one", "Otto One")):
    add_person(email=f"{key}@example.com", name=name, password=None, by=None, at=timezone.now(), **traits)
otto = User.objects.get(email="has.one@example.com")
open_account(fields={"name": "Elbe Werft GmbH", "number": "ONE"}, by=otto, at=timezone.now())
gao = User.objects.get(email="gao.ming@example.com")
refused = ["宏远机电 was changed meanwhile", "2 that are not yours"]
traits = {"list_name": "accounts", "action": "give", "title": "Give 1,203 to another owner", "query": "kind=company"}
Change.objects.create(
    pk=1, by=gao, **traits, parts=[0] * 1203, done=1203, changed=1200, left=3, refused=refused, steps=["x"],
    asked_at=timezone.now(), ended_at=timezone.now(),
)
store = import_module(settings.SESSION_ENGINE).SessionStore
found = {}
for user in User.objects.all():
    session = store()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    found[user.email.partition("@")[0]] = session.session_key
print(json.dumps(found))
"""


def sessions(env: Mapping[str, str]) -> dict[str, str]:
    """Everybody of the example company, and two who are new there, logged in: who → key of the session."""
    return dict(json.loads(manage(env, "shell", "-v0", told=LOG_IN).splitlines()[-1]))


@contextmanager
def browsing(program: str) -> Iterator[Browser]:
    """Chromium of the machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitor:
    """Somebody at a browser, and what their pages said and asked for."""

    page: Page
    address: str
    look: Look
    complaints: list[str] = field(default_factory=list)
    weighed: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda fault: self.complaints.append(f"script: {fault}"))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._came)

    def go(self, path: str) -> int:
        """Open a page; the answer's status."""
        self.weighed.clear()
        # A browser that is on its way there already has no answer to tell of.
        answer = self.page.goto(self.address + path) or self.page.reload()
        assert answer is not None, path
        return answer.status

    def say(self, text: str, **values: str) -> str:
        """A text of the application in the language of this look."""
        with translation.override(self.look.language):
            return translation.gettext(text).format(**values)

    def press(self, text: str) -> None:
        """The first button of the page with this text."""
        self.page.locator(".vf-main").get_by_role("button", name=self.say(text), exact=True).first.click()

    def holds(self) -> None:
        """What every page holds to: open to all, light, silent, at home, and no wider than the screen."""
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate(Path(find("axe")).read_text(encoding="utf-8"))
        barred = self.page.evaluate(AUDIT)
        assert not barred, f"{self.page.url}: {'; '.join(barred)}"
        assert not self.complaints, "; ".join(self.complaints)
        weight = sum(request.sizes()["responseBodySize"] for request in self.weighed)
        assert weight <= HEAVIEST, f"{self.page.url} weighs {weight} bytes"
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} is {wide} px wider than the screen"

    def _heard(self, message: ConsoleMessage) -> None:
        # The browser itself notes each answer that refuses; those are seen by their status.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _came(self, request: Request) -> None:
        self.weighed.append(request)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"asks elsewhere: {request.url}")


@dataclass
class Stage:
    """Where journeys are played."""

    application: Application
    browser: Browser
    sessions: Mapping[str, str]
    contexts: list[BrowserContext] = field(default_factory=list)

    def visitor(self, look: Look, who: str | None = None, *, scripts: bool = True) -> Visitor:
        """Somebody at a fresh browser: one of the example company by the first part of the address, or a stranger.

        Without `scripts` the browser runs none.
        """
        width, height = look.viewport
        options: dict[str, Any] = {"viewport": {"width": width, "height": height}, "color_scheme": look.theme}
        if look.size == "phone":
            options |= {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}
        context = self.browser.new_context(
            locale=LOCALES[look.language], reduced_motion="reduce", java_script_enabled=scripts, **options
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        if who is not None:
            self._set(who, look)
            cookie = {"name": "sessionid", "value": self.sessions[who], "url": self.application.address}
            context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie may be told by its address alone
        return Visitor(context.new_page(), self.application.address, look)

    def clear(self) -> None:
        """Close all browsers of one journey."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    def _set(self, who: str, look: Look) -> None:
        """Let a person have the language and appearance of a look, as the page of the profile would set them."""
        rows = "UPDATE access_user SET language = ?, theme = ? WHERE email = ?"
        database = sqlite3.connect(Path(self.application.env["VF_DATA"]) / "vitalfew.sqlite3", timeout=20)
        with database:
            database.execute(rows, [look.language, look.theme, f"{who}@example.com"])
        database.close()


LOCALES = {"en": "en-GB", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}
Enter = Callable[..., Visitor]
