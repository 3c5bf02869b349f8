"""Columns of a few words."""

import pyarrow as pa
from readers.typing_rows import column, read, reasons

from vitalfew.readers.cells.choices import choice_cells, flag_cells

CHOICES = {"online": ("线上", "网店", "e-shop"), "end_customer": ("终端客户",)}


def test_words_become_the_standard_value_and_unknown_ones_stay() -> None:
    texts = ["Online", "ＯＮＬＩＮＥ", "线上", "E Shop", "End Customer", "market", None]
    assert choice_cells(pa.array(texts), CHOICES).values.to_pylist() == [
        *["online"] * 4,
        "end_customer",
        "market",
        None,
    ]


def test_yes_and_no_in_the_words_people_use() -> None:
    cells = flag_cells(pa.array(["Yes", "是", "1", "TRUE", "no", "否", "0", "False", None, "maybe"]))
    assert cells.values.to_pylist() == [*[True] * 4, *[False] * 4, None, None]
    assert cells.failed == {9: "neither yes nor no"}


def test_further_columns_of_customers_stay_under_their_own_header() -> None:
    result = read("customer_id,Sales rep,strategic", ["A,王,是", "B,,perhaps"], table="customers")
    assert result.rows.column_names == ["customer_id", "strategic", "Sales rep"]
    assert (column(result, "Sales rep"), reasons(result)) == (["王"], [(3, "strategic", "neither yes nor no")])
