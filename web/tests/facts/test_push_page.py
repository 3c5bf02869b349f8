"""The page that tells how to push batches: its commands are sent as they stand."""

from __future__ import annotations

import re
import shlex
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from facts.programs import BATCHES, Caller, Program
from facts.test_import_wizard import work
from facts.test_push_batches import amounts

from vitalfew_web.accounts.models import Account
from vitalfew_web.facts.choices import Rejects, Table, Unknown
from vitalfew_web.facts.forms import PushForm
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.permissions import SCOPES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "howto" / "push-batches.md"


def sent_as_written(caller: Caller, command: str, path: str) -> Any:
    """What curl would send."""
    words = iter(shlex.split(command.replace("$VF_TOKEN", caller.secret).replace("\\\n", " ")))
    headers, form, body, verb = {}, {}, None, "get"
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name.lower()] = value
        elif word == "-d":
            body, verb = next(words), "post"
        elif word == "-X":
            verb = next(words).lower()
        elif word == "-F":
            name, _, value = next(words).partition("=")
            form[name] = SimpleUploadedFile(value, FILE) if value.startswith("@") else value
            verb = "post"
    assert path in command
    kind = headers.pop("content-type", "")
    more = {"data": body, "content_type": kind} if body else {"data": form} if form else {}
    batch = ImportBatch.objects.order_by("pk").first()
    address = path.replace("17", str(batch.pk)) if batch else path
    return getattr(Client(), verb)(address, headers=headers, **more)


FILE = b"customer_id,order_id,moment,amount\nK-1001,S-7001,2026-11-02,1250.00\n"


def test_the_commands_of_the_page_do_what_it_says(program: Program, account: Account) -> None:
    caller = program()
    rows, file, ask, back = re.findall(r"```sh\n(curl .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    first = sent_as_written(caller, rows, BATCHES)
    assert first.status_code == 202
    assert [sent_as_written(caller, each, BATCHES).status_code for each in (rows, file)] == [202, 202]
    work()
    found = sent_as_written(caller, ask, f"{BATCHES}/17").json()
    assert (found["status"], found["new"], found["rejected"]) == ("done", 2, 0)
    assert amounts() == [Decimal("-40.50"), Decimal("1250.00"), Decimal("1250.00")]
    assert sent_as_written(caller, back, f"{BATCHES}/17").status_code == 202
    work()
    assert sent_as_written(caller, ask, f"{BATCHES}/17").json()["status"] == "undone"
    assert amounts() == [Decimal("1250.00")]


def test_the_page_names_every_table_choice_and_field() -> None:
    text = PAGE.read_text(encoding="utf-8")
    tables = [name for name in Table.values if name != Table.CONTACTS]
    for name in (*tables, *Unknown.values, *Rejects.values, *PushForm.base_fields, *SCOPES):
        assert f"`{name}`" in text, name
