"""Taking the example company away: whole, and nothing of one's own; not where people have worked with it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from people import PASSWORD

from vitalfew_web.access.models import Role, User
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import change_account, open_account, write_note
from vitalfew_web.core.models import Job
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.demo.choices import PEOPLE
from vitalfew_web.demo.selectors import company, person
from vitalfew_web.facts.selectors import has_facts
from vitalfew_web.facts.services import import_files
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.tasks import carry_out_run

LATER = datetime(2040, 1, 1, 9, 0, tzinfo=UTC)
STAYS = {"access.role", "core.auditentry", "core.audithead", "demo.company", "django_session.session"}
"""Roles are as they are shipped; the audit is never shortened; the installation knows that the company was here."""


def counts() -> dict[str, int]:
    """Table → how many rows it has."""
    kinds = apps.get_models(include_auto_created=True)
    return {kind._meta.label_lower: kind._base_manager.count() for kind in kinds if kind._meta.managed}


@pytest.fixture
def demo(db: None) -> dict[str, int]:
    """An example company of sixty customers; the rows of every table before it came."""
    before = counts()
    call_command("build_demo", customers=60, stdout=io.StringIO(), stderr=io.StringIO())
    return before


def removed(**options: bool) -> str:
    said = io.StringIO()
    call_command("remove_demo", stdout=said, stderr=io.StringIO(), **options)
    return said.getvalue()


def graded() -> None:
    """Let the run that the build asked for hold."""
    carry_out_run(Job.objects.get(kind="grading.run"), lambda *_: None)


def test_it_goes_whole(demo: dict[str, int]) -> None:
    graded()
    assert Run.objects.get().grades.exists()
    assert "admin@example.com manages people" in removed()
    after = {label: rows for label, rows in counts().items() if label not in STAYS and rows != demo[label]}
    # Who did something stands in the audit, so the names stay: locked out, without role and team.
    assert after.pop("access.user") == len(PEOPLE)
    # The administrator, whom nobody but they themself sees. The run that nobody began is called off.
    assert after == {"access.user_roles": 1, "access.sight": 1}
    assert [user.email for user in User.objects.filter(is_active=True)] == ["admin@example.com"]
    assert not has_facts()
    assert first_broken_seal() is None
    comes_back_when_asked()


def comes_back_when_asked() -> None:
    """It is not built again by itself; asked for, its people are back at their desks."""
    said = io.StringIO()
    call_command("build_demo", customers=60, stdout=said, stderr=io.StringIO())
    assert (Account.objects.count(), "build_demo --again" in said.getvalue()) == (0, True)
    call_command("build_demo", customers=60, again=True, stdout=said, stderr=io.StringIO())
    assert (Account.objects.count(), User.objects.filter(is_active=True).count()) == (60, len(PEOPLE))
    held = company()
    assert held is not None
    assert (held.whole, held.removed_at) == (True, None)


def test_what_is_ones_own_stays(demo: dict[str, int], tmp_path: Path) -> None:
    roles = [Role.objects.get(name=name) for name in ("Sales director", "Administrator")]
    me = add_person(email="me@own.test", name="Me", password=PASSWORD, roles=roles, by=None, at=LATER)
    mine = open_account(fields={"number": "OWN-1", "name": "My customer"}, by=me, at=LATER)
    file = tmp_path / "orders.csv"
    file.write_text("customer_id,order_id,moment,amount\nOWN-1,1,2026-01-08,1250.00\n", encoding="utf-8")
    import_files(files=[("orders", file)], source="mine", by=me, at=LATER)
    assert "me@own.test manages people" in removed()
    assert [account.pk for account in Account.objects.all()] == [mine.pk]
    assert has_facts()
    assert [user.email for user in User.objects.filter(is_active=True)] == ["me@own.test"]


def test_it_stays_where_people_have_worked_with_it(demo: dict[str, int]) -> None:
    director, theirs = person("gao.ming"), Account.objects.get(number="C00001")
    write_note(account=theirs, text="called", by=director, at=LATER)
    change_account(account=theirs, fields={"region": "elsewhere"}, version=1, by=director, at=LATER)
    own = {"number": "OWN-1", "name": "My customer", "parent": theirs}
    open_account(fields=own, by=director, at=LATER)
    before = counts()
    with pytest.raises(CommandError) as refused:
        removed()
    assert [line.strip() for line in str(refused.value).splitlines()[1:-1]] == [
        "1 × Customer changed",
        "1 × Customer opened",
        "1 × Note written",
        "a customer of your own hangs on it: OWN-1 My customer",
    ]
    assert counts() == before
    removed(even_so=True)
    assert list(Account.objects.values_list("number", "owner", "parent")) == [("OWN-1", None, None)]


def test_there_is_nothing_to_remove_where_it_never_was(db: None) -> None:
    with pytest.raises(CommandError, match="no example company"):
        removed()
