"""`vitalfew sql`: the statements that a run would execute."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console

from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Example
from vitalfew.cli.progress import working
from vitalfew.cli.verb import Verb
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "sql",
        say("Show the statements that give the grades of these facts, without grading."),
        run,
        arguments=[orders_argument()],
        sections=fact_sections(say("Write the statements to .sql or .txt.")),
        examples=[Example("vitalfew sql orders.parquet --scheme rfm", say("One group-by, then the classes."))],
    )


def run(orders: str | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Read the facts, compile, print."""
    from vitalfew.cli.asked import asked
    from vitalfew.cli.grade import named_after
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.cli.written import publish
    from vitalfew.run import plan
    from vitalfew.whole import check_place

    question = asked(orders, given)
    check_place(out, (".sql", ".txt"), question.files)
    with telling_of_rejects(out or named_after(orders or given["store"])), working(say("Reading"), question.files):
        statements = plan(question.sources, question.request, question.options)
    scheme = question.request.scheme.scheme
    publish({"scheme": scheme, "sql": statements}, lambda paper: _print(paper, statements), out, as_json=as_json)


def _print(paper: Console, statements: str) -> None:
    """In colours on a terminal; elsewhere to the letter, for a line broken at the edge would be another statement."""
    if paper.is_terminal:
        from rich.syntax import Syntax

        paper.print(Syntax(statements, "sql", background_color="default", word_wrap=True))
    else:
        paper.file.write(statements)
