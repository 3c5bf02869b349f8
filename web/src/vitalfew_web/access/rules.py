"""Who sees whose customers, from the tree of teams; what sessions and tokens are known by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from vitalfew_web.access.choices import Reach


@dataclass(frozen=True)
class Held:
    """What one role gives: its permissions, and whose customers they hold for."""

    reach: str
    permissions: frozenset[str]


@dataclass(frozen=True)
class Member:
    """A person of whom the rule knows the team (None: of no team), the reach, and the teams that the person heads."""

    person: int
    team: int | None
    reach: Reach
    heads: frozenset[int] = frozenset()

    @property
    def leads(self) -> frozenset[int]:
        """The teams whose customers the person sees: the own one and those headed, where the reach is theirs."""
        if self.reach is not Reach.TEAM:
            return frozenset()
        return self.heads if self.team is None else self.heads | {self.team}


def sights(members: list[Member], parents: Mapping[int, int | None]) -> set[tuple[int, int]]:
    """Pairs of viewer and owner. `parents` is team → the team it belongs to, None at the top.

    Everybody sees the own customers; with reach "team" those of the own team, of teams that the person heads, and of all
    teams below. Reach "all" is in no pair but the own: it needs none.
    """
    pairs = {(one.person, one.person) for one in members}
    for lead in members:
        pairs |= {
            (lead.person, one.person) for one in members if lead.leads and _is_within(one.team, lead.leads, parents)
        }
    return pairs


def _is_within(team: int | None, above: frozenset[int], parents: Mapping[int, int | None]) -> bool:
    """Whether a team is one of others or lies below one."""
    while team is not None:
        if team in above:
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


def in_tree(parents: Mapping[int, int | None]) -> list[tuple[int, int]]:
    """Teams in the order of their tree, each with its depth: a team, then all below it. The order given is kept."""
    below: dict[int | None, list[int]] = {}
    for team, parent in parents.items():
        below.setdefault(parent, []).append(team)

    def walk(parent: int | None, depth: int) -> list[tuple[int, int]]:
        return [each for team in below.get(parent, []) for each in [(team, depth), *walk(team, depth + 1)]]

    return walk(None, 0)


BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
"""What a browser calls itself → its name; many call themselves by the later ones as well."""

SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_of(agent: str) -> str:
    """Browser and system of a session, from what the browser says of itself; what it does not say is left out."""
    known = [next((name for sign, name in table if sign in agent), "") for table in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, known))


TOKEN_BEGINS = "vf_"  # noqa: S105  (what all of them begin with)
"""So that programs that look for secrets in files know ours."""

LONGEST_TOKEN = timedelta(days=366)


def digest_of(secret: str) -> str:
    """What is kept of the secret of a token. It has 256 random bits: no salt, no slow digest is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
