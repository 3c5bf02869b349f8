"""Fill an installation and log people in: read by `manage.py shell`, with VF_BENCH_CUSTOMERS. Prints JSON.

People come through the services. Customers come in blocks past the service, with all that it would write but the audit:
one at a time a million would take hours. The first of them is changed 200 times through the service. Orders come in as an
import brings them. What is there is not filled again; what a run before was broken off at is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.web import grades, orders
from bench.web.names import invented
from vitalfew_web.access.models import Role, Team, User
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import change_account
from vitalfew_web.core.folding import tokens_of
from vitalfew_web.demo.services import settle
from vitalfew_web.facts.selectors import has_facts
from vitalfew_web.facts.services import import_files
from vitalfew_web.grading.models import CurrentRun

CUSTOMERS = int(os.environ["VF_BENCH_CUSTOMERS"])
MANAGERS = 16
CHANGES = 200
BLOCK = 2_000
NOW = timezone.now()


def fill() -> None:
    """People, customers, and one customer with a long history."""
    settle([], at=NOW)
    team, role = Team.objects.get(name="East"), Role.objects.get(name="Account manager")
    managers = [
        add_person(email=f"m{n}@example.com", name=f"M {n}", password=None, roles=[role], team=team, by=None, at=NOW)
        for n in range(MANAGERS)
    ]
    rows = customers(managers)
    while block := list(islice(rows, BLOCK)):
        Account.objects.bulk_create(block)
    first = Account.objects.get(number="K-1001")
    for change in range(CHANGES):
        fields = {"region": f"Region {change}"}
        at = NOW + timedelta(seconds=change)
        first = change_account(account=first, fields=fields, version=change + 1, by=managers[0], at=at)
    look_through()


def look_through() -> None:
    """Let the database count what stands in it, as it does by itself in the night."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def customers(managers: list[User]) -> Iterator[Account]:
    """As the service would write them; every manager has as many."""
    for place, fields in enumerate(invented(CUSTOMERS)):
        found = (fields[name] for name in ("name", "number", "phone", "region", "industry"))
        owner = managers[place % len(managers)]
        at = NOW - timedelta(minutes=place)
        yield Account(**fields, owner=owner, tokens=tokens_of(*found), opened_at=at, changed_at=at)


def import_orders() -> None:
    """Their order lines, once."""
    with TemporaryDirectory(dir=settings.DATA) as folder:
        file = Path(folder) / "orders.parquet"
        orders.write(file, CUSTOMERS)
        by = User.objects.get(email="gao.ming@example.com")
        import_files(files=[("orders", file)], source="bench", by=by, at=NOW)


def counted() -> None:
    """How many questions a customer's page with a long timeline asks the database."""
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(email="m0@example.com"))
    client.get("/customers/K-1001/")
    asked = {}
    for name, path in (("page", "/customers/K-1001/"), ("timeline", "/customers/K-1001/timeline")):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        asked[name] = len(queries)
    print(json.dumps(asked))


def logged_in() -> dict[str, str]:
    """Everybody: first part of the address → key of a session."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    found = {}
    for user in User.objects.all():
        session = store()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        found[user.email.partition("@")[0]] = session.session_key
    return found


def main() -> None:
    """Fill it where nobody works yet, and say who may ask."""
    if not User.objects.exists():
        fill()
    if os.environ["VF_BENCH_FACTS"] and not has_facts():
        import_orders()
    if os.environ["VF_BENCH_GRADES"] and not CurrentRun.objects.exists():
        grades.stand(NOW)
        look_through()
    print(json.dumps(logged_in()))
