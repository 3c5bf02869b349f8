"""The engine and the makers of documents: the one place where grading asks them."""

from vitalfew_web.grading.gateways.changing import changed, differences
from vitalfew_web.grading.gateways.comparing import compared
from vitalfew_web.grading.gateways.documents import pdf, workbook
from vitalfew_web.grading.gateways.fields import Branch, Leaf, branches, names_of_fields
from vitalfew_web.grading.gateways.moves import Moved, moves_of
from vitalfew_web.grading.gateways.rows import Row, chunks_of
from vitalfew_web.grading.gateways.running import (
    OUT,
    Asked,
    Kept,
    Worked,
    figures_of,
    keep,
    newest_version,
    result_place,
    worked,
)
from vitalfew_web.grading.gateways.schemes import issues, ready_made, template
from vitalfew_web.grading.gateways.telling import Told, explained, told
from vitalfew_web.grading.gateways.trying import simulated
from vitalfew_web.grading.gateways.views import titles_of

__all__ = [
    "OUT",
    "Asked",
    "Branch",
    "Kept",
    "Leaf",
    "Moved",
    "Row",
    "Told",
    "Worked",
    "branches",
    "changed",
    "chunks_of",
    "compared",
    "differences",
    "explained",
    "figures_of",
    "issues",
    "keep",
    "moves_of",
    "names_of_fields",
    "newest_version",
    "pdf",
    "ready_made",
    "result_place",
    "simulated",
    "template",
    "titles_of",
    "told",
    "workbook",
    "worked",
]
