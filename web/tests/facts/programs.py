"""A program with a token, as the tests of what programs push play it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from facts.test_import_wizard import work

from vitalfew_web.access.models import User
from vitalfew_web.access.services import make_token

BATCHES = "/api/v1/batches"
KEY = "key-of-this-batch-0001"
ROW = {"customer_id": "K-1001", "order_id": "S-1", "moment": "2026-11-02", "amount": "1250.00"}
ORDERS = {"table": "orders", "source": "shop", "currency": "CNY", "rows": [ROW]}
Program = Callable[..., "Caller"]


class Caller:
    """A program with the token of somebody."""

    def __init__(self, person: User, scopes: list[str]) -> None:
        last, at = timezone.localdate() + timedelta(days=9), timezone.now()
        name = " ".join(scopes)
        self.secret = make_token(person=person, name=name, scopes=scopes, ends_on=last, at=at).secret
        self.client = Client(raise_request_exception=False, headers={"authorization": f"Bearer {self.secret}"})

    def push(self, content: Any, key: str = KEY, kind: str = "application/json") -> Any:
        body = content if isinstance(content, str | bytes) else json.dumps(content)
        return self.client.post(BATCHES, body, content_type=kind, headers={"idempotency-key": key} if key else {})

    def send(self, content: bytes, key: str = KEY, name: str = "orders.csv", **fields: str) -> Any:
        data = {"table": "orders", "source": "shop", "file": SimpleUploadedFile(name, content), "end": "1", **fields}
        return self.client.post(BATCHES, data, headers={"idempotency-key": key})

    def told(self, answer: Any) -> dict[str, Any]:
        """What became of a batch once the worker has done its work."""
        assert answer.status_code == 202, answer.content
        work()
        found: dict[str, Any] = self.client.get(answer["Location"]).json()
        return found


def error(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = answer.json()["error"]
    assert {*found} >= {"code", "what", "safe", "do"}
    return found
