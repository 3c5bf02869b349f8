"""Whose customers people see, from the tree of teams and the reach of roles."""

import pytest
from people import Cast

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import Sight
from vitalfew_web.access.rules import Member, has_circle, sights
from vitalfew_web.access.selectors import owners_seen_by
from vitalfew_web.access.services import see_anew

TREE = {1: None, 2: 1, 3: 2, 4: 1}
"""1 is at the top, 2 and 4 below it, 3 below 2."""


def test_who_has_no_reach_sees_the_own_customers() -> None:
    assert sights([Member(7, 2, Reach.OWN), Member(8, 2, Reach.OWN)], TREE) == {(7, 7), (8, 8)}


def test_a_lead_sees_the_team_and_all_teams_below_and_none_beside_or_above() -> None:
    people = [Member(10 + team, team, Reach.OWN) for team in TREE]
    lead = Member(1, 2, Reach.TEAM)
    assert {owner for viewer, owner in sights([lead, *people], TREE) if viewer == 1} == {1, 12, 13}


def test_a_lead_of_no_team_sees_the_own_customers_alone() -> None:
    assert sights([Member(1, None, Reach.TEAM), Member(2, None, Reach.OWN)], {}) == {(1, 1), (2, 2)}


@pytest.mark.parametrize(("parents", "found"), [(TREE, False), ({1: 2, 2: 1}, True), ({1: 1}, True)])
def test_a_circle_of_teams_is_found(parents: dict[int, int | None], found: bool) -> None:
    assert has_circle(parents) is found


def test_the_access_table_follows_the_cast(cast: Cast) -> None:
    assert owners_seen_by(cast.director) is None
    seen = {row.owner for row in Sight.objects.filter(viewer=cast.lead)}
    assert seen == {cast.manager, cast.mate, cast.lead, cast.nobody}
    assert {row.owner for row in Sight.objects.filter(viewer=cast.manager)} == {cast.manager}


def test_who_was_locked_out_sees_nothing_and_may_nothing(cast: Cast) -> None:
    cast.manager.is_active = False
    cast.manager.save()
    see_anew()
    assert not Sight.objects.filter(viewer=cast.manager).exists()
    assert not cast.manager.may("accounts:account:view")
