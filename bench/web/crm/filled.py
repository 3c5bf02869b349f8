"""Fill DjangoCRM and log people in: `python -m bench.web.crm.filled COMPANIES`. Prints JSON: who → key of a session.

Companies come in blocks, the same invented ones that ours has, among sixteen managers of one department; no contacts,
deals or files hang on them, as none hang on ours. What is there is not filled again.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice

import django

from bench.web.names import invented

os.environ["VF_BENCH_FILLING"] = "1"
django.setup()

from common.models import Department  # type: ignore[import-not-found]  # noqa: E402 - models want Django set up
from crm.models import Company  # type: ignore[import-not-found]  # noqa: E402
from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

MANAGERS = 16
BLOCK = 2_000
GROUPS = ("managers", "co-workers", "Global sales")


def fill(companies: int) -> None:
    """Its own first data, managers, and companies."""
    call_command("migrate", verbosity=0)
    call_command("setupdata")
    groups = Group.objects.filter(name__in=GROUPS)
    managers = [User.objects.create_user(f"m{n}", f"m{n}@example.com", is_staff=True) for n in range(MANAGERS)]
    for manager in managers:
        manager.groups.add(*groups)
    rows = invented_companies(companies, managers)
    while block := list(islice(rows, BLOCK)):
        Company.objects.bulk_create(block)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def invented_companies(companies: int, managers: list[User]) -> Iterator[Company]:
    """Every manager has as many."""
    department = Department.objects.get(name="Global sales")
    for place, fields in enumerate(invented(companies)):
        yield Company(
            full_name=fields["name"],
            registration_number=fields["number"],
            phone=fields["phone"],
            region=fields["region"],
            description=fields["industry"],
            email=f"office{place}@example.com",
            owner=managers[place % len(managers)],
            department=department,
        )


def logged_in() -> dict[str, str]:
    """A manager and the one who sees all → key of a session."""
    found = {}
    for who, name in {**{f"m{n}": f"m{n}" for n in range(MANAGERS)}, "all": "IamSUPER"}.items():
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(User.objects.get(username=name))  # type: ignore[arg-type]  # of theirs, not of ours
        found[who] = client.cookies["sessionid"].value
    return found


def main(companies: str) -> None:
    """Fill it where nobody works yet, and say who may ask."""
    if "auth_user" not in connection.introspection.table_names() or not Company.objects.exists():
        fill(int(companies))
    print(json.dumps(logged_in()))


if __name__ == "__main__":
    main(*sys.argv[1:])
