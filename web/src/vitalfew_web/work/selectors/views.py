"""Reading saved views: the own ones, and those that people of the same team share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from time import monotonic
from typing import TYPE_CHECKING, cast
from zlib import crc32

from django.core.cache import cache
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from vitalfew_web.core.listing import Rows, Tab, Tabs, counted, short_count, state_of, with_query
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


RowsOf = Callable[[QueryDict], Rows]
"""The rows that a query string asks for."""


def tabs_for(
    user: User, list_name: str, query: QueryDict, rows_of: RowsOf, *, with_total: bool = True
) -> tuple[int | None, Tabs]:
    """How many rows a list has, and its views with how many rows each has, by one question to the database.

    Without the total where the page counts its rows by itself. Of a list with more rows than are counted the views have
    the counts that are kept, and are not asked for; where one is missing, the page asks for them when it stands (`count_views`).
    """
    views = _views_of(user, list_name)
    asked = [QueryDict(), query] if with_total else [QueryDict()]
    counts = _kept_counts(user, views)
    states = () if None not in counts else (QueryDict(view.state) for view in views)
    (everything, *total), found = counted_for(user, list(map(rows_of, asked)), list(map(rows_of, states)))
    counts = [kept if new is None else new for kept, new in zip_longest(counts, found)]
    now = next((view for view in views if str(view.pk) == query.get("view")), None)
    changed = state_of(query) != (now.state if now else "")
    url = reverse(LISTS[list_name].url)
    tabs = Tabs(
        [
            Tab(_("All"), url, short_count(everything), is_current=now is None, is_changed=changed and now is None),
            *(_tab(view, count, now, changed=changed) for view, count in zip(views, counts, strict=True)),
        ],
        part="work/parts/list_tabs.html",
        views="work/parts/list_views.html",
        url=url + with_query(query),
        view=now,
        is_counted=None not in counts,
        is_own=now is not None and now.owner_id == user.pk,
        is_changed=changed,
        reset_url=address_of(now) if now else url,
    )
    return total[0] if total else None, tabs


KEPT = 60
"""Seconds that a count of very many rows is kept; one that took long a hundred times as long as it took."""


def count_views(user: User, list_name: str, rows_of: RowsOf) -> None:
    """Count the views of a list of very many rows and keep the counts, which may be as old then as they are kept."""
    for view in _views_of(user, list_name):
        if _kept(user, view) not in cache:
            begin = monotonic()
            [count] = counted([rows_of(QueryDict(view.state))])
            cache.set(_kept(user, view), count, max(KEPT, round(100 * (monotonic() - begin))))


def _kept_counts(user: User, views: Sequence[SavedView]) -> list[int | None]:
    kept = cache.get_many([_kept(user, view) for view in views])
    return [kept.get(_kept(user, view)) for view in views]


def _kept(user: User, view: SavedView) -> str:
    return f"work.count.{user.pk}.{view.pk}.{crc32(view.state.encode())}"


def _views_of(user: User, list_name: str) -> list[SavedView]:
    return [view for view in views_for(user) if view.list_name == list_name]


def _count(count: int | None) -> str:
    return "" if count is None else short_count(count)


def _tab(view: SavedView, count: int | None, now: SavedView | None, *, changed: bool) -> Tab:
    is_current = view == now
    return Tab(
        view.name,
        address_of(view),
        _count(count),
        is_current,
        changed and is_current,
        view.is_pinned,
        view.is_shared,
    )


def address_of(view: SavedView) -> str:
    """Where a view is looked at."""
    return reverse(LISTS[view.list_name].url) + with_query(QueryDict(view.state), view=view.pk)
