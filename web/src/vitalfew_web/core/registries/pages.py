"""Parts that domains hang on an object's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vitalfew_web.core.registries import Text


@dataclass(frozen=True)
class Panel:
    """A part of an object's page, owned by the app that registers it; only who has the permission sees it.

    Either `render` draws it with the page, from request and object, or `url` names the address of a fragment that the
    page loads beside the others; the address takes `argument` of the object. `aside` puts it into the narrow column.
    """

    name: str
    label: Text
    permission: str
    order: int
    url: str = ""
    render: Callable[[Any, Any], str] | None = None
    argument: str = "number"
    aside: bool = False


PANELS: dict[str, list[Panel]] = {}
"""Kind of object → the panels of its page."""


MARKS: dict[str, list[Callable[[Any, Any], str]]] = {}
"""Kind of object → what draws a mark beside its name, from the object and the person: a grade, a crown."""


NEXT_STEPS: dict[str, list[Callable[[Any, Any], str]]] = {}
"""Kind of object → what draws its next step, from the object and the person; "" for none."""
