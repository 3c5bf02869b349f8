"""What the child process hands back, as JSON that the parent reads as plain values and nothing else."""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from vitalfew.readers.reading import Note, Report, Source


def report_as_json(report: Report) -> dict[str, Any]:
    """A report in values that JSON has; `report_of` gives it back."""
    return asdict(report) | {
        "unassigned_amount": str(report.unassigned_amount),
        "rejects": str(report.rejects) if report.rejects else None,
    }


def report_of(values: Mapping[str, Any], work: Path) -> Report:
    """The report again. Files that it names are looked for in the work folder only."""
    rejects = values["rejects"]
    return Report(
        **dict(values)
        | {
            "sources": tuple(Source(**source) for source in values["sources"]),
            "notes": tuple(Note(**note) for note in values["notes"]),
            "unassigned_amount": Decimal(values["unassigned_amount"]),
            "rejects": work / Path(rejects).name if rejects else None,
        }
    )
