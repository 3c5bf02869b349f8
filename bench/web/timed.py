"""The application with its measure."""

from __future__ import annotations

from bench.web.measure import measured
from vitalfew_web.config.wsgi import application as answered

application = measured(answered)
