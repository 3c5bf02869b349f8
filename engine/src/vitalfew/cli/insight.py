"""What the verbs behind the numbers share: ask, write, show on the screen or as one JSON object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vitalfew.cli.progress import working
from vitalfew.languages import say

if TYPE_CHECKING:
    from rich.console import Console

    from vitalfew.cli.asked import Asked
    from vitalfew.insight.estimates import Share
    from vitalfew.insight.insight import Insight
    from vitalfew.insight.survival import Point

T = TypeVar("T", bound="Insight")


def tell(
    orders: str | None,
    out: Path | None,
    given: Mapping[str, Any],
    look: Callable[[Asked], T],
    printed: Callable[[Console, T], None],
    *,
    as_json: bool,
    paged: bool = False,
) -> None:
    """Look behind the numbers of the facts that a command line names; write OUT, and say what came out.

    What is `paged` has a page of its own.
    """
    from vitalfew.cli.asked import asked
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import tell_of, telling_of_rejects
    from vitalfew.whole import check_place

    question, written = asked(orders, given), _writing(paged=paged)
    check_place(out, tuple(written.WRITERS), question.files)
    if paged:
        written.ready_for(out)
    name = out or named_after(orders or given["store"])
    with telling_of_rejects(name), working(say("Reading and counting"), question.files):
        found = look(question)
    if out is not None:
        written.write(found, out)
    tell_of(found.rejects, found.reports, out, name)
    _show(found, out, printed, as_json=as_json)


def _writing(*, paged: bool) -> Any:
    """The module that writes; pages bring more with them than a quick look has to wait for."""
    from importlib import import_module

    return import_module(f"vitalfew.report.{'paged' if paged else 'foreseen'}")


def _show(found: T, out: Path | None, printed: Callable[[Console, T], None], *, as_json: bool) -> None:
    from vitalfew.cli.beside import say_beside
    from vitalfew.cli.screen import print_json, screen

    if as_json:
        print_json(as_object(found, out))
        return
    paper = screen()
    printed(paper, found)
    say_beside(paper, found, out)


def as_object(found: Insight, out: Path | None) -> dict[str, Any]:
    """The figures and the notes, for programs."""
    from vitalfew.cli.beside import beside

    return {
        **found.as_object(),
        **beside(found, out),
    }


def print_title(paper: Console, found: Insight) -> None:
    """How many customers, and the day."""
    from vitalfew.cli.screen import plain, say_line

    title = say("{n} customers as of {day}", n=plain(found.customers), day=found.as_of.isoformat())
    say_line(paper, title, "bold")
    paper.print()


def interval(found: Share | Point | None) -> str:
    """A share in per cent with its interval; a dash where nobody was watched."""
    if found is None or found.share is None:
        return "—"
    shown = f"{100 * found.share:.0f}"
    if found.low is None or found.high is None:
        return shown
    return f"{shown} ({100 * found.low:.0f}–{100 * found.high:.0f})"
