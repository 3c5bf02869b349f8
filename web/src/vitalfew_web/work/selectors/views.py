"""Reading saved views: the own ones, and those that people of the same team share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.core.listing import Tab, Tabs, count_text, state_of, with_query
from vitalfew_web.core.registries import LISTS, Pinned
from vitalfew_web.work.models import SavedView
from vitalfew_web.work.selectors.notifications import counted_for

if TYPE_CHECKING:
    from vitalfew_web.access.models import User
    from vitalfew_web.core.http import Person


def views_for(user: User) -> list[SavedView]:
    """All views that somebody sees, the pinned first. Asked for once a page: its side and its tabs show the same."""
    kept = vars(user)
    if "_views" not in kept:
        kept["_views"] = sorted(
            SavedView.objects.seen_by(user).order_by("name", "id"), key=lambda view: not view.is_pinned
        )
    return cast("list[SavedView]", kept["_views"])


def view_for(user: User, key: int) -> SavedView:
    """One of them. Raises SavedView.DoesNotExist alike for others' private views and for none."""
    return SavedView.objects.seen_by(user).get(pk=key)


def pinned_for(person: Person) -> Iterator[Pinned]:
    """The views that somebody pinned, as the side of every page shows them."""
    for view in views_for(cast("User", person)):
        place = LISTS.get(view.list_name)
        if view.is_pinned and place and person.may(place.permission):
            yield Pinned(view.name, address_of(view), place.icon)


def tabs_for(
    user: User,
    list_name: str,
    query: QueryDict,
    rows_of: Callable[[QueryDict], QuerySet[Any] | RawSQL],
    *,
    with_total: bool = True,
) -> tuple[int | None, Tabs]:
    """How many rows a list has, and its views with how many rows each has, by one question to the database.

    `rows_of` gives the rows that a query string asks for. Without the total where the page counts its rows by itself.
    """
    views = [view for view in views_for(user) if view.list_name == list_name]
    asked: list[QueryDict] = [QueryDict(), *(QueryDict(view.state) for view in views)]
    if with_total:
        asked.append(query)
    everything, *counts = counted_for(user, [rows_of(each) for each in asked])
    total = counts.pop() if with_total else None
    now = next((view for view in views if str(view.pk) == query.get("view")), None)
    changed = state_of(query) != (now.state if now else "")
    url = reverse(LISTS[list_name].url)
    tabs = Tabs(
        [
            Tab(_("All"), url, count_text(everything), is_current=now is None, is_changed=changed and now is None),
            *(_tab(view, count, now, changed=changed) for view, count in zip(views, counts, strict=True)),
        ],
        part="work/parts/list_tabs.html",
        view=now,
        is_own=now is not None and now.owner_id == user.pk,
        is_changed=changed,
        reset_url=address_of(now) if now else url,
    )
    return total, tabs


def _tab(view: SavedView, count: int, now: SavedView | None, *, changed: bool) -> Tab:
    is_current = view == now
    return Tab(
        view.name,
        address_of(view),
        count_text(count),
        is_current,
        changed and is_current,
        view.is_pinned,
        view.is_shared,
    )


def address_of(view: SavedView) -> str:
    """Where a view is looked at."""
    return reverse(LISTS[view.list_name].url) + with_query(QueryDict(view.state), view=view.pk)
