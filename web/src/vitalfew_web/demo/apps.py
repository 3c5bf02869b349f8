"""Registration of the demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A believable company to look at."""

    name = "vitalfew_web.demo"
