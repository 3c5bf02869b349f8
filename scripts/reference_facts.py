"""The reference of the facts: every table with its columns, and the headers under which each column is known."""

from collections.abc import Iterator

from vitalfew.schemas import TABLES, Column, FactTable, Kind

WORDS = {
    Kind.ID: "id",
    Kind.TEXT: "text",
    Kind.CHOICE: "one of",
    Kind.FLAG: "yes or no",
    Kind.MOMENT: "day, with time where known",
    Kind.DAY: "day",
    Kind.MONEY: "money",
    Kind.PRICE: "price, six digits",
    Kind.NUMBER: "number",
    Kind.INTEGER: "whole number",
}


def sections() -> Iterator[str]:
    """A chapter for each table."""
    yield (
        "Only `orders` is required, and of a table only the columns marked so. The names below are read without any "
        "flag. A file with other headers is matched by the names known in English, Simplified and Traditional Chinese, "
        "whatever their case, width, spaces and punctuation, and by content; `--map field=column` decides by hand. "
        "[How to map columns](../howto/map-columns.md)."
    )
    yield from map(chapter, TABLES.values())


def chapter(table: FactTable) -> str:
    """What a row of a table is, its columns, the headers known."""
    dated = (
        f" A row belongs to the day in `{table.dated_by}`; after the as-of day it does not exist."
        if table.dated_by
        else ""
    )
    rows = ["| column | kind | unit | meaning |", "|---|---|---|---|", *map(row, table.columns)]
    known = [line for column in table.columns if (line := headers(column))]
    parts = [f"## {table.name}", f"{table.meaning}{dated}", "\n".join(rows)]
    return "\n\n".join([*parts, "Headers known, beside the name itself:", "\n".join(known)] if known else parts)


def row(column: Column) -> str:
    """One column of a table; choices stand with their kind."""
    kind = f"{WORDS[column.kind]} {', '.join(f'`{word}`' for word in column.choices)}".strip()
    name = f"**`{column.name}`** (required)" if column.required else f"`{column.name}`"
    return f"| {name} | {kind} | {column.unit} | {column.meaning} |"


def headers(column: Column) -> str:
    """The headers of a column, and the words known for its choices."""
    words = [f"{word} = {', '.join(known)}" for word, known in column.choices.items() if known]
    said = [", ".join(column.names), *words]
    return f"- `{column.name}`: {'; '.join(filter(None, said))}" if any(said) else ""
