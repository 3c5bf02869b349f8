"""Notes and the timeline: own ones are changed with a history, every source stands in one line, page after page."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account, Note, NoteVersion
from vitalfew_web.accounts.services import Overtaken, change_account, change_note, delete_note, write_note
from vitalfew_web.core.models import AuditEntry
from vitalfew_web.core.timeline import LATEST, cursor_from, story

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
BASE = "/customers/K-1001"


def test_a_note_stands_on_the_page_as_it_is_meant(as_: Callable[[str], Client], account: Account) -> None:
    as_("manager").post(f"{BASE}/notes/new", {"text": "They want **two** lines"})
    page = as_("lead").get(f"{BASE}/").content.decode()
    assert "They want <strong>two</strong> lines" in page
    assert f"{BASE}/notes/" not in page.replace(f"{BASE}/notes/new", "").replace(f"{BASE}/notes/preview", "")


def test_a_preview_keeps_nothing(as_: Callable[[str], Client], account: Account) -> None:
    answer = as_("manager").post(f"{BASE}/notes/preview", {"text": "**b** <script>x</script>"})
    assert answer.content.decode().strip() == "<p><strong>b</strong> &lt;script&gt;x&lt;/script&gt;</p>"
    assert not Note.objects.exists()


@pytest.mark.parametrize("text", ["", "   \n", "x" * 10_001])
def test_nothing_and_too_much_are_refused_without_loss(
    as_: Callable[[str], Client], account: Account, text: str
) -> None:
    assert as_("manager").post(f"{BASE}/notes/new", {"text": text}).status_code == 422
    assert not Note.objects.exists()


def test_an_own_note_is_changed_and_its_former_text_kept(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    note = write_note(account=account, text="first", by=cast.manager, at=NOW)
    address = f"{BASE}/notes/{note.pk}"
    assert as_("manager").post(address, {"text": "second", "version": "1"}).status_code == 302
    assert as_("manager").post(address, {"text": "third", "version": "1"}).status_code == 409
    assert (Note.objects.get().text, NoteVersion.objects.get().text) == ("second", "first")
    assert "first" in as_("manager").get(address).content.decode()
    with pytest.raises(Overtaken):
        change_note(note=note, text="x", version=1, by=cast.manager, at=NOW)
    # The audit keeps that it was changed, not what: a text may have to go.
    assert "first" not in str(list(AuditEntry.objects.values_list("before", "after")))


def test_a_note_of_another_is_not_changed(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    note = write_note(account=account, text="first", by=cast.manager, at=NOW)
    for call in (as_("lead").get, as_("lead").post):
        assert call(f"{BASE}/notes/{note.pk}").status_code == 403
    with pytest.raises(PermissionDenied):
        delete_note(note=note, version=1, by=cast.lead, at=NOW)


def test_a_deleted_note_is_on_no_page(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    note = write_note(account=account, text="secret plan", by=cast.manager, at=NOW)
    as_("manager").post(f"{BASE}/notes/{note.pk}/delete", {"version": 1})
    assert "secret plan" not in as_("manager").get(f"{BASE}/").content.decode()
    assert as_("manager").get(f"{BASE}/notes/{note.pk}").status_code == 404


def test_the_timeline_has_every_entry_once_page_after_page(cast: Cast, account: Account) -> None:
    """Notes and changes, many at one moment."""
    for turn in range(30):
        write_note(account=account, text=f"note {turn}", by=cast.manager, at=NOW + timedelta(minutes=turn // 7))
        fields = {"region": f"region {turn}"}
        at = NOW + timedelta(minutes=turn // 7)
        change_account(account=account, fields=fields, version=turn + 1, by=cast.manager, at=at)
    seen, before, pages = [], None, 0
    while True:
        stretch = story(account, cast.manager, before=before)
        seen += [entry.cursor for entry in stretch.entries]
        pages += 1
        if not stretch.next:
            break
        before = cursor_from(stretch.next)
        assert before is not None
    assert len(seen) == len(set(seen)) == 61
    assert seen == sorted(seen, key=lambda each: (each.at, each.source, each.key), reverse=True)
    assert pages == -(-61 // LATEST)


def test_changes_only_leaves_notes_out(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    write_note(account=account, text="only words", by=cast.manager, at=NOW)
    change_account(account=account, fields={"channel_role": "dealer"}, version=1, by=cast.manager, at=NOW)
    page = as_("manager").get(f"{BASE}/timeline?only=changes").content.decode()
    assert "only words" not in page
    assert "Changed: role in the trade." in page
    assert "→ dealer" in page


@pytest.mark.parametrize(
    "before", ["x", "~~", "2026-11-24T09:00:00~audit~1", "2026-11-24T09:00:00+00:00~audit~-1", "%00"]
)
def test_a_cursor_that_is_none_begins_at_the_newest(
    as_: Callable[[str], Client], account: Account, before: str
) -> None:
    assert "Customer opened" in as_("manager").get(f"{BASE}/timeline", {"before": before}).content.decode()


def test_a_part_alone_is_given_to_a_page_that_asks_for_more(as_: Callable[[str], Client], account: Account) -> None:
    part = as_("manager").get(f"{BASE}/timeline", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Customer opened" in part
