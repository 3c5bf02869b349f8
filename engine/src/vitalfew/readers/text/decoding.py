"""Blocks of bytes in any encoding → blocks of UTF-8 with LF as the only line end. Nothing is replaced or guessed."""

import codecs
from collections.abc import Iterator

import numpy as np

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.text.encoding import Encoding

_NEWLINE = 10
_ASCII_INSIDE = ("utf-8", "gb18030", "cp950")
"""Encodings in which a block of plain ASCII bytes, begun between two characters, is what it seems."""


def decoded(blocks: Iterator[bytes], encoding: Encoding, where: str) -> Iterator[bytes]:
    """The text, strictly decoded. A bad byte is refused with its line, a zero byte with its place in the file."""
    decoder = _Decoder(encoding, where)
    skip = encoding.mark
    for block in blocks:
        if text := decoder.feed(block[skip:]):
            yield text
        skip = 0
    if text := decoder.feed(b"", final=True):
        yield text


class _Decoder:
    """What has to be remembered from block to block: the cut character, a carriage return, the line, the byte."""

    def __init__(self, encoding: Encoding, where: str) -> None:
        self.encoding = encoding
        self.where = where
        self.decoder = codecs.getincrementaldecoder(encoding.codec)("strict")
        self.line = 1
        self.offset = encoding.mark
        self.returned = b""

    def feed(self, block: bytes, *, final: bool = False) -> bytes:
        """The UTF-8 of a block, but for what belongs to the next one."""
        waiting = len(self.decoder.getstate()[0])
        text = self._utf8(block, waiting, final=final)
        if 0 in text:
            raise self._binary(text, waiting)
        self.offset += len(block)
        text = self._unix(text, final=final)
        self.line += int(np.count_nonzero(np.frombuffer(text, np.uint8) == _NEWLINE))
        return text

    def _utf8(self, block: bytes, waiting: int, *, final: bool) -> bytes:
        if not waiting and self.encoding.codec in _ASCII_INSIDE and block.isascii():
            return block
        try:
            return self.decoder.decode(block, final).encode()
        except UnicodeDecodeError as error:
            raise self._undecodable(error) from None

    def _unix(self, text: bytes, *, final: bool) -> bytes:
        """LF, CR LF and CR all end a line; a CR at the end of a block waits for the LF that may follow."""
        if not self.returned and b"\r" not in text:
            return text
        text = self.returned + text
        self.returned = b"\r" if text.endswith(b"\r") and not final else b""
        whole = text[: len(text) - len(self.returned)]
        return whole.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _undecodable(self, error: UnicodeDecodeError) -> Refusal:
        before = error.object[: error.start].decode(self.encoding.codec, "ignore").encode()
        line = self.line + self._unix(before, final=True).count(b"\n")
        return Refusal(
            say("line {line} is not valid {encoding}.", line=line, encoding=self.encoding.name),
            where=self.where,
            remedy=say("Name the file's encoding with --encoding (windows-1252, for example), or repair the line."),
        )

    def _binary(self, text: bytes, waiting: int) -> Refusal:
        before = text[: text.index(0)].decode()
        byte = self.offset - waiting + len(before.encode(self.encoding.codec)) + 1
        return Refusal(
            say("contains binary data at byte {byte}.", byte=byte),
            where=self.where,
            remedy=say("Export the data again as CSV; for UTF-16 name it with --encoding utf-16."),
        )
