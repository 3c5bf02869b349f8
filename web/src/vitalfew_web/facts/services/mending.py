"""Cells put right at the dry run: the next one reads them in place of what the file has. The file itself stays as it came."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.core.services import record
from vitalfew_web.facts import audit, gateways
from vitalfew_web.facts.choices import Status, Table
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.services.places import rejects_of
from vitalfew_web.facts.services.standing import refuse_unless

MOST = 5_000
"""Rejected rows that are looked through, and rows that can be mended in one import: beyond, the file itself is mended."""

Cells = dict[str, dict[str, str]]
"""Line → header → the cell that is read there."""


@dataclass(frozen=True)
class Rejected:
    """A row that cannot be taken: where it stands, what could not be read, and why. Without a column, the row as a whole."""

    line: str
    column: str
    value: str
    reason: str

    @property
    def fault(self) -> tuple[str, str, str, str]:
        """The same for rows with the same wrong cell for the same reason: what mends one mends all. An empty cell is like none."""
        return self.column, self.value, self.reason, "" if self.value else self.line


def rejected_rows(batch: ImportBatch, most: int = MOST) -> list[Rejected]:
    """The first rejected rows, as the last dry run left them."""
    path = rejects_of(batch)
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row[:4] for row in islice(csv.reader(file), 1, most + 1) if len(row) >= 4]
    headers = {gateways.inert(header): header for header in batch.mapping}
    return [Rejected(line, headers.get(column, column), value, reason) for line, column, value, reason in rows]


@transaction.atomic
def mend_rows(*, batch: ImportBatch, line: str, cell: str | None, by: User, at: datetime) -> ImportBatch:
    """Read another cell in a rejected row and in all with the same fault, from the next dry run on.

    An empty one leaves the cell out, None takes back what was wanted since the last dry run. Refused: a row that was not
    rejected, or not for one cell; an import that is not at its dry run; more than MOST rows.
    """
    held = _held(batch)
    rows = rejected_rows(held)
    found = next((row for row in rows if row.line == line and row.column in held.mapping), None)
    if found is None:
        raise ValidationError(_("This row cannot be mended here; nothing was changed. Mend it in the file."))
    lines = [row.line for row in rows if row.fault == found.fault]
    for each in lines:
        read = held.checked.get("mends", {}).get(each, {}).get(found.column)
        _put(held.mends, each, found.column, read if cell is None else cell)
    if len(held.mends) > MOST:
        said = _("More than {most} rows cannot be mended here; nothing was changed. Mend the file and bring it again.")
        raise ValidationError(said.format(most=MOST))
    held.save(update_fields=["mends"])
    told = {"rows": len(lines), found.column: found.value if cell is None else cell}
    record(action=audit.MENDED, of=held, by=by, at=at, before={found.column: found.value}, after=told)
    return held


@transaction.atomic
def forget_mends(*, batch: ImportBatch, by: User, at: datetime) -> ImportBatch:
    """Read the file as it came, from the next dry run on."""
    held = _held(batch)
    record(action=audit.MENDED, of=held, by=by, at=at, before={"rows": held.mended}, after={"rows": 0})
    held.mends = {}
    held.save(update_fields=["mends"])
    return held


def _put(mends: Cells, line: str, header: str, cell: str | None) -> None:
    left = {name: other for name, other in mends.pop(line, {}).items() if name != header}
    if cell is not None:
        left[header] = cell
    if left:
        mends[line] = left


def _held(batch: ImportBatch) -> ImportBatch:
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    refuse_unless(held, {Status.CHECKED} if held.table != Table.CONTACTS else set())
    return held
