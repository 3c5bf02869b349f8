"""Two runs held against each other, with what is known today of the earlier day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from vitalfew.compare import Comparison, movers
from vitalfew.compare.today import known_today
from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.library.asking import Question
from vitalfew.readers.reading import Options
from vitalfew.run import Result as Run
from vitalfew.run.grading import Request
from vitalfew.run.read_back import written_run


def compared(
    before: Run | str | Path, newer: Run, *, then: Question | None = None, now: Question | None = None
) -> Comparison:
    """The movers between two runs, the earlier one a result or the path of its .run.json.

    `then` is what the earlier one was asked, where that is known; `now` what the facts of today are asked for.
    """
    older = before if isinstance(before, Run) else written_run(Path(before))
    if now is None:
        return movers(older, newer)
    request, options = _asked_then(older, then, now.request), _as_then(older, now.options)
    return movers(older, newer, *known_today(older, newer, now.sources, request, options))


def _asked_then(older: Run, then: Question | None, now: Request) -> Request:
    if then is not None:
        return then.as_of(_day(older)).request
    if "previous" in older.manifest:
        raise Refusal(
            say("this run looked back on the grades of another one."),
            remedy=say("Compare with the result itself, or with facts=False."),
        )
    by = _then(older).get("by")
    return replace(now, scheme=older.scheme, as_of=_day(older), by_parent=by == "parent", previous=None)


def _day(older: Run) -> date:
    day = older.manifest.get("as_of")
    if day is None:
        raise Refusal(
            say("this run has no as-of day to look at the facts from."), remedy=say("Compare with facts=False.")
        )
    return date.fromisoformat(day)


def _as_then(older: Run, options: Options) -> Options:
    """How the facts are read today, but what decides their meaning as the older run had it."""
    then = _then(older)
    kept: dict[str, Any] = {name: then[name] for name in ("timezone", "currency", "grain") if name in then}
    if "exclude" in then:
        kept["exclude"] = frozenset(then["exclude"])
    return replace(options, **kept, drop_duplicates=then.get("drop_duplicates", options.drop_duplicates))


def _then(older: Run) -> Mapping[str, Any]:
    return older.manifest.get("parameters") or {}
