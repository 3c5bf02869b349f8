"""Address books: their people become contacts of customers. The dry run finds the customers, the commit writes, undo takes back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.choices import Item, Origin, Purpose
from vitalfew_web.accounts.permissions import EDIT
from vitalfew_web.accounts.rules import Birthday
from vitalfew_web.accounts.selectors import accounts_for, alike_for, contacts_of, numbers_of
from vitalfew_web.accounts.services import (
    Entry,
    TakenContact,
    Told,
    added_by,
    alike_in,
    problem_in,
    take_contact,
    take_contact_back,
)
from vitalfew_web.core.listing.files import without_formulas
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status, Unknown
from vitalfew_web.facts.models import ImportBatch, ImportedContact
from vitalfew_web.facts.rules.books import book_in
from vitalfew_web.facts.rules.cards import Card, NotCards, as_kept, birthday_of
from vitalfew_web.facts.rules.vcards import is_vcard, vcards_in
from vitalfew_web.facts.selectors import store_place
from vitalfew_web.facts.services.checking import SHOWN, Heard
from vitalfew_web.facts.services.local import finish
from vitalfew_web.facts.services.matching import Matched, decided, matched
from vitalfew_web.facts.services.places import clear, files_of, folder_of, rejects_of

LARGEST = 50_000_000
"""Bytes of an address book; those of phones are small but for their pictures."""

HEAD = ("line", "column", "value", "reason", "name", "company", "phones", "e-mails")


def cards_of(batch: ImportBatch) -> list[Card]:
    """The cards of the files of an import. A ValidationError says why there is none."""
    place = files_of(batch)
    if place.is_dir() or batch.size > LARGEST:
        raise ValidationError(_("Bring one address book of at most 50 MB; export it without pictures if it is larger."))
    content = place.read_bytes()
    try:
        return vcards_in(content) if is_vcard(content) else book_in(content)
    except NotCards as problem:
        words = {
            "none": _("There is no contact in this file."),
            "many": _("There are more than 10,000 contacts in this file. Split it."),
            "columns": _(
                "This is no address book: a column of names is missing, or one of numbers, e-mails or companies."
            ),
        }
        raise ValidationError(words[str(problem)]) from None


def check_cards(*, batch: ImportBatch, by: User, heard: Heard) -> None:
    """Read the cards, find their customers, and write down what an import would do."""
    cards = cards_of(batch)
    heard(0, len(cards), _("Reading contacts"))
    good, bad = [], []
    for card in cards:
        problem = _problem(card, batch.at)
        (bad.append((card, problem)) if problem else good.append(card))
    _write_rejects(batch, bad)
    kept = [as_kept(card) for card in good]
    (folder_of(batch) / "cards.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    found = matched(firms_of(good), by=by, coded=False)
    told = _told(good, found, decided(found.doubtful, {}), by)
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if held.status != Status.CHECKING:
            return
        held.rows, held.rejected, held.status = len(cards), len(bad), Status.CHECKED
        held.new, held.changed, held.known = (told[name] for name in ("create", "update", "same"))
        held.checked = _checked(cards, good, found, told)
        held.save()


def _problem(card: Card, at: datetime) -> tuple[str, str, str] | None:
    if not card.is_whole:
        return "", "", _("The card breaks off before its end.")
    if card.birthday and _birthday(card) == "":
        return "birthday", "", _("There is no such day.")
    return problem_in(_entry(card, personal=True), at)


def _birthday(card: Card) -> str:
    """The birthday in its plain form; empty where it is none."""
    found = birthday_of(card.birthday)
    if found is None or not 1 <= found[1] <= 12:
        return ""
    year, month, day = found
    return str(Birthday(month, day, year)) if year is None or 1000 <= year <= 9999 else ""


def _entry(card: Card, *, personal: bool) -> Entry:
    items = {Item.BIRTHDAY: _birthday(card) if card.birthday else "", Item.HOME: card.home} if personal else {}
    said = {str(item): value for item, value in items.items() if value}
    return Entry(card.name, card.phones, card.mails, card.post, said)


def firms_of(cards: Sequence[Card]) -> dict[str, str]:
    """What the cards call their customers → the name that they have for it."""
    return {card.number or card.firm: card.firm or card.number for card in cards if card.number or card.firm}


def _told(cards: Sequence[Card], found: Matched, chosen: Mapping[str, str], by: User) -> dict[str, int]:
    """How many contacts would be added, changed, stay as they are; of customers that are known."""
    numbers = {**found.known, **{firm: number for firm, number in chosen.items() if number not in {"", "-"}}}
    accounts = {one.number: one for one in accounts_for(by).filter(number__in=set(numbers.values()))}
    people = {number: list(contacts_of(account)) for number, account in accounts.items()}
    told = {"create": 0, "update": 0, "same": 0}
    for card in cards:
        number = numbers.get(card.number or card.firm, "")
        if number in people:
            entry = _entry(card, personal=False)
            one = alike_in(people[number], entry)
            told["create" if one is None else "update" if added_by(one, entry) else "same"] += 1
        elif (card.number or card.firm) in found.unknown:
            told["create"] += 1
    return told


def _checked(cards: Sequence[Card], good: Sequence[Card], found: Matched, told: dict[str, int]) -> dict[str, Any]:
    alone = [(place, card) for place, card in enumerate(good) if not (card.number or card.firm)]
    return {
        "accepted": len(good),
        "cards": {
            **told,
            "total": len(cards),
            "personal": sum(bool(card.birthday or card.home) for card in good),
            "alone": len(alone),
            "alone_some": [_shown(place, card) for place, card in alone[:SHOWN]],
        },
        "by_name": found.by_name,
        "unknown": len(found.unknown),
        "unknown_some": [{"id": id_, "name": name} for id_, name in list(found.unknown.items())[:SHOWN]],
        "doubtful": len(found.doubtful),
        "doubtful_some": [{"id": id_, "candidates": each} for id_, each in list(found.doubtful.items())[:SHOWN]],
        "hidden": len(found.hidden),
    }


def _shown(place: int, card: Card) -> dict[str, Any]:
    return {"place": place, "name": card.name, "reach": " · ".join([*card.phones, *card.mails][:2])}


def _write_rejects(batch: ImportBatch, bad: Sequence[tuple[Card, Any]]) -> None:
    """The rejected cards as a file; nothing of what is personal stands in it."""
    rejects_of(batch).unlink(missing_ok=True)
    if not bad:
        return
    with rejects_of(batch).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        columns = {"name": _("name"), "phones": _("phones"), "mails": _("e-mails"), "birthday": _("birthday")}
        for card, (name, value, reason) in bad:
            said = (
                columns.get(name, name),
                value,
                reason,
                card.name,
                card.firm,
                " / ".join(card.phones),
                " / ".join(card.mails),
            )
            writer.writerow([card.line, *map(without_formulas, said)])


def refuse_without_grounds(decisions: Mapping[str, Any], by: User) -> None:
    """Refuse what is personal without source and purpose, and a person who may not write contacts."""
    if not by.may(EDIT):
        raise ValidationError(_("You may import facts, but not write the people at customers."))
    if not decisions.get("personal"):
        return
    if decisions.get("origin") not in Origin.values or decisions.get("purpose") not in Purpose.values:
        raise ValidationError(
            _("Birthdays and home addresses are kept only with where they are from and what they are for.")
        )


def opened_by(batch: ImportBatch, found: Matched, chosen: Mapping[str, str]) -> list[Told]:
    """The customers that the commit opens, where that was chosen."""
    if batch.decisions.get("unknown") != Unknown.CREATE:
        return []
    others = found.unknown | {id_: id_ for id_, number in chosen.items() if number == ""}
    return [Told(id_, "", {"name": name or id_}) for id_, name in others.items()]


def kept_cards(batch: ImportBatch) -> list[Card]:
    """The cards that the dry run found good."""
    kept = json.loads((folder_of(batch) / "cards.json").read_text(encoding="utf-8"))
    return [Card(**each) for each in kept]


def write_cards(
    *, batch: ImportBatch, cards: Sequence[Card], numbers: Mapping[str, str], by: User, at: datetime, heard: Heard
) -> int:
    """Write the people, each with what undoes it; those that a dead worker wrote already are passed over.

    Gives how many belong to a customer; the others are left out.
    """
    belonging = 0
    done = set(batch.contacts.values_list("place", flat=True))
    alone = _chosen_alone(batch, by)
    for place, card in enumerate(cards):
        heard(place, len(cards), _("Writing contacts"))
        number = numbers.get(card.number or card.firm, "") or alone.get(str(place), "")
        account = accounts_for(by).filter(number=number).first() if number else None
        belonging += account is not None
        if account and place not in done:
            with transaction.atomic():
                taken = take_contact(
                    account=account, entry=_entry(card, personal=_wants(batch)), **_grounds(batch), by=by, at=at
                )
                _note(batch, place, taken)
    return belonging


def _wants(batch: ImportBatch) -> bool:
    return bool(batch.decisions.get("personal"))


def _grounds(batch: ImportBatch) -> dict[str, str]:
    return {name: batch.decisions.get(name, "") for name in ("origin", "purpose")}


def _chosen_alone(batch: ImportBatch, by: User) -> dict[str, str]:
    """Place of a card without a company → number of the customer that somebody wrote beside it, by number or name."""
    written = {place: text.strip() for place, text in batch.decisions.get("alone", {}).items() if text.strip()}
    numbers = numbers_of(by, written.values())
    alike = alike_for(by, written.values())
    found = {}
    for place, text in written.items():
        named = alike.get(text)
        found[place] = numbers.get(text.lower()) or (named.certain[0][0] if named and len(named.certain) == 1 else "")
    return found


def _note(batch: ImportBatch, place: int, taken: TakenContact) -> None:
    if taken.before is None or taken.is_changed:
        ImportedContact.objects.create(
            batch=batch,
            place=place,
            contact=taken.contact,
            before=taken.before,
            after=dict(taken.after),
            items=list(taken.items),
        )


def end_cards(*, batch: ImportBatch, belonging: int, by: User, at: datetime) -> None:
    """Write down what became of the cards, of which so many belong to customers."""
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if held.status != Status.RUNNING:
            return
        new = held.contacts.filter(before__isnull=True).count()
        changed = held.contacts.count() - new
        held.opened = held.accounts.filter(before={}).count()
        version = gateways.version(store_place())
        known = max(belonging - new - changed, 0)
        finish(
            batch=held, taken=gateways.Taken(None, version, held.rows, new, changed, known, held.rejected), by=by, at=at
        )
    clear(batch, rejects_too=False)


def put_contacts_back(*, batch: ImportBatch, by: User | None, at: datetime) -> None:
    """Take the people of an import back, each as far as nobody worked with them since."""
    for each in _noted(batch):
        with transaction.atomic():
            before = each.before
            done = TakenContact(each.contact, before, each.after, each.items)
            take_contact_back(contact=each.contact, done=done, by=by, at=at)
            ImportedContact.objects.filter(pk=each.pk).delete()


def _noted(batch: ImportBatch) -> Iterator[ImportedContact]:
    yield from ImportedContact.objects.select_related("contact").filter(batch=batch).order_by("-place")
