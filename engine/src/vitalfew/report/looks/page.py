"""What pages of one look have in common: the day, what is said first, data quality, what makes the page again."""

from __future__ import annotations

from collections.abc import Sequence

from vitalfew.insight.insight import Insight
from vitalfew.languages import language, say
from vitalfew.report.figures.fingerprint import fingerprint
from vitalfew.report.figures.numerals import count, day
from vitalfew.report.figures.quality import quality_of
from vitalfew.report.page_model import Key, Page, Section
from vitalfew.version import VERSION


def page(
    found: Insight,
    title: str,
    verb: str,
    codes: str,
    strip: Sequence[Key],
    sections: Sequence[Section],
    definitions: Sequence[tuple[str, str]],
) -> Page:
    """A page of what was found by a verb: its notes whose codes begin so stand first, all others under data quality."""
    first = [note for note in found.notes if note.code.startswith(codes)]
    return Page(
        language=language(),
        title=title,
        company=None,
        subtitle=say("{n} customers as of {day}", n=count(found.customers), day=day(found.as_of)),
        currency=found.reports["orders"].currency,
        grades=(),
        opening=tuple(map(str, first)),
        strip=tuple(strip),
        sections=tuple(sections),
        customers=None,
        definitions=tuple(definitions),
        quality=quality_of(found.reports.values(), (note for note in found.notes if note not in first)),
        foot=f"{verb} · {say('fingerprint {digest}', digest=fingerprint(found.rows))} · vitalfew {VERSION}",
    )
