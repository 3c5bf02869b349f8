"""Parts of a customer's page: what is known, section by section, and what apps above hang on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import asking, colleagues_of
from vitalfew_web.accounts.audit import FIELDS
from vitalfew_web.accounts.choices import OPTIONS, DecisionRole, Function, Item, Kind, Origin, Purpose
from vitalfew_web.accounts.forms import KNOWLEDGE, SECTIONS
from vitalfew_web.accounts.models import WRITTEN, Account, Contact, Note, as_recorded
from vitalfew_web.accounts.permissions import EDIT, NOTE, VIEW
from vitalfew_web.accounts.rules import Birthday, birthday_from, next_birthday
from vitalfew_web.accounts.selectors import Asked, accounts_for, contacts_of, itself, listed_for
from vitalfew_web.core.markup import rendered
from vitalfew_web.core.money import Money, MoneyField, from_plain
from vitalfew_web.core.registries import Hit, Preview
from vitalfew_web.core.selectors import entries_of
from vitalfew_web.core.timeline import Cursor, Told, older, sources_of, story, told
from vitalfew_web.work.selectors import tasks_about

if TYPE_CHECKING:
    from vitalfew_web.core.models import AuditEntry
    from vitalfew_web.core.registries import Text

Section = tuple[Any, list["Fact"]]

IN_HEAD = frozenset({"name", "number", "kind", "expected_per"})
"""Fields that stand in the head of the page already, or beside the amount that they belong to."""


@dataclass(frozen=True)
class Fact:
    """Something known of a customer; with an address where it leads on."""

    label: Text
    value: str
    url: str = ""


def sections_of(account: Account, user: User) -> list[Section]:
    """The sections in which something is known. Other customers are named where this person may see them."""
    related = [account.parent_id, account.introduced_by_id]
    seen = set(accounts_for(user).filter(pk__in=[key for key in related if key]).values_list("pk", flat=True))
    found = [(head, list(_facts(account, names, seen))) for head, names in SECTIONS]
    return [(head, facts) for head, facts in found if facts]


def _facts(account: Account, names: Iterable[str], seen: set[int]) -> Iterable[Fact]:
    labels = {field.name: field.verbose_name for field in account._meta.fields}
    for name in names:
        value = getattr(account, name)
        if not value or name in IN_HEAD:
            continue
        if isinstance(value, Account):
            if value.pk in seen:
                yield Fact(labels[name], value.name, reverse("accounts:account", args=[value.number]))
            continue
        yield Fact(labels[name], _shown(account, name, value), value if name == "website" else "")


def _shown(account: Account, name: str, value: Any) -> str:
    """A value as people read it: amounts and days in their language, choices by their label."""
    if isinstance(value, Money):
        return f"{value.shown()} {account.get_expected_per_display()}"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    shown = getattr(account, f"get_{name}_display", None)
    return str(shown() if shown else value)


def item_words(item: Item, value: str, today: date) -> str:
    """Something personal as people read it: a choice by its label, a birthday with the day on which it is kept next."""
    if item in OPTIONS:
        return str(OPTIONS[item](value).label)
    if item != Item.BIRTHDAY:
        return value
    birthday = birthday_from(value)
    comes = date_format(next_birthday(birthday, today), "SHORT_DATE_FORMAT")
    return _("{day}; next on {comes}").format(day=_birthday_words(birthday), comes=comes)


def _birthday_words(birthday: Birthday) -> str:
    if birthday.lunar:
        text = (
            _("day {day} of the leap lunar month {month}") if birthday.leap else _("day {day} of lunar month {month}")
        )
    else:
        text = _("{month}/{day}")
    day = text.format(month=birthday.month, day=birthday.day)
    return _("{year}, {day}").format(year=birthday.year, day=day) if birthday.year else day


def draw_known(request: HttpRequest, account: Account) -> str:
    """What is known in longer texts."""
    knowledge = [(head, facts) for head, facts in _sections(request, account) if head == KNOWLEDGE]
    return render_to_string("accounts/parts/known.html", {"knowledge": knowledge}, request)


def draw_facts(request: HttpRequest, account: Account) -> str:
    """The short facts."""
    facts = [(head, found) for head, found in _sections(request, account) if head != KNOWLEDGE]
    return render_to_string("accounts/parts/facts.html", {"facts": facts}, request)


def _sections(request: HttpRequest, account: Account) -> list[Section]:
    """The sections, found once for both panels."""
    if not hasattr(account, "sections"):
        account.sections = sections_of(account, asking(request))  # type: ignore[attr-defined]
    found: list[Section] = account.sections  # type: ignore[attr-defined]
    return found


def draw_people(request: HttpRequest, account: Account) -> str:
    """The people at the customer."""
    own = itself(account) if account.kind == Kind.PERSON else None
    content = {"account": account, "people": contacts_of(account), "itself": own}
    return render_to_string("accounts/parts/people.html", {**content, "may_edit": asking(request).may(EDIT)}, request)


def draw_work(_request: HttpRequest, account: Account) -> str:
    """Where the page loads tasks and files about the customer, which are not of this app."""
    place = f"{reverse('work:about')}?{urlencode({'kind': 'accounts.account', 'key': str(account.pk)})}"
    return format_html('<div hx-get="{}" hx-trigger="load" hx-swap="outerHTML"></div>', place)


def draw_timeline(request: HttpRequest, account: Account) -> str:
    """The newest of what happened, and a field for a note; what takes its time is loaded into it."""
    user = asking(request)
    content = {
        "account": account,
        "stretch": story(account, user, at_once=True),
        "rest": any(source.slow for source in sources_of(account, user)),
        "may_note": user.may(NOTE),
    }
    return render_to_string("accounts/parts/timeline.html", content, request)


def recorded(
    account: Account,
    who: User,  # noqa: ARG001  (every source is asked alike)
    before: Cursor | None,
    most: int,
) -> list[Told]:
    """Of the timeline: recorded changes of the customer and of the people at it."""
    people = dict(Contact.objects.filter(account=account).values_list("pk", "name"))
    rows = older(entries_of(("accounts.account", [account.pk]), ("accounts.contact", list(people))), before, "audit")
    entries = list(rows[:most])
    names = [people[entry.subject_id] if entry.subject == "accounts.contact" else "" for entry in entries]
    return [
        replace(one, title=f"{one.title}: {name}" if name else one.title)
        for one, name in zip(told(entries), names, strict=True)
    ]


def noted(account: Account, who: User, before: Cursor | None, most: int) -> list[Told]:
    """Of the timeline: notes."""
    rows = Note.objects.filter(account=account, deleted_at=None).select_related("by")
    return [_as_told(note, account, who) for note in older(rows, before, "note", at="written_at")[:most]]


def _as_told(note: Note, account: Account, who: User) -> Told:
    url = reverse("accounts:note", args=[account.number, note.pk]) if note.by_id == who.pk else ""
    title = _("Note, changed since") if note.version > 1 else _("Note")
    body = rendered(note.text)
    return Told("message", title, note.written_at, note.by.name, source="note", key=note.pk, body=body, url=url)


RELATED = ("owner", "parent", "introduced_by")
"""Fields that the audit keeps as keys of other rows."""


def value_words(name: str, value: Any) -> Any:
    """A recorded value of a customer's field as people read it; keys of people and customers are only told to differ.

    What an app above recorded of a customer, such as its grade, is told as it is.
    """
    if value in (None, ""):
        return None
    if name not in WRITTEN:
        return value
    if name in RELATED:
        return "…"
    field: Any = Account._meta.get_field(name)
    if field.choices:
        return dict(field.flatchoices).get(value, value)
    return from_plain(value).shown() if isinstance(field, MoneyField) else value


def contact_words(name: str, value: Any) -> Any:
    """A recorded value of a contact's field, or of an item, as people read it."""
    if isinstance(value, list):
        return ", ".join(value) or None
    if name in OPTIONS:
        return dict(OPTIONS[name].choices).get(value, value)
    lists: dict[str, Any] = {"origin": Origin, "purpose": Purpose, "function": Function, "decision_role": DecisionRole}
    return dict(lists[name].choices).get(value, value) if name in lists else value


@dataclass(frozen=True)
class FieldChange:
    """A change of one field, with what it was before."""

    field: str
    label: Text
    before: Any
    after: Any
    actor: str
    when: datetime
    entry: int
    can_restore: bool


def field_changes(account: Account, entries: Iterable[AuditEntry], user: User) -> list[FieldChange]:
    """The changes of these entries, field by field; people and customers by name as far as the person sees them.

    A value that the field has now, or another customer whom the person does not see, is not offered to be restored.
    """
    rows = [(entry, name) for entry in entries for name in entry.after if name in WRITTEN]
    keys = {(name, entry_of[name]) for entry, name in rows for entry_of in (entry.before, entry.after)}
    names = _names(keys, user)
    now = as_recorded(account)
    return [
        FieldChange(
            name,
            FIELDS["accounts.account"].get(name, name),
            names.get((name, entry.before[name]), value_words(name, entry.before[name])),
            names.get((name, entry.after[name]), value_words(name, entry.after[name])),
            entry.by.name if entry.by else "Vital Few",
            entry.at,
            entry.pk,
            now.get(name) != entry.before[name] and (name not in RELATED or _is_known(name, entry.before[name], names)),
        )
        for entry, name in rows
    ]


def _is_known(name: str, value: Any, names: dict[tuple[str, Any], str]) -> bool:
    return value is None or (name, value) in names


def _names(keys: set[tuple[str, Any]], user: User) -> dict[tuple[str, Any], str]:
    """The names behind keys of people and of customers."""
    people = dict(
        colleagues_of(user)
        .filter(pk__in=[key for name, key in keys if name == "owner" and key])
        .values_list("pk", "name")
    )
    wanted = [key for name, key in keys if name in RELATED[1:] and key]
    others = dict(accounts_for(user).filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    found = {(name, key): (people if name == "owner" else others).get(key) for name, key in keys if name in RELATED}
    return {pair: text for pair, text in found.items() if text}


def hits_for(user: User, text: str, most: int) -> list[Hit]:
    """Customers that somebody may mean by a text, for the palette."""
    if not user.may(VIEW):
        return []
    return [
        Hit(
            account.name,
            reverse("accounts:account", args=[account.number]),
            "building-store",
            note=account.number,
            end=account.owner.name if account.owner else "",
            subject=("accounts.account", account.pk),
        )
        for account in listed_for(user, Asked(text=text))[:most]
    ]


def actions_on(user: User, hit: Hit) -> list[Hit]:
    """What somebody may do with a customer that was found."""
    if not hit.subject or hit.subject[0] != "accounts.account" or not user.may(EDIT):
        return []
    return [Hit(_("Edit {name}").format(name=hit.title), f"{hit.url}edit", "pencil", letter="e")]


def preview_of(user: User, key: int) -> Preview | None:
    """A customer in short, beside the palette; None where somebody does not see it."""
    account = accounts_for(user).select_related("owner").filter(pk=key).first() if user.may(VIEW) else None
    if account is None:
        return None
    labels = {field.name: field.verbose_name for field in account._meta.fields}
    shown = {
        "owner": account.owner.name if account.owner else _("nobody"),
        "channel_role": account.get_channel_role_display(),
        "size": account.get_size_display(),
        "phone": account.phone,
        "email": account.email,
    }
    tasks = list(tasks_about(user, "accounts.account", key).open()[:3])
    notes = [(_("To do"), " · ".join(task.text for task in tasks))] if tasks else []
    notes += [
        (str(labels[name]).capitalize(), getattr(account, name))
        for name in ("situation", "needs")
        if getattr(account, name)
    ]
    return Preview(
        account.name,
        reverse("accounts:account", args=[account.number]),
        " · ".join(filter(None, (account.number, account.industry, account.region))),
        facts=[(labels[name], str(value)) for name, value in shown.items() if value],
        notes=[(label, text[:300]) for label, text in notes],
    )
