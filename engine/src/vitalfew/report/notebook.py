"""How a result and its drawings show themselves in a notebook: HTML that asks nothing of any network."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from vitalfew.languages import language
from vitalfew.report.page_model import Cell, Grade, Section
from vitalfew.report.portrait import Portrait
from vitalfew.run import Result

MOST = 20
"""Rows shown; the rest is counted."""

HIGH, ROW = 380, 33
"""Pixels of a drawing with its words, and of each row of the table beneath it."""
HIGHEST = 560
"""A longer table is scrolled."""


@dataclass(frozen=True)
class Drawing:
    """A drawing of the report with its sentence and its table; Jupyter shows it, `rows` gives the figures.

    It is drawn in a frame of its own that may do nothing but draw and save: no name in it reaches the notebook.
    """

    section: Section
    grades: tuple[Grade, ...]
    language: str

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.section.title

    @property
    def sentence(self) -> str:
        """What it shows, in words."""
        return self.section.sentence

    @property
    def rows(self) -> list[dict[str, Cell]]:
        """The table beneath it: column → cell; shares are fractions."""
        keys = [column.key for column in self.section.table.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.section.table.rows]

    def __repr__(self) -> str:
        return f"<{self.title}: {self.sentence}>"

    def _repr_html_(self) -> str:
        from vitalfew.report.page.alone import alone

        high = min(HIGH + ROW * len(self.section.table.rows), HIGHEST)
        content = escape(alone(self.section, self.grades, self.language), quote=True)
        return (
            f'<iframe title="{escape(self.title, quote=True)}" sandbox="allow-scripts allow-downloads" '
            f'style="width:100%;height:{high}px;border:0" srcdoc="{content}"></iframe>'
        )


def drawings(portrait: Portrait) -> dict[str, Drawing]:
    """Every part of the report that is drawn, by its id, in the current language."""
    from vitalfew.report.figures import FIGURES
    from vitalfew.report.figures.words import grades

    found = (figure(portrait) for figure in FIGURES)
    known = grades(portrait.result.scheme)
    return {part.id: Drawing(part, known, language()) for part in found if part is not None and part.chart is not None}


def as_html(result: Result) -> str:
    """The notes and the best customers as a table; names are text, never markup."""
    rows = result.rows
    best = rows.sort_by([("score", "descending"), ("customer_id", "ascending")]).slice(0, MOST)
    notes = "".join(f"<p>{escape(str(note))}</p>" for note in result.notes)
    rest = f"<p>… {rows.num_rows - MOST:,}</p>" if rows.num_rows > MOST else ""
    return f"{notes}{_table(best.column_names, [list(row.values()) for row in best.to_pylist()])}{rest}"


def _table(header: list[str], rows: list[list[Any]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(cell: Any) -> str:
    return f"<td>{'' if cell is None else escape(str(cell))}</td>"
