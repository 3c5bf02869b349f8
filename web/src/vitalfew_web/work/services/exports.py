"""Lists taken out as files: short ones at once, long ones by a worker into a file that is kept for a day."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import rights_of
from vitalfew_web.core.listing import write_file
from vitalfew_web.core.registries import EXPORTS
from vitalfew_web.core.services import record, start_job
from vitalfew_web.work import audit, gateways
from vitalfew_web.work.choices import Allowance, FileKind
from vitalfew_web.work.models import Export
from vitalfew_web.work.rules.exports import KEPT, is_file_name
from vitalfew_web.work.services.allowances import spend
from vitalfew_web.work.services.notifications import notify

EXPORT = "work.export"
"""The kind of job that makes a file."""

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoom(Exception):
    """The disk has no room for a file; `needed` is about how many bytes it has in all."""

    def __init__(self, needed: int) -> None:
        super().__init__(needed)
        self.needed = needed


@dataclass(frozen=True)
class Wanted:
    """What somebody wants as a file: a list as an address asks for it, of that all rows or those of some keys."""

    list_name: str
    query: str
    kind: str
    name: str
    chosen: Collection[int] | None = None


def take_out(*, wanted: Wanted, rows: int, by: User, at: datetime) -> None:
    """Somebody takes a short list out at once. Refused: as for a file of a long one."""
    _refuse(wanted, by)
    spend(what=Allowance.ROWS, amount=rows, by=by, at=at)
    _record(wanted, rows, by=by, at=at)


def ask_for_export(*, wanted: Wanted, rows: int, by: User, at: datetime) -> Export:
    """A file of a long list, made by a worker with the rights that `by` has then.

    Refused: without the right to take it out; more rows than within an hour are allowed; a name with parts of a path.
    """
    _refuse(wanted, by)
    spend(what=Allowance.ROWS, amount=rows, by=by, at=at)
    return _asked(wanted, rows, by=by, at=at)


@transaction.atomic
def _asked(wanted: Wanted, rows: int, *, by: User, at: datetime) -> Export:
    export = Export.objects.create(
        key=secrets.token_hex(16),
        by=by,
        list_name=wanted.list_name,
        query=wanted.query,
        chosen=None if wanted.chosen is None else sorted(wanted.chosen),
        kind=wanted.kind,
        name=wanted.name,
        rows=rows,
        asked_at=at,
    )
    _record(wanted, rows, by=by, at=at)
    start_job(kind=EXPORT, by=by, about=export, at=at)
    return export


def _refuse(wanted: Wanted, by: User) -> None:
    if not by.may(EXPORTS[wanted.list_name].permission):
        raise PermissionDenied(EXPORTS[wanted.list_name].permission)
    if wanted.kind not in FileKind.values:
        raise BadRequest("no such kind of file")
    if not is_file_name(wanted.name):
        raise BadRequest("no name for a file")


def _record(wanted: Wanted, rows: int, *, by: User, at: datetime) -> None:
    after = {"list": wanted.list_name, "query": wanted.query, "rows": rows, "file": f"{wanted.name}.{wanted.kind}"}
    record(action=audit.EXPORTED, of=by, by=by, at=at, after=after)


def make_file(*, export: Export, at: datetime, tell: Callable[[int, int], None]) -> None:
    """Write the file of an export as `by` sees the list now, whole or not at all, and tell them.

    Refused: where they may not take it out any more. Raises NoRoom, core's TooLong.
    """
    by = User.objects.get(pk=export.by_id)
    exported = EXPORTS[export.list_name]
    if not by.may(exported.permission):
        raise PermissionDenied(exported.permission)
    content = exported.content(by, export.query, export.chosen)
    done = 0

    def told(rows: Iterable[Any]) -> Iterator[Any]:
        nonlocal done
        for done, row in enumerate(rows, 1):
            tell(done, content.count)
            yield row

    with gateways.new_export() as draft:
        try:
            write_file(draft.path, content.columns, told(content.rows), export.kind)
        except OSError as problem:
            if problem.errno not in NO_ROOM:
                raise
            raise NoRoom(draft.written() * content.count // max(done, 1)) from problem
        size = draft.written()
    _made(export, place=draft.place, size=size, rows=done, rights=rights_of(by), at=at)


@transaction.atomic
def _made(export: Export, *, place: str, size: int, rows: int, rights: str, at: datetime) -> None:
    """The file is whole: the row says where it lies, and whoever asked for it is told."""
    Export.objects.filter(pk=export.pk).update(place=place, size=size, rows=rows, rights=rights, made_at=at)
    title = _("{file} is ready").format(file=export.file_name)
    text = _("It is kept for 24 hours.")
    url = reverse("work:export", args=[export.key])
    notify(person=export.by, occasion=f"export {export.pk}", title=title, text=text, url=url, icon="download", at=at)


def clear_exports(*, at: datetime) -> None:
    """Forget exports of more than a day ago, with their files, and what a broken job left of one."""
    for export in Export.objects.filter(asked_at__lte=at - KEPT):
        gateways.drop_export(export.place)
        export.delete()
    known = set(Export.objects.values_list("place", flat=True))
    for place in gateways.exports_since(at - KEPT):
        if place not in known:
            gateways.drop_export(place)
