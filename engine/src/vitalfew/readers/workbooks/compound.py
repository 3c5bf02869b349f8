"""The compound file (OLE2) in which XLS workbooks and encrypted workbooks lie: its streams, by name.

Only what is needed to look into it is read: [MS-CFB] sections 2.2 to 2.6. Every chain is bounded by the
number of sectors, so that a file that points in circles ends as damaged.
"""

import struct
from pathlib import Path

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END_OF_CHAIN = 0xFFFFFFFA
"""Sector numbers from here on are marks, not places."""


class CompoundFile:
    """The streams of one file. Damage raises ValueError or struct.error."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        shift, mini_shift = struct.unpack_from("<HH", self.data, 30)
        if not self.data.startswith(MAGIC) or shift not in (9, 12) or mini_shift != 6:
            raise ValueError("not a compound file")
        self.sector = 1 << shift
        first_folder, _, self.cutoff, first_mini, _ = struct.unpack_from("<5I", self.data, 48)
        self.fat = self._fat()
        self.mini_fat = _numbers(self._chain(first_mini))
        self.entries = self._entries(self._chain(first_folder))
        self.mini = self._chain(self.entries["Root Entry"][0]) if "Root Entry" in self.entries else b""

    def stream(self, name: str) -> bytes:
        """The bytes of one stream."""
        start, size = self.entries[name]
        if size >= self.cutoff:
            return self._chain(start)[:size]
        places = _walk(start, self.mini_fat)
        return b"".join(self.mini[place * 64 : place * 64 + 64] for place in places)[:size]

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self.sector
        return self.data[start : start + self.sector]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._at(sector) for sector in _walk(first, self.fat))

    def _fat(self) -> tuple[int, ...]:
        places = list(struct.unpack_from("<109I", self.data, 76))
        following, count = struct.unpack_from("<2I", self.data, 68)
        for _ in range(min(count, len(self.data) // self.sector)):
            *more, following = _numbers(self._at(following))
            places += more
        return tuple(n for place in places if place < _END_OF_CHAIN for n in _numbers(self._at(place)))

    def _entries(self, folder: bytes) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for place in range(0, len(folder) - 127, 128):
            length = min(64, int.from_bytes(folder[place + 64 : place + 66], "little"))
            name = folder[place : place + max(0, length - 2)].decode("utf-16-le", "replace")
            found.setdefault(name, struct.unpack_from("<2I", folder, place + 116))
        return found


def _walk(first: int, table: tuple[int, ...]) -> list[int]:
    places: list[int] = []
    while first < _END_OF_CHAIN:
        if first >= len(table) or len(places) > len(table):
            raise ValueError("a chain of sectors leads nowhere")
        places.append(first)
        first = table[first]
    return places


def _numbers(block: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
