"""The example company: built through the services, the same every time, of three scripts, with facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import Asked, accounts_for, listed_for
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.demo.choices import PEOPLE, SCRIPTS
from vitalfew_web.demo.rules import in_parts, opened, told_in_scripts, with_own_names
from vitalfew_web.demo.services.cutting import in_pieces
from vitalfew_web.facts.selectors import has_facts
from vitalfew_web.work.selectors import views_for


def row(number: str, name: str, parent: str = "", introducer: str = "") -> dict[str, str]:
    said = {"region": "Delta", "kind": "company", "channel_role": "dealer", "industry": "services", "intent": "80"}
    said |= {"company_type": "multinational", "regional_standing": "leading", "risk_bearing": ""}
    said |= {"expected_spend": "1200.00", "key_person_touch": "2026-10-13"}
    return {"customer_id": number, "name": name, "parent_id": parent, "introduced_by": introducer, **said}


def test_a_group_of_companies_speaks_one_language() -> None:
    numbers = [f"C{n}" for n in range(40)]
    rows = [row(number, number, "" if number == "C7" else "C7") for number in numbers]
    told = list(told_in_scripts({script.language: rows for script in SCRIPTS}))
    assert len({script for script, _ in told}) == 1
    alone = [row(number, number) for number in numbers]
    assert len({script for script, _ in told_in_scripts({script.language: alone for script in SCRIPTS})}) == 3


def test_no_two_have_one_name() -> None:
    english = next(script for script in SCRIPTS if script.language == "en")
    rows = [(english, row("C1", "Acme")), (english, row("C2", "Acme")), (english, row("C3", "Birch"))]
    told = list(with_own_names(rows))
    assert [each["name"] for _, each in told] == ["Acme (Delta) (C1)", "Acme (Delta) (C2)", "Birch"]


def test_who_is_named_is_in_a_part_before() -> None:
    rows = [row("C1", "a", parent="C3"), row("C2", "b", introducer="C1"), row("C3", "c"), row("C4", "d")]
    parts = list(in_parts([(SCRIPTS[0], each) for each in rows], 2))
    assert [[each["customer_id"] for _, each in part] for part in parts] == [["C3", "C4"], ["C1"], ["C2"]]


def test_who_is_named_and_never_comes_is_said() -> None:
    with pytest.raises(ValueError, match="C9"):
        list(in_parts([(SCRIPTS[0], row("C1", "a", parent="C9"))], 2))


def test_a_customer_is_the_same_every_time() -> None:
    assert opened(SCRIPTS[0], row("C1", "a")) == opened(SCRIPTS[0], row("C1", "a"))
    assert opened(SCRIPTS[0], row("C1", "a"))[1]["intent"] == "high"


@pytest.mark.django_db
def test_the_command_builds_a_company_once(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        call_command("build_demo", customers=60)
    assert "lin.yue@example.com" in capsys.readouterr().out
    people = {user.email.split("@")[0]: user for user in User.objects.all()}
    assert set(people) == {one.key for one in PEOPLE}
    assert Account.objects.filter(owner__isnull=False).count() == 60
    assert Account.objects.get(number="C00017").parent == Account.objects.get(number="C00016")
    assert first_broken_seal() is None
    assert listed_for(people["gao.ming"], Asked()).count() == 60
    assert 0 < listed_for(people["lin.yue"], Asked()).count() < 60
    seen = {key: [view.name for view in views_for(people[key])] for key in ("lin.yue", "chen.wei")}
    shared = ["Cost more than they earn", "Falling A", "Promotion-only", "Small and rising"]
    assert seen == {"lin.yue": ["Falling A", "My key accounts", shared[0], *shared[2:]], "chen.wei": shared}
    assert not accounts_for(people["admin"]).exists()
    assert has_facts()
    assert Account.objects.exclude(introduced_by=None).count() > 5
    assert Account.objects.get(number="C00001").contacts.count() > 1


def cut(table: str, text: str, whole: Path, lines: int) -> dict[str, str]:
    whole.write_text(text, encoding="utf-8", newline="")
    return {piece.name: piece.read_bytes().decode() for piece in in_pieces(table, whole, lines)}


def test_a_long_file_of_orders_is_cut_between_orders(tmp_path: Path) -> None:
    lines = [f"C{order % 2},SO{order},{line}\r\n" for order in range(5) for line in range(3)]
    head, whole = "customer_id,order_id,line\r\n", tmp_path / "orders.csv"
    text = head + "".join(lines)
    assert cut("orders", text, whole, 15) == {"orders.csv": text}
    parts = {"orders-1.csv": lines[:6], "orders-2.csv": lines[6:12], "orders-3.csv": lines[12:]}
    assert cut("orders", text, whole, 4) == {name: head + "".join(part) for name, part in parts.items()}
    assert [path.name for path in tmp_path.iterdir()] == ["orders.csv"]


def test_other_tables_are_cut_between_customers(tmp_path: Path) -> None:
    lines = [f"C{customer},visit,{day}\r\n" for customer in range(3) for day in range(2)]
    head = "customer_id,kind,day\r\n"
    pieces = cut("service_costs", head + "".join(lines), tmp_path / "service_costs.csv", 3)
    assert list(pieces.values()) == [head + "".join(lines[:4]), head + "".join(lines[4:])]
