"""Teams form a tree; who leads one sees the customers of its people and of all below."""

from collections.abc import Callable

import pytest
from django.test import Client
from people import Cast

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import Sight, Team
from vitalfew_web.access.rules import Member, device_of, in_tree, sights
from vitalfew_web.accounts.models import Account


def team(name: str) -> Team:
    return Team.objects.get(name=name)


def fields(of: Team, **changed: object) -> dict[str, object]:
    kept = {"name": of.name, "parent": of.parent_id or "", "head": of.head_id or ""}
    return {**kept, **changed}


def test_a_head_sees_the_customers_of_a_team_that_is_not_the_own(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    stranger, east = as_("stranger"), team("East")
    assert stranger.get("/customers/K-1001/").status_code == 404
    sent = fields(east, head=cast.stranger.pk)
    assert as_("administrator").post(f"/people/teams/{east.pk}/", sent).status_code == 302
    assert stranger.get("/customers/K-1001/").status_code == 200
    as_("administrator").post(f"/people/teams/{east.pk}/", fields(east, head=""))
    assert stranger.get("/customers/K-1001/").status_code == 404


def test_a_head_without_reach_sees_no_more(cast: Cast) -> None:
    assert sights([Member(1, 1, Reach.OWN, frozenset({2})), Member(2, 2, Reach.OWN)], {1: None, 2: None}) == {
        (1, 1),
        (2, 2),
    }


def test_only_who_may_see_a_team_is_offered_as_head(as_: Callable[[str], Client], cast: Cast) -> None:
    east = team("East")
    answer = as_("administrator").post(f"/people/teams/{east.pk}/", fields(east, head=cast.manager.pk))
    assert answer.status_code == 422


def test_a_move_takes_the_teams_below_along_and_leads_see_them_at_once(
    as_: Callable[[str], Client], cast: Cast
) -> None:
    north, east = team("North"), team("East")
    as_("administrator").post(f"/people/teams/{east.pk}/", fields(east, parent=north.pk))
    assert {row.owner for row in Sight.objects.filter(viewer=cast.stranger)} >= {cast.manager, cast.mate, cast.lead}
    page = as_("administrator").get("/people/teams/")
    assert [(each.name, each.depth) for each in page.context["teams"]] == [("Sales", 0), ("North", 1), ("East", 2)]


@pytest.mark.parametrize("place", ["itself", "child"])
def test_no_team_is_part_of_itself(as_: Callable[[str], Client], cast: Cast, place: str) -> None:
    top = team("Sales")
    below = top if place == "itself" else team("East")
    answer = as_("administrator").post(f"/people/teams/{top.pk}/", fields(top, parent=below.pk))
    assert answer.status_code == 422
    top.refresh_from_db()
    assert top.parent is None


def test_a_team_with_people_or_teams_stays(as_: Callable[[str], Client], cast: Cast) -> None:
    client = as_("administrator")
    for name in ("Sales", "East"):
        answer = client.post(f"/people/teams/{team(name).pk}/remove")
        assert answer.status_code == 422
        assert "Move them first" in answer.content.decode()
    client.post("/people/teams/new", {"name": "South"})
    assert client.post(f"/people/teams/{team('South').pk}/remove").status_code == 302
    assert not Team.objects.filter(name="South").exists()


def test_nobody_becomes_head_or_changes_team_by_the_own_hand(as_: Callable[[str], Client], cast: Cast) -> None:
    role = cast.administrator.roles.get()
    role.reach = Reach.TEAM
    role.save()
    client, me, east = as_("administrator"), cast.administrator, team("East")
    assert client.post(f"/people/teams/{east.pk}/", fields(east, head=me.pk)).status_code == 422
    assert client.post("/people/teams/new", {"name": "Mine", "head": me.pk}).status_code == 422
    sent = {
        "name": me.name,
        "email": me.email,
        "language": "en",
        "is_active": "on",
        "roles": [role.pk],
        "team": east.pk,
    }
    assert client.post(f"/people/{me.pk}/", sent).status_code == 422
    me.refresh_from_db()
    assert me.team.name == "Sales"


def test_a_tree_is_told_from_the_top_each_team_before_those_below() -> None:
    assert in_tree({5: None, 1: None, 2: 1, 3: 2, 4: 1}) == [(5, 0), (1, 0), (2, 1), (3, 2), (4, 1)]


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge · Windows",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
            "Chrome · Linux",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · macOS"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_told_from_what_the_browser_says(agent: str, device: str) -> None:
    assert device_of(agent) == device
