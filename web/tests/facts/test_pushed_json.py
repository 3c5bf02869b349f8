"""Whatever a program sends as a batch is answered in JSON, and what nobody asked for changes nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from facts.programs import BATCHES, KEY, ORDERS, ROW, Program, error
from facts.test_import_wizard import work
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import Intent
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch

DEEP = '{"table": "orders", "source": "shop", "rows": ' + "[" * 10_000 + "]" * 10_000 + "}"
TEXT = json.dumps(ORDERS)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(TEXT.replace('"source"', '"table": "orders", "source"'), 400, id="B-83 duplicate keys"),
        pytest.param(
            TEXT.replace('"K-1001"', '"K-1001", "customer_id": "K-2"'), 400, id="B-83 duplicate keys in a row"
        ),
        pytest.param(DEEP, 400, id="B-83 deep nesting"),
        pytest.param(TEXT + "x", 400, id="B-83 trailing garbage"),
        pytest.param(TEXT * 2, 400, id="B-83 two bodies"),
        pytest.param(TEXT.replace('"1250.00"', "NaN"), 400, id="B-83 NaN literal"),
        pytest.param(TEXT.replace('"1250.00"', "-Infinity"), 400, id="B-83 infinity"),
        pytest.param(TEXT.replace('"1250.00"', "9" * 5000), 202, id="B-83 big integers"),
        pytest.param(TEXT.replace('"1250.00"', "1e400"), 202, id="B-83 a number beyond all"),
        pytest.param(TEXT.replace('"1250.00"', '"12.50"'), 202, id="B-83 numbers as strings"),
        pytest.param(TEXT.replace('"shop"', "5"), 202, id="B-83 a number as a name"),
        pytest.param(TEXT.replace('"K-1001"', '"\\ud800"'), 400, id="B-83 half a sign"),
        pytest.param(TEXT.replace('"K-1001"', '"K\\u0000"'), 400, id="B-83 NUL"),
        pytest.param(TEXT.replace('"K-1001"', '{"a": 1}'), 400, id="B-83 an object as a cell"),
        pytest.param(TEXT.replace('"K-1001"', "[]"), 400, id="B-83 a list as a cell"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), 400, id="B-83 another encoding"),
        *(pytest.param(body, 400, id=f"B-83 {body}") for body in ("null", "[]", '"x"', "{}", "{")),
        pytest.param(json.dumps({**ORDERS, "rows": []}), 400, id="B-83 no rows"),
        pytest.param(json.dumps({**ORDERS, "rows": [{}]}), 400, id="B-83 an empty row"),
        pytest.param(json.dumps({**ORDERS, "rows": "x"}), 400, id="B-83 rows that are none"),
        pytest.param(json.dumps({**ORDERS, "table": ["orders"]}), 400, id="B-83 a list as a name"),
        pytest.param(json.dumps({**ORDERS, "rows": [ROW] * 50_001}), 400, id="B-83 too many rows"),
    ],
)
def test_whatever_json_comes_is_answered(program: Program, account: Account, body: str | bytes, status: int) -> None:
    caller = program()
    answer = caller.push(body)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    if status == 400:
        assert error(answer)["what"]
        assert (ImportBatch.objects.count(), Intent.objects.count()) == (0, 0)
        return
    work()
    assert ImportBatch.objects.get().status in {Status.DONE, Status.FAILED}


@pytest.mark.parametrize("kind", ["text/plain", "text/csv", "application/x-www-form-urlencoded", "application/xml", ""])
def test_another_kind_of_body_is_refused(program: Program, kind: str) -> None:
    answer = program().push(TEXT, kind=kind)
    assert (answer.status_code, error(answer)["code"]) == (415, "content_type")


@pytest.mark.parametrize("size", [pytest.param(50_000_000, id="B-83 50 MB")])
def test_a_body_that_is_too_large_is_refused_before_it_is_read(program: Program, size: int) -> None:
    answer = program().client.generic(
        "POST", BATCHES, b"{}", "application/json", CONTENT_LENGTH=str(size), headers={"idempotency-key": KEY}
    )
    assert (answer.status_code, error(answer)["code"]) == (413, "too_large")


def test_a_file_that_is_too_large_is_refused(program: Program, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1000
    answer = program().send(b"customer_id,order_id,moment,amount\n" + b"K-1001,S-1,2026-11-02,1.00\n" * 100)
    assert (answer.status_code, error(answer)["code"]) == (413, "too_large")
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "multipart/form-data"])
@pytest.mark.parametrize("body", [b"--x\r\nnonsense", b"--x--"])
def test_a_broken_form_is_refused_in_json(program: Program, body: bytes, kind: str) -> None:
    answer = program().push(body, kind=kind)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    assert error(answer)["what"]


STRANGE = ("owner", "is_staff", "tenant", "points", "grade", "created_at", "id", "role", "status", "by", "version")


@pytest.mark.parametrize("name", [pytest.param(name, id=f"B-84 {name}") for name in STRANGE])
def test_fields_that_nobody_asked_for_change_nothing(program: Program, cast: Cast, account: Account, name: str) -> None:
    caller = program()
    around = caller.push({**ORDERS, name: "1"})
    row = {"customer_id": "K-1001", "name": "万达商贸", name: str(cast.mate.pk)}
    inside = caller.push({"table": "customers", "source": "erp", "rows": [row]}, key=KEY[::-1])
    assert [answer.status_code for answer in (around, inside)] == [400, 400]
    account.refresh_from_db()
    assert (account.owner, account.version, ImportBatch.objects.count()) == (cast.manager, 1, 0)
