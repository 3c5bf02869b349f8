"""What is written is found by its parts, in either script, by its sound and however a number is typed."""

import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from vitalfew_web.core import folding
from vitalfew_web.core.folding import LONGEST_COLUMN, asked_for, is_found, tokens_of

FOUND = [
    ("万达商贸", "万达"),
    ("万达商贸", "商贸"),
    ("万达商贸", "萬達"),
    ("萬達商貿", "万达商贸"),
    ("万达商贸", "wanda"),
    ("万达商贸", "wan da"),
    ("万达商贸", "WanDaShangMao"),
    ("万达商贸", "shangmao"),
    ("万达商贸", "wdsm"),
    ("万达商贸", "ｗｄｓ"),
    ("万达商贸", "dsm"),
    ("万达（上海）商贸", "万达上海"),
    ("万达（上海）商贸", "万达（上海）"),
    ("万达(上海)商贸", "wandashanghai"),
    ("张　三", "张三"),
    ("重庆银行", "chongqingyinhang"),
    ("單雄信", "sxx"),
    ("單雄信", "shanxiong"),
    ("吕布", "lvbu"),
    ("吕布", "lubu"),
    ("呂布", "lübu"),
    ("看著辦", "看着办"),
    ("企劃部", "企画"),
    ("钱锺书", "錢鍾書"),
    ("乾隆", "乾"),
    ("乾隆", "qianlong"),
    ("TCL集团", "tcl集团"),
    ("サントリー", "ﾄﾘｰ"),
    ("삼성전자", "전자"),
    ("Brückner", "bruckner"),
    ("Brückner", "Brueckner"),
    ("Brueckner", "Brückner"),
    ("Bruckner", "BRÜCKNER"),
    ("Ørsted", "orsted"),
    ("Ørsted", "Oersted"),
    ("Straße", "STRASSE"),
    ("Łódź", "lodz"),
    ("Nordwind", "wind"),
    ("Nordwind Handel", "hand nord"),
    ("Wal-Mart", "walmart"),
    ("Wal Mart", "Wal-Mart"),
    ("O'Brien", "obrien"),
    ("K-1010", "K-10"),
    ("K-1010", "k1010"),
    ("K-1010", "1010"),
    ("K1010", "K-1010"),
    ("Ｋ－１０１０", "k 1010"),
    ("No. 00012345", "12345"),
    ("00012345", "0001234"),
    ("0012", "0012"),
]
MISSED = [
    ("万达商贸", "万商"),
    ("万达商贸", "andas"),
    ("Nordwind", "nordwand"),
    ("K-1010", "K-11"),
    ("K-2010", "K-10"),
    ("Nordwind", "nord_x%"),
    ("13812345678", "678"),
]
MOBILES = ["13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "+8613812345678", "0086-138-12345678"]
MOBILES += [
    "8613812345678",
    "013812345678",
    "＋８６　１３８１２３４５６７８",
    "电话：138 1234 5678",
    "(+86) 138 1234 5678",
]
LANDLINES = ["0571-8888 6666", "(0571) 88886666", "+86 571 8888 6666", "057188886666", "0571 8888-6666"]
PARTS_OF_MOBILE = ["13812345678"[-length:] for length in range(4, 12)]
HAN = st.text("万达商贸银行重庆单于乾隆著藉鍾餘劃萬達貿國际電器張三李四王", min_size=1, max_size=12)
LATIN = st.text("abcdehnrstuäöüßéøAOUÅ", min_size=1, max_size=20)
ANY = st.text(max_size=12) | st.text("aeü0186+-(). _%\\K万達,", max_size=24)
TO_SIMPLIFIED, TO_TRADITIONAL = OpenCC("t2s"), OpenCC("s2t")
UNTIMED = settings(deadline=None, max_examples=150)


@pytest.mark.parametrize(("text", "typed"), FOUND)
def test_found(text: str, typed: str) -> None:
    assert is_found(tokens_of("K-77", text), asked_for(typed))


@pytest.mark.parametrize(("text", "typed"), MISSED)
def test_not_found(text: str, typed: str) -> None:
    assert not is_found(tokens_of(text), asked_for(typed))


@pytest.mark.parametrize("typed", [*MOBILES, *PARTS_OF_MOBILE])
@pytest.mark.parametrize("written", MOBILES)
def test_a_mobile_is_found_however_it_is_written_and_typed(written: str, typed: str) -> None:
    assert is_found(tokens_of("电话", written), asked_for(typed))


@pytest.mark.parametrize("typed", [*LANDLINES, "88886666", "8888 6666", "6666"])
@pytest.mark.parametrize("written", LANDLINES)
def test_a_landline_is_found_however_it_is_written_and_typed(written: str, typed: str) -> None:
    assert is_found(tokens_of(written), asked_for(typed))


def test_the_column_of_a_name_can_be_read() -> None:
    assert tokens_of("萬達商貿") == (" 万达商贸 wandashangmao wdsm 达商贸 商贸 贸 dashangmao shangmao mao dsm sm")
    assert tokens_of("K-1010") == " k1010 1010 010"
    assert tokens_of("Nordwind") == " nordwind ordwind rdwind dwind wind ind"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("wan da", ["wan", "da"]),
        ("万达 K-10", ["万达", "k10"]),
        ("万达K-10", ["万达", "k10"]),
        ("wan wan", ["wan"]),
        ("1010 2024", ["1010", "2024"]),
        ("+44 (0)20 7946 0000", ["2079460000"]),
        ("tel:+86 138 1234 5678", ["tel", "13812345678"]),
        ("100%", ["100"]),
        ("a_b%c\\d", ["a", "b", "c", "d"]),
        ("%", []),
        ("_ \\ ' \u0301 \x00", []),
        ("", []),
    ],
)
def test_what_is_asked(typed: str, asked: list[str]) -> None:
    assert asked_for(typed) == asked


def test_who_asks_for_nothing_finds_every_record() -> None:
    assert is_found("", asked_for("%"))


def test_a_long_input_is_cut() -> None:
    assert asked_for("万 " * 99 + "达达商") == ["万", "达达"]
    assert asked_for("ﷺ" * 500)


def test_a_long_word_is_found_by_what_it_begins_with() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    assert is_found(tokens_of(word), asked_for(word))
    assert is_found(tokens_of("x" + word), asked_for(word))


def test_names_and_numbers_as_written_are_kept_where_room_ends() -> None:
    texts = [f"{letter}{'国际贸易有限公司' * 3}" for letter in "甲乙丙丁戊己庚辛"]
    column = tokens_of(*texts, "K-1010", "138 1234 5678")
    assert len(column) <= LONGEST_COLUMN
    assert all(is_found(column, asked_for(text)) for text in [*texts, "K-1010", "13812345678", "jgjmy"])


@UNTIMED
@given(HAN, st.data())
def test_every_part_of_a_chinese_name_finds_it_in_both_scripts(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    for typed in (part, TO_SIMPLIFIED.convert(part), TO_TRADITIONAL.convert(part)):
        assert is_found(tokens_of(name), asked_for(typed))


@UNTIMED
@given(HAN, st.data())
def test_every_syllable_begins_a_part_that_finds_it(name: str, data: st.DataObject) -> None:
    syllables = folding.readings(name)[data.draw(st.integers(0, len(name) - 1)) :]
    column = tokens_of(name)
    for typed in ("".join(syllables), " ".join(syllables), "".join(syllable[0] for syllable in syllables)):
        assert is_found(column, asked_for(typed))


@UNTIMED
@given(LATIN, st.data())
def test_every_three_letters_of_a_latin_name_find_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(name) - 3, 0)))
    part = name[start : data.draw(st.integers(min(start + 3, len(name)), len(name)))]
    assert is_found(tokens_of(name), asked_for(part))


@UNTIMED
@given(ANY, ANY)
def test_every_text_is_found_by_itself(text: str, other: str) -> None:
    assert is_found(tokens_of(other, text), asked_for(text))


@UNTIMED
@given(ANY)
def test_tokens_hold_letters_and_digits_only(text: str) -> None:
    column = tokens_of(text)
    assert all(token.isalnum() for token in [*column.split(" ")[1:], *asked_for(text)])
    assert column == "" or column.startswith(" ")


@UNTIMED
@given(ANY)
def test_what_is_asked_asks_for_itself(text: str) -> None:
    assert [asked_for(token) for token in asked_for(text)] == [[token] for token in asked_for(text)]


@UNTIMED
@given(ANY, ANY)
def test_no_token_stands_twice_and_a_text_given_twice_adds_nothing(text: str, other: str) -> None:
    tokens = tokens_of(text, other).split()
    assert len(set(tokens)) == len(tokens)
    assert tokens_of(text, other, text) == tokens_of(text, other)


def test_folding_is_done_after_one_time() -> None:
    once = {letter: folding.simplified(folding.spellings(letter)[0]) for letter in map(chr, range(0x30000))}
    again = {letter: folding.simplified(folding.spellings(folded)[0]) for letter, folded in once.items()}
    assert again == once


@UNTIMED
@given(ANY, ANY)
def test_the_query_of_a_database_means_the_same(text: str, typed: str) -> None:
    column, asked = tokens_of(text), asked_for(typed)
    with sqlite3.connect(":memory:") as database:
        answers = [database.execute("SELECT ? LIKE ?", (column, f"% {token}%")).fetchone()[0] for token in asked]
    database.close()
    assert is_found(column, asked) == all(answers)


def test_who_writes_no_chinese_does_not_load_pinyin() -> None:
    code = "import sys; from vitalfew_web.core import folding; folding.asked_for('万达'); sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
