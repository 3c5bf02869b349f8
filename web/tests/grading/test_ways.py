"""Every number of customers in a figure leads to the list, and the list holds exactly so many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.services import open_account
from vitalfew_web.facts.services import import_files, write_sample
from vitalfew_web.grading.models import Grade, Run
from vitalfew_web.grading.panels import said_first, said_move, said_range

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIST = "/customers/?"


@pytest.fixture
def sampled(facts: Path, settings: Any, tmp_path: Path, cast: Cast) -> int:
    """A believable company of its own store, every customer of it opened; gives how many they are."""
    settings.FACTS = tmp_path / "facts"
    files = write_sample(tmp_path / "files", customers=90, language="en", last_day=date(2026, 10, 31))
    numbers = [line.split(",")[0] for line in files["customers"].read_text(encoding="utf-8-sig").splitlines()[1:]]
    for number in numbers:
        open_account(fields={"name": number, "number": number}, by=cast.director, at=NOW)
    taken = {table: file for table, file in files.items() if file.read_text(encoding="utf-8-sig").count("\n") > 1}
    import_files(files=taken.items(), source="sample", by=cast.director, at=NOW)
    return len(numbers)


def counted(client: Client, query: str) -> int:
    found = client.get(LIST + query)
    assert found.status_code == 200, query
    chips = found.context["listing"].chips
    assert chips, f"{query} is no filter"
    return int(found.context["listing"].page.total)


def leads_in(page: Any) -> list[tuple[str, str, int]]:
    """Section, query and number of every cell of the tables of a page that leads to the list."""
    found = []
    for part in (part for row in page.context["parts"] for part in row):
        for row, ways in zip(part["table"]["rows"], part["ways"]["rows"], strict=False):
            for column, value in zip(part["table"]["columns"], row, strict=True):
                if column["key"] in ways and value:
                    found.append((part["id"], ways[column["key"]], int(value)))
        for column, value in zip(part["table"]["columns"], part["table"]["total"] or (), strict=False):
            if column["key"] in part["ways"]["total"] and value:
                found.append((part["id"], part["ways"]["total"][column["key"]], int(value)))
    return found


def drawn_in(page: Any) -> list[tuple[str, str, int]]:
    """The same of the places of its drawings."""
    found = []
    numbers: dict[str, Callable[[dict[str, Any]], Any]] = {
        "rfm": lambda data: [cell for row in data["count"] for cell in row],
        "migration": lambda data: [cell for row in data["matrix"] for cell in row],
        "types": lambda data: [cell["count"] for cell in data["cells"]],
        "grades": lambda data: data["values"],
        "bands": lambda data: [band["customers"] for band in data["bands"]],
        "concentration": lambda data: data["n"],
    }
    for name, ways in page.context["data"]["ways"].items():
        flat = [way for row in ways for way in row] if isinstance(ways[0], list) else ways
        given = numbers[name](page.context["data"]["charts"][name]["data"])
        found += [(name, way, int(number)) for way, number in zip(flat, given, strict=True) if number]
    return found


def test_every_cell_bar_class_and_band_leads_to_exactly_its_customers(
    sampled: int, grade: Callable[..., Run], as_: Callable[[str], Client]
) -> None:
    grade(date(2026, 4, 30))
    run = grade(date(2026, 10, 31))
    assert Grade.objects.filter(run=run, account=None).count() == 0
    client = as_("director")
    pages = [client.get(f"/grading/runs/{run.pk}/"), client.get("/portfolio/")]
    found = [lead for page in pages for lead in (*leads_in(page), *drawn_in(page))]
    kinds = {section for section, _query, _number in found}
    assert kinds == {
        *("pareto", "rfm", "types", "grades", "migration", "segments"),
        *("whale", "cost_to_serve", "bands", "concentration"),
    }
    wrong = [
        (section, query, number, listed)
        for section, query, number in dict.fromkeys(found)
        if (listed := counted(client, query)) != number
    ]
    assert wrong == []


def test_an_older_run_leads_nowhere_since_the_list_shows_the_grades_of_now(
    facts: Path, grade: Callable[..., Run], as_: Callable[[str], Client]
) -> None:
    first = grade(date(2026, 3, 31))
    assert "vf-way-in" in as_("director").get(f"/grading/runs/{first.pk}/").content.decode()
    grade(date(2026, 10, 31))
    assert "vf-way-in" not in as_("director").get(f"/grading/runs/{first.pk}/").content.decode()


@pytest.mark.parametrize("nonsense", ["", "~", "many", "1~x", "NaN~", "~Infinity", "5"])
def test_a_range_that_makes_no_sense_is_no_filter(nonsense: str) -> None:
    assert said_range()(nonsense) is None


def test_ranges_moves_and_places_read_as_words(facts: Path, grade: Callable[..., Run]) -> None:
    grade()
    assert [said_range(" %")(text) for text in ("40~45.50", "9~", "~3")] == ["40 % – 45.5 %", "from 9 %", "up to 3 %"]
    assert [said_move(text) for text in ("A~B", "~A", "X~A", "A")] == [
        "from A to B",
        "from not graded to A",
        None,
        None,
    ]
    assert [said_first(text) for text in ("20", "0", "-1", "x")] == ["the 20 largest by sales", None, None, None]


def test_a_frame_on_the_portfolio_shows_who_is_inside_and_opens_the_list(
    facts: Path, cast: Cast, grade: Callable[..., Run], as_: Callable[[str], Client]
) -> None:
    for place in range(9):
        open_account(fields={"name": f"No. {place}", "number": f"K-{1001 + place}"}, by=cast.director, at=NOW)
    grade()
    client = as_("director")
    margins = sorted(100 * float(margin) for margin in Grade.objects.values_list("margin", flat=True) if margin)
    middle = margins[len(margins) // 2]
    found = client.get("/portfolio/selection", {"margin_from": f"{middle:.4f}", "serves_to": ""})
    framed = found.context["framed"]
    assert framed["count"] == sum(1 for margin in margins if margin >= middle - 1e-4)
    assert counted(client, framed["query"]) == framed["count"]
    # Without a number there is nothing to show, and what is no number is told so; neither is a fault.
    assert client.get("/portfolio/selection").context["framed"] is None
    assert "Give numbers" in client.get("/portfolio/selection", {"margin_from": "many"}).content.decode()
    # Without a script the page itself answers the same form.
    assert client.get("/portfolio/", {"margin_from": "0"}).context["framed"]["count"] == len(margins)
