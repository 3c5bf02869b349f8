"""Every page in the states that it has: what `make screens` takes pictures of.

A page that is added gets its rows here; web/tests/architecture/test_screens.py holds the list to the table of addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from wizard import Wizard

if TYPE_CHECKING:
    from stage import Visitor

Steps = Callable[["Visitor"], None]


@dataclass(frozen=True)
class Shot:
    """One page in one state: name of its address, what it shows, who looks, where, and what they do there first."""

    route: str
    state: str
    who: str | None
    path: str
    steps: Steps | None = None

    def __str__(self) -> str:
        return f"{self.route.replace(':', '-')}-{self.state}"


def send(visitor: Visitor) -> None:
    """Send the form of the page as it is."""
    visitor.page.locator("main form:not([role=search]) .vf-button-main").first.click()
    visitor.page.wait_for_load_state()


def fill_in(visitor: Visitor) -> None:
    """Something in every field that wants a text."""
    for field in visitor.page.locator("main :is([type=email], [type=password])").all():
        field.fill("not.it@example.com")


def name_a_token(visitor: Visitor) -> None:
    """A token that may do all that is offered."""
    visitor.page.locator("[name=name]").fill(f"Night export {token_hex(2)}")
    for box in visitor.page.locator("[name=scopes]").all():
        box.check()
    send(visitor)


def make_a_token(visitor: Visitor) -> None:
    """One token, and back to the list."""
    visitor.go("/me/tokens/new")
    name_a_token(visitor)
    visitor.go("/me/tokens/")


def send_nonsense(visitor: Visitor) -> None:
    """Send what cannot be right."""
    fill_in(visitor)
    send(visitor)


def log_in_wrongly(visitor: Visitor) -> None:
    """Once with a word that is not it."""
    visitor.page.locator("[name=login]").fill("zhou.kai@example.com")
    visitor.page.locator("[name=password]").fill("not the word")
    send(visitor)


def log_in_too_often(visitor: Visitor) -> None:
    """Until no more tries are given."""
    for _ in range(6):
        visitor.go("/login/")
        visitor.page.locator("[name=login]").fill(f"nobody.{visitor.look}@example.com")
        visitor.page.locator("[name=password]").fill("not the word")
        send(visitor)


def send_a_form_of_yesterday(visitor: Visitor) -> None:
    """Its token is no longer good."""
    fill_in(visitor)
    visitor.page.locator("[name=csrfmiddlewaretoken]").evaluate_all("all => all.forEach((each) => each.remove())")
    send(visitor)


def save_what_another_changed(visitor: Visitor) -> None:
    """Somebody else saves between opening the form and saving it."""
    other = visitor.page.context.new_page()
    for page, region in ((other, "North"), (visitor.page, "South")):
        if page is other:
            page.goto(visitor.page.url)
        page.locator("[name=region]").fill(f"{region} {visitor.look}")
        page.locator("main form:not([role=search]) .vf-button-main").first.click()
        page.wait_for_load_state()


def open_the_menu(visitor: Visitor) -> None:
    """Of the person, at the head or at the foot."""
    place = ".vf-bottom" if visitor.look.size == "phone" else ".vf-top"
    visitor.page.locator(f"{place} details > summary").last.click()


def invite(visitor: Visitor) -> None:
    """Somebody new."""
    visitor.page.locator("main [name=name]").fill("Nora New")
    visitor.page.locator("[name=email]").fill(f"nora.{visitor.look}@example.com")
    send(visitor)


def follow(*ways: str) -> Steps:
    """Click one thing after the other."""

    def click(visitor: Visitor) -> None:
        for way in ways:
            visitor.page.locator(f"main {way}").first.click()
            visitor.page.wait_for_load_state()

    return click


def write_down(visitor: Visitor) -> None:
    """A task, and open it."""
    visitor.page.locator("main [name=text]").fill("Ask for the new terms")
    send(visitor)
    visitor.go("/tasks/")
    follow("a.vf-lead")(visitor)


def write_a_note(visitor: Visitor, text: str = "They plan a **second line**.") -> None:
    """As somebody without a script may send even an empty one."""
    visitor.page.locator(".vf-note textarea").evaluate("area => area.required = false")
    visitor.page.locator(".vf-note textarea").fill(text)
    visitor.page.locator(".vf-note [type=submit], .vf-note button:not([formaction])").last.click()
    visitor.page.wait_for_load_state()


def write_nothing(visitor: Visitor) -> None:
    """An empty note."""
    write_a_note(visitor, "")


def change_a_note(visitor: Visitor) -> None:
    """Open a note again."""
    write_a_note(visitor)
    follow("a[href*='/notes/']")(visitor)


def read_in(visitor: Visitor) -> None:
    """Upload a messy file."""
    messy_import(visitor).upload()


def name_columns(visitor: Visitor) -> None:
    """Up to the columns."""
    messy_import(visitor).to_columns()


def try_it(visitor: Visitor) -> None:
    """Up to the dry run."""
    messy_import(visitor).to_check()


def take_it(visitor: Visitor) -> None:
    """All five steps."""
    messy_import(visitor).to_end()


def messy_import(visitor: Visitor) -> Wizard:
    """The wizard with a file of which one row is bad."""
    return Wizard(visitor, f"P{str(visitor.look).replace('-', '')}")


PEOPLE = "/customers/C00001/people"

SHOTS = [
    Shot("account_login", "empty", None, "/login/"),
    Shot("account_login", "wrong", None, "/login/", log_in_wrongly),
    Shot("account_login", "too-often", None, "/login/", log_in_too_often),
    Shot("account_login", "old-form", None, "/login/", send_a_form_of_yesterday),
    Shot("account_inactive", "told", None, "/inactive/"),
    Shot("account_logout", "asked", "lin.yue", "/logout/"),
    Shot("account_change_password", "empty", "lin.yue", "/password/"),
    Shot("account_change_password", "wrong", "lin.yue", "/password/", send_nonsense),
    Shot("access:people", "full", "admin", "/people/"),
    Shot("access:people", "no-right", "lin.yue", "/people/"),
    Shot("access:new", "empty", "admin", "/people/new"),
    Shot("access:new", "wrong", "admin", "/people/new", send),
    Shot("access:new", "invited", "admin", "/people/new", invite),
    Shot("access:person", "full", "admin", "/people/2/"),
    Shot("access:welcome", "used-up", None, "/welcome/MQ/used-up/"),
    Shot("access:profile", "full", "lin.yue", "/me/profile"),
    Shot("accounts:list", "empty", "new.here", "/customers/"),
    Shot("accounts:list", "one", "has.one", "/customers/"),
    Shot("accounts:list", "full", "lin.yue", "/customers/"),
    Shot("accounts:list", "filtered", "gao.ming", "/customers/?kind=company&role=dealer&sort=-changed"),
    Shot("accounts:list", "board", "gao.ming", "/customers/?board=grade"),
    Shot("accounts:list", "nothing-found", "lin.yue", "/customers/?q=zzzz"),
    Shot("accounts:list", "no-right", "admin", "/customers/"),
    Shot("accounts:list", "menu", "lin.yue", "/customers/", open_the_menu),
    Shot("accounts:account", "full", "gao.ming", "/customers/C00001/"),
    Shot("accounts:account", "sparse", "has.one", "/customers/ONE/"),
    Shot("accounts:account", "unknown", "lin.yue", "/customers/K-999999/"),
    Shot("accounts:new", "empty", "lin.yue", "/customers/new"),
    Shot("accounts:new", "wrong", "lin.yue", "/customers/new", send),
    Shot("accounts:edit", "full", "gao.ming", "/customers/C00001/edit"),
    Shot("accounts:groups", "empty", "new.here", "/customers/groups"),
    Shot("accounts:new_group", "empty", "lin.yue", "/customers/groups/new"),
    Shot("accounts:new_group", "wrong", "lin.yue", "/customers/groups/new", send),
    Shot("accounts:groups", "full", "lin.yue", "/customers/groups"),
    Shot("accounts:group", "full", "lin.yue", "/customers/groups", follow("td.vf-cell-end a")),
    Shot("accounts:choose_groups", "none", "gao.ming", "/customers/C00001/groups"),
    Shot("access:roles", "full", "admin", "/people/roles/"),
    Shot("access:new_role", "empty", "admin", "/people/roles/new"),
    Shot("access:role", "full", "admin", "/people/roles/1/"),
    Shot("access:teams", "full", "admin", "/people/teams/"),
    Shot("access:new_team", "empty", "admin", "/people/teams/new"),
    Shot("access:team", "full", "admin", "/people/teams/1/"),
    Shot("access:sessions", "full", "lin.yue", "/me/sessions/"),
    Shot("access:tokens", "empty", "lin.yue", "/me/tokens/"),
    Shot("access:tokens", "no-right", "chen.wei", "/me/tokens/"),
    Shot("access:tokens", "full", "maria.ortiz", "/me/tokens/", make_a_token),
    Shot("access:new_token", "empty", "lin.yue", "/me/tokens/new"),
    Shot("access:new_token", "wrong", "lin.yue", "/me/tokens/new", send),
    Shot("access:new_token", "made", "gao.ming", "/me/tokens/new", name_a_token),
    Shot("work:today", "full", "lin.yue", "/"),
    Shot("work:today", "empty", "new.here", "/"),
    Shot("work:tasks", "empty", "new.here", "/tasks/"),
    Shot("work:tasks", "full", "lin.yue", "/tasks/?whose=all"),
    Shot("work:new", "empty", "lin.yue", "/tasks/new"),
    Shot("work:task", "full", "lin.yue", "/tasks/new", write_down),
    Shot("work:notifications", "empty", "new.here", "/notifications/"),
    Shot("grading:runs", "full", "gao.ming", "/grading/"),
    Shot("grading:new", "empty", "gao.ming", "/grading/runs/new"),
    Shot("grading:new", "no-right", "chen.wei", "/grading/runs/new"),
    Shot("grading:run", "full", "gao.ming", "/grading/runs/1/"),
    Shot("grading:compare", "full", "gao.ming", "/grading/runs/2/against/1/"),
    Shot("grading:list", "full", "gao.ming", "/grading/runs/1/list"),
    Shot("grading:schemes", "full", "maria.ortiz", "/grading/schemes/"),
    Shot("grading:new_scheme", "empty", "maria.ortiz", "/grading/schemes/new"),
    Shot("grading:scheme", "full", "maria.ortiz", "/grading/schemes/1/"),
    Shot("grading:edit", "full", "maria.ortiz", "/grading/schemes/1/edit"),
    Shot("grading:settings", "full", "maria.ortiz", "/grading/schemes/1/settings"),
    Shot("grading:overrides", "full", "gao.ming", "/grading/overrides/"),
    Shot("grading:portfolio", "full", "gao.ming", "/portfolio/"),
    Shot("grading:portfolio", "framed", "gao.ming", "/portfolio/?serves_from=20&margin_to=35"),
    Shot("grading:override", "full", "gao.ming", "/customers/C00001/override"),
    Shot("grading:why", "full", "gao.ming", "/customers/C00001/why"),
    Shot("accounts:people", "full", "gao.ming", "/customers/C00001/people"),
    Shot("accounts:new_contact", "empty", "gao.ming", "/customers/C00001/people/new"),
    Shot("accounts:contact", "full", "gao.ming", PEOPLE, follow(".vf-rows-item b a")),
    Shot("accounts:edit_contact", "full", "gao.ming", PEOPLE, follow(".vf-rows-item b a", "a.vf-button-main")),
    Shot("accounts:new_note", "wrong", "gao.ming", "/customers/C00003/timeline", write_nothing),
    Shot("accounts:note", "full", "gao.ming", "/customers/C00003/timeline", change_a_note),
    Shot("accounts:history", "full", "gao.ming", "/customers/C00001/history"),
    Shot("accounts:relations", "full", "gao.ming", "/customers/C00001/relations"),
    Shot("accounts:timeline", "full", "gao.ming", "/customers/C00001/timeline"),
    Shot("messaging:list", "empty", "admin", "/messages/"),
    Shot("facts:imports", "full", "maria.ortiz", "/imports/"),
    Shot("facts:new", "empty", "maria.ortiz", "/imports/new"),
    Shot("facts:database", "empty", "maria.ortiz", "/imports/database"),
    Shot("facts:database", "no-right", "chen.wei", "/imports/database"),
    Shot("facts:reading", "full", "maria.ortiz", "/imports/new", read_in),
    Shot("facts:columns", "full", "maria.ortiz", "/imports/new", name_columns),
    Shot("facts:check", "full", "maria.ortiz", "/imports/new", try_it),
    Shot("facts:import", "done", "maria.ortiz", "/imports/new", take_it),
    Shot("facts:import", "unknown", "maria.ortiz", "/imports/99999/"),
    Shot("facts:new", "no-right", "chen.wei", "/imports/new"),
    Shot("facts:orders", "full", "gao.ming", "/customers/C00001/orders/"),
    Shot("accounts:export", "asked", "gao.ming", "/customers/export.xlsx"),
    Shot("accounts:export", "stopped", "tom.becker", "/customers/export.xlsx", send),
    Shot("work:change", "done", "gao.ming", "/changes/1/"),
    Shot("work:change", "unknown", "lin.yue", "/changes/1/"),
    Shot("work:export", "waiting", "gao.ming", "/customers/export.xlsx", send),
    Shot("work:export", "unknown", "gao.ming", "/exports/0123456789abcdef0123456789abcdef/"),
    Shot("accounts:edit", "conflict", "gao.ming", "/customers/C00002/edit", save_what_another_changed),
]

WITHOUT = {
    "core:home": "leads elsewhere",
    "core:job": "a part of the page that waits for it",
    "core:health": "for machines",
    "core:ready": "for machines",
    "access:revoke_token": "takes a form and leads back",
    **dict.fromkeys(("facts:api_batches", "facts:api_batch", "facts:api_rejects"), "for programs"),
    "access:language": "takes a form and leads back",
    **dict.fromkeys(("work:export_file", "grading:list_book", "grading:list_page"), "a file"),
    **dict.fromkeys(("accounts:cell", "accounts:peek", "work:bell"), "a part of a page"),
    **dict.fromkeys(("grading:card", "grading:reasons", "grading:selection", "grading:try"), "a part of a page"),
    **dict.fromkeys(("access:end_sessions_of", "access:end_others", "access:end_session"), "take a form and lead back"),
    **dict.fromkeys(("access:remove_role", "access:remove_team", "accounts:bulk"), "take a form and lead back"),
    **dict.fromkeys(("work:done", "work:reopen", "work:snooze", "work:read", "work:wish"), "take a form and lead back"),
    **dict.fromkeys(("grading:hand_over", "grading:publish", "grading:approve"), "take a form and lead back"),
    "grading:end": "takes a form and leads back",
    "core:palette": "a part of a page, a file, or takes a form and leads back",
    "core:preview": "a part of a page, a file, or takes a form and leads back",
    "core:access_log": "a part of a page, a file, or takes a form and leads back",
    "work:about": "a part of a page, a file, or takes a form and leads back",
    "work:upload": "a part of a page, a file, or takes a form and leads back",
    "work:file": "a part of a page, a file, or takes a form and leads back",
    "work:remove": "a part of a page, a file, or takes a form and leads back",
    "work:restore": "a part of a page, a file, or takes a form and leads back",
    "messaging:again": "a part of a page, a file, or takes a form and leads back",
    "accounts:note_item": "a part of a page, a file, or takes a form and leads back",
    "accounts:drop_item": "a part of a page, a file, or takes a form and leads back",
    "accounts:reveal": "a part of a page, a file, or takes a form and leads back",
    "accounts:preview_note": "a part of a page, a file, or takes a form and leads back",
    "accounts:delete_note": "a part of a page, a file, or takes a form and leads back",
    "accounts:restore": "a part of a page, a file, or takes a form and leads back",
    "facts:fetch": "a part of a page, a file, or takes a form and leads back",
    "facts:commit": "a part of a page, a file, or takes a form and leads back",
    "facts:rejects": "a part of a page, a file, or takes a form and leads back",
    "facts:mend": "a part of a page, a file, or takes a form and leads back",
    "facts:discard": "a part of a page, a file, or takes a form and leads back",
    "facts:undo": "a part of a page, a file, or takes a form and leads back",
    **dict.fromkeys(("accounts:merge_group", "accounts:delete_group"), "take a form and lead back"),
    **dict.fromkeys(("work:save_view", "work:change_view", "work:pin_view"), "take a form and lead back"),
    **dict.fromkeys(("work:delete_view", "work:undo", "work:undo_change"), "take a form and lead back"),
}
"""Addresses that show no page of their own, and why."""
