"""Rows of a list of customers as what they say of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from django.utils.translation import gettext as _

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of
from vitalfew_web.accounts.choices import ChannelRole, Kind, Level
from vitalfew_web.accounts.services import Told
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.services.columns import OF_ACCOUNT
from vitalfew_web.facts.services.matching import Matched

DIRECT = {"name": "name", "industry": "industry", "region": "region", "parent_id": "parent"}
"""Column of the engine → field of a customer."""

CHOSEN = {"kind": Kind.values, "channel_role": ChannelRole.values, "intent": Level.values, "risk_bearing": Level.values}
"""Columns whose values a customer has too, where it knows them."""

LONGEST_NUMBER = 40


NAMED = ("customer_id", "name", "customer_name")
"""Columns of which customers are known."""


def names_in(rows: pa.Table) -> dict[str, str]:
    """Id → the name that the rows have for it; the first one, empty where there is none."""
    ids = rows["customer_id"]
    named = next((name for name in ("name", "customer_name") if name in rows.column_names), None)
    if named is None:
        return {id_: "" for id_ in ids.unique().to_pylist() if id_}
    pairs = pa.table({"id": ids, "name": rows[named]}).group_by("id").aggregate([("name", "min")])
    return {row["id"]: row["name_min"] or "" for row in pairs.to_pylist() if row["id"]}


class People:
    """The colleagues that a list may name as owners, by name or address."""

    def __init__(self, by: User) -> None:
        self._known: dict[str, list[int]] = {}
        for person in colleagues_of(by):
            for word in (person.name, person.email, person.email.partition("@")[0]):
                self._known.setdefault(word.casefold().strip(), []).append(person.pk)

    def find(self, word: str) -> int | None:
        """The one of this name; None where there is none, or several."""
        found = set(self._known.get(word.casefold().strip(), []))
        return found.pop() if len(found) == 1 else None


def told_of(
    batch: ImportBatch, parts: Iterable[pa.Table], found: Matched, numbers: Mapping[str, str], by: User, *, coded: bool
) -> Iterator[tuple[Told, str]]:
    """What each row says, and in a sentence what of it cannot be. `numbers` are the decisions about doubtful ones."""
    people = People(by)
    own = {
        header: target.removeprefix(OF_ACCOUNT)
        for header, target in batch.mapping.items()
        if target.startswith(OF_ACCOUNT)
    }
    for part in parts:
        for row in part.to_pylist():
            id_ = row["customer_id"]
            if not id_:
                continue
            fields, problem = _fields(row, own, people)
            number = found.known.get(id_) or numbers.get(id_) or (id_ if coded and len(id_) <= LONGEST_NUMBER else "")
            if id_ in found.hidden:
                problem = _("Somebody whose customers you do not see has this number.")
            if numbers.get(id_) == "-":
                problem = _("It fits several customers, and nobody chose one.")
            if id_ in found.unknown or numbers.get(id_) == "":
                fields.setdefault("name", row.get("name") or id_)
            yield Told(id_, number, fields), problem


def _fields(row: Mapping[str, Any], own: Mapping[str, str], people: People) -> tuple[dict[str, Any], str]:
    fields: dict[str, Any] = {field: row[name] for name, field in DIRECT.items() if row.get(name)}
    fields |= {name: row[name] for name, values in CHOSEN.items() if row.get(name) in values}
    for header, field in own.items():
        value = row.get(header)
        if value is None or not str(value).strip():
            continue
        if field == "owner":
            person = people.find(str(value))
            if person is None:
                return fields, _("Owner: there is no colleague {name} to whom you could give it.").format(name=value)
            fields["owner"] = person
        else:
            fields[field] = str(value).strip()
    return fields, ""
