"""Flags → what the engine is asked: facts, scheme and day, how to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from vitalfew.cli.clock import today
from vitalfew.cli.suggestions import did_you_mean
from vitalfew.errors import Refusal, WrongUse
from vitalfew.given import TABLES
from vitalfew.languages import say
from vitalfew.readers.reading import Options
from vitalfew.readers.sources.database import is_address
from vitalfew.run import Request
from vitalfew.run.gather import Sources
from vitalfew.run.stored import STORE
from vitalfew.scheme import Scheme, parse

EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True)
class Asked:
    """One question to the engine."""

    sources: Sources
    request: Request
    options: Options
    beside: tuple[Path, ...] = ()
    """Further files that are read: the manifest of the run before."""

    @property
    def files(self) -> list[Path]:
        """The inputs that are files, those in folders among them."""
        snapshot = self.sources.get(STORE)
        kept = [] if snapshot is None else [file for file in snapshot.folder.rglob("*") if file.is_file()]
        places = [*(source for source in self.sources.values() if isinstance(source, Path)), *self.beside]
        return kept + [file for place in places for file in ([place, *place.iterdir()] if place.is_dir() else [place])]


def asked(orders: str | None, given: Mapping[str, Any]) -> Asked:
    """The question of a verb that reads facts, from ORDERS or from a store."""
    beside = (given["previous"],) if given["previous"] else ()
    return Asked(sources(orders, given), request(given), options(given), beside)


def sources(orders: str | None, given: Mapping[str, Any]) -> Sources:
    """Table → where it lies. Orders come either from files or from a store."""
    if (orders is None) == (given["store"] is None):
        raise WrongUse(say("name either ORDERS or --store DIR."), remedy=_help_line())
    beside = {TABLES[flag]: _place(given[flag]) for flag in TABLES if given.get(flag)}
    if orders is not None:
        if given["version"] is not None:
            raise WrongUse(say("--version names a version of a store."), remedy=say("Give --store DIR with it."))
        return {"orders": _place(orders), **beside}
    from vitalfew.run.stored import snapshot_of

    return {STORE: snapshot_of(given["store"], given["version"]), **beside}


def _place(text: str) -> Path | str:
    return text if is_address(text) else Path(text)


def _help_line() -> str:
    return say("See {command} --help.", command=click.get_current_context().command_path)


def request(given: Mapping[str, Any]) -> Request:
    """The scheme, the day and the run before."""
    from vitalfew.run.written import previous_run

    return Request(
        scheme=scheme_of(given["scheme"], given.get("today") or today()),
        as_of=given.get("as_of"),
        by_parent=given.get("by") == "parent",
        previous=previous_run(given["previous"]) if given.get("previous") else None,
    )


def scheme_of(name: str, day: date) -> Scheme:
    """The scheme. One of your own with an error in it is refused, the first error named with its place."""
    from vitalfew.cli.catalogue import is_file, text_of

    text = text_of(name)
    if is_file(name):
        _refuse_faulty(name, text, day)
    return parse(text, where=name)


def _refuse_faulty(name: str, text: str, day: date) -> None:
    from vitalfew.checks import check

    errors = [issue for issue in check(text, day) if issue.level == "error"]
    if errors:
        first = errors[0]
        raise Refusal(
            f"{first.place}: {first.sentence}" if first.place else first.sentence,
            where=f"{name}:{first.line}" if first.line else name,
            remedy=say("{n} errors in all; see vitalfew check {name}.", n=len(errors), name=name),
        )


def options(given: Mapping[str, Any]) -> Options:
    """How files are read."""
    if given["dayfirst"] and given["monthfirst"]:
        raise WrongUse(say("--dayfirst and --monthfirst contradict each other."), remedy=say("Give one of them."))
    return Options(
        today=given["today"] or today(),
        today_given=given["today"] is not None,
        mapping=_mapping(given["mapping"]),
        grain=given["grain"],
        dayfirst=True if given["dayfirst"] else False if given["monthfirst"] else None,
        decimal=given["decimal"],
        sheet=given["sheet"],
        header_row=given["header_row"],
        encoding=given["encoding"],
        timezone=given["timezone"],
        currency=given["currency"],
        earliest=given["earliest"] or EARLIEST,
        max_rejects=given["max_rejects"],
        drop_duplicates=given["drop_duplicates"],
        fill_down=frozenset(map(_field_of("--fill-down"), given["fill_down"])),
        exclude=frozenset(given["exclude"]),
        untrusted=given["untrusted"],
    )


def _mapping(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    field_of = _field_of("--map")
    chosen: dict[str, str] = {}
    for field, column in pairs:
        if chosen.setdefault(field_of(field), column) != column:
            raise WrongUse(say("{field} is given twice.", field=field), where="--map", remedy=say("Give it once."))
    return chosen


def _field_of(flag: str) -> Any:
    from vitalfew.schemas import TABLES as SCHEMAS

    known = {column.name for table in SCHEMAS.values() for column in table.columns}

    def checked(field: str) -> str:
        field = "moment" if field == "order_date" else field
        if field not in known:
            near = did_you_mean(field, known) or say("See vitalfew columns FILE for the fields.")
            raise WrongUse(say("there is no field {field}.", field=field), where=flag, remedy=near)
        return field

    return checked
