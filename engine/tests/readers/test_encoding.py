import codecs
import random
from pathlib import Path

import pytest
from readers.text_files import CHINESE, ROWS, opened, row

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers.text import unpacking
from vitalfew.readers.text.encoding import detect

CHINESE_CELLS = [("张三", "2025-01-02", "10.00"), ("李四", "2025-01-03", "20.00")]


@row("B-01")
def test_the_byte_order_mark_is_no_part_of_the_first_header(tmp_path: Path) -> None:
    got = opened(tmp_path, codecs.BOM_UTF8 + ROWS.encode())
    assert got.header == ("customer_id", "order_date", "amount")
    assert got.shape["encoding"] == "UTF-8"


@row("B-02")
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False], ids=["with-bom", "without-bom"])
@pytest.mark.parametrize(
    "text", [CHINESE, CHINESE.replace("张三", "一一"), ROWS], ids=["han", "zero-low-bytes", "ascii"]
)
def test_utf_16_of_either_order_is_read_with_and_without_its_mark(
    tmp_path: Path, codec: str, mark: bool, text: str
) -> None:
    content = ("\ufeff" if mark else "") + text
    got = opened(tmp_path, content.encode(codec))
    assert got.cells == [tuple(line.split(",")) for line in text.splitlines()[1:]]


@row("B-03")
def test_gb18030_keeps_four_byte_characters_and_rare_names(tmp_path: Path) -> None:
    names = ["𠮷野家", "㙍", "王喆", "\U0002a6d6斋", "Ñandú"]
    text = "客户名称,订单日期,金额\n" + "".join(f"{name},2025-01-02,10\n" for name in names)
    got = opened(tmp_path, text.encode("gb18030"))
    assert [cells[0] for cells in got.cells] == names
    assert got.shape["encoding"] == "GB18030"
    assert any("--encoding" in str(note) for note in got.notes)


def test_big5_is_told_from_gb18030(tmp_path: Path) -> None:
    text = "客戶編號,訂單日期,金額\n王小明,2025-01-02,10\n"
    got = opened(tmp_path, text.encode("big5"))
    assert got.shape["encoding"] == "Big5"
    assert got.cells == [("王小明", "2025-01-02", "10")]


@pytest.mark.parametrize(
    ("codec", "name", "first", "last"), [("gb18030", "GB18030", 0xB0, 0xD7), ("big5", "Big5", 0xA4, 0xC6)]
)
def test_forty_everyday_characters_without_any_known_header_are_enough(
    codec: str, name: str, first: int, last: int
) -> None:
    chance = random.Random(7)
    everyday = [text for text in map(chr, range(0x4E00, 0x9FA6)) if _lead(text, codec) in range(first, last + 1)]
    for _ in range(60):
        text = "".join(f"K{number},{chance.choice(everyday)}\n" for number in range(40))
        assert detect(text.encode(codec)).name == name


def _lead(character: str, codec: str) -> int:
    code = character.encode("gb2312" if codec == "gb18030" else codec, "ignore")
    return code[0] if len(code) == 2 else 0


def test_a_guess_from_few_characters_is_a_warning(tmp_path: Path) -> None:
    rows = "customer_id,order_date,amount\n{},2025-01-02,10\n"
    few = opened(tmp_path, rows.format("张三丰").encode("gb18030"))
    many = opened(tmp_path, rows.format("中国人民" * 12).encode("gb18030"))
    assert [note.warning for note in few.notes] == [True]
    assert [note.warning for note in many.notes] == [False]


@row("B-06")
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_characters_cut_at_the_border_of_blocks_stay_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codec: str
) -> None:
    text = "客戶編號,order_date,amount\n" + "".join(f"王小明{number},2025-01-02,10\n" for number in range(50))
    for size in (61, 62, 63, 64):
        monkeypatch.setattr(unpacking, "BLOCK", size * 4)
        got = opened(tmp_path, text.encode(codec), encoding=codec)
        assert [cells[0] for cells in got.cells] == [f"王小明{number}" for number in range(50)]


@row("B-07")
@pytest.mark.parametrize(
    "content", [ROWS.encode().replace(b"C2", b"C\x002"), CHINESE.encode("gb18030").replace(b"20.", b"2\0.")]
)
def test_a_zero_byte_is_refused_with_its_place(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refusal, match=f"contains binary data at byte {content.index(0) + 1}\\b"):
        opened(tmp_path, content)


def test_the_place_of_a_zero_character_in_utf_16_counts_bytes_of_the_file(tmp_path: Path) -> None:
    content = codecs.BOM_UTF16_LE + ROWS.replace("C2", "C\0").encode("utf-16-le")
    with pytest.raises(Refusal, match=f"at byte {2 + 2 * ROWS.index('C2') + 2 + 1}\\b"):
        opened(tmp_path, content)


def test_a_broken_character_in_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    text = CHINESE + "赵六,2025-01-04,5\n" * 200_000
    content = text.encode() + b"\xe5\xbc,2025-01-05,1\n" + "赵六,2025-01-04,5\n".encode()
    with pytest.raises(Refusal, match="line 200004 is not valid UTF-8"):
        opened(tmp_path, content)


def test_a_character_cut_off_at_the_end_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="line 3 is not valid UTF-8"):
        opened(tmp_path, CHINESE.encode()[: CHINESE.encode().index("四".encode()) + 1])


def test_what_fits_no_known_encoding_is_refused_and_read_when_it_is_named(tmp_path: Path) -> None:
    content = ROWS.replace("C1", "Müller & Söhne").encode("latin-1")
    with pytest.raises(Refusal, match=r"line 2 is not valid UTF-8.*--encoding"):
        opened(tmp_path, content)
    assert opened(tmp_path, content, encoding="windows-1252").cells[0][0] == "Müller & Söhne"


def test_the_encoding_shows_also_where_chinese_begins_behind_a_megabyte_of_ascii(tmp_path: Path) -> None:
    text = ROWS + "C3,2025-01-04,5.00\n" * 100_000 + "上海贸易公司,2025-01-05,7\n"
    got = opened(tmp_path, text.encode("gb18030"))
    assert got.cells[-1][0] == "上海贸易公司"


def test_a_given_encoding_overrides_what_would_be_found(tmp_path: Path) -> None:
    got = opened(tmp_path, CHINESE.encode("gbk"), encoding="gbk")
    assert got.cells == CHINESE_CELLS
    assert got.notes == []


def test_an_unknown_encoding_is_wrong_use_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"unknown encoding: gb1803.*Did you mean gb18030"):
        opened(tmp_path, ROWS, encoding="gb1803")
    with pytest.raises(WrongUse, match="unknown encoding"):
        opened(tmp_path, ROWS, encoding="rot13")
