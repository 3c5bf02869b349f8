"""DjangoCRM as it is delivered, with the data in the folder VF_BENCH_PLACE and told that it serves people, not developers."""

from __future__ import annotations

import os
from pathlib import Path

from webcrm.settings import *  # type: ignore[import-not-found]  # noqa: F403 - this is how its settings are built on

PLACE = Path(os.environ["VF_BENCH_PLACE"])
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": PLACE / "database.sqlite3"}}
MEDIA_ROOT = PLACE / "media"
SECRET_KEY = "a key of a bench, known to all"
DEBUG = False

TESTING = "VF_BENCH_FILLING" in os.environ
"""Without the thread that looks for reminders in tables that are not there yet."""
