"""DjangoCRM with its measure."""

from __future__ import annotations

from webcrm.wsgi import application as answered  # type: ignore[import-not-found]

from bench.web.measure import measured

application = measured(answered)
