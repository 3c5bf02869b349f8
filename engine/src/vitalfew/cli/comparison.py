"""A comparison of two runs in words and tables."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from vitalfew.cli.screen import cell, grid, plain, say_line, say_note
from vitalfew.cli.streams import inert
from vitalfew.compare import Comparison, Mover
from vitalfew.compare.wording import signed
from vitalfew.languages import pick, say
from vitalfew.languages.metric_terms import label_of
from vitalfew.scheme import Scheme

TOP = 20
"""Movers shown; a file has all of them."""

MOST_REASONS = 3
"""Reasons shown of one mover, the largest."""


def print_comparison(comparison: Comparison, scheme: Scheme, paper: Console) -> None:
    """The whole in sentences, the matrix of migration, the movers that bring most with their causes."""
    title = pick(scheme.title)
    was, now = comparison.days
    if was and now:
        title = say("{scheme}: from {was} to {now}", scheme=title, was=was, now=now)
    say_line(paper, title, "bold")
    for sentence in comparison.sentences():
        say_note(paper, sentence, warning=False)
    _print_matrix(paper, comparison)
    _print_movers(paper, comparison)


def _print_matrix(paper: Console, comparison: Comparison) -> None:
    matrix = comparison.matrix
    table = grid()
    for title in ("", *(plain(grade) for grade in matrix.now), say("all")):
        table.add_column(Text(title), justify="right" if title else "left")
    for grade, counts in zip(matrix.was, matrix.counts, strict=True):
        cells = (cell(n or "·", "bold" if now == grade else "") for n, now in zip(counts, matrix.now, strict=True))
        table.add_row(cell(grade), *cells, cell(sum(counts)))
    sums = [sum(column) for column in zip(*matrix.counts, strict=True)]
    table.add_row(say("all"), *map(cell, sums), cell(sum(sums)))
    paper.print()
    say_line(paper, say("From which grade (rows) to which (columns)"), "bold")
    paper.print(table)


def _print_movers(paper: Console, comparison: Comparison) -> None:
    if not comparison.movers:
        return
    paper.print()
    title = say("Who moved")
    if comparison.value:
        title = say("Who moved, by {metric}, the largest first", metric=label_of(comparison.value))
    say_line(paper, title, "bold")
    for mover in comparison.movers[:TOP]:
        _print_mover(paper, mover)
    if len(comparison.movers) > TOP:
        more = say("… and {n} more; write all of them with -o FILE.", n=plain(len(comparison.movers) - TOP))
        paper.print(more, style="dim")


def _print_mover(paper: Console, mover: Mover) -> None:
    who = mover.customer_id if mover.name is None else f"{mover.customer_id} {mover.name}"
    moved = f"{inert(who)}  {plain(mover.was)} → {plain(mover.now)}"
    if mover.change is not None:
        moved += f"  {plain(mover.score_was)} → {plain(mover.score_now)} ({signed(mover.change)})"
    if mover.brings is not None:
        moved += f"  {plain(mover.brings)}"
    say_line(paper, moved)
    reasons = mover.reasons()
    for reason in (*reasons[:MOST_REASONS], *(["…"] if len(reasons) > MOST_REASONS else [])):
        say_line(paper, f"    {reason}", "dim")
