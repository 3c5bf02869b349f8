"""The dry run: all rows read, customers matched, counts held against the facts. Nothing is written but what it found."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.accounts.services import TakenOver, would_take_over
from vitalfew_web.core.models import Job
from vitalfew_web.core.services import start_job
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import LABELS, Status, Table
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.rules import amount_in, counted, first, translated, without_flags
from vitalfew_web.facts.selectors import CHECK, store_place
from vitalfew_web.facts.services.columns import OF_ACCOUNT, engine_mapping
from vitalfew_web.facts.services.customers import NAMED, names_in, told_of
from vitalfew_web.facts.services.matching import Matched, decided, matched
from vitalfew_web.facts.services.places import files_of, laid_down, rejects_of, stage, staged, staged_rows
from vitalfew_web.facts.services.standing import refuse_unless

SHOWN = 200
"""Ids and problems that are kept to be shown; all of them are counted."""

TOLD = 20
"""Customers of which it is kept what would be opened or changed."""

AT_ONCE = 5_000
"""Customers that are held against the list together."""

Heard = Callable[[int, "int | None", str], None]
"""Hears how far it is: done, of how many, in words."""


@transaction.atomic
def start_check(*, batch: ImportBatch, by: User, at: datetime) -> Job:
    """Ask for the dry run. Refused where the import is at work or at its end."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    begun = {Status.UPLOADED} if held.table == Table.CONTACTS else set()
    refuse_unless(held, {Status.MAPPING, Status.CHECKED, Status.FAILED, *begun}, stuck={Status.CHECKING})
    held.status, held.said, held.decisions = Status.CHECKING, "", {}
    held.save(update_fields=["status", "said", "decisions"])
    return start_job(kind=CHECK, about=held, by=by, at=at)


def check(*, batch: ImportBatch, by: User, heard: Heard) -> None:
    """Read all rows and write down what an import would do. Raises Refusal in words for people; bears being called twice."""
    columns = engine_mapping(batch) | _carried(batch)
    manner = gateways.Manner(batch.reading, columns, batch.at.date(), by.time_zone, batch.mends)
    with gateways.read_in(
        files_of(batch),
        batch.table,
        manner,
        store=store_place(),
        heard=lambda rows: heard(rows, None, _("Reading rows")),
    ) as (rows, report):
        rejects_of(batch).unlink(missing_ok=True)
        if report.rejected and report.rejects:
            shutil.copyfile(report.rejects, rejects_of(batch))
        kept = _kept(batch, rows, report.columns)
        stage(batch, kept)
        amount, digits = amount_in(kept)
        found = {
            **_report(report),
            "mends": batch.mends,
            "new": 0,
            "changed": 0,
            "known": 0,
            "amount": amount,
            "digits": digits,
        }
    if batch.table == Table.RATES:
        found |= _counts(batch, {}, found)
    elif found["accepted"]:
        found |= _held_against(batch, found, by, heard)
    _write(batch, found)


def _carried(batch: ImportBatch) -> dict[str, str]:
    """A free column for text that carries the names of customers: the engine's orders have none for them."""
    carrier, header = carrier_of(batch)
    return {carrier: header} if carrier else {}


def carrier_of(batch: ImportBatch) -> tuple[str, str]:
    """The column that carries names, and the header they stand under; empty where no column is free or none has names."""
    taken = set(batch.mapping.values())
    free = next((name for name in gateways.CARRIERS if name not in taken), "") if batch.table == Table.ORDERS else ""
    named = [header for header, target in batch.mapping.items() if not target and gateways.is_name(header)]
    return (free, named[0]) if free and named else ("", "")


def _kept(batch: ImportBatch, rows: pa.Table, columns: Mapping[str, str]) -> pa.Table:
    """The columns that were asked for; those that the reader recognised by itself go, and so do unasked further ones."""
    carrier, _header = carrier_of(batch)
    wanted = engine_mapping(batch)
    gone = {name for name in columns if name not in wanted and name != carrier}
    if batch.table == Table.CUSTOMERS:
        gone |= {header for header, target in batch.mapping.items() if not target and header not in wanted}
    rows = rows.select([name for name in rows.column_names if name not in gone])
    if carrier and carrier in rows.column_names:
        rows = rows.rename_columns([("customer_name" if name == carrier else name) for name in rows.column_names])
    return rows


def for_store(batch: ImportBatch, numbers: Mapping[str, str | None]) -> Path | None:
    """The rows as they go among the facts: of customers by their numbers, without what only their own pages know.

    None where no row is left.
    """
    own = {header for header, target in batch.mapping.items() if target.startswith(OF_ACCOUNT)} | {"customer_name"}
    parts = (translated(part, numbers) for part in staged_rows(batch))
    return laid_down(batch, (part.select([name for name in part.column_names if name not in own]) for part in parts))


def is_coded(batch: ImportBatch) -> bool:
    """Whether the file names its customers by codes, not by their names."""
    header = engine_mapping(batch).get("customer_id", "")
    return not gateways.is_name(header)


def _report(report: Any) -> dict[str, Any]:
    return {
        "rows": report.rows,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "unassigned": report.unassigned,
        "unassigned_amount": str(report.unassigned_amount) if report.unassigned else "",
        "grain": report.grain,
        "currency": report.currency,
        "shape": dict(report.shape),
        "notes": [
            {"code": note.code, "text": without_flags(str(note), LABELS), "warning": note.warning}
            for note in report.notes
        ],
        "walk_in": [_plain(note.values["customer"]) for note in report.notes if note.code == "walk_in"],
    }


def _plain(text: object) -> str:
    """An id without the marks that keep its direction from its neighbours."""
    return str(text).strip("\u2066\u2067\u2068\u2069")


def store_options(grain: str | None, currency: str | None) -> dict[str, Any]:
    """How rows that were read already are taken in: as they were understood then."""
    known = {"grain": grain, "currency": currency, "max_rejects": gateways.EVERYTHING}
    return {name: value for name, value in known.items() if value is not None}


def _counts(batch: ImportBatch, numbers: Mapping[str, str | None], report: Mapping[str, Any]) -> dict[str, Any]:
    rows = for_store(batch, numbers)
    if rows is None:
        return {}
    options, today = store_options(report["grain"], report["currency"]), batch.at.date()
    told = gateways.foresee(store_place(), rows, table=batch.table, source=batch.source, today=today, reading=options)
    return {"new": told.new, "changed": told.changed, "known": told.known}


def _held_against(batch: ImportBatch, report: Mapping[str, Any], by: User, heard: Heard) -> dict[str, Any]:
    heard(0, None, _("Finding the customers"))
    found = matched(names_in(staged(batch, NAMED)), by=by, coded=is_coded(batch))
    chosen = decided(found.doubtful, batch.decisions.get("doubtful", {}))
    answer = _matches(found)
    if batch.table == Table.CUSTOMERS:
        answer |= _accounts(batch, found, chosen, by, heard)
    heard(0, None, _("Counting what is new"))
    numbers: dict[str, str | None] = {id_: number for id_, number in found.known.items() if id_ != number}
    numbers |= {id_: number for id_, number in chosen.items() if number not in {"", "-"}}
    return _counts(batch, numbers, report) | answer


def _matches(found: Matched) -> dict[str, Any]:
    return {
        "customers": len(found.known) + len(found.unknown) + len(found.doubtful) + len(found.hidden),
        "by_name": found.by_name,
        "unknown": len(found.unknown),
        "unknown_some": [{"id": id_, "name": name} for id_, name in first(list(found.unknown.items()), SHOWN)],
        "doubtful": len(found.doubtful),
        "doubtful_some": [
            {"id": id_, "candidates": candidates} for id_, candidates in first(list(found.doubtful.items()), SHOWN)
        ],
        "hidden": len(found.hidden),
    }


def _accounts(batch: ImportBatch, found: Matched, chosen: dict[str, str], by: User, heard: Heard) -> dict[str, Any]:
    """What would become of the customers themselves."""
    told = list(told_of(batch, staged_rows(batch), found, chosen, by, coded=is_coded(batch)))
    problems = [(one.key, problem) for one, problem in told if problem]
    good = [one for one, problem in told if not problem]
    create, changes, opened, changed = 0, [], list[str](), list[dict[str, Any]]()
    for begin in range(0, len(good), AT_ONCE):
        heard(begin, len(good), _("Comparing customers"))
        planned = would_take_over(rows=good[begin : begin + AT_ONCE], by=by, at=batch.at)
        problems += [(each.key, each.problem) for each in planned if each.problem]
        create += sum(each.is_new for each in planned)
        changes += [each.after for each in planned if each.is_changed]
        opened += [each.account.name for each in planned if each.is_new][: TOLD - len(opened)]
        changed += [_changed(each) for each in planned if each.is_changed][: TOLD - len(changed)]
    return {
        "accounts": {
            "create": create,
            "update": len(changes),
            "same": len(good) - create - len(changes) - (len(problems) - (len(told) - len(good))),
            "problems": len(problems),
            "problems_some": [{"id": key, "reason": reason} for key, reason in first(problems, SHOWN)],
            "create_some": opened,
            "update_some": changed,
            "fields": counted(changes)[:12],
            "values": sum(len(change) for change in changes),
        }
    }


def _changed(each: TakenOver) -> dict[str, Any]:
    """What would change of a customer; owners by name, for the page tells it in words."""
    before, after = dict(each.before), dict(each.after)
    for fields in (before, after):
        if fields.get("owner"):
            fields["owner"] = User.objects.values_list("name", flat=True).get(pk=fields["owner"])
    return {"number": each.account.number, "name": each.account.name, "before": before, "after": after}


def _write(batch: ImportBatch, found: dict[str, Any]) -> None:
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if held.status != Status.CHECKING:
            return
        for name in ("rows", "rejected", "new", "changed", "known"):
            setattr(held, name, found[name])
        held.amount, held.digits = found.get("amount"), found.get("digits", 2)
        held.currency = found["currency"] or ""
        held.checked, held.status = found, Status.CHECKED
        held.save()
