"""The list of customers as a board: a lane for each grade, with the same customers as the list of the grade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import open_account
from vitalfew_web.grading.models import Run
from vitalfew_web.grading.services import override_grade

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOARD = "/customers/?board=grade"


def lanes(client: Client, more: str = "") -> dict[str, list[str]]:
    """Lane → its customers; the number in its head is theirs."""
    found = client.get(BOARD + more).context["listing"].lanes
    assert [lane.count for lane in found] == [str(len(lane.cards)) for lane in found]
    return {str(lane.label): [card.title for card in lane.cards] for lane in found}


@pytest.fixture
def three(cast: Cast, account: Account, grade: Callable[..., Run]) -> None:
    for number in ("K-1007", "K-1009"):
        open_account(fields={"name": number, "number": number, "owner": cast.manager}, by=cast.director, at=NOW)
    grade()


def test_a_lane_has_the_customers_of_its_grade(three: None, account: Account, as_: Callable[[str], Client]) -> None:
    found = lanes(as_("director"))
    assert found == {
        "Grade A": [account.name],
        "Grade B": [],
        "Grade C": ["K-1007"],
        "Grade D": ["K-1009"],
        "Prospect": [],
    }
    assert lanes(as_("director"), "&q=K-1009")["Grade D"] == ["K-1009"]
    assert lanes(as_("director"), "&grade=C") == {"Grade C": ["K-1007"]}
    page = as_("director").get(BOARD).content.decode()
    assert 'href="?grade=C"' in page, "a lane leads to the list of its grade"


def test_a_grade_by_hand_stands_in_its_lane(
    three: None, cast: Cast, account: Account, as_: Callable[[str], Client]
) -> None:
    until = date.today() + timedelta(days=30)
    hand = {"label": "D", "reason": "It is being wound up.", "until": until, "today": date.today()}
    override_grade(account=account, by=cast.director, at=NOW, **hand)
    assert lanes(as_("director"))["Grade D"] == [*sorted(["K-1009", account.name], key=str.lower)]


def test_a_board_shows_nobody_that_one_does_not_see(three: None, as_: Callable[[str], Client]) -> None:
    assert [names for names in lanes(as_("stranger")).values() if names] == []
    # A board that nobody hung here is the table.
    assert as_("director").get("/customers/?board=nonsense").context["listing"].lanes == []
