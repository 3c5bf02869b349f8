"""What is known today of the day of an earlier run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vitalfew.readers.reading import Options
from vitalfew.run import Gathered, Request, Result
from vitalfew.run.gather import Sources, with_facts
from vitalfew.run.grading import grade_gathered

Known = tuple[Result, Result | None]


def known_today(older: Result, newer: Result, sources: Sources, request: Request, options: Options) -> Known:
    """The old scheme on today's facts: as of the old day and, where the schemes count differently, of the new one.

    `request` is that of the older run, `options` how the facts are read.
    """
    day = newer.manifest.get("as_of")
    counted_alike = older.scheme.metrics == newer.scheme.metrics

    def both(gathered: Gathered) -> Known:
        corrected = grade_gathered(gathered, request, options)
        if counted_alike or day is None:
            return corrected, None
        later = replace(request, as_of=date.fromisoformat(day), previous=None)
        return corrected, grade_gathered(gathered, later, options)

    return with_facts(sources, options, both)
