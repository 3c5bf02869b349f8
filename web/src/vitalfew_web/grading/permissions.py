"""What grades may be used for. Whose grades somebody sees follows from whose customers they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from vitalfew_web.access.models import User

VIEW = "grading:grade:view"
FIGURES = "grading:figures:view"
RUN = "grading:run:start"
EDIT = "grading:scheme:edit"
PUBLISH = "grading:scheme:publish"
OVERRIDE = "grading:override:set"

LABELS = {
    VIEW: _("See grades of customers and why they have them"),
    FIGURES: _("See runs, schemes and the portfolio of all customers"),
    RUN: _("Grade all customers"),
    EDIT: _("Write grading schemes"),
    PUBLISH: _("Publish grading schemes and key customer lists"),
    OVERRIDE: _("Give a customer another grade for a time"),
}


def refuse_without(by: User, permission: str) -> None:
    """Refuse somebody who may not do something of this kind."""
    if not by.may(permission):
        raise PermissionDenied(permission)
