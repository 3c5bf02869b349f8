"""One setting names the database."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vitalfew_web.config.database import database_of, limit_statements

DATA = Path("/data")


def test_without_an_address_it_is_a_file_in_the_folder_of_the_data() -> None:
    found = database_of("", DATA)
    assert (found["ENGINE"].rsplit(".", 1)[1], found["NAME"]) == ("sqlite3", DATA / "vitalfew.sqlite3")


def test_an_address_names_everything() -> None:
    found = database_of("postgresql://vital:a%40b%2Fc@db.example:5433/few?sslmode=verify-full", DATA)
    named = [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert named == ["vital", "a@b/c", "db.example", "5433", "few"]
    assert found["OPTIONS"]["sslmode"] == "verify-full"
    assert found["CONN_HEALTH_CHECKS"]


def test_a_socket_is_named_behind_the_question_mark() -> None:
    found = database_of("postgres://vital@/few?host=/run/postgresql", DATA)
    assert (found["HOST"], found["USER"], found["PASSWORD"]) == ("/run/postgresql", "vital", "")


@pytest.mark.parametrize(
    "address", ["mysql://u:secret@h/d", "postgresql://u:secret@h", "postgresql://u:secret@h:port/d", "/data/secret"]
)
def test_an_address_of_another_form_is_refused_and_not_shown(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="has the form") as refused:
        database_of(address, DATA)
    assert "secret" not in str(refused.value)


def test_only_pages_have_a_limit_of_time() -> None:
    for address in ("", "postgresql://h/d"):
        database = database_of(address, DATA)
        assert "statement_timeout" not in str(database)
        limit_statements(database)
        assert ("statement_timeout" in str(database)) == bool(address)
