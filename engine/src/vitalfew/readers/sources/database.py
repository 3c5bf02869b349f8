"""One table of a database, by its SQLAlchemy address (`sqlite:///shop.db#orders`) or an Ibis connection."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.cells.values_as_text import texts
from vitalfew.readers.reading import Block, Records
from vitalfew.readers.sources.frames import ROWS

if TYPE_CHECKING:
    import sqlalchemy as sa

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\+[A-Za-z0-9_]+)?://")


def is_address(source: object) -> bool:
    """Whether it is the address of a database: `dialect://…`."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def is_connection(source: object) -> bool:
    """Whether it is a connection of Ibis."""
    return hasattr(source, "list_tables") and hasattr(source, "table")


def table_of_connection(connection: Any, name: str) -> Any:
    """The Ibis table of this name; refused where the connection has none."""
    from ibis.common.exceptions import IbisError, TableNotFound

    try:
        return connection.table(name)
    except (IbisError, TableNotFound) as error:
        raise _no_table(connection.name, name, []) from error


def open_database(address: str) -> Records:
    """All rows of the one table that the address names behind `#` or as `?table=`; nothing else is asked for.

    Values come as the text a person would have typed. Row n stands on line n + 1, in the order of the
    primary key where there is one.
    """
    url, name = _split(address)
    engine = _engine(url)
    table = _reflected(engine, url, name)
    shape = {"format": "database", "table": name, "numbers": "plain"}
    return Records(tuple(column.name for column in table.columns), _blocks(engine, table), shape)


def public_name(address: str) -> str:
    """The address without its password."""
    url, name = _split(address)
    return f"{url.render_as_string(hide_password=True)}#{name}"


def _split(address: str) -> tuple["sa.URL", str]:
    sqlalchemy = _sqlalchemy()
    place, _, fragment = address.partition("#")  # a # inside a password is written %23
    try:
        url = sqlalchemy.make_url(place)
    except sqlalchemy.exc.ArgumentError:
        raise WrongUse(
            say("the address of the database cannot be read."),
            remedy=say("It is written like this: sqlite:///shop.db#orders"),
        ) from None
    name = fragment or url.query.get("table", "")
    if not isinstance(name, str) or not name:
        raise WrongUse(
            say("the address of the database names no table."),
            where=url.render_as_string(hide_password=True),
            remedy=say("Add the name of one table, like this: sqlite:///shop.db#orders"),
        )
    return url.difference_update_query(["table"]), name


def _sqlalchemy() -> Any:
    try:
        import sqlalchemy
    except ImportError:
        raise Refusal(
            say("reading from a database needs SQLAlchemy, which is not installed."),
            remedy=say("Install it: pip install 'vitalfew[database]'"),
        ) from None
    return sqlalchemy


def _engine(url: "sa.URL") -> "sa.Engine":
    """An engine that reads; SQLite would make a new empty file for a wrong path."""
    sqlalchemy = _sqlalchemy()
    if url.get_backend_name() == "sqlite" and url.database and not url.query.get("uri"):
        path = Path(url.database)
        if not path.is_file():
            raise Refusal(say("there is no such file."), where=path.name, remedy=say("Check the path."))
        url = url.set(database=f"file:{path.resolve()}").update_query_dict({"mode": "ro", "uri": "true"})
    try:
        engine: sa.Engine = sqlalchemy.create_engine(url)
    except (sqlalchemy.exc.ArgumentError, ImportError) as error:
        raise Refusal(
            say("no driver for this kind of database is installed: {error}.", error=error),
            where=url.render_as_string(hide_password=True),
            remedy=say("Install the driver that SQLAlchemy names for it."),
        ) from error
    return engine


def _reflected(engine: "sa.Engine", url: "sa.URL", name: str) -> "sa.Table":
    sqlalchemy = _sqlalchemy()
    schema, _, bare = name.rpartition(".")
    try:
        inspector = sqlalchemy.inspect(engine)
        known = inspector.get_table_names(schema or None) + inspector.get_view_names(schema or None)
        if bare not in known:
            raise _no_table(url.render_as_string(hide_password=True), name, known)
        table: sa.Table = sqlalchemy.Table(bare, sqlalchemy.MetaData(), schema=schema or None, autoload_with=engine)
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise _unreachable(url, error) from error
    return table


def _no_table(where: str, name: str, known: list[str]) -> Refusal:
    return Refusal(
        say("there is no table {name}.", name=name),
        where=where,
        remedy=say("Tables there: {names}.", names=", ".join(sorted(known)[:20])) if known else say("Check its name."),
    )


def _unreachable(url: "sa.URL", error: Exception) -> Refusal:
    return Refusal(
        say("the database cannot be read: {error}.", error=str(getattr(error, "orig", error)).splitlines()[0]),
        where=url.render_as_string(hide_password=True),
        remedy=say("Check the address, the name and the password, and that the server is running."),
    )


def _blocks(engine: "sa.Engine", table: "sa.Table") -> Iterator[Block]:
    sqlalchemy = _sqlalchemy()
    as_stored = [sqlalchemy.type_coerce(column, sqlalchemy.types.NullType()) for column in table.columns]
    rows_wanted = sqlalchemy.select(*as_stored).order_by(*table.primary_key.columns)
    try:
        with engine.connect().execution_options(stream_results=True, yield_per=ROWS) as connection:
            line = 2
            for rows in connection.execute(rows_wanted).partitions():
                columns = tuple(texts(column) for column in zip(*rows, strict=True))
                yield Block(columns, np.arange(line, line + len(rows), dtype=np.int64))
                line += len(rows)
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise _unreachable(engine.url, error) from error
    finally:
        engine.dispose()
