"""The grade in the list and on the page of a customer, and why it has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.grading.models import Grade, Move, Run
from vitalfew_web.grading.panels import Chip, bar_of, near_to, sentence_of, short_amount


@pytest.fixture
def three(cast: Cast, graded: Run, open_one: Callable[..., Account]) -> Run:
    """Two more customers of the manager: one with grade A, one that no run has seen."""
    best = open_one(cast.manager, name="Best", number="K-1002")
    Grade.objects.create(
        run=graded, account=best, customer="K-1002", label="A", score="90", rank=1, type="new_big", cell="55", sales=100
    )
    open_one(cast.manager, name="Unseen", number="K-1003")
    return graded


def names(client: Client, query: str) -> list[str]:
    """The customers of a list, in order."""
    return [account.name for account in client.get(f"/customers/{query}").context["page"].rows]


def test_the_list_shows_grade_type_sales_and_why(as_: Callable[[str], Client], three: Run) -> None:
    page = as_("manager").get("/customers/").content.decode()
    assert 'class="vf-grade vf-grade-b"' in page
    assert "Carried by Sales (92 of 100). Held back by payment (41 of 100)." in page
    assert 'title="18,700,000.00 CNY">18.7M<' in page
    assert "−127K" in page
    assert "old + big" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?sort=-grade", ["Best", "万达商贸", "Unseen"]),
        ("?sort=-sales", ["万达商贸", "Best", "Unseen"]),
        ("?sort=sales", ["Best", "万达商贸", "Unseen"]),
        ("?grade=A", ["Best"]),
        ("?grade=nonsense", ["Best", "Unseen", "万达商贸"]),
        ("?type=old_big", ["万达商贸"]),
        ("?cell=55", ["Best"]),
        ("?move=down", ["万达商贸"]),
        ("?move=up", []),
        ("?move=loss", ["万达商贸"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_by_grades(
    as_: Callable[[str], Client], three: Run, query: str, found: list[str]
) -> None:
    assert names(as_("manager"), query) == found
    file = b"".join(as_("manager").get(f"/customers/export.csv{query}").streaming_content).decode()
    assert file.count("\n") == len(found) + 1


@pytest.mark.parametrize("who", ["manager", "director"])
@pytest.mark.parametrize(
    "query", ["sort=-sales", "sort=sales", "sort=-order", "sort=-grade&grade=A", "sort=-score&type=old_big"]
)
def test_very_many_stand_in_the_same_order_of_grades_as_few(
    as_: Callable[[str], Client],
    cast: Cast,
    graded: Run,
    open_one: Callable[..., Account],
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    query: str,
) -> None:
    """Beyond a limit the first pages come by an index of the grades: nobody may see it, nor miss who has none."""
    for number in range(9):
        owner = (cast.manager, cast.stranger)[number % 2]
        account = open_one(owner, name=f"Of {number}", number=f"L-{number}")
        sales, label = (100 - number % 3) if number % 4 else None, "AB"[number % 3 == 1]
        Grade.objects.create(
            run=graded, account=account, customer=f"L-{number}", label=label, score=number, type="old_big", sales=sales
        )
    open_one(cast.manager, name="Unseen", number="L-9")
    monkeypatch.setattr("vitalfew_web.core.listing.pages.PAGE", 3)
    client = as_(who)

    def pages() -> list[str]:
        return [name for page in range(1, 5) for name in names(client, f"?{query}&page={page}")]

    few = pages()
    for limit in ("accounts.lists.COUNTED", "core.listing.pages.READ_WHOLE"):
        monkeypatch.setattr(f"vitalfew_web.{limit}", 2)
    assert pages() == few
    assert len(few) > 3


def test_who_may_not_see_grades_sees_none(as_: Callable[[str], Client], cast: Cast, three: Run) -> None:
    for role in cast.manager.roles.all():
        role.permissions.remove("grading:grade:view")
        role.save()
    for address in ("/customers/", "/customers/K-1001/", "/customers/?sort=-sales&grade=A"):
        page = as_("manager").get(address).content.decode()
        assert "vf-grade" not in page
        assert "18.7M" not in page
    assert len(names(as_("manager"), "?grade=A")) == 3


def test_the_page_of_a_customer_shows_grade_past_figures_and_playbook(
    as_: Callable[[str], Client], graded: Run
) -> None:
    page = as_("manager").get("/customers/K-1001/").content.decode()
    for said in (
        "vf-grade-large",
        "<title>2026-09 A</title>",
        "What to do for B.",
        "1.8 below A",
        "18.2 above the floor of B",
    ):
        assert said in page, said


def test_why_says_the_history_of_reasons(as_: Callable[[str], Client], account: Account, graded: Run) -> None:
    Move.objects.create(
        run=graded, account=account, customer="K-1001", was="A", now="B", reasons={"en": ["Two invoices late"]}
    )
    page = as_("manager").get("/customers/K-1001/why").content.decode()
    for said in ("68.2", "Two invoices late", "What to do for B.", "from 70", "/customers/K-1001/why/reasons"):
        assert said in page, said
    card = as_("manager").get("/customers/K-1001/grade-card").content.decode()
    assert "was 73.5" in card


def test_an_ungraded_customer_says_so(as_: Callable[[str], Client], account: Account) -> None:
    assert "Not graded yet" in as_("manager").get("/customers/K-1001/why").content.decode()
    assert as_("manager").get("/customers/K-1001/why/reasons").status_code == 404


def test_the_measures_add_up_to_the_score_and_changes_were_graded_again(
    as_: Callable[[str], Client], account: Account, grade: Callable[..., Run]
) -> None:
    grade(date(2026, 10, 31))
    answer = as_("manager").get("/customers/K-1001/why/reasons")
    inputs = answer.context["inputs"]
    score = Grade.objects.get(customer="K-1001").score
    known = [one for one in inputs if one["points"] is not None]
    assert known
    assert sum(one["adds"] for one in inputs) == pytest.approx(float(score), abs=0.06)
    assert answer.context["answer"]["verified"]
    assert answer.context["ways"]
    # What was worked out once stands in the page at once.
    assert "Measures" in as_("manager").get("/customers/K-1001/why").content.decode()


def test_a_score_stands_on_its_scale(graded: Run) -> None:
    grade = Grade.objects.get()
    bar = bar_of(graded, grade.score)
    assert bar is not None
    assert [part["label"] for part in bar.parts] == ["D", "C", "B", "A"]
    assert bar.at == 68.2
    assert near_to(graded, grade) == "1.8 below A · 18.2 above the floor of B"
    assert bar_of(graded, None) is None
    assert Chip(grade, graded).moved


def test_a_reason_without_points_names_ranks_and_one_without_orders_says_so(graded: Run) -> None:
    assert sentence_of(graded, {"ranks": [["sales", 3, 12]]}) == "Sales: rank 3 of 12"
    assert "No order yet" in sentence_of(graded, {"ranks": []})


@pytest.mark.parametrize(
    ("minor", "said"), [(None, "–"), (0, "0"), (123_456, "1,235"), (1_870_000_000, "18.7M"), (-12_700_000, "−127K")]
)
def test_amounts_are_short(minor: int | None, said: str) -> None:
    assert short_amount(minor, 2) == said
