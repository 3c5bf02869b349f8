"""Texts that a spreadsheet would compute, on their way out and back in (safety.md, B-63, B-64)."""

import json
from pathlib import Path

import pytest
import python_calamine
from hostile.command import DAY, Command, table
from hostile.rows import row

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "＝1+1",
    "  =x",
    "\t=x",
    "'=x",
    "''+x",
    "=x,y",
    '=HYPERLINK("http://x","y")',
)
READ = ("=1+1", "+1+1", "-1-1", "@SUM(A1)", "＝1+1", "=x", "'+x", "=x,y", '=HYPERLINK("http://x","y")')
"""What these are as ids: without outer spaces and without a guard that they bear already."""

DDE = ("=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "=DDE(1;2;3)")
NUMBERS = ("-12", "+12", "-1.5", "007")


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def customers(*ids: str) -> str:
    rows = (f"{cell(one)},{number},{DAY},{number}.00" for number, one in enumerate(ids, 1))
    return "\n".join(("customer_id,order_id,order_date,amount", *rows)) + "\n"


def computes(text: str) -> bool:
    return text.lstrip(" \t\r\n").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) and not _is_number(text)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def cells_of(path: Path) -> list[str]:
    if path.suffix == ".csv":
        return [row[0] for row in table(path)]
    sheet = python_calamine.load_workbook(str(path)).get_sheet_by_index(0)
    return [str(row[0]) for row in sheet.to_python()]


@row("B-63")
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "parquet"])
def test_nothing_computes_numbers_stay_and_all_is_read_back_as_it_was(vitalfew: Command, ending: str) -> None:
    path = vitalfew.write(customers(*FORMULAS, *NUMBERS))
    out = Path(f"out.{ending}")
    assert vitalfew.run("grade", str(path), "--scheme", "abc", "-o", str(out)).code == 0
    if ending in ("csv", "xlsx"):
        assert [text for text in cells_of(out) if computes(text)] == []
        assert set(NUMBERS) <= set(cells_of(out))
    assert vitalfew.run("grade", "--metrics", str(out), "--scheme", "abc", "-o", "again.json").code == 0
    again = json.loads(Path("again.json").read_text(encoding="utf-8"))
    assert {row["customer_id"] for row in again} == {*NUMBERS, *READ}


@row("B-64")
def test_links_and_programs_in_ids_and_rejects_are_inert(vitalfew: Command) -> None:
    bad = "".join(f'{cell(text)},{cell(text)},"x",{cell(text)}\n' for text in DDE)
    graded = vitalfew.graded(vitalfew.write(customers("ann", *DDE) + bad))
    assert {*DDE} < graded.money.keys()
    written = [text for row in table(Path("graded.rejects.csv")) for text in row]
    assert len(graded.faults) == len(DDE)
    assert [text for text in written if computes(text)] == []


@row("B-63")
def test_rejected_rows_come_back_as_they_stood(vitalfew: Command) -> None:
    ids = ("=1+1", "'=x", "-12", "a,b", 'q"q', "多行\n名")
    vitalfew.graded(vitalfew.write(customers("ann") + "".join(f"{cell(one)},9{n},x,5\n" for n, one in enumerate(ids))))
    mended = Path("graded.rejects.csv").read_bytes().replace(b",x,5", f",{DAY},5".encode())
    from_rejects = set(vitalfew.graded(vitalfew.write(mended, "mended.csv")).money)
    assert from_rejects == set(vitalfew.graded(vitalfew.write(customers(*ids))).money)


@row("B-63")
def test_rows_rejected_twice_bear_one_guard(vitalfew: Command) -> None:
    vitalfew.graded(vitalfew.write(customers("ann") + f"=bad,9,x,5\nbob,10,{DAY},=1+1\n"))
    first = table(Path("graded.rejects.csv"))
    vitalfew.write(Path("graded.rejects.csv").read_bytes() + f"9,,,,eve,11,{DAY},5\n".encode(), "again.csv")
    assert vitalfew.graded("again.csv").money == {"eve": "5.00"}
    assert [row[8:] for row in table(Path("graded.rejects.csv"))[1:]] == [row[4:] for row in first[1:]]
