"""The door of the application server."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from vitalfew_web.config.database import limit_statements

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vitalfew_web.config.settings")
if not (settings.DEBUG or os.environ.get("VF_SECRET_KEY") or os.environ.get("VF_SECRET_KEY_FILE")):
    # Each worker would draw its own key, and a session of one would be a stranger to the next.
    raise ImproperlyConfigured("Set VF_SECRET_KEY, or VF_SECRET_KEY_FILE to a file that holds it.")
limit_statements(settings.DATABASES["default"])
application = get_wsgi_application()
