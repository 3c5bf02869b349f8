"""One part of the report as a page of its own: the same drawing, table and buttons, for a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from vitalfew.languages import speaking
from vitalfew.report.page.figures import chips
from vitalfew.report.page.html import TAGS, environment, raw
from vitalfew.report.page.island import inert
from vitalfew.report.page.sources import charts, policy, script, style
from vitalfew.report.page.words import words
from vitalfew.report.page_model import Grade, Section, as_json


def alone(part: Section, grades: Sequence[Grade], language: str) -> str:
    """The page as text: it needs nothing else, and a name in it is never markup."""
    with speaking(language):
        said = words()
    island = {"words": said, "grades": chips(grades), "charts": {part.id: as_json(part.chart)}}
    looks, drawing, own = style(), charts(), script()
    template = environment().get_template("alone.html")
    return template.render(
        part=part,
        words=said,
        chips=chips(grades),
        tag=TAGS[language],
        data=raw(inert(island)),
        policy=policy((drawing, own), (looks,)),
        style=raw(looks),
        scripts=[raw(drawing), raw(own)],
    )
