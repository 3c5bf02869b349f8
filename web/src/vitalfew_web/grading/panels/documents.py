"""The key customer list as documents have it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from vitalfew_web.grading.models import KeyList, Run
from vitalfew_web.grading.panels.amounts import language, plain_amount
from vitalfew_web.grading.panels.chips import title_of

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


def document_of(made: KeyList) -> dict[str, Any]:
    """The key customer list as a page has it: every word in the language of who asks."""
    run, rows = made.run, [_line(made.run, one) for one in made.rows]
    code = to_locale(language())
    parts = {
        _("{n} customers").format(n=len(rows)): rows,
        _("Joined"): [_line(run, one) for one in made.joined],
        _("Left"): [_line(run, one) for one in made.left],
    }
    return {
        "title": _("Key customer list"),
        "author": made.approved_by.name,
        "lines": _about(made),
        "columns": [str(column) for column in list_columns(run)],
        "parts": parts,
        "nobody": _("nobody"),
        "signed": [_("Approved by {who}").format(who=made.approved_by.name), _("Seen by")],
        "foot": _("Run {run}, fingerprint {mark}").format(run=run.pk, mark=run.result[:12]),
        "lang": "zh" if code.startswith("zh") else "en",
        "region": "TW" if code.endswith("Hant") else "CN" if code.startswith("zh") else "GB",
    }


def _about(made: KeyList) -> list[str]:
    run = made.run
    values = {"scheme": run.version.scheme.name, "number": run.version.number, "grade": title_of(run, made.label)}
    approved = {"who": made.approved_by.name, "day": date_format(timezone.localtime(made.approved_at), "DATE_FORMAT")}
    return [
        _("{grade} by {scheme}, version {number}, as of {day}").format(
            **values, day=date_format(run.as_of, "DATE_FORMAT") if run.as_of else ""
        ),
        _("Approved by {who} on {day}").format(**approved),
    ]


def list_columns(run: Run) -> list[Text]:
    """The heads of the key customer list."""
    money = f" ({run.currency})" if run.currency else ""
    return [
        _("Number"),
        _("Name"),
        _("Owner"),
        _("Score"),
        _("Sales, 12 months") + money,
        _("Contribution") + money,
        _("By hand, because"),
    ]


def _line(run: Run, one: Mapping[str, Any]) -> list[str]:
    amounts = [plain_amount(one[name], run.digits) for name in ("sales", "contribution")]
    score = "" if one["score"] is None else number_format(Decimal(one["score"]), 1)
    return [one["number"], one["name"], one["owner"], score, *amounts, one["by_hand"]]


def book_of(made: KeyList) -> dict[str, Any]:
    """The key customer list as a workbook has it: amounts as numbers."""

    def cells(one: Mapping[str, Any]) -> list[Any]:
        amounts = [_number(one[name], made.run.digits) for name in ("sales", "contribution")]
        score = None if one["score"] is None else float(one["score"])
        return [one["number"], one["name"], one["owner"], score, *amounts, one["by_hand"]]

    parts = {_("List"): made.rows, _("Joined"): made.joined, _("Left"): made.left}
    return {
        "title": _("Key customer list"),
        "lines": _about(made),
        "columns": [str(column) for column in list_columns(made.run)],
        "sheets": {str(name): [cells(one) for one in rows] for name, rows in parts.items()},
    }


def _number(minor: int | None, digits: int) -> float | None:
    return None if minor is None else float(Decimal(minor).scaleb(-digits))
