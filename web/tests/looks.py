"""In which language, size and appearance somebody looks at a page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import product
from typing import Literal

SIZES = {"desk": (1440, 900), "phone": (390, 844)}


@dataclass(frozen=True)
class Look:
    """One of twelve."""

    language: str
    size: Literal["desk", "phone"]
    theme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.language}-{self.size}-{self.theme}"

    @property
    def viewport(self) -> tuple[int, int]:
        """Width and height."""
        return SIZES[self.size]


LANGUAGES = ("en", "zh-hans", "zh-hant")
LOOKS = [Look(*each) for each in product(LANGUAGES, ("desk", "phone"), ("light", "dark"))]


def look_of(name: str) -> Look:
    """The look of a test, by its name: the same on every machine, another for another test."""
    return LOOKS[zlib.crc32(name.encode()) % len(LOOKS)]
