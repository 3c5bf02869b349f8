"""Text files that are not what they should be (safety.md, B-01 to B-18)."""

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest
from hostile.command import DAY, HEADER, SOUND, Command
from hostile.conftest import COMMAND, start
from hostile.rows import row

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
TEXT = "\n".join((HEADER, *SOUND)) + "\n"
CHINESE = f"客户编号,订单号,订单日期,金额\n𠮷野㐂,1,{DAY},5\n龘䶮,2,{DAY},7\n张三,3,{DAY},9\n"


@row("B-01")
@pytest.mark.parametrize("head", ["\ufeff", "\ufeff\ufeff"], ids=["one", "two"])
def test_a_byte_order_mark_is_no_part_of_the_first_header(vitalfew: Command, head: str) -> None:
    path = vitalfew.write(head + TEXT)
    assert vitalfew.graded(path).money == MONEY


@row("B-01")
def test_a_byte_order_mark_before_a_quoted_header(vitalfew: Command) -> None:
    path = vitalfew.write("\ufeff" + TEXT.replace("customer_id", '"customer_id"'))
    assert vitalfew.looked(path)["columns"][0] == {
        "header": "customer_id",
        "field": "customer_id",
        "how": "exact",
        "values": ["ann", "bob", "cat"],
    }


@row("B-02")
@pytest.mark.parametrize(
    ("codec", "mark"), [("utf-16-le", "\ufeff"), ("utf-16-be", "")], ids=["marked-le", "unmarked-be"]
)
def test_utf_16_is_read_in_either_order(vitalfew: Command, codec: str, mark: str) -> None:
    path = vitalfew.write((mark + CHINESE).encode(codec))
    assert list(vitalfew.graded(path).money) == ["张三", "龘䶮", "𠮷野㐂"]


@row("B-02")
@pytest.mark.parametrize("codec", ["utf-32-be"])
def test_utf_32_is_refused_by_its_zero_bytes(vitalfew: Command, codec: str) -> None:
    assert "contains binary data at byte" in vitalfew.not_gradable(vitalfew.write(TEXT.encode(codec)))


@row("B-03")
def test_gb18030_keeps_rare_characters_and_asks_to_look_at_names(vitalfew: Command) -> None:
    graded = vitalfew.graded(vitalfew.write(CHINESE.encode("gb18030")))
    assert list(graded.money) == ["张三", "龘䶮", "𠮷野㐂"]
    assert graded.notes["encoding"] == "read as GB18030; --encoding changes it if names look wrong"


@row("B-06")
@pytest.mark.parametrize("shift", [1, 2])
def test_characters_cut_at_the_border_of_blocks_stay_whole(vitalfew: Command, shift: int) -> None:
    name = "客户" * 100
    rows = "".join(f"{name},{number:07},{DAY},1.00,\n" for number in range(7_000))
    path = vitalfew.write(f"{HEADER},{'n' * shift}\n{rows}")
    assert path.stat().st_size > 4 << 20
    assert vitalfew.graded(path).money == {name: "7000.00"}


@row("B-07")
@pytest.mark.parametrize(
    ("content", "byte"),
    [(TEXT.encode().replace(b"bob", b"b\0b"), 66), (TEXT.encode() + b"\0", 114)],
    ids=["inside", "last"],
)
def test_a_zero_byte_is_refused_with_its_place(vitalfew: Command, content: bytes, byte: int) -> None:
    assert content.index(0) + 1 == byte
    assert f"contains binary data at byte {byte}" in vitalfew.not_gradable(vitalfew.write(content))


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
sys.exit(code)
"""
"""Runs a program and tells its seconds of CPU and bytes of memory; a small process, since a fork counts its parent's."""


@row("B-08")
def test_a_million_columns_are_refused_within_two_seconds_and_200_mb(started: Command) -> None:
    _, start_alone, _ = _refused(started, columns=2)
    said, seconds, size = _refused(started, columns=1_000_000)
    assert "too many columns (limit 500)" in said
    assert seconds - start_alone < 2, "beside what the command takes to start on this machine"
    assert size < 200_000_000


def _refused(started: Command, columns: int) -> tuple[str, float, float]:
    path = started.write(",".join(f"{number:07}" for number in range(columns)) + "\n")
    outcome = start(str(COMMAND), "columns", str(path), program=(sys.executable, "-I", "-S", "-c", MEASURED))
    assert outcome.code == 1
    seconds, size = map(float, outcome.out.split())
    return outcome.line, seconds, size


@row("B-08")
@pytest.mark.parametrize(("more", "fits"), [(496, True), (497, False)])
def test_five_hundred_columns_are_read_and_one_more_is_not(vitalfew: Command, more: int, fits: bool) -> None:
    names, cells = (",".join(f"{sign}{place}" for place in range(more)) for sign in ("n", "x"))
    path = vitalfew.write("\n".join((f"{HEADER},{names}", *(f"{sound},{cells}" for sound in SOUND))) + "\n")
    if fits:
        assert vitalfew.graded(path).money == MONEY
    else:
        assert "too many columns (limit 500)" in vitalfew.not_gradable(path)


@row("B-10")
def test_an_unclosed_quote_is_refused_with_the_line_that_opened_it(vitalfew: Command) -> None:
    rows = f"dan,9,{DAY},1\n" * 1_000_000
    assert "line 2" in vitalfew.refused("columns", vitalfew.write(f'{HEADER}\n"ann,1,{DAY},1\n{rows}'))


@row("B-10")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f'{HEADER}\nann,1,{DAY},1\n"bob,2,{DAY},1\n', 3),
        (f'{HEADER}\nann,1,{DAY},1\n"bob,2,{DAY},1\n"cat",3,{DAY},1\n', 3),
        (f'"{HEADER}\nann,1,{DAY},1\n', 1),
    ],
    ids=["last", "later-quotes", "header"],
)
def test_an_unclosed_quote_in_a_small_file(vitalfew: Command, text: str, line: int) -> None:
    assert f"line {line}" in vitalfew.not_gradable(vitalfew.write(text))


def test_a_quoted_cell_may_run_over_lines_and_hold_anything(vitalfew: Command) -> None:
    path = vitalfew.orders(f'"Dan\n& ""Sons"", Ltd.",9,{DAY},5', f'"eve",10,"{DAY}","x"')
    graded = vitalfew.graded(path)
    assert graded.money['Dan\n& "Sons", Ltd.'] == "5.00"
    assert graded.faults == [(7, "amount", "x", "not a plain number")]


@row("B-11")
@pytest.mark.parametrize("sign", [";", "\t"])
def test_the_delimiter_is_found(vitalfew: Command, sign: str) -> None:
    assert vitalfew.graded(vitalfew.write(TEXT.replace(",", sign))).money == MONEY


@row("B-11")
def test_full_width_commas_are_refused_with_a_hint(vitalfew: Command) -> None:
    assert "full-width" in vitalfew.not_gradable(vitalfew.write(TEXT.replace(",", "，")))


def priced(*cells: str) -> str:
    return "\n".join((HEADER.replace(",", ";"), *(f"c{n};{n};{DAY};{cell}" for n, cell in enumerate(cells)))) + "\n"


@row("B-12")
def test_decimal_commas_are_read_where_the_number_format_is_chosen(vitalfew: Command) -> None:
    cells = ("1.234,50", "1'234,5", "1 234,5", "1\u202f234,50", "1\xa0234,50", "1.234", "12,5-")
    graded = vitalfew.graded(vitalfew.write(priced(*cells)), "--decimal", ",")
    assert list(graded.money.values()) == ["1234.50"] * 5 + ["1234.00", "-12.50"]


@row("B-12")
def test_without_a_choice_the_column_decides_or_the_row_is_rejected(vitalfew: Command) -> None:
    all_comma = vitalfew.graded(vitalfew.write(priced("1.234,50", "2,5")))
    assert list(all_comma.money.values()) == ["1234.50", "2.50"]
    assert "decimal comma" in all_comma.notes["decimal_comma"]
    mixed = vitalfew.graded(vitalfew.write(priced("1.234,50", "2.55", "7")))
    assert mixed.money == {"c1": "2.55", "c2": "7.00"}
    reason = "reads only with a decimal comma; --decimal , reads the column so"
    assert mixed.faults == [(2, "amount", "1.234,50", reason)]


@row("B-12")
@pytest.mark.parametrize(("flags", "meant"), [((), "1.23"), (("--decimal", ","), "1234.00")])
def test_1_234_has_the_chosen_meaning(vitalfew: Command, flags: tuple[str, ...], meant: str) -> None:
    assert vitalfew.graded(vitalfew.write(priced("1.234", "5")), *flags).money["c0"] == meant


@row("B-14")
@pytest.mark.parametrize("content", ["", HEADER, HEADER + "\r\n\n,,,\n \n"], ids=["empty", "header", "blanks"])
def test_a_file_without_rows_is_refused(vitalfew: Command, content: str) -> None:
    assert "no rows" in vitalfew.not_gradable(vitalfew.write(content))


@row("B-14")
def test_blank_lines_are_counted_and_trailing_separators_do_not_matter(vitalfew: Command) -> None:
    lines = (HEADER, "", *(f"{sound},," for sound in SOUND), ",,,,,", f"dan,9,{DAY},x,,", "   ")
    graded = vitalfew.graded(vitalfew.write("\n".join(lines) + "\n"))
    assert graded.money == MONEY
    assert graded.faults == [(7, "amount", "x", "not a plain number")]
    assert graded.notes["blank_lines"] == "blank lines skipped: 3"


@row("B-15")
@pytest.mark.parametrize("twin", ["amount", " A mount "])
def test_two_columns_of_one_name_are_refused_naming_both(vitalfew: Command, twin: str) -> None:
    line = vitalfew.not_gradable(vitalfew.orders(header=f"{HEADER},{twin}"))
    assert f"columns 4 (amount) and 5 ({twin.strip()}) have the same name" in line


@row("B-16")
def test_rows_longer_or_shorter_than_the_header_are_rejected(vitalfew: Command) -> None:
    graded = vitalfew.graded(vitalfew.orders(f"dan,9,{DAY}", f"eve,10,{DAY},1,2,3", "fay"))
    assert graded.money == MONEY
    assert graded.faults == [
        (5, "", "", "3 cells where the header has 4"),
        (6, "", "", "6 cells where the header has 4"),
        (7, "", "", "1 cells where the header has 4"),
    ]


def packed(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


FOREIGN = {
    "an Excel workbook": packed("[Content_Types].xml", "xl/workbook.xml"),
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a Windows program": b"MZ\x90\x00\x03\x00\x00\x00\x04\x00",
    "a gzip archive": gzip.compress(gzip.compress(TEXT.encode())),
}


@row("B-18")
@pytest.mark.parametrize("kind", FOREIGN)
def test_content_decides_what_a_file_is_not_its_name(vitalfew: Command, kind: str) -> None:
    assert f"this is {kind}" in vitalfew.refused("columns", vitalfew.write(FOREIGN[kind]))


def test_what_fits_no_encoding_is_refused_with_a_way_out(vitalfew: Command) -> None:
    path = vitalfew.write(TEXT.replace("bob", "Zoë Müller").encode("windows-1252"))
    assert "--encoding" in vitalfew.not_gradable(path)
    assert "Zoë Müller" in vitalfew.graded(path, "--encoding", "windows-1252").money


def test_a_wrong_encoding_given_by_hand_is_refused_with_its_line(vitalfew: Command) -> None:
    path = vitalfew.write(TEXT.replace("bob", "张三").encode("gb18030"))
    assert "line 3 is not valid UTF-8" in vitalfew.not_gradable(path, "--encoding", "utf-8")


def test_a_header_far_below_is_found_with_its_row_and_refused_without(vitalfew: Command) -> None:
    path = vitalfew.write("note\n" * 34 + TEXT)
    assert vitalfew.graded(path, "--header-row", "35").money == MONEY
    assert "Headers seen: note" in vitalfew.not_gradable(path)


def test_a_row_of_the_header_that_no_file_has_is_wrong_use(vitalfew: Command) -> None:
    assert "--header-row" in vitalfew.refused("grade", vitalfew.orders(), "--header-row", "9" * 30, code=2)
    assert "row 2147483647 holds no header" in vitalfew.not_gradable("orders.csv", "--header-row", str(2**31 - 1))


def test_a_huge_cell_is_read_and_a_huge_line_is_refused(vitalfew: Command, tmp_path: Path) -> None:
    path = vitalfew.write(f"{HEADER},note\n" + "".join(f'{sound},"{"x" * 200_000}"\n' for sound in SOUND))
    assert vitalfew.graded(path).money == MONEY
    endless = tmp_path / "endless.csv"
    endless.write_bytes(HEADER.encode() + b"\n" + b"x" * (40 << 20))
    assert "endless.csv" in vitalfew.refused("columns", endless)
