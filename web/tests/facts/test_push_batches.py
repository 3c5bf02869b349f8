"""Programs push batches: what was meant once is done once, and whatever comes is answered in JSON."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from facts.programs import BATCHES, KEY, ORDERS, ROW, Program, error
from facts.test_import_wizard import work
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.core.models import Intent
from vitalfew_web.facts import gateways
from vitalfew_web.facts.choices import Status
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.selectors import has_facts, store_place
from vitalfew_web.facts.services.places import room


def amounts(number: str = "K-1001") -> list[Decimal]:
    return sorted(gateways.facts_of(store_place(), number, "orders").to_pydict().get("amount", []))


def test_rows_become_facts_and_are_taken_back(program: Program, account: Account, as_: Callable[[str], Client]) -> None:
    caller = program()
    answer = caller.push({**ORDERS, "rows": [ROW, {**ROW, "order_id": "S-2", "amount": 99.5}]})
    assert (answer.status_code, answer.json()["status"]) == (202, "checking")
    found = caller.told(answer)
    assert (found["status"], found["rows"], found["new"], found["rejected"]) == ("done", 2, 2, 0)
    assert amounts() == [Decimal("99.50"), Decimal("1250.00")]
    assert "pushed.csv" in as_("lead").get("/imports/").content.decode()
    assert [each["id"] for each in caller.client.get(BATCHES).json()["batches"]] == [found["id"]]
    assert caller.client.delete(found["url"]).status_code == 202
    work()
    assert caller.client.get(found["url"]).json()["status"] == "undone"
    assert not has_facts()


def test_the_same_request_again_is_the_same_batch(program: Program, account: Account) -> None:
    caller = program()
    first, second = caller.push(ORDERS), caller.push(ORDERS)
    assert (first.status_code, first.content, first["Location"]) == (202, second.content, second["Location"])
    assert second.cookies == {}
    assert ImportBatch.objects.count() == 1
    caller.told(first)
    again = caller.told(caller.push(ORDERS, key=KEY[::-1]))
    assert (again["status"], again["new"], again["known"]) == ("done", 0, 1)
    assert amounts() == [Decimal("1250.00")]


def test_a_key_is_good_for_one_content_and_a_batch_needs_one(program: Program, account: Account) -> None:
    caller = program()
    caller.push(ORDERS)
    answer = caller.push({**ORDERS, "source": "other"})
    assert (answer.status_code, error(answer)["code"]) == (422, "idempotency_key")
    for key in ("", "short", "a key with spaces in it"):
        answer = caller.push(ORDERS, key=key)
        assert (answer.status_code, error(answer)["code"]) == (400, "idempotency_key")
    assert ImportBatch.objects.count() == 1


def test_while_the_first_is_under_way_the_second_is_told_to_come_again(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller = program()
    caller.push(ORDERS)
    monkeypatch.setattr("vitalfew_web.core.once.WAIT", 0.01)
    Intent.objects.update(status=None)
    answer = caller.push(ORDERS)
    assert (answer.status_code, answer["Retry-After"], error(answer)["code"]) == (409, "2", "idempotency_key")


def test_rejected_rows_are_told_with_their_reasons(program: Program, account: Account) -> None:
    caller = program()
    bad = [{**ROW, "order_id": "S-3", "amount": "12O.00"}, {**ROW, "order_id": "S-4", "moment": "2026-02-30"}]
    found = caller.told(caller.push({**ORDERS, "rows": [ROW, *bad]}))
    assert (found["status"], found["new"], found["rejected"]) == ("done", 1, 2)
    assert [(row["line"], row["column"], row["value"]) for row in found["rejects"]] == [
        ("3", "amount", "12O.00"),
        ("4", "moment", "2026-02-30"),
    ]
    assert all(row["reason"] for row in found["rejects"])
    file = b"".join(caller.client.get(found["rejects_url"]).streaming_content).decode("utf-8-sig")
    assert file.splitlines()[0] == "line,column,value,reason,customer_id,order_id,moment,amount"


def test_all_or_nothing_where_the_program_wants_it(program: Program, account: Account) -> None:
    caller = program()
    rows = [ROW, {**ROW, "order_id": "S-3", "amount": "12O.00"}]
    found = caller.told(caller.push({**ORDERS, "rows": rows, "rejected": "refuse"}))
    assert (found["status"], "all or none" in found["message"], has_facts()) == ("failed", True, False)
    assert caller.client.delete(found["url"]).json()["status"] == "discarded"
    nothing = caller.told(caller.push({**ORDERS, "rows": rows[1:]}, key=KEY[::-1]))
    assert (nothing["status"], has_facts()) == ("failed", False)


def test_customers_are_opened_changed_and_kept_apart(program: Program, cast: Cast, account: Account) -> None:
    caller = program()
    rows = [
        {"customer_id": "K-1001", "phone": "+86 21 5550 9999"},
        {"customer_id": "K-2001", "name": "宏远机电", "region": "East China", "needs": "steel\nand brass"},
    ]
    found = caller.told(caller.push({"table": "customers", "source": "erp", "rows": rows}))
    assert (found["status"], found["opened"], found["problems"]) == ("done", 1, [])
    new = Account.objects.get(number="K-2001")
    assert (new.name, new.owner, new.needs) == ("宏远机电", cast.lead, "steel\nand brass")
    account.refresh_from_db()
    assert (account.phone, account.name) == ("+86 21 5550 9999", "万达商贸")


def test_unknown_customers_are_kept_opened_or_left_out_by_choice(program: Program, account: Account) -> None:
    caller = program()
    rows = [{**ROW, "customer_id": f"N-{place}", "customer_name": f"Nordwind {place}"} for place in range(2)]
    for place, (choice, opened) in enumerate({"keep": 0, "leave_out": 0, "create": 2}.items()):
        key = f"{KEY}-{place}"
        found = caller.told(caller.push({**ORDERS, "source": choice, "unknown": choice, "rows": rows}, key=key))
        assert (found["status"], found["opened"], found["customers"]["unknown"]) == ("done", opened, 2)
    assert set(Account.objects.filter(number__startswith="N-").values_list("name", flat=True)) == {
        "Nordwind 0",
        "Nordwind 1",
    }


def test_a_file_goes_the_same_way_and_is_read_as_its_source_was_read_before(program: Program, account: Account) -> None:
    caller = program()
    text = "客户编号,单号,日期,金额\nK-1001,S-1,2026-11-02,1250.00\nK-1001,S-2,2026-11-03,10.00\n"
    found = caller.told(caller.send(text.encode("gb18030"), currency="CNY"))
    assert (found["status"], found["new"]) == ("done", 2)
    assert ImportBatch.objects.get().looked["shape"]["encoding"] == "GB18030"


def test_a_file_that_was_cut_off_or_cannot_be_read_leaves_nothing(program: Program, account: Account) -> None:
    caller = program()
    text = b"customer_id,order_id,moment,amount\nK-1001,S-1,2026-11-02,1250.00\n"
    assert error(caller.send(text, end=""))["code"] == "incomplete"
    assert caller.send(b"%PDF-1.7 nothing").status_code == 400
    assert caller.send(b"").status_code == 400
    answer = caller.send(b"customer_id,colour\nK-1001,red\n")
    assert (answer.status_code, "needed" in error(answer)["what"]) == (400, True)
    assert not ImportBatch.objects.exists()
    assert not Intent.objects.exists()
    assert not [*room().iterdir()]
    assert caller.send(text).status_code == 202


def test_what_others_pushed_is_not_there(program: Program, account: Account) -> None:
    url = program("lead").push(ORDERS)["Location"]
    stranger = program("stranger")
    assert [stranger.client.get(url).status_code, stranger.client.delete(url).status_code] == [404, 404]
    assert stranger.client.get(f"{BATCHES}/99999").json() == stranger.client.get(url).json()
    assert stranger.client.get(BATCHES).json() == {"batches": []}
    assert program("director").client.get(url).status_code == 200


@pytest.mark.parametrize("scope", [pytest.param("facts:read", id="Z-22")])
def test_a_token_that_may_read_changes_nothing(program: Program, account: Account, scope: str) -> None:
    url = program("lead", "facts:write").push(ORDERS)["Location"]
    work()
    reader = program("lead", scope)
    assert reader.client.get(url).json()["status"] == "done"
    for answer in (reader.push(ORDERS, key=KEY[::-1]), reader.client.delete(url)):
        assert (answer.status_code, error(answer)["code"]) == (403, "scope")
    for page in ("/customers/export/csv", "/people/", f"/imports/{ImportBatch.objects.get().pk}/rejects.csv"):
        assert reader.client.get(page).status_code in {302, 404}
    assert ImportBatch.objects.get().status == Status.DONE


def test_a_person_who_may_no_longer_import_by_then_does_not(program: Program, cast: Cast, account: Account) -> None:
    caller = program()
    answer = caller.push(ORDERS)
    cast.lead.roles.clear()
    work()
    assert (ImportBatch.objects.get().status, has_facts()) == (Status.FAILED, False)
    assert caller.client.get(answer["Location"]).status_code == 403


@pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/batches/", "/api/v1/openapi.json", "/api/docs"])
def test_other_addresses_are_not_there_and_say_so_in_json(program: Program, path: str) -> None:
    answer = program().client.get(path)
    assert (answer.status_code, error(answer)["code"]) == (404, "not_found")


def test_verbs_that_an_address_does_not_take(program: Program) -> None:
    caller = program()
    for verb in ("put", "patch", "delete"):
        answer = getattr(caller.client, verb)(BATCHES)
        assert (answer.status_code, answer["Allow"], error(answer)["code"]) == (405, "GET, HEAD, POST", "verb")


def test_errors_are_said_in_the_language_of_the_person(program: Program, cast: Cast) -> None:
    cast.lead.language = "zh-hans"
    cast.lead.save()
    assert error(program().push("{}"))["what"] != error(program("director").push("{}"))["what"]
