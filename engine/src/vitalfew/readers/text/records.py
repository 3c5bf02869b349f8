"""A text file opened as records: its header, then its rows block by block, each with its physical line."""

from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.headers.preamble import Heading, find_header
from vitalfew.readers.places import shown
from vitalfew.readers.reading import Block, Note, Options, Records
from vitalfew.readers.text.careful import read_rows
from vitalfew.readers.text.content import binary_kind, markup_kind, refuse_foreign
from vitalfew.readers.text.cutting import Rules, pieces
from vitalfew.readers.text.decoding import decoded
from vitalfew.readers.text.delimiter import NAMES, FirstRows, first_rows
from vitalfew.readers.text.encoding import SAMPLE, Encoding, detect, sample_of
from vitalfew.readers.text.parsing import Layout, Parsed, parse
from vitalfew.readers.text.unpacking import blocks_of, packing
from vitalfew.schemas import FactTable

WORKERS = 2
"""Threads that parse; results are taken in the order of the file."""


def open_text(path: Path, options: Options, table: FactTable) -> Records:
    """Open a text file (CSV, TSV, also packed by gzip or xz) that holds rows of this table.

    Found out from the content: kind of file, encoding (`options.encoding` overrides), delimiter, header row
    (`options.header_row` overrides). Refused, with the place: other kinds of files, bytes that are not in the
    encoding, binary data, an unclosed quote, more than 500 columns, two columns of one name, a file without
    rows. Blank lines are left out and counted when the blocks have been read; rows longer or shorter than the
    header stand in `Block.ragged`.
    """
    where = shown(path)
    _refuse_other_kinds(path)
    with closing(blocks_of(path)) as blocks:
        encoding = detect(sample_of(blocks), options.encoding)
    chunks = decoded(blocks_of(path), encoding, where)
    head = _head(chunks)
    text = head[:SAMPLE].decode("utf-8", "ignore") if len(head) > SAMPLE else head.decode()
    refuse_foreign(path, markup_kind(text[:1024]))
    first = first_rows(text if b"\n" in head[:SAMPLE] else head.decode(), table, options, where)
    heading = find_header(first.rows, table, options, where)
    _check_quotes(head, first, heading, where)
    layout = _layout(first, heading, where)
    blanks = _Blanks(sum(not any(row) for _, row in first.rows[: heading.place]))
    rest, line = _below(head, first.ends[heading.place])
    records = _blocks(chain((rest,), chunks), layout, line, blanks)
    start = next(records, None)
    if start is None:
        raise Refusal(say("no rows."), where=where, remedy=say("The file ends with its header."))
    notes = [*_encoding_notes(encoding), *heading.notes]
    shape = _shape(path, encoding, first.delimiter, heading)
    return Records(heading.header, blanks.noted(chain((start,), records), notes), shape, notes)


def _head(chunks: Iterator[bytes]) -> bytes:
    """At least the first megabyte, or all there is."""
    parts: list[bytes] = []
    while sum(map(len, parts)) < SAMPLE and (chunk := next(chunks, b"")):
        parts.append(chunk)
    return b"".join(parts)


def _check_quotes(head: bytes, first: FirstRows, heading: Heading, where: str) -> None:
    """A quote opened in the header and never closed would take the whole file for the header."""
    lines = head.decode("utf-8", "ignore").split("\n")[heading.line - 1 : first.ends[heading.place]]
    read_rows([line + "\n" for line in lines], first.delimiter, heading.line, where, final=True)


def _refuse_other_kinds(path: Path) -> None:
    """By the file's own first bytes, and by those inside where it is packed."""
    with closing(blocks_of(path)) as blocks:
        refuse_foreign(path, binary_kind(next(blocks, b"")))


@dataclass(slots=True)
class _Blanks:
    """Blank lines counted while blocks are read."""

    count: int

    def noted(self, blocks: Iterator[Block], notes: list[Note]) -> Iterator[Block]:
        """The blocks; after the last one a note says how many blank lines there were."""
        yield from blocks
        if self.count:
            notes.append(Note("blank_lines", "blank lines skipped: {count}", {"count": self.count}))


def _blocks(chunks: Iterator[bytes], layout: Layout, line: int, blanks: _Blanks) -> Iterator[Block]:
    for parsed in _parsed(chunks, layout, line):
        blanks.count += parsed.blanks
        if len(parsed.block.lines) or parsed.block.ragged:
            yield parsed.block


def _parsed(chunks: Iterator[bytes], layout: Layout, line: int) -> Iterator[Parsed]:
    """Pieces parsed by several threads, at most two ahead of the reader."""
    waiting: deque[Future[Parsed]] = deque()
    with ThreadPoolExecutor(WORKERS) as pool:
        for piece in pieces(chunks, Rules(layout.delimiter, layout.width, layout.where), line):
            waiting.append(pool.submit(parse, piece, layout))
            if len(waiting) > WORKERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _below(head: bytes, lines: int) -> tuple[bytes, int]:
    """What follows these lines, and the line it begins on."""
    place = 0
    for _ in range(lines):
        place = head.find(b"\n", place) + 1 or len(head)
    return head[place:], lines + 1


def _layout(first: FirstRows, heading: Heading, where: str) -> Layout:
    """Rows may all end with separators that the header has not: as many as most of the first rows below it."""
    header = heading.header
    below = [row for _, row in first.rows[heading.place + 1 :] if any(row)]
    usual = Counter(map(len, below)).most_common(1)
    beyond = next((row[len(header) :] for row in below if len(row) == usual[0][0]), ())
    named = max((place + 1 for place, cell in enumerate(header) if cell), default=0)
    return Layout(first.delimiter, len(header), named, 0 if any(beyond) else min(len(beyond), 500), where)


def _shape(path: Path, encoding: Encoding, delimiter: str, heading: Heading) -> dict[str, str | int]:
    shape: dict[str, str | int] = {"format": "text", "encoding": encoding.name, "delimiter": NAMES[delimiter]}
    shape["header_row"] = heading.line
    way = packing(path)
    return {**shape, "packed": way} if way else shape


def _encoding_notes(encoding: Encoding) -> list[Note]:
    """A guess is said; one from few characters is a warning."""
    if not encoding.guessed:
        return []
    return [
        Note(
            "encoding",
            "read as {encoding}; --encoding changes it if names look wrong",
            {"encoding": encoding.name},
            warning=not encoding.sure,
        )
    ]
