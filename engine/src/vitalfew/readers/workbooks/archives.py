"""What an archive must be like before anything in it is opened: small, flat, named plainly, free of entities."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO
from xml.parsers import expat

from vitalfew.errors import Refusal
from vitalfew.languages import say

MAX_BYTES = 500_000_000
"""Most bytes that an archive may unpack to."""

MAX_RATIO = 100
"""Most bytes that one byte of an archive may unpack to; an honest workbook has about 11."""

MAX_MEMBERS = 10_000

_CHUNK = 1 << 16
_XML = (".xml", ".rels", ".vml", ".rdf")
_NESTED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


def check_archive(path: Path) -> None:
    """Refuse a damaged, encrypted, overlarge or nested archive, and one with unsafe names or XML entities.

    Limits: safety.md, decision 10. Sizes are those that the archive states; a reader that finds more is
    stopped by the limits of its process.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive.infolist())
            _check_names(path, archive.infolist())
            for member in archive.infolist():
                _check_content(path, archive, member)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        raise damaged(path) from error


def damaged(path: Path) -> Refusal:
    """The refusal of a file that is not whole."""
    return Refusal(
        say("the file is damaged or was not copied to its end."),
        where=path.name,
        remedy=say("Copy it again, or open it in a spreadsheet program and save it anew."),
    )


def _check_sizes(path: Path, members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = max(1, min(path.stat().st_size, sum(member.compress_size for member in members)))
    if len(members) > MAX_MEMBERS:
        what = say("the archive has {count} members; at most {limit} are read.", count=len(members), limit=MAX_MEMBERS)
    elif unpacked > MAX_BYTES:
        what = say("unpacked it has {size} MB; at most {limit} MB are read.", size=unpacked // 10**6, limit=500)
    elif unpacked > MAX_RATIO * packed:
        ratio = unpacked // packed
        what = say("it unpacks to {ratio} times its size; at most {limit} times is read.", ratio=ratio, limit=MAX_RATIO)
    else:
        return
    raise Refusal(what, where=path.name, remedy=say("Save the data as CSV, or in several smaller files."))


def _check_names(path: Path, members: list[zipfile.ZipInfo]) -> None:
    names = [member.orig_filename for member in members]
    unsafe = next((name for name in names if _unsafe(name)), None)
    twice = next((name for name in set(names) if names.count(name) > 1), None) if len(set(names)) < len(names) else None
    if unsafe is not None or twice is not None:
        raise Refusal(
            say("the archive has a member with an unsafe name: {name}.", name=ascii(unsafe or twice)),
            where=path.name,
            remedy=say("Open it in a spreadsheet program and save it anew."),
        )


def _unsafe(name: str) -> bool:
    return name.startswith("/") or any(sign in name for sign in "\\:\0") or ".." in name.split("/")


def _check_content(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 1:
        raise encrypted(path)
    with archive.open(member) as content:
        first = content.read(_CHUNK)
        if first.startswith(_NESTED):
            raise Refusal(
                say("the workbook holds another archive: {name}.", name=ascii(member.filename)),
                where=path.name,
                remedy=say("Remove embedded files and save it anew."),
            )
        if member.filename.lower().endswith(_XML):
            _check_prolog(path, first, content)


def encrypted(path: Path) -> Refusal:
    """The refusal of a file that only its password opens."""
    return Refusal(
        say("the workbook is protected by a password."),
        where=path.name,
        remedy=say("Open it with the password, save it without one, and use that file."),
    )


class _RootReached(Exception):
    pass


class _DoctypeFound(Exception):
    pass


def _check_prolog(path: Path, first: bytes, rest: IO[bytes]) -> None:
    """Read up to the root element: a document type, with or without entities, stands before it."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _raise(_DoctypeFound)
    parser.StartElementHandler = _raise(_RootReached)
    try:
        while first:
            parser.Parse(first, False)
            first = rest.read(_CHUNK)
    except _RootReached:
        return
    except _DoctypeFound:
        raise Refusal(
            say("its XML declares a document type or entities, which workbooks never do."),
            where=path.name,
            remedy=say("Open it in a spreadsheet program and save it anew."),
        ) from None
    except expat.ExpatError as error:
        raise damaged(path) from error


def _raise(signal: type[Exception]) -> Callable[..., None]:
    def handler(*_: object) -> None:
        raise signal

    return handler
