"""Reading customers: every query begins with those that this person may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, F, OrderBy, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import colleagues_of, owners_seen_by
from vitalfew_web.accounts.models import Account, Accounts, Contact, ContactItem, Group, Groups, Note, found_alone
from vitalfew_web.accounts.models.found import finds_first
from vitalfew_web.accounts.permissions import VIEW
from vitalfew_web.accounts.rules import loose_key, name_key
from vitalfew_web.core.folding import asked_for
from vitalfew_web.core.registries import Named

SORTS: dict[str, str] = {"name": "name", "number": "number", "owner": "owner__name", "changed": "changed_at"}
"""What a list may be sorted by → the column; nothing else from a request reaches the database."""


AT_ONCE = 5_000
"""Numbers that are asked for in one question."""

UNLISTED = (
    *("tokens", "situation", "needs", "pain_points", "business_model", "strategy", "competitors_used", "habits"),
    *("taste", "awareness"),
)
"""Long texts that no list shows."""


@dataclass(frozen=True)
class Asked:
    """What a list of customers is asked for."""

    text: str = ""
    kind: str = ""
    channel_role: str = ""
    owner: int | None = None
    group: int | None = None
    sort: str = "name"
    descending: bool = False


def accounts_for(user: User) -> Accounts:
    """The customers that somebody may see."""
    owners = owners_seen_by(user)
    return Account.objects.all() if owners is None else Account.objects.looked_after_by(owners)


def keys_of(numbers: Collection[str]) -> dict[str, int]:
    """Number → key of the customers that exist, whoever sees them: for work that speaks to nobody."""
    return dict(Account.objects.filter(number__in=numbers).values_list("number", "pk"))


def names_of(numbers: Collection[str]) -> dict[str, str]:
    """Number → name of the customers that exist; for pages of those who see all."""
    return dict(Account.objects.filter(number__in=numbers).values_list("number", "name"))


def account_for(user: User, number: str) -> Account:
    """One of them. Raises Account.DoesNotExist alike for others' customers and for none."""
    return accounts_for(user).select_related("owner", "parent", "introduced_by").numbered(number).get()


def numbers_of(user: User | None, numbers: Iterable[str]) -> dict[str, str]:
    """Of these numbers those that customers have whom somebody sees (None: anybody): in lower case → as it is written."""
    rows = Account.objects.all() if user is None else accounts_for(user)
    wanted = sorted({number.lower() for number in numbers})
    found: dict[str, str] = {}
    for begin in range(0, len(wanted), AT_ONCE):
        part = rows.alias(folded=Lower("number")).filter(folded__in=wanted[begin : begin + AT_ONCE])
        found |= {number.lower(): number for number in part.values_list("number", flat=True)}
    return found


@dataclass(frozen=True)
class Alike:
    """The customers whose name is like another: certainly, or but for the legal form."""

    certain: tuple[tuple[str, str], ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()


def alike_for(user: User, names: Iterable[str]) -> dict[str, Alike]:
    """Name → the customers (number, name) that somebody sees under a name like it; names without any are left out."""
    wanted = {name: (name_key(name), loose_key(name)) for name in names}
    keys = {key: set[tuple[str, str]]() for key, _ in wanted.values() if key}
    loose = {key: set[tuple[str, str]]() for _, key in wanted.values() if key}
    if not keys:
        return {}
    for number, name in accounts_for(user).values_list("number", "name").iterator(chunk_size=5000):
        if (exact := name_key(name)) in keys:
            keys[exact].add((number, name))
        if (rough := loose_key(name)) in loose:
            loose[rough].add((number, name))
    found = {}
    for name, (exact, rough) in wanted.items():
        certain = keys.get(exact, set())
        doubtful = loose.get(rough, set()) - certain
        if certain or doubtful:
            found[name] = Alike(tuple(sorted(certain)), tuple(sorted(doubtful)))
    return found


def listed_for(user: User, asked: Asked, *, many: bool | None = None) -> Accounts:
    """Those that were asked for, in order; the last key is the id, so that no row comes twice.

    Who asks for a page and knows that there are `many` gets it by the index of the order: to sort a hundred thousand for
    fifty takes ten times as long as to go through the order until fifty are found. Where they are known to be few it is
    the other way round: all that the search finds, then sorted. None where nobody has counted. What is found stands
    together in many an order, names of one script or of one town: a database that sorts a hundred thousand hits in the
    time in which it goes through as many rows finds them first, always.
    """
    owners, tokens = owners_seen_by(user), asked_for(asked.text)
    # The name of an owner is of another table: no index of customers has that order.
    goes_through = bool(many) and _column(asked) != SORTS["owner"] and not (tokens and finds_first())
    # The customers of one owner stand together in an index of their own.
    if goes_through and isinstance(owners, QuerySet) and not asked.owner:
        seen = Account.objects.among_many_looked_after_by(owners)
    else:
        seen = accounts_for(user)
    if tokens and goes_through:
        seen = seen.found_among_many_by(tokens)
    elif tokens:
        seen = seen.found_by(tokens, owners=owners if isinstance(owners, list) else ())
    return _ordered(_narrowed(seen, asked), asked, by_index=goes_through or not tokens)


NEAR = 500
"""As many rows are looked through at the start of an order before all that is found is sorted."""


def near_start_for(user: User, asked: Asked) -> Accounts | None:
    """The same among the first rows of the order, for a page of what is found whole: of a third of all it is full.

    None of them where no index has the order, or where few are found, as for who sees the own customers alone. None where
    nothing is sought, or the database goes through the order anyway.
    """
    tokens = asked_for(asked.text)
    if not tokens or not finds_first():
        return None
    if asked.sort not in SORTS or _column(asked) == SORTS["owner"] or user.reach is Reach.OWN:
        return Account.objects.none()
    first = _ordered(Account.objects.all(), asked, by_index=True).values("pk")[:NEAR]
    found = accounts_for(user).filter(pk__in=first).found_by(tokens, row_by_row=True)
    return _ordered(_narrowed(found, asked), asked, by_index=False)


def _column(asked: Asked) -> str:
    return SORTS.get(asked.sort, "name")


def _narrowed(rows: Accounts, asked: Asked) -> Accounts:
    """What the filters of a list leave."""
    chosen = {"kind": asked.kind, "channel_role": asked.channel_role, "owner": asked.owner, "groups": asked.group}
    return rows.filter(**{name: value for name, value in chosen.items() if value})


def _ordered(rows: Accounts, asked: Asked, *, by_index: bool) -> Accounts:
    """In the order that is asked for; by a value that no index has where rows are to be found first and sorted then."""
    column = _column(asked)
    value = F(column) if by_index or column == SORTS["owner"] else Coalesce(F(column), F(column))
    # Only an owner can be missing; told where such rows go, no database uses an index.
    nulls_last = True if column == SORTS["owner"] else None
    order = OrderBy(value, descending=asked.descending, nulls_last=nulls_last)
    return rows.select_related("owner").defer(*UNLISTED).order_by(order, OrderBy(F("id"), descending=asked.descending))


def found_for(user: User, asked: Asked) -> RawSQL | None:
    """The same for counting alone, where the index knows: who sees all asks for a text and nothing else."""
    tokens = asked_for(asked.text)
    asks_more = replace(asked, text="", sort="name", descending=False) != Asked()
    return None if asks_more or not tokens or owners_seen_by(user) is not None else found_alone(tokens)


def named_for(user: User, keys: Collection[int]) -> dict[int, Named]:
    """Those of some customers that somebody may see, as tasks and files name them."""
    if not user.may(VIEW):
        return {}
    rows = accounts_for(user).filter(pk__in=keys).values_list("pk", "name", "number")
    return {pk: Named(name, reverse("accounts:account", args=[number]), number) for pk, name, number in rows}


def key_of(user: User, text: str) -> int | None:
    """The key of the customer whose number somebody typed; None where they see none of that number."""
    if not user.may(VIEW):
        return None
    return accounts_for(user).numbered(text).values_list("pk", flat=True).first()


def groups_for(user: User) -> Groups:
    """The groups that somebody sees, by name."""
    return Group.objects.open_to(user).select_related("owner").order_by(Lower("name"), "id")


Pairs = tuple[tuple[int, str], ...]
"""Keys and names, in the order of names."""


def choosable_for(user: User) -> tuple[Pairs, Pairs]:
    """The owners and the groups by which somebody may narrow the list, by one question to the database.

    Who sees only the own customers has no owner to choose.
    """
    rows = groups_for(user).order_by().annotate(what=Value("group")).values_list("what", "pk", "name")
    if user.reach is not Reach.OWN:
        people = colleagues_of(user).order_by().annotate(what=Value("owner")).values_list("what", "pk", "name")
        rows = rows.union(people, all=True)
    found = sorted(rows, key=lambda row: (row[2].casefold(), row[1]))
    owners, groups = (tuple((key, name) for kind, key, name in found if kind == what) for what in ("owner", "group"))
    return owners, groups


def counted_groups_for(user: User) -> Groups:
    """The same, each with `size`: how many customers it holds of those that the person sees."""
    owners = owners_seen_by(user)
    seen = Q() if owners is None else Q(accounts__owner__in=owners)
    return groups_for(user).annotate(size=Count("memberships", filter=seen))


def groups_of(account: Account, user: User) -> Groups:
    """The groups that a customer is in, as far as somebody sees them."""
    return groups_for(user).filter(accounts=account)


def group_for(user: User, key: int) -> Group:
    """One of them. Raises Group.DoesNotExist alike for others' private groups and for none."""
    return groups_for(user).get(pk=key)


def contacts_for(user: User) -> QuerySet[Contact]:
    """The people at the customers that somebody may see."""
    return Contact.objects.filter(account__in=accounts_for(user))


def contacts_of(account: Account) -> QuerySet[Contact]:
    """The people at a customer that was found already: the main one first, those who left last."""
    left_last = OrderBy(F("left_on"), nulls_first=True)
    return Contact.objects.filter(account=account, itself=False).order_by(left_last, "-is_main", "name", "id")


def contact_for(user: User, number: str, key: int) -> Contact:
    """One of them. Raises Contact.DoesNotExist alike for people at others' customers and for none."""
    return contacts_for(user).select_related("account__owner").get(account__in=Account.objects.numbered(number), pk=key)


def itself(account: Account) -> Contact | None:
    """Of a customer who is a person, the contact that holds what is personal."""
    return Contact.objects.filter(account=account, itself=True).first()


def items_of(contact: Contact) -> dict[str, ContactItem]:
    """What is noted of somebody, by item; protected items are in code still."""
    return {row.item: row for row in ContactItem.objects.filter(contact=contact).select_related("noted_by")}


def notes_for(user: User) -> QuerySet[Note]:
    """The notes on the customers that somebody may see."""
    return Note.objects.filter(account__in=accounts_for(user), deleted_at=None).select_related("by")


def note_for(user: User, number: str, key: int) -> Note:
    """One of them. Raises Note.DoesNotExist alike for those on others' customers and for none."""
    return notes_for(user).select_related("account").get(account__in=Account.objects.numbered(number), pk=key)


def tree_of(account: Account, user: User) -> list[tuple[int, Account]]:
    """The group of companies around a customer, as far as somebody sees it: depth and company, each after its parent.

    From the highest that is seen above it, down; at most twenty levels.
    """
    seen = accounts_for(user).only("id", "number", "name", "parent_id")
    top = account
    for _level in range(20):
        above = seen.filter(pk=top.parent_id).first() if top.parent_id else None
        if above is None:
            break
        top = above
    found, level = [(0, top)], [top]
    below: dict[int, list[Account]] = {}
    for _level in range(20):
        level = list(seen.filter(parent__in=level).order_by("name", "id")[:200])
        for each in level:
            below.setdefault(each.parent_id or 0, []).append(each)
        if not level:
            break
    return [] if not below and top == account else [*found, *_below(top, below, 1)]


def _below(above: Account, below: dict[int, list[Account]], depth: int) -> list[tuple[int, Account]]:
    return [row for each in below.get(above.pk, []) for row in ((depth, each), *_below(each, below, depth + 1))]


def brought_by(account: Account, user: User) -> QuerySet[Account]:
    """The customers that one has introduced, of those that somebody sees."""
    return accounts_for(user).filter(introduced_by=account).only("id", "number", "name").order_by("name", "id")
