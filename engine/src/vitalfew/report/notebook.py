"""How a result shows itself in a notebook."""

from __future__ import annotations

from html import escape

from vitalfew.run import Result

MOST = 20
"""Rows shown; the rest is counted."""


def as_html(result: Result) -> str:
    """The notes and the best customers as a table; names are text, never markup."""
    rows = result.rows
    best = rows.sort_by([("score", "descending"), ("customer_id", "ascending")]).slice(0, MOST)
    head = "".join(f"<th>{escape(name)}</th>" for name in best.column_names)
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row.values()) + "</tr>"
        for row in best.to_pylist()
    )
    notes = "".join(f"<p>{escape(str(note))}</p>" for note in result.notes)
    rest = f"<p>… {rows.num_rows - MOST:,}</p>" if rows.num_rows > MOST else ""
    return f"{notes}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"
