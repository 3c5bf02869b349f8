"""Registration of the core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The lowest app: it knows no other."""

    name = "vitalfew_web.core"
