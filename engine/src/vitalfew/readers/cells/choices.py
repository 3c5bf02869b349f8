"""Columns of a few words: standard values, yes and no."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from vitalfew.languages import say
from vitalfew.readers.cells.ids import folded
from vitalfew.readers.cells.texts import Cells, Unreadable, carefully, mapped, usable

YES = frozenset(["yes", "y", "true", "t", "1", "是", "有", "对", "對", "真", "√", "✓", "✔", "x"])
NO = frozenset(["no", "n", "false", "f", "0", "否", "无", "無", "没有", "沒有", "不是", "假", "×", "✗", "✘"])


def choice_cells(column: pa.StringArray, choices: Mapping[str, tuple[str, ...]]) -> Cells:
    """Trimmed texts as standard values; words that stand for none are kept as they are."""
    cells = usable(column)
    standard = _standard(choices)
    written = cells.values.unique().drop_null().to_pylist()
    if all(standard.get(_word(text), text) == text for text in written):
        return cells
    known = mapped(cells.values, pc.is_valid(cells.values), lambda text: standard.get(_word(text), text))
    return Cells(known, cells.failed)


def flag_cells(column: pa.StringArray) -> Cells:
    """Trimmed texts as true and false; other words fail."""
    empty = Cells(pa.nulls(len(column), pa.bool_()))
    return carefully(empty, column, pc.is_valid(column), _flag)


def _flag(text: str) -> bool:
    word = folded(text)
    if word in YES or word in NO:
        return word in YES
    raise Unreadable(say("neither yes nor no"))


def _standard(choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {_word(word): value for value, words in choices.items() for word in (value, *words)}


def _word(text: str) -> str:
    """Words are compared without case, width, spaces, hyphens and underscores."""
    return folded(text).replace("_", "").replace("-", "")
