"""Building the example company, and taking it away."""

from vitalfew_web.demo.choices import HOST, PASSWORD
from vitalfew_web.demo.services.building import build, settle
from vitalfew_web.demo.services.removing import WorkedOn, remove

__all__ = ["HOST", "PASSWORD", "WorkedOn", "build", "remove", "settle"]
