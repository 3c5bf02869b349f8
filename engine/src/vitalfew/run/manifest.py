"""The manifest of a run: all that decides its bytes, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from typing import Any

from vitalfew.readers.reading import Options, Report
from vitalfew.run.previous import Previous
from vitalfew.run.stored import Kept
from vitalfew.scheme import Scheme
from vitalfew.version import VERSION

_PARTS = ("duckdb", "ibis-framework", "pyarrow")


def manifest(
    scheme: Scheme,
    at: date | None,
    reports: Mapping[str, Report],
    options: Options | None,
    previous: Previous | None,
    *,
    by_parent: bool,
    kept: Kept | None = None,
    learned: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Fingerprints, scheme, parameters, day and versions; no clock, host, path or number of threads.

    `today` stands there only where a person gave it or a row was warned of or rejected by it. Of a store it names the
    version and the digest of its list of files, because a number alone may be used again after a power cut. `learned`
    are the numbers that metrics took from all customers before they spoke of one, by the name of the model.
    """
    read = {name: report for name, report in reports.items() if report.sources}
    described: dict[str, Any] = {
        "vitalfew": VERSION,
        "versions": versions(_PARTS),
        "scheme": scheme.model_dump(mode="json"),
        "as_of": at and at.isoformat(),
        "sources": {name: [{"sha256": s.digest} for s in report.sources] for name, report in read.items()},
        "columns": {name: dict(report.columns) for name, report in read.items()},
        "rows": {name: _counts(report) for name, report in read.items()},
        "learned": dict(learned or {}),
    }
    if kept is not None:
        described["store"] = {"version": kept.version, "files": kept.head}
    if options is not None:
        described["parameters"] = _parameters(options, reports, by_parent=by_parent)
    if previous is not None:
        described["previous"] = previous.digest
    return described


def versions(parts: Iterable[str]) -> dict[str, str]:
    """The versions of installed distributions."""
    return {name: version(name) for name in parts}


def _counts(report: Report) -> dict[str, int]:
    return {
        "rows": report.rows,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "unassigned": report.unassigned,
    }


def _parameters(options: Options, reports: Mapping[str, Report], *, by_parent: bool) -> dict[str, Any]:
    orders = reports["orders"]
    chosen: dict[str, Any] = {
        "mapping": dict(sorted(options.mapping.items())),
        "grain": orders.grain,
        "timezone": options.timezone,
        "currency": options.currency or orders.currency,
        "earliest": options.earliest.isoformat(),
        "dayfirst": options.dayfirst,
        "decimal": options.decimal,
        "sheet": options.sheet,
        "header_row": options.header_row,
        "encoding": options.encoding,
        "max_rejects": str(options.max_rejects),
        "drop_duplicates": options.drop_duplicates,
        "fill_down": sorted(options.fill_down),
        "exclude": sorted(options.exclude),
        "by": "parent" if by_parent else "customer",
    }
    if options.today_given or any(report.today_used for report in reports.values()):
        chosen["today"] = options.today.isoformat()
    return chosen
