"""Headers compared as people mean them: width, case, spaces, punctuation and units in brackets do not count."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from vitalfew.schemas import FactTable

Row = tuple[str | None, ...]

ALIASES: Mapping[str, str] = {"order_date": "moment"}
"""Further standard names, as good as the standard name itself."""

_BRACKETS = re.compile(r"[(\[{<【〔「『].*?[)\]}>】〕」』]")
_UNIT = re.compile(r"/\s*\w{1,3}$")


@lru_cache(4096)
def fold(text: str) -> str:
    """Letters and digits only, in one width and case: "Order_ID ", "order id" and "ＯｒｄｅｒＩＤ" are the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def standard_name(text: str, table: FactTable) -> str | None:
    """The column of the table whose standard name this is, written in any case."""
    name = text.strip().casefold()
    name = ALIASES.get(name, name)
    return name if name in table else None


def candidates(header: Sequence[str | None], table: FactTable) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """For each column of the table the headers that are a synonym of it: (rank of the synonym, place), best first."""
    places: dict[str, int] = {}
    for name, place in _folded(header):
        places.setdefault(name, place)
    for column in table.columns:
        ranks = _ranks(column.name, column.names)
        yield column.name, sorted((ranks[name], place) for name, place in places.items() if name in ranks)


def _folded(header: Sequence[str | None]) -> Iterator[tuple[str, int]]:
    """Whole headers before headers without their unit: 金额(含税) is 金额 only where no 金额 stands."""
    for shorten in (None, _BRACKETS, _UNIT):
        for place, cell in enumerate(header):
            text = unicodedata.normalize("NFKC", cell or "")
            if name := fold(shorten.sub("", text) if shorten else text):
                yield name, place


@cache
def _ranks(name: str, names: tuple[str, ...]) -> Mapping[str, int]:
    """Folded synonym → its rank; the folded standard name ranks first."""
    return {fold(one): rank for rank, one in reversed(list(enumerate((name, *names))))}


def row_of(cells: Sequence[str | None]) -> Row:
    """Cells without outer spaces, None where nothing is left."""
    return tuple((cell or "").strip("\ufeff\n \t\xa0\u3000") or None for cell in cells)
