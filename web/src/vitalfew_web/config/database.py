"""Which database an installation uses: a file of its own, or the PostgreSQL that one address names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PATIENCE = 30
"""Seconds that a page may wait for one statement; who waits longer has gone, and the statement holds others up."""

CONNECTING = 3
"""Seconds until a server that does not answer is given up, so that people are told within five."""

ONE_FORM = "postgresql://user:password@host:5432/name"


def database_of(address: str, data: Path) -> dict[str, Any]:
    """The database of an address; without one SQLite in the folder of the data.

    What follows a question mark goes to the driver as it is: `?sslmode=verify-full`, `?host=/run/postgresql`.
    Raises ImproperlyConfigured for an address of another form; the message never shows it, for it holds a password.
    """
    return _postgresql(address) if address else _sqlite(data / "vitalfew.sqlite3")


def limit_statements(database: dict[str, Any]) -> None:
    """Let no statement of a page run on for ever. Jobs and migrations may take their time: they do not ask for it.

    What a page asks takes a moment: PostgreSQL is not to compile it first, which takes longer than to answer, nor to share
    it among processes, of which each would wait for the others at work on other people's pages.
    """
    if database["ENGINE"].endswith("postgresql"):
        database["OPTIONS"]["options"] = (
            f"-c statement_timeout={PATIENCE}s -c jit=off -c max_parallel_workers_per_gather=0"
        )


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # A writer takes its lock at the start and waits for it; FULL keeps an acknowledged change over a power cut.
        # No ATOMIC_REQUESTS: every read would take the write lock.
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"VF_DATABASE cannot be read. It has the form {ONE_FORM}") from None
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name or "/" in name:
        raise ImproperlyConfigured(f"VF_DATABASE is no address of a database. It has the form {ONE_FORM}")
    options: dict[str, Any] = {"connect_timeout": CONNECTING, **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or options.pop("port", "")),
        "OPTIONS": options,
        # A connection is kept from page to page, and one that died meanwhile is replaced before it is used.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
