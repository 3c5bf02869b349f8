"""The saved views of the example company: what its people look at again and again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vitalfew_web.access.models import User
from vitalfew_web.demo.choices import HEADS
from vitalfew_web.work.models import SavedView
from vitalfew_web.work.services import save_view

LIST = "accounts"

VIEWS = (
    ("Falling A", "moved=A~*&sort=-sales"),
    ("Promotion-only", "profit=promotion&sort=-sales"),
    ("Cost more than they earn", "profit=loss&sort=contribution"),
    ("Small and rising", "type=old_small&move=up&sort=-sales"),
)
"""Name → filters and order, as a head shares them with the team; the first one is pinned."""


def save_views(*, people: Mapping[str, User], at: datetime) -> None:
    """What each head shares with the team, and the own key accounts; whoever has views already keeps them."""
    for key in HEADS.values():
        if SavedView.objects.filter(owner=people[key]).exists():
            continue
        head, own = people[key], f"grade=A&owner={people[key].pk}&sort=-sales"
        save_view(list_name=LIST, name="My key accounts", state=own, is_shared=False, is_pinned=True, by=head, at=at)
        for place, (name, state) in enumerate(VIEWS):
            save_view(list_name=LIST, name=name, state=state, is_shared=True, is_pinned=place == 0, by=head, at=at)
