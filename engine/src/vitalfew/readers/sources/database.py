"""One table of a database, by its SQLAlchemy address (`sqlite:///shop.db#orders`) or an Ibis connection."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say
from vitalfew.readers.cells.values_as_text import texts
from vitalfew.readers.reading import Block, Records
from vitalfew.readers.sources.connecting import engine_of, sqlalchemy_or_refusal, unreachable, url_of
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
    engine = engine_of(url)
    table = _reflected(engine, url, name)
    shape = {"format": "database", "table": name, "numbers": "plain"}
    return Records(tuple(column.name for column in table.columns), _blocks(engine, table), shape)


def public_name(address: str) -> str:
    """The address without its password."""
    url, name = _split(address)
    return f"{url.render_as_string(hide_password=True)}#{name}"


def _split(address: str) -> tuple["sa.URL", str]:
    place, _, fragment = address.partition("#")  # a # inside a password is written %23
    url = url_of(place)
    name = fragment or url.query.get("table", "")
    if not isinstance(name, str) or not name:
        raise WrongUse(
            say("the address of the database names no table."),
            where=url.render_as_string(hide_password=True),
            remedy=say("Add the name of one table, like this: sqlite:///shop.db#orders"),
        )
    return url.difference_update_query(["table"]), name


def _reflected(engine: "sa.Engine", url: "sa.URL", name: str) -> "sa.Table":
    sqlalchemy = sqlalchemy_or_refusal()
    schema, _, bare = name.rpartition(".")
    try:
        inspector = sqlalchemy.inspect(engine)
        known = inspector.get_table_names(schema or None) + inspector.get_view_names(schema or None)
        if bare not in known:
            raise _no_table(url.render_as_string(hide_password=True), name, known)
        table: sa.Table = sqlalchemy.Table(bare, sqlalchemy.MetaData(), schema=schema or None, autoload_with=engine)
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise unreachable(url, error) from error
    return table


def _no_table(where: str, name: str, known: list[str]) -> Refusal:
    return Refusal(
        say("there is no table {name}.", name=name),
        where=where,
        remedy=say("Tables there: {names}.", names=", ".join(sorted(known)[:20])) if known else say("Check its name."),
    )


def _blocks(engine: "sa.Engine", table: "sa.Table") -> Iterator[Block]:
    sqlalchemy = sqlalchemy_or_refusal()
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
        raise unreachable(engine.url, error) from error
    finally:
        engine.dispose()
