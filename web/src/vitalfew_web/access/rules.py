"""Who sees whose customers, from the tree of teams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vitalfew_web.access.choices import Reach


@dataclass(frozen=True)
class Member:
    """A person of whom the rule knows the team (None: of no team) and the reach."""

    person: int
    team: int | None
    reach: Reach


def sights(members: list[Member], parents: Mapping[int, int | None]) -> set[tuple[int, int]]:
    """Pairs of viewer and owner. `parents` is team → the team it belongs to, None at the top.

    Everybody sees the own customers; with reach "team" those of the own team and of all teams below. Reach "all" is in
    no pair but the own: it needs none.
    """
    pairs = {(one.person, one.person) for one in members}
    leads = [one for one in members if one.reach is Reach.TEAM and one.team is not None]
    for lead in leads:
        pairs |= {(lead.person, one.person) for one in members if _is_within(one.team, lead.team, parents)}
    return pairs


def _is_within(team: int | None, above: int | None, parents: Mapping[int, int | None]) -> bool:
    """Whether a team is another or lies below it."""
    while team is not None:
        if team == above:
            return True
        team = parents.get(team)
    return False


def has_circle(parents: Mapping[int, int | None]) -> bool:
    """Whether some team lies below itself."""
    for team in parents:
        seen: set[int] = set()
        current: int | None = team
        while current is not None and current not in seen:
            seen.add(current)
            current = parents.get(current)
        if current is not None:
            return True
    return False
