"""Which customers the rows of a file speak of: by number, then by name; what is doubtful a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.accounts.selectors import alike_for, numbers_of

Candidate = tuple[str, str]
"""Number and name of a customer."""


@dataclass
class Matched:
    """Id in the file → what it stands for. `hidden` are customers of somebody whom the person does not see."""

    known: dict[str, str] = field(default_factory=dict)
    by_name: int = 0
    doubtful: dict[str, list[Candidate]] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)


def matched(ids: Mapping[str, str], *, by: User, coded: bool) -> Matched:
    """Match ids, each given with the name that the file has for it (empty: none).

    Where the file has codes, a name alone is a doubtful match: two branches may have one name. Where the names are
    all it has, one customer of that name is certain, several are doubtful, and so is one but for the legal form.
    """
    found = Matched()
    numbers = numbers_of(by, ids)
    found.known = {id_: numbers[id_.lower()] for id_ in ids if id_.lower() in numbers}
    rest = {id_: name or id_ for id_, name in ids.items() if id_ not in found.known}
    hidden = {} if by.reach is Reach.ALL else numbers_of(None, rest)
    found.hidden = [id_ for id_ in rest if id_.lower() in hidden]
    alike = alike_for(by, rest.values())
    for id_, name in rest.items():
        same = alike.get(name)
        if id_.lower() in hidden:
            continue
        if same is None:
            found.unknown[id_] = name
        elif len(same.certain) == 1 and not coded:
            found.known[id_] = same.certain[0][0]
            found.by_name += 1
        else:
            found.doubtful[id_] = [*same.certain, *same.doubtful]
    return found


def decided(doubtful: Mapping[str, list[Candidate]], decisions: Mapping[str, str]) -> dict[str, str]:
    """Id → number of the customer that was chosen; empty where it is another customer than all of these.

    Where nobody chose, the only candidate is taken; of several none: their rows are left out ("-").
    """
    chosen = {}
    for id_, candidates in doubtful.items():
        numbers = {number for number, _name in candidates}
        choice = decisions.get(id_)
        if choice is not None and (choice in numbers or choice in {"", "-"}):
            chosen[id_] = choice
        else:
            chosen[id_] = candidates[0][0] if len(candidates) == 1 else "-"
    return chosen
