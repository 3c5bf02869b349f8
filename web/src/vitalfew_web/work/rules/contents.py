"""What a file that somebody brings really is, what it is called, and what of it is kept.

The name says what it claims to be, the first bytes what it is; both must agree. Of pictures all that a camera writes
beside the picture (place, device, owner) falls away; how it is to be turned stays.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO

LONGEST_NAME = 120
MOST_PIXELS = 80_000_000
MOST_FRAMES = 500
OFFICE = "application/vnd.openxmlformats-officedocument."
SIGNED = {
    "pdf": ("application/pdf", b"%PDF-"),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    "gif": ("image/gif", b"GIF8"),
    "doc": ("application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "xls": ("application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "ppt": ("application/vnd.ms-powerpoint", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "msg": ("application/vnd.ms-outlook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
}
"""Ending → what it claims to be, and how that begins."""
PACKED = {
    "docx": (f"{OFFICE}wordprocessingml.document", "word/"),
    "xlsx": (f"{OFFICE}spreadsheetml.sheet", "xl/"),
    "pptx": (f"{OFFICE}presentationml.presentation", "ppt/"),
}
WRITTEN = {"txt": "text/plain", "csv": "text/csv", "md": "text/markdown", "ics": "text/calendar", "vcf": "text/vcard"}
ENDINGS = sorted({*SIGNED, *PACKED, *WRITTEN})
MARKUP = re.compile(rb"^\s*<(?:!doctype|html|svg|\?xml|script)", re.IGNORECASE)
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\u200e\u200f\u2028-\u202e\u2066-\u2069<>:"/\\|?*]')
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class NotKept(Exception):
    """The file is none that is taken; `why` is one of the words of `work.services.files`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def safe_name(name: str) -> str:
    """What a file is called for people: without folders, signs that steer, devices of Windows; its ending stays."""
    last = re.split(r"[/\\]", name)[-1]
    plain = " ".join(FORBIDDEN.sub(" ", unicodedata.normalize("NFC", last)).split()).lstrip(".- ").rstrip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    short = (stem[: LONGEST_NAME - len(ending) - 1] or "file") + dot + ending[:20]
    return f"_{short}" if DEVICES.match(short) else short


def kept(name: str, content: bytes) -> tuple[str, bytes]:
    """What a file is, and the bytes of it that are kept. Raises NotKept."""
    ending = name.rpartition(".")[2].lower()
    if ending in SIGNED:
        kind, begins = SIGNED[ending]
        if not content.startswith(begins):
            raise NotKept("other")
        return kind, _picture(kind, content)
    if ending in PACKED:
        return _office(ending, content), content
    if ending in WRITTEN:
        return _text(ending, content), content
    raise NotKept("kind")


def _office(ending: str, content: bytes) -> str:
    kind, folder = PACKED[ending]
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, struct.error) as problem:
        raise NotKept("other") from problem
    if "[Content_Types].xml" not in names or not any(name.startswith(folder) for name in names):
        raise NotKept("other")
    return kind


def _text(ending: str, content: bytes) -> str:
    if MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise NotKept("other")
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030", "big5"):
        try:
            if "\x00" not in content.decode(encoding):
                return WRITTEN[ending]
        except UnicodeDecodeError:
            continue
    raise NotKept("other")


def _picture(kind: str, content: bytes) -> bytes:
    try:
        if kind == "image/png":
            return _png(content)
        if kind == "image/jpeg":
            return _jpeg(content)
        if kind == "image/gif":
            _gif(content)
    except (struct.error, IndexError) as problem:
        raise NotKept("other") from problem
    return content


def _sized(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise NotKept("large")


def _png(content: bytes) -> bytes:
    """Without texts and camera data."""
    _sized(*struct.unpack(">II", content[16:24]))
    parts, place = [content[:8]], 8
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        end = place + 12 + length
        if content[place + 4 : place + 8] not in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"):
            parts.append(content[place:end])
        place = end
    return b"".join(parts)


def _jpeg(content: bytes) -> bytes:
    """Without camera data and comments; with how it is to be turned."""
    parts = [content[:2]]
    for marker, begin, end in _segments(content):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[begin + 5 : begin + 9])
            _sized(width, height)
        if marker == 0xE1 and content[begin + 4 : begin + 10] == b"Exif\x00\x00":
            parts.append(_turned(content[begin + 10 : end]))
        elif not (marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in (0xE2, 0xEE))):
            parts.append(content[begin:end])
    return b"".join(parts)


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, begin and end of each part of a picture; the last is the picture itself."""
    place = 2
    while content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xDA:
            yield marker, place, len(content)
            return
        (length,) = struct.unpack(">H", content[place + 2 : place + 4])
        yield marker, place, place + 2 + length
        place += 2 + length
    raise NotKept("other")


def _turned(camera: bytes) -> bytes:
    """Of camera data how the picture is to be turned, as a part of its own; nothing where it stands upright."""
    order = "<" if camera[:2] == b"II" else ">"
    try:
        (first,) = struct.unpack(f"{order}I", camera[4:8])
        (count,) = struct.unpack(f"{order}H", camera[first : first + 2])
        for place in range(first + 2, first + 2 + 12 * min(count, 200), 12):
            tag, _kind, _count, value = struct.unpack(f"{order}HHIH", camera[place : place + 10])
            if tag == 0x0112 and 2 <= value <= 8:
                entry = struct.pack(">HHIHH", 0x0112, 3, 1, value, 0)
                body = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
                return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    except struct.error:
        return b""
    return b""


def _gif(content: bytes) -> None:
    """Refuse one that is too large, or a film."""
    width, height, flags = struct.unpack("<HHB", content[6:11])
    _sized(width, height)
    place = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    frames = 0
    while content[place] != 0x3B:
        if content[place] == 0x2C:
            frames += 1
            local = content[place + 9]
            place += 10 + (3 << (local & 7) + 1 if local & 0x80 else 0) + 1
        elif content[place] == 0x21:
            place += 2
        else:
            raise NotKept("other")
        while content[place]:
            place += content[place] + 1
        place += 1
        if frames > MOST_FRAMES:
            raise NotKept("large")
