"""The way to a database: its SQLAlchemy address, an engine that reads, and what is said where it does not answer."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say

if TYPE_CHECKING:
    import sqlalchemy as sa

PATIENCE = 10
"""Seconds until a server that does not answer is given up."""

WAITING = ("postgresql", "mysql", "mariadb")
"""Kinds of databases whose drivers would wait for minutes, and know the word connect_timeout."""


def url_of(place: str) -> "sa.URL":
    """An address without a table, taken apart; refused where it is none."""
    sqlalchemy = sqlalchemy_or_refusal()
    try:
        url: sa.URL = sqlalchemy.make_url(place)
    except sqlalchemy.exc.ArgumentError:
        raise WrongUse(
            say("the address of the database cannot be read."),
            remedy=say("It is written like this: sqlite:///shop.db#orders"),
        ) from None
    return url


def sqlalchemy_or_refusal() -> Any:
    """The library, which comes with an extra of this one."""
    try:
        import sqlalchemy
    except ImportError:
        raise Refusal(
            say("reading from a database needs SQLAlchemy, which is not installed."),
            remedy=say("Install it: pip install 'vitalfew[database]'"),
        ) from None
    return sqlalchemy


def engine_of(url: "sa.URL") -> "sa.Engine":
    """An engine that reads; SQLite would make a new empty file for a wrong path."""
    sqlalchemy = sqlalchemy_or_refusal()
    if url.get_backend_name() == "sqlite" and url.database and not url.query.get("uri"):
        path = Path(url.database)
        if not path.is_file():
            raise Refusal(say("there is no such file."), where=path.name, remedy=say("Check the path."))
        url = url.set(database=f"file:{path.resolve()}").update_query_dict({"mode": "ro", "uri": "true"})
    elif url.get_backend_name() in WAITING and "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(PATIENCE)})
    try:
        engine: sa.Engine = sqlalchemy.create_engine(url)
    except (sqlalchemy.exc.ArgumentError, ImportError) as error:
        raise Refusal(
            say("no driver for this kind of database is installed: {error}.", error=error),
            where=url.render_as_string(hide_password=True),
            remedy=say("Install the driver that SQLAlchemy names for it."),
        ) from error
    return engine


def unreachable(url: "sa.URL", error: Exception) -> Refusal:
    """What is said where a database does not answer, or not what was asked; without the password."""
    return Refusal(
        say("the database cannot be read: {error}.", error=str(getattr(error, "orig", error)).splitlines()[0]),
        where=url.render_as_string(hide_password=True),
        remedy=say("Check the address, the name and the password, and that the server is running."),
    )
