"""How a list answers: whole, or the part of it that changed, at an address that says what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from vitalfew_web.core.listing.addresses import values_of, with_query, written
from vitalfew_web.core.listing.table import Listing, Tabs


def asks_for_views(request: HttpRequest) -> bool:
    """Whether a page of very many rows asks for its views alone, which were not counted for it."""
    return request.headers.get("HX-Target", "").endswith("#list-views")


def answer_views(request: HttpRequest, tabs: Tabs) -> HttpResponse:
    """The views of a list, to stand where they stood without counts."""
    found = render(request, tabs.views, {"tabs": tabs})
    found["Vary"] = "HX-Request, HX-Target"
    return found


def answer(request: HttpRequest, listing: Listing[Any], templates: str, content: Mapping[str, Any]) -> HttpResponse:
    """The page of a list, `{templates}/list.html`, or its results alone, `{templates}/parts/results.html`.

    An address that says something twice or for nothing is led to the one that says it once.
    """
    is_part = request.headers.get("HX-Target", "").endswith("#results")
    if not is_part and written(request.GET) != written(listing.query):
        return redirect(listing.url + with_query(listing.query).removesuffix("?"))
    template = f"{templates}/parts/results.html" if is_part else f"{templates}/list.html"
    found = render(request, template, {**content, "listing": listing, "page": listing.page, "is_part": is_part})
    found["Vary"] = "HX-Request, HX-Target"
    if is_part:
        _tell_address(found, request, listing)
    return found


def _tell_address(found: HttpResponse, request: HttpRequest, listing: Listing[Any]) -> None:
    """Let the browser show the address of what it shows now; a letter more is no step to go back by."""
    before = QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query)
    if written(before) != written(listing.query):
        name = "HX-Replace-Url" if _unspoken(before) == _unspoken(listing.query) else "HX-Push-Url"
        found[name] = listing.url + with_query(listing.query).removesuffix("?")


def _unspoken(query: QueryDict) -> dict[str, str]:
    """What an address asks for besides the text that is searched."""
    return {name: value for name, value in values_of(query).items() if name not in ("q", "page")}
