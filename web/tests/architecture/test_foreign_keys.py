"""Foreign keys point down the order of apps, never sideways or up."""

import pytest
from django.apps import apps
from django.db.models import Field, Model

ORDER = ("core", "access", "messaging", "work", "accounts", "facts", "grading", "demo")
OWN = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("vitalfew_web.")]


def points_to(field: "Field[object, object]") -> str | None:
    """The app that a field points to."""
    related = field.related_model
    return related._meta.app_label if isinstance(related, type) and issubclass(related, Model) else None


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label)
def test_foreign_keys_point_down(model: type[Model]) -> None:
    here = ORDER.index(model._meta.app_label)
    for field in model._meta.local_fields:
        there = points_to(field)
        # core points to people through the setting for them, and to nothing else above it.
        if there in ORDER and not (model._meta.app_label == "core" and field.related_model.__name__ == "User"):
            assert ORDER.index(there) <= here, field
