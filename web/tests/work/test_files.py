"""Files on customers: what is taken, what of it is kept, who sees it, how it is given back."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from people import Cast

from vitalfew_web.accounts.models import Account
from vitalfew_web.accounts.services import give_accounts
from vitalfew_web.core.selectors import history_of
from vitalfew_web.work import gateways
from vitalfew_web.work.models import File
from vitalfew_web.work.rules.contents import NotKept, kept, safe_name
from vitalfew_web.work.services import add_file, clear_away, remove_file

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 2, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(width: int = 2, height: int = 2, *more: bytes) -> bytes:
    frame = segment(0xC0, b"\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00")
    return b"\xff\xd8" + b"".join(more) + frame + b"\xff\xda\x00\x02picture\xff\xd9"


def camera(turned: int) -> bytes:
    tags = struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0) + struct.pack("<HHII", 0x8825, 4, 1, 38)
    return segment(0xE1, b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00" + tags + b"\x00" * 4 + b"52.5200N 13.4050E")


def gif(frames: int) -> bytes:
    frame = b"\x2c" + b"\x00" * 8 + b"\x00" + b"\x02" + b"\x01\x00" + b"\x00"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + frame * frames + b"\x3b"


def office(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as pack:
        for name in names:
            pack.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("offer.PDF", PDF, "application/pdf"),
        ("plant.png", png(), "image/png"),
        ("plant.jpeg", jpeg(), "image/jpeg"),
        ("a.gif", gif(3), "image/gif"),
        (
            "报价.xlsx",
            office("[Content_Types].xml", "xl/workbook.xml"),
            f"{'application/vnd.openxmlformats-officedocument.'}spreadsheetml.sheet",
        ),
        ("notes.txt", "客户".encode("gb18030"), "text/plain"),
        ("list.csv", "a,b\n1,2\n".encode("utf-16"), "text/csv"),
    ],
)
def test_what_people_bring_is_taken_for_what_it_is(name: str, content: bytes, kind: str) -> None:
    assert kept(name, content) == (kind, content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        pytest.param("bomb.png", png(50_000, 50_000), "large", id="B-76 50,000 x 50,000"),
        pytest.param("bomb.jpg", jpeg(50_000, 50_000), "large", id="B-76 jpeg"),
        pytest.param("film.gif", gif(10_000), "large", id="B-76 10,000 frames"),
        pytest.param("a.svg", b"<svg onload='alert(1)'/>", "kind", id="B-76 SVG"),
        pytest.param("a.jpg", b"<html><script>alert(1)</script>", "other", id="B-76 HTML named .jpg"),
        pytest.param("a.txt", b"\xef\xbb\xbf <!DOCTYPE html><script>", "other", id="HTML named .txt"),
        pytest.param("a.phar", PDF, "kind", id="B-77 phar"),
        pytest.param("a.pHaR.pdf", b"GIF8", "other", id="B-77 double ending"),
        pytest.param("a.exe", b"MZ", "kind", id="program"),
        pytest.param("a.docx", office("[Content_Types].xml", "xl/x"), "other", id="sheet named letter"),
        pytest.param("a.docx", b"PK\x03\x04broken", "other", id="broken pack"),
        pytest.param("a.png", png()[:20], "other", id="cut picture"),
        pytest.param("a.jpg", jpeg()[:6], "other", id="cut jpeg"),
        pytest.param("a.gif", gif(2)[:-8], "other", id="cut gif"),
        pytest.param("a.txt", b"\x00\x01\x02", "other", id="no text"),
        pytest.param("noending", PDF, "kind", id="no ending"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name: str, content: bytes, why: str) -> None:
    with pytest.raises(NotKept) as refused:
        kept(name, content)
    assert refused.value.why == why


@pytest.mark.parametrize("case", [pytest.param("GPS", id="B-76 GPS in EXIF")])
def test_place_and_device_fall_away_and_pictures_stay_upright(case: str) -> None:
    content = kept("a.jpg", jpeg(2, 2, segment(0xE0, b"JFIF"), camera(6), segment(0xFE, b"made by")))[1]
    assert b"13.4050E" not in content
    assert b"made by" not in content
    assert content.endswith(b"picture\xff\xd9")
    assert content.count(b"Exif") == 1
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in content
    assert b"Exif" not in kept("a.jpg", jpeg(2, 2, camera(1)))[1]
    texts = chunk(b"tEXt", b"Author\x00Lin"), chunk(b"eXIf", b"13.4050E")
    assert kept("a.png", png(2, 2, *texts))[1] == png()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("../../etc/passwd.txt", "passwd.txt", id="B-77 .."),
        pytest.param("C:\\Users\\x\\a.txt", "a.txt", id="B-77 backslash"),
        pytest.param("a\x00b.txt", "a b.txt", id="B-77 NUL"),
        pytest.param("a:b.txt", "a b.txt", id="B-77 colon"),
        pytest.param("CON.txt", "_CON.txt", id="B-77 CON"),
        pytest.param("x" * 300 + ".pdf", "x" * 116 + ".pdf", id="B-77 300 characters"),
        pytest.param("cod\u202efdp.txt", "cod fdp.txt", id="B-77 right-to-left override"),
        pytest.param("-rf.txt", "rf.txt", id="B-77 leading dash"),
        pytest.param("a\r\nSet-Cookie: x.txt", "a Set-Cookie x.txt", id="B-66 file name"),
        pytest.param('<img src=x>".txt', "img src=x .txt", id="markup"),
        pytest.param("报价 2027（终稿）.pdf", "报价 2027（终稿）.pdf", id="Chinese"),
        pytest.param(".txt", "file.txt", id="no name"),
    ],
)
def test_a_name_is_only_a_name(name: str, shown: str) -> None:
    assert safe_name(name) in (shown, shown.replace("file.", ""))


def hung(cast: Cast, account: Account, name: str = "offer.pdf", content: bytes = PDF) -> File:
    upload = SimpleUploadedFile(name, content)
    return add_file(upload=upload, subject="accounts.account", subject_id=account.pk, by=cast.manager, at=NOW)


def sent(account: Account, **more: object) -> dict[str, object]:
    return {"kind": "accounts.account", "key": account.pk, "whole": "yes", **more}


def test_a_file_is_hung_on_a_customer_shown_and_given_back(as_: Callable[[str], Client], account: Account) -> None:
    client = as_("manager")
    upload = SimpleUploadedFile("报价.pdf", PDF, content_type="text/html")
    page = client.post("/files/new", sent(account, file=upload), follow=True).content.decode()
    assert "报价.pdf is kept." in page
    file = File.objects.get()
    part = client.get(f"/about?kind=accounts.account&key={account.pk}").content.decode()
    assert f'href="/files/{file.pk}"' in part
    answer = client.get(f"/files/{file.pk}")
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%E6%8A%A5%E4%BB%B7.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    path = gateways.path_of(file.place)
    assert path.read_bytes() == PDF
    assert "报价" not in str(path)
    assert history_of(file)[0].after["digest"] == file.digest


def test_who_sees_the_customer_sees_its_files_and_nobody_else(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    file = hung(cast, account)
    answers = {key: as_(key).get(f"/files/{file.pk}").status_code for key in ("lead", "analyst", "mate", "stranger")}
    assert answers == {"lead": 200, "analyst": 200, "mate": 404, "stranger": 404}
    for key, status in (("analyst", 403), ("mate", 404)):
        upload = SimpleUploadedFile("a.pdf", PDF)
        assert as_(key).post("/files/new", sent(account, file=upload)).status_code == status
        assert as_(key).post(f"/files/{file.pk}/remove").status_code == status
    assert File.objects.count() == 1
    with pytest.raises(PermissionDenied):
        remove_file(file=file, by=cast.analyst, at=NOW)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/files/{next}", id="Z-15 guessed"),
        pytest.param("/files/{place}", id="Z-15 place of the content"),
        pytest.param("/static/{place}", id="Z-15 among static files"),
        pytest.param("/files/{place:.2}/{place}", id="Z-15 folder of contents"),
        pytest.param("/var/files/{place:.2}/{place}", id="Z-15 folder of data"),
    ],
)
def test_no_address_leads_to_a_content_but_that_of_the_file(
    as_: Callable[[str], Client], cast: Cast, account: Account, path: str
) -> None:
    file = hung(cast, account)
    guessed = path.format(next=file.pk + 1, place=file.place)
    assert {as_(key).get(guessed).status_code for key in ("manager", "director", "stranger")} == {404}


@pytest.mark.parametrize("case", [pytest.param("copied", id="Z-15 copied to a colleague, then the customer moves")])
def test_an_address_that_is_sent_on_opens_for_who_sees_the_customer_now(
    as_: Callable[[str], Client], cast: Cast, account: Account, case: str
) -> None:
    url = f"/files/{hung(cast, account).pk}"
    assert (as_("manager").get(url).status_code, as_("mate").get(url).status_code) == (200, 404)
    give_accounts(selection={account.pk: None}, owner=cast.mate, by=cast.lead, at=NOW)
    assert (as_("manager").get(url).status_code, as_("mate").get(url).status_code) == (404, 200)
    assert Client().get(url).status_code == 302


@pytest.mark.parametrize("case", [pytest.param("cut", id="F-35")])
def test_an_upload_that_was_cut_leaves_nothing(as_: Callable[[str], Client], account: Account, case: str) -> None:
    fields = {"kind": "accounts.account", "key": str(account.pk)}
    parts = [f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
    head = (
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    )
    body = "".join(parts).encode() + head.encode() + PDF * 1000
    client = as_("manager")
    answer = client.generic("POST", "/files/new", body, content_type="multipart/form-data; boundary=x")
    assert "upload is incomplete" in client.get(answer["Location"]).content.decode()
    assert not File.objects.exists()
    assert not gateways.folder().exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.exe", b"MZ", "not taken"),
        ("a.pdf", b"MZ", "not what its name says"),
        ("a.txt", b"x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_a_refusal_says_why_and_keeps_nothing(
    as_: Callable[[str], Client], account: Account, name: str, content: bytes, words: str
) -> None:
    upload = SimpleUploadedFile(name, content)
    assert words in as_("manager").post("/files/new", sent(account, file=upload), follow=True).content.decode()
    assert not File.objects.exists()
    assert not gateways.folder().exists()


def test_a_removal_is_taken_back_and_after_a_month_forgotten(
    as_: Callable[[str], Client], cast: Cast, account: Account
) -> None:
    file, client = hung(cast, account), as_("manager")
    page = client.post(f"/files/{file.pk}/remove", {"next": "/"}, follow=True).content.decode()
    assert f'action="/files/{file.pk}/restore"' in page
    assert client.get(f"/files/{file.pk}").status_code == 404
    client.post(f"/files/{file.pk}/restore")
    assert client.get(f"/files/{file.pk}").status_code == 200
    remove_file(file=file, by=cast.manager, at=NOW)
    clear_away(NOW + timedelta(days=29))
    assert gateways.path_of(file.place).exists()
    clear_away(datetime.now(UTC) + timedelta(days=60))
    assert not File.objects.exists()
    assert not gateways.path_of(file.place).exists()


def test_what_a_broken_request_left_is_cleared_away_and_what_belongs_to_a_file_stays(
    cast: Cast, account: Account
) -> None:
    file, left = hung(cast, account), gateways.keep(b"left")
    half = gateways.path_of("ab" * 16).with_suffix(".part")
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"h")
    for path in (gateways.path_of(left), gateways.path_of(file.place), half):
        os.utime(path, (0, 0))
    clear_away(NOW)
    assert [path.name for path in gateways.folder().glob("*/*")] == [file.place]


def test_a_content_that_is_gone_is_not_found(as_: Callable[[str], Client], cast: Cast, account: Account) -> None:
    file = hung(cast, account)
    gateways.drop(file.place)
    assert as_("manager").get(f"/files/{file.pk}").status_code == 404
