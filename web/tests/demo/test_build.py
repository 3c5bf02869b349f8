"""The example company: built through the services, the same every time, of three scripts."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.selectors import Asked, listed_for
from vitalfew_web.core.selectors import first_broken_seal
from vitalfew_web.demo.choices import PEOPLE
from vitalfew_web.demo.rules import invented
from vitalfew_web.demo.services import build

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_customers_are_the_same_every_time_and_no_two_have_one_name() -> None:
    first, again = list(invented(400)), list(invented(400))
    assert first == again
    assert len({fields["name"] for _, fields in first}) == 400


@pytest.mark.django_db
def test_everybody_is_there_and_every_customer_looked_after() -> None:
    people = build(customers=60, at=NOW)
    assert set(people) == {one.key for one in PEOPLE}
    assert Account.objects.filter(owner__isnull=False).count() == 60
    assert first_broken_seal() is None
    assert listed_for(people["gao.ming"], Asked()).count() == 60
    assert 0 < listed_for(people["lin.yue"], Asked()).count() < 60
    assert not listed_for(people["admin"], Asked()).exists()


@pytest.mark.django_db
def test_the_command_builds_once(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("build_demo", customers=3)
    call_command("build_demo", customers=3)
    assert User.objects.count() == len(PEOPLE)
    assert Account.objects.count() == 3
    assert "lin.yue@example.com" in capsys.readouterr().out
