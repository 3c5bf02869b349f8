"""Ids and names stay what they are."""

import random
import re

import pyarrow as pa
import pytest
from readers.typing_rows import column, notes, read, reasons, row

from vitalfew.readers.cells.characters import is_code, without_digits
from vitalfew.readers.cells.ids import alike, id_cells, isolated
from vitalfew.readers.cells.texts import trimmed

ORDERS = "customer_id,moment,amount"
CUSTOMERS = "customer_id,name"


def test_outer_spaces_of_every_kind_go_and_leading_zeros_stay() -> None:
    cells = id_cells(trimmed(pa.array([" 007\t", "\u3000A 1\xa0", "\ufeffB", "\u2003", None])))
    assert cells.values.to_pylist() == ["007", "A 1", "B", None, None]


def test_a_fraction_of_zero_goes_only_in_columns_of_binary_numbers() -> None:
    rows = ["17850.0,2025-01-02,1"]
    assert column(read(ORDERS, rows, shape={"numbers": "float"}), "customer_id") == ["17850"]
    assert column(read(ORDERS, rows), "customer_id") == ["17850.0"]


@row("B-23")
@pytest.mark.parametrize("text", ["4.40301E+17", "1.2345678901234568e+17", "#LOST_DIGITS! 440301199001011200"])
def test_a_number_that_lost_digits_is_no_id(text: str) -> None:
    result = read(ORDERS, [f"{text},2025-01-02,1"])
    assert reasons(result) == [(2, "customer_id", "number lost digits; format as text")]


def test_long_numbers_as_text_and_article_like_ids_are_ids() -> None:
    rows = ["440301199001011234,2025-01-02,1", "12E+05,2025-01-02,1", "1E5,2025-01-02,1"]
    assert column(read(ORDERS, rows), "customer_id") == ["440301199001011234", "12E+05", "1E5"]


@row("B-49")
def test_names_of_one_to_200_characters_are_names_and_others_reject_their_row() -> None:
    rows = [
        ["A", "王"],
        ["B", "x" * 200],
        ["C", "x" * 201],
        ["D", "x" * 10_000],
        ["E", " \u3000 "],
        ["F", "😀👩‍👩‍👧"],
        ["G", None],
    ]
    result = read(CUSTOMERS, rows, table="customers")
    assert column(result, "name") == ["王", "x" * 200, "😀👩‍👩‍👧", "None"]
    assert reasons(result) == [
        (4, "name", "201 characters; at most 200"),
        (5, "name", "10,000 characters; at most 200"),
        (6, "name", "only spaces"),
    ]


@row("B-49")
def test_an_id_of_more_than_200_characters_rejects_its_row() -> None:
    result = read(ORDERS, [["x" * 201, "2025-01-02", "1"], ["x" * 200, "2025-01-02", "1"]])
    assert reasons(result) == [(2, "customer_id", "201 characters; at most 200")]


@row("B-50")
def test_names_in_any_direction_are_kept_and_shown_so_that_they_turn_nothing_else() -> None:
    rows = [["A", "مرحبا"], ["B", "evil\u202egpj.exe"], ["C", "👩\u200d🚀"]]
    result = read(CUSTOMERS, rows, table="customers")
    assert column(result, "name") == ["مرحبا", "evil\u202egpj.exe", "👩\u200d🚀"]
    assert [isolated(name) for name in column(result, "name")] == [
        "\u2068مرحبا\u2069",
        "\u2068evil\u202egpj.exe\u2069",
        "👩\u200d🚀",
    ]


@row("B-50")
@pytest.mark.parametrize("text", ["a\u2069\u202eb", "a\u2067b", "\u2068\u2067x\u2069", "א\nב\u2029ג"])
def test_no_name_ends_its_own_isolation(text: str) -> None:
    depths, depth = [], 0
    for character in isolated(text):
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        depths.append(depth)
    assert depths[-1] == 0
    assert min(depths[:-1]) == 1
    assert len(isolated(text).splitlines()) == 1


def test_ids_that_look_alike_are_listed_and_never_merged() -> None:
    assert alike(pa.array(["ACME", "acme", "Ａcme", "AC ME", "Straße", "STRASSE", "B", "007", "7"])) == [
        ["AC ME", "ACME", "acme", "Ａcme"],
        ["STRASSE", "Straße"],
    ]
    result = read(ORDERS, ["ACME,2025-01-02,1", "acme,2025-01-02,2", "B,2025-01-02,2"])
    assert column(result, "customer_id") == ["ACME", "acme", "B"]
    assert notes(result)["possibly_the_same"] == (
        "1 groups of customer ids are possibly the same (kept apart): ACME = acme"
    )


@pytest.mark.parametrize("seed", range(20))
def test_asked_of_all_bytes_ids_are_what_they_are_one_by_one(seed: int) -> None:
    dice = random.Random(seed)
    signs = dice.choice(["AZ09", "AZ09a", "AZ09 散", "散客AB"])
    ids = ["".join(dice.choices(signs, k=dice.randint(1, 4))) for _ in range(dice.randint(0, 30))]
    column = pa.array(["Ö1", *ids, "x"], pa.string()).slice(1, len(ids))
    assert is_code(column) == all(re.fullmatch("[0-9A-Z]+", one) for one in ids)
    assert without_digits(column).to_pylist() == [one for one in ids if not re.search("[0-9]", one)]
