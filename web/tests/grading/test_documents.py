"""What a run is looked at by those who see all: compared, as a portfolio, as the list of key customers."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from people import Cast
from python_calamine import CalamineWorkbook

from vitalfew_web.accounts.models import Account
from vitalfew_web.grading.gateways import pdf
from vitalfew_web.grading.models import CurrentRun, Grade, KeyList, Run


def test_two_runs_are_compared_with_parts_that_add_up(
    as_: Callable[[str], Client], account: Account, grade: Callable[..., Run]
) -> None:
    first, second = grade(date(2025, 6, 30)), grade(date(2026, 10, 31))
    page = as_("director").get(f"/grading/runs/{second.pk}/against/{first.pk}/")
    assert page.status_code == 200
    found = page.context["found"]
    assert found["moved"] == len(found["movers"])
    assert found["movers"]
    for mover in found["movers"]:
        if mover["change"] is not None:
            assert sum(float(bar["points"]) for bar in mover["bars"]) == pytest.approx(
                float(mover["change"]), abs=0.011
            )
    up = as_("director").get(f"/grading/runs/{second.pk}/against/{first.pk}/?way=up").context["movers"]
    assert all(mover["direction"] == "up" for mover in up)
    # Whoever is not among the largest can be named by number; who is unknown, or nothing, takes nothing away.
    lost = as_("director").get("/portfolio/", {"without": ["K-1009", "nobody", ""]}).context["lost"]
    assert (lost["chosen"], [one["number"] for one in lost["rows"] if one["chosen"]]) == (1, ["K-1009"])
    portfolio = as_("director").get("/portfolio/?without=K-1001").content.decode()
    for drawn in ("whale", "bands", "concentration"):
        assert f'data-chart="{drawn}"' in portfolio
    assert "would be gone" in portfolio


def test_a_portfolio_without_a_run_says_what_to_do(as_: Callable[[str], Client]) -> None:
    assert "Nothing to show yet" in as_("director").get("/portfolio/").content.decode()


@pytest.fixture
def listed(cast: Cast, graded: Run, open_one: Callable[..., Account]) -> Run:
    """A run with two key customers, one of a name that a spreadsheet would compute."""
    for number, name, sales in (
        ("K-2", "=HYPERLINK(1)", 300_000),
        ("K-3", "台北聯合實業 #set page(fill: red)", 200_000),
    ):
        account = open_one(cast.manager, name=name, number=number)
        Grade.objects.create(
            run=graded, account=account, customer=number, label="A", score="80", sales=sales, contribution=100
        )
    return graded


def test_the_list_is_approved_once_and_stays_as_it_was(
    as_: Callable[[str], Client], cast: Cast, account: Account, listed: Run
) -> None:
    address = f"/grading/runs/{listed.pk}/list"
    assert "not approved yet" in as_("director").get(address).content.decode()
    assert as_("director").post(f"{address}/approve").status_code == 302
    as_("director").post(f"{address}/approve")
    made = KeyList.objects.get()
    assert [one["number"] for one in made.rows] == ["K-2", "K-3"]
    Grade.objects.filter(customer="K-2").update(label="B")
    Account.objects.filter(number="K-3").update(name="Another")
    page = as_("director").get(address).content.decode()
    assert "=HYPERLINK(1)" in page
    assert "Another" not in page


def test_who_joined_and_left_is_told_against_the_list_before(
    as_: Callable[[str], Client], cast: Cast, listed: Run
) -> None:
    as_("director").post(f"/grading/runs/{listed.pk}/list/approve")
    later = Run.objects.create(
        **{
            name: getattr(listed, name)
            for name in (
                "version",
                "as_of",
                "store_version",
                "status",
                "at",
                "scale",
                "measures",
                "scored",
                "customers",
            )
        },
        before=listed,
    )
    CurrentRun.objects.update(run=later)
    for number, label in (("K-2", "B"), ("K-3", "A"), ("K-1001", "A")):
        account = Account.objects.get(number=number)
        Grade.objects.create(run=later, account=account, customer=number, label=label, sales=1)
    as_("director").post(f"/grading/runs/{later.pk}/list/approve")
    made = KeyList.objects.get(run=later)
    assert [one["number"] for one in made.joined] == ["K-1001"]
    assert [one["number"] for one in made.left] == ["K-2"]


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_the_list_is_a_document_in_every_language(
    as_: Callable[[str], Client], cast: Cast, listed: Run, language: str
) -> None:
    as_("director").post(f"/grading/runs/{listed.pk}/list/approve")
    cast.director.language = language
    cast.director.save()
    page = as_("director").get(f"/grading/runs/{listed.pk}/list.pdf")
    assert page.content.startswith(b"%PDF")
    assert b"FontFile" in page.content or b"/ObjStm" in page.content
    book = as_("director").get(f"/grading/runs/{listed.pk}/list.xlsx").content
    rows: list[list[Any]] = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    cells = [cell for row in rows for cell in row]
    assert "=HYPERLINK(1)" in cells
    assert 3000.0 in cells


def test_markup_in_a_name_is_text_on_paper() -> None:
    """B-81: the words of the page are data; nothing of them is read as markup, no file is opened."""
    content = {
        "title": '#read("/etc/hostname")',
        "author": "x",
        "lines": ['#import "@preview/x"'],
        "columns": ["a"] * 7,
        "parts": {"#panic()": [["*b*"] * 7], "none": []},
        "nobody": "nobody",
        "signed": ["one", "two"],
        "foot": "foot",
        "lang": "zh",
        "region": "CN",
    }
    assert pdf(content).startswith(b"%PDF")


def test_a_run_that_does_not_hold_is_not_approved(as_: Callable[[str], Client], cast: Cast, listed: Run) -> None:
    CurrentRun.objects.all().delete()
    as_("director").post(f"/grading/runs/{listed.pk}/list/approve")
    assert not KeyList.objects.exists()
