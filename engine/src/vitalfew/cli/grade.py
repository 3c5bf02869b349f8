"""`vitalfew grade`: who the vital few are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vitalfew.cli.calculators import backend_section
from vitalfew.cli.flags import fact_sections, orders_argument
from vitalfew.cli.parts import Example, Section
from vitalfew.cli.progress import working
from vitalfew.cli.verb import Verb
from vitalfew.errors import WrongUse
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.run import Result


def command() -> Verb:
    """The verb in the current language."""
    ready = click.Option(
        ["--metrics"],
        metavar="TABLE",
        type=click.Path(readable=False, path_type=Path),
        help=say("Grade a ready table of metrics, columns named as in OUT, instead of orders."),
    )
    return Verb(
        "grade",
        say("Grade every customer of a file of orders."),
        run,
        arguments=[orders_argument()],
        sections=[
            Section(say("Instead of orders"), (ready,)),
            backend_section(),
            *fact_sections(say("Write the grades to .csv, .xlsx, .parquet or .json; .html is the report.")),
        ],
        examples=[
            Example("vitalfew grade orders.csv --scheme rfm", say("The top of the list and the summary.")),
            Example(
                "vitalfew grade orders.xlsx --payments paid.csv -o grades.xlsx", say("Every customer, in a workbook.")
            ),
            Example("vitalfew grade 销售.csv --map amount=金额 --as-of 2025-12-31 -o grades.csv", say("As of a day.")),
            Example(
                "vitalfew grade --store facts --scheme rfm -o grades.csv", say("From a store; see vitalfew facts.")
            ),
            Example(
                "vitalfew grade --store facts --backend spark --spark-master spark://host:7077 -o grades.parquet",
                say("On a cluster; the same grades."),
            ),
            Example("vitalfew grade --metrics metrics.csv --scheme abc -o grades.csv", say("From figures you have.")),
        ],
    )


def run(orders: str | None, metrics: Path | None, out: Path | None, as_json: bool, **given: Any) -> None:
    """Grade, write, and say what came out."""
    if [orders, given["store"], metrics].count(None) != 2:
        raise WrongUse(
            say("grade takes either ORDERS, --store DIR or --metrics TABLE."),
            remedy=say("See {command} --help.", command="vitalfew grade"),
        )
    from vitalfew.cli.calculators import refuse_in_process
    from vitalfew.cli.results import show_result
    from vitalfew.report.writing import write

    refuse_in_process(given["backend"], given["spark_master"], out, ready=metrics is not None)
    result = _of_facts(orders, out, given) if metrics is None else _of_metrics(metrics, out, given)
    if out is not None:
        write(result, out)
    show_result(result, out, named_after(orders or metrics or given["store"]), as_json=as_json)


def _of_facts(orders: str | None, out: Path | None, given: dict[str, Any]) -> Result:
    from vitalfew.cli.asked import asked
    from vitalfew.cli.calculators import calculator
    from vitalfew.cli.rejected import telling_of_rejects
    from vitalfew.report.reported import graded_for
    from vitalfew.report.writing import check_target

    question = asked(orders, given)
    if out is not None:
        check_target(out, question.files)
    opening = calculator(given["backend"], given["spark_master"])
    with (
        telling_of_rejects(out or named_after(orders or given["store"])),
        working(say("Reading and grading"), question.files),
    ):
        return graded_for(out, question.sources, question.request, question.options, opening)


def _of_metrics(metrics: Path, out: Path | None, given: dict[str, Any]) -> Result:
    from vitalfew.cli.asked import request
    from vitalfew.report.reported import is_report, no_facts
    from vitalfew.report.writing import check_target
    from vitalfew.run import grade_metrics
    from vitalfew.run.written import own_table

    if out is not None:
        check_target(out, [metrics])
    if is_report(out):
        raise no_facts()
    table, digest = own_table(metrics)
    with working(say("Grading"), [metrics]):
        return grade_metrics(table, request(given), digest)


def named_after(source: str | Path) -> Path:
    """What files beside a source are named after where there is no OUT: its name here, with a passing ending."""
    source = str(source)
    name = "orders" if "://" in source else Path(source).name or "orders"
    for packed in (".gz", ".zip", ".bz2", ".xz"):
        name = name.removesuffix(packed)
    stem = Path(name).stem if not Path(source).is_dir() else name
    return Path(f"{stem}.csv")
