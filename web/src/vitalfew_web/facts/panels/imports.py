"""Parts of the import pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.choices import Urgency
from vitalfew_web.core.registries import Deed, Waiting, WorkItem
from vitalfew_web.core.timeline import Change, changes_of
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import LABELS, OPEN, Table
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.panels.mending import SHOWN
from vitalfew_web.facts.permissions import IMPORT
from vitalfew_web.facts.rules import SYNONYMS
from vitalfew_web.facts.services.columns import OF_ACCOUNT, OWN
from vitalfew_web.facts.services.mending import rejected_rows

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text

STEPS = (
    gettext_lazy("Source"),
    gettext_lazy("Sheet and encoding"),
    gettext_lazy("Columns"),
    gettext_lazy("Dry run"),
    gettext_lazy("Commit"),
)


@dataclass(frozen=True)
class Step:
    """A step of the wizard: done, the one where somebody is, or to come."""

    label: Text
    done: bool
    here: bool


def steps(here: int, *, done: bool = False) -> list[Step]:
    """The five steps, of which one is here."""
    return [Step(label, done or place < here, place == here and not done) for place, label in enumerate(STEPS, start=1)]


def waiting_imports(user: User, _at: datetime, shown: int) -> Waiting:
    """The imports that somebody began and has not ended: for the page Today."""
    if not user.may(IMPORT):
        return Waiting((), 0)
    rows = ImportBatch.objects.filter(by=user, status__in=OPEN)
    items = [_waiting(batch) for batch in rows[:shown]]
    return Waiting(items, rows.count() if len(items) == shown else len(items))


def _waiting(batch: ImportBatch) -> WorkItem:
    url = reverse("facts:import", args=[batch.pk])
    why = f"{batch.get_table_display()} · {batch.get_status_display()}"
    return WorkItem(batch.file_name, why, url, Urgency.SOON, Deed(_("Go on"), url))


def first_rows(batch: ImportBatch) -> list[list[str]]:
    """The first rows as they are read, cell by cell under their headers."""
    columns = [column["values"] for column in batch.looked.get("columns", [])]
    height = max((len(values) for values in columns), default=0)
    return [[values[row] if row < len(values) else "" for values in columns] for row in range(height)]


def targets(table: str) -> list[tuple[Text, list[tuple[str, str]]]]:
    """What a column can be taken for, in groups."""
    known = [(name, field_label(name)) for name, _meaning, _required in gateways.fields_of(table)]
    groups: list[tuple[Text, list[tuple[str, str]]]] = [(Table(table).label, known)]
    if table == Table.CUSTOMERS:
        fields = {each.name: each for each in Account._meta.fields}
        own = [(f"{OF_ACCOUNT}{name}", str(fields[name].verbose_name).capitalize()) for name in SYNONYMS]
        groups.append((_("The customer's page"), own))
        groups.append((_("Further"), [(OWN, _("keep among the facts as it is"))]))
    return groups


def field_label(name: str) -> str:
    """The name of a column for people."""
    return str(LABELS.get(name) or name.replace("_", " ").capitalize())


@dataclass(frozen=True)
class Share:
    """A part of a bar that is 1,000 wide."""

    kind: str
    start: int
    width: int


def shares(**parts: int) -> list[Share]:
    """Parts of a bar; what is there at all can be seen."""
    total = sum(parts.values())
    found, start = [], 0
    for kind, count in parts.items():
        width = max(round(1000 * count / total), 4) if count else 0
        if width:
            found.append(Share(kind, start, width))
        start += width
    return found


def verdict(batch: ImportBatch) -> dict[str, Any]:
    """The counts of a dry run as a page shows them: of customers where the file lists customers, else of orders or rows."""
    found = batch.checked
    accounts, cards = found.get("accounts"), found.get("cards")
    if cards:
        create, update, skip, reject = cards["create"], cards["update"], cards["same"], batch.rejected
    elif accounts:
        create, update, skip = accounts["create"], accounts["update"], accounts["same"]
        reject = batch.rejected + accounts["problems"]
    else:
        create, update, skip, reject = batch.new, batch.changed, batch.known, batch.rejected
    return {
        "create": create,
        "update": update,
        "skip": skip,
        "reject": reject,
        "share": reject / batch.rows if batch.rows else 0,
        "bar": shares(create=create, update=update, skip=skip, reject=reject),
        "nothing": not (
            create or update or (cards and (cards["alone"] or batch.checked["doubtful"] or cards["personal"]))
        ),
        "values": accounts["values"] if accounts else 0,
        "fields": [(field_label(_plain_field(name)), count) for name, count in accounts["fields"]] if accounts else [],
        "most": accounts["fields"][0][1] if accounts and accounts["fields"] else 0,
        "amount": money(batch),
    }


@dataclass(frozen=True)
class Update:
    """A customer that the import would change, and what of it, each in a sentence."""

    number: str
    name: str
    changes: list[str]


def updates(batch: ImportBatch) -> list[Update]:
    """The first customers that would change."""
    found = (batch.checked.get("accounts") or {}).get("update_some", [])
    return [Update(each["number"], each["name"], _sentences(each["before"], each["after"])) for each in found]


def _sentences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Owners stand there by name already; of other fields the audit knows the words."""
    owner = [Change(_("owner"), before.get("owner"), after["owner"])] if "owner" in after else []
    others = {name: value for name, value in after.items() if name != "owner"}
    return [each.sentence for each in (*owner, *changes_of("accounts.account", before, others))]


def _plain_field(name: str) -> str:
    return {"parent": "parent_id"}.get(name, name)


def left_out(batch: ImportBatch) -> int:
    """Rows that could be taken and were left out, because somebody chose so."""
    accepted: int = batch.checked.get("accepted", 0)
    if batch.table == Table.CONTACTS:
        return max(accepted - batch.new - batch.changed - batch.known, 0)
    return max(accepted - batch.rows, 0) if batch.store_batch else 0


def money(batch: ImportBatch) -> str:
    """The sum of the amounts, with its currency; empty where there are none."""
    if batch.amount is None:
        return ""
    amount = Decimal(batch.amount).scaleb(-batch.digits)
    return f"{number_format(amount, batch.digits, force_grouping=True)} {batch.currency}".strip()


def as_json(batch: ImportBatch, *, whole: bool = False) -> dict[str, Any]:
    """A batch as programs read it; whole with its first rejected rows, and with the customers that it does not know."""
    found: dict[str, Any] = {name: getattr(batch, name) for name in TOLD}
    found |= {
        "id": batch.pk,
        "url": reverse("facts:api_batch", args=[batch.pk]),
        "message": batch.said,
        "at": batch.at.isoformat(),
        "ended_at": batch.ended_at and batch.ended_at.isoformat(),
    }
    if whole:
        found["rejects"] = [asdict(row) for row in rejected_rows(batch, SHOWN)]
        found["rejects_url"] = reverse("facts:api_rejects", args=[batch.pk]) if found["rejects"] else None
        found["customers"] = {name: batch.checked.get(name, 0) for name in ("unknown", "doubtful", "hidden")}
        found["problems"] = (batch.checked.get("accounts") or {}).get("problems_some", [])
    return found


TOLD = ("table", "source", "status", "rows", "new", "changed", "known", "rejected", "opened")
"""Fields of a batch that programs are told as they are."""
