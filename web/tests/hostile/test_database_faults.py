"""A database that takes no writes, has no room or is away: reading goes on, writes are refused in words, nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# In a process of its own, on a database in a file. A fault is a setting of each new connection, until it is taken back.
SCRIPT = """
import json, sys, time
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from vitalfew_web.access.models import Role
from vitalfew_web.access.receivers import _noted
from vitalfew_web.access.services import add_person
from vitalfew_web.accounts.models import Account
from vitalfew_web.core.registries import PERMISSIONS

call_command("migrate", verbosity=0)
call_command("createcachetable")
role = Role.objects.create(name="All", permissions=list(PERMISSIONS), reach="all")
person = add_person(email="a@example.com", name="Ada", password="x", roles=[role], by=None, at=timezone.now())
client = Client(raise_request_exception=False)
client.force_login(person)
client.post("/customers/new", {"name": "Base", "kind": "company"})
told = {}

def ask(name):
    connection.close()
    _noted.clear()
    start = time.monotonic()
    new = {"name": "Nordwind", "kind": "company", "needs": "x" * 9000, "vf-key": "k" * 32}
    answers = {"read": client.get("/customers/"), "page": client.get("/customers/K-1001/"), "write": client.post("/customers/new", new)}
    told[name] = {key: answer.status_code for key, answer in answers.items()}
    told[name]["words"] = answers["write"].content.decode()
    told[name]["retry"] = answers["write"].get("Retry-After", "")
    told[name]["seconds"] = time.monotonic() - start

options = connection.settings_dict["OPTIONS"]
whole = options["init_command"]
fault = sys.argv[1]
if fault == "away":
    file = connection.settings_dict["NAME"]
    connection.close()
    for each in file.parent.glob("vitalfew.sqlite3*"):
        each.rename(each.with_name("kept-" + each.name))
    file.mkdir()
    ask("fault")
    file.rmdir()
    for each in file.parent.glob("kept-*"):
        each.rename(each.with_name(each.name.removeprefix("kept-")))
else:
    options["init_command"] = whole + fault
    ask("fault")
    options["init_command"] = whole
ask("after")
connection.close()
told["customers"] = Account.objects.count()
print(json.dumps(told))
"""
WAYS = [
    pytest.param("away", (503, 503, 503), "does not answer", id="F-17"),
    pytest.param("PRAGMA query_only=ON;", (200, 200, 503), "Read-only right now", id="F-19"),
    pytest.param("PRAGMA max_page_count=1;", (200, 200, 503), "There is no room left", id="F-20"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "codes", "words"), WAYS)
def test_reading_goes_on_writes_are_refused_in_words_and_all_goes_on_after(
    tmp_path: Path, fault: str, codes: tuple[int, int, int], words: str
) -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings", "VF_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, fault], env=env, stdout=subprocess.PIPE, text=True, timeout=120, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    found = told["fault"]
    assert (found["read"], found["page"], found["write"]) == codes
    assert words in found["words"]
    assert found["retry"] == "5"
    assert found["seconds"] < 5
    # The same process, without a start of its own: the form that was refused is taken, once.
    assert [told["after"][name] for name in ("read", "page", "write")] == [200, 200, 302]
    assert told["customers"] == 2
