"""An explanation in words and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from vitalfew.cli.screen import cell, grid, plain, say_line, say_note
from vitalfew.languages import pick, say
from vitalfew.scheme import Scheme

Answer = Mapping[str, Any]


def print_explanation(paper: Console, answer: Answer, scheme: Scheme) -> None:
    """The grade, what went in, what would change it, what events would do, and whether all of it was verified."""
    _print_grade(paper, answer, scheme)
    for remark in answer["remarks"]:
        say_line(paper, remark)
    _print_inputs(paper, answer)
    _print_lines(
        paper, say("The smallest single changes that give another grade, everybody else unchanged"), _changes(answer)
    )
    _print_lines(paper, say("What if"), _what_ifs(answer))
    if answer["changes"]:
        verified = say("Every change was graded again and gave that grade.")
        doubtful = say("Not every change could be confirmed by grading again.")
        say_line(paper, f"✓ {verified}" if answer["verified"] else f"! {doubtful}", "dim")


def _print_grade(paper: Console, answer: Answer, scheme: Scheme) -> None:
    meaning = scheme.labels.get(scheme.grade or "", {}).get(str(answer["grade"]))
    title = f" · {pick(meaning.title)}" if meaning else ""
    grade = say("{customer}: grade {grade}", customer=answer["customer_id"], grade=f"{plain(answer['grade'])}{title}")
    score = say("score {score}", score=plain(answer["score"]))
    say_line(paper, f"{grade}, {score}" if answer["score"] is not None else grade, "bold")
    if meaning and meaning.playbook:
        say_line(paper, pick(meaning.playbook))


def _print_inputs(paper: Console, answer: Answer) -> None:
    entries = answer["inputs"]
    columns = {
        "metric": say("metric"),
        "value": say("value"),
        "rank": say("rank"),
        "weight": say("weight"),
        "points": say("points"),
        "boundary": say("next boundary"),
    }
    shown = {
        key: title for key, title in columns.items() if key == "metric" or any(e.get(key) is not None for e in entries)
    }
    table = grid()
    for key, title in shown.items():
        table.add_column(title, justify="left" if key == "metric" else "right")
    for entry in entries:
        table.add_row(*(_input_cell(entry, key) for key in shown))
    if entries:
        paper.print()
        paper.print(table)


def _input_cell(entry: Answer, key: str) -> Text:
    if key == "rank" and entry["rank"] is not None:
        return Text(say("{rank} of {n}", rank=plain(entry["rank"]), n=plain(entry["n"])))
    if key == "weight" and entry["weight"] is not None:
        return Text(f"{entry['weight']:.4g}")
    return cell(entry[key])


def _changes(answer: Answer) -> Iterator[str]:
    """One line a change; the metrics whose value alone changes nothing are named together."""
    moving = {change["metric"] for change in answer["changes"] if not _is_none(change)}
    yield from (_change(change) for change in answer["changes"] if change["metric"] in moving)
    still = dict.fromkeys(change["metric"] for change in answer["changes"] if change["metric"] not in moving)
    if still:
        yield say("no value changes the grade by itself: {metrics}", metrics=", ".join(still))


def _is_none(change: Answer) -> bool:
    return change["to"] is None and change["grade"] is None


def _change(change: Answer) -> str:
    if _is_none(change):
        return _no_change(change)
    places = {key: plain(change[key]) for key in ("metric", "from", "to", "grade")}
    if change["direction"] == "up":
        return say("{metric} up from {from} to {to}: {grade}", **places)
    if change["direction"] == "down":
        return say("{metric} down from {from} to {to}: {grade}", **places)
    return say("{metric} from {from} to {to}: {grade}", **places)


def _no_change(change: Answer) -> str:
    if change["direction"] == "up":
        return say("{metric}: no larger value changes the grade", metric=change["metric"])
    if change["direction"] == "down":
        return say("{metric}: no smaller value changes the grade", metric=change["metric"])
    return say("{metric}: no other value changes the grade", metric=change["metric"])


def _what_ifs(answer: Answer) -> Iterator[str]:
    for event in answer["what_if"]:
        yield f"{event['sentence']} → {plain(event['grade'])}"


def _print_lines(paper: Console, title: str, lines: Iterator[str]) -> None:
    listed = list(lines)
    if not listed:
        return
    paper.print()
    say_line(paper, title, "bold")
    for line in listed:
        say_note(paper, line, warning=False)
