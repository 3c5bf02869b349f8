"""Which column of a file is taken for what: suggested, remembered for its source, confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status, Table
from vitalfew_web.facts.models import ImportBatch, Source
from vitalfew_web.facts.rules import SYNONYMS, field_of
from vitalfew_web.facts.services.standing import refuse_unless

OF_ACCOUNT = "account:"
"""Before the name of a field that customers have and the engine's table of customers has not."""

OWN = "own"
"""A column of customers that is kept among the facts under its own header."""

ONE_OF = {"orders": ("amount", "order_total", "unit_price")}
"""Table → columns of which one must be there."""


def suggest_columns(batch: ImportBatch) -> tuple[dict[str, str], bool]:
    """Header → what it is taken for, and whether that was remembered from the last file of this source."""
    headers = [column["header"] for column in batch.looked.get("columns", [])]
    if batch.mapping:
        return {header: batch.mapping.get(header, "") for header in headers}, False
    known = Source.objects.filter(name__iexact=batch.source, table=batch.table).first()
    remembered = known.mapping if known else {}
    found: dict[str, str] = {}
    for column in batch.looked.get("columns", []):
        header = column["header"]
        target = remembered.get(header, column["field"] or _account_field(batch, header))
        found[header] = target if target == OWN or target not in found.values() else ""
    return found, bool(known) and any(header in remembered for header in headers)


def _account_field(batch: ImportBatch, header: str) -> str:
    field = field_of(header) if batch.table == Table.CUSTOMERS else ""
    return f"{OF_ACCOUNT}{field}" if field else ""


@transaction.atomic
def take_columns(*, batch: ImportBatch, mapping: Mapping[str, str]) -> ImportBatch:
    """Confirm what each column is taken for. Refused: two columns for one thing, a needed one missing."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    refuse_unless(held, {Status.UPLOADED, Status.MAPPING, Status.CHECKED, Status.FAILED}, stuck={Status.CHECKING})
    chosen = {header: target for header, target in mapping.items() if target}
    targets = [target for target in chosen.values() if target != OWN]
    twice = {target for target in targets if targets.count(target) > 1}
    if twice:
        named = ", ".join(header for header, target in chosen.items() if target in twice)
        raise ValidationError(
            _("Only one of these columns can be taken for the same: {columns}.").format(columns=named)
        )
    needed = [name for name, _meaning, required in gateways.fields_of(held.table) if required]
    missing = [name for name in needed if name not in targets]
    one_of = ONE_OF.get(held.table, ())
    if missing or (one_of and not set(one_of) & set(targets)):
        named = ", ".join(missing or one_of[:1])
        raise ValidationError(_("A column is missing that is needed: {columns}.").format(columns=named))
    held.mapping = {header: chosen.get(header, "") for header in mapping}
    held.status, held.checked = Status.MAPPING, {}
    held.save()
    return held


def engine_mapping(batch: ImportBatch) -> dict[str, str]:
    """Standard name → header, of the columns that the engine knows."""
    known = {name for name, _meaning, _required in gateways.fields_of(batch.table)}
    return {target: header for header, target in batch.mapping.items() if target in known}


def pushed_columns(table: str) -> dict[str, str]:
    """The names that rows of a program may have → what each is taken for; whose customer it is only people say."""
    found = {name: name for name, _meaning, _required in gateways.fields_of(table)}
    if table == Table.CUSTOMERS:
        found |= {name: f"{OF_ACCOUNT}{name}" for name in SYNONYMS if name not in found and name != "owner"}
    if table == Table.ORDERS:
        found["customer_name"] = ""
    return found
