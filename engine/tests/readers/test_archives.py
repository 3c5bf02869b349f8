"""Archives are judged before anything in them is opened (safety.md: B-25, B-27, B-28)."""

import zipfile
from pathlib import Path

import pytest

from vitalfew.errors import Refusal
from vitalfew.readers.workbooks import archives

SHEET = b"<?xml version='1.0'?><worksheet><sheetData/></worksheet>"


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def reason(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        archives.check_archive(path)
    assert refusal.value.where == path.name
    return refusal.value.what


def test_an_honest_archive_passes(tmp_path: Path) -> None:
    archives.check_archive(archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET, "xl/media/a.png": b"\x89PNG"}))


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "a.xlsx", {"xl/worksheets/sheet1.xml": SHEET + b" " * 3_000_000})
    assert "times its size; at most 100 times" in reason(bomb)


def test_a_large_archive_is_refused_by_its_stated_size(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET})
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (600_000_000).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    assert reason(path) == "unpacked it has 600 MB; at most 500 MB are read."


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {f"xl/media/{number}": b"" for number in range(10_001)})
    assert reason(path) == "the archive has 10001 members; at most 10000 are read."


@pytest.mark.parametrize("name", ["../a", "xl/../../a", "/etc/passwd", "xl\\a", "C:a"])
def test_unsafe_names_are_refused(tmp_path: Path, name: str) -> None:
    member = zipfile.ZipInfo("x" * len(name))
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(member, SHEET)
    path.write_bytes(path.read_bytes().replace(b"x" * len(name), name.encode()))
    assert "unsafe name" in reason(path)


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/aa": SHEET, "xl/bb": SHEET})
    path.write_bytes(path.read_bytes().replace(b"xl/bb", b"xl/aa"))
    assert "unsafe name" in reason(path)


def test_an_archive_inside_is_refused(tmp_path: Path) -> None:
    inner = archive(tmp_path / "inner.zip", {"a": b"a"}).read_bytes()
    assert "another archive" in reason(archive(tmp_path / "a.xlsx", {"xl/media/picture.png": inner}))


LAUGHS = (
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10 if n > 1 else b"&a;" * 10) for n in range(1, 9))
    + b"]><worksheet>&a8;</worksheet>"
)
EXTERNAL = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet>&a;</worksheet>"
DTD = b"<?xml version='1.0'?><!-- a --><!DOCTYPE x SYSTEM 'http://localhost/x.dtd'><worksheet/>"


@pytest.mark.parametrize(
    "xml", [LAUGHS, EXTERNAL, DTD, DTD.decode().encode("utf-16")], ids=["laughs", "external", "dtd", "utf-16"]
)
def test_document_types_and_entities_are_refused(tmp_path: Path, xml: bytes) -> None:
    assert "document type or entities" in reason(
        archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET, "xl/a.xml": xml})
    )


@pytest.mark.parametrize("kept", [10, 200, -40])
def test_a_truncated_archive_is_refused(tmp_path: Path, kept: int) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET * 20, "xl/b.xml": SHEET})
    path.write_bytes(path.read_bytes()[:kept])
    assert "damaged" in reason(path)


def test_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET})
    data = bytearray(path.read_bytes())
    data[50] ^= 0xFF
    path.write_bytes(bytes(data))
    assert "damaged" in reason(path)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": SHEET})
    data = bytearray(path.read_bytes())
    for place in (6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    path.write_bytes(bytes(data))
    assert "password" in reason(path)
