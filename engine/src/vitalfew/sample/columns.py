"""Arrays of whole numbers as the cells of a text file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from vitalfew.sample.dice import Marks, Numbers


def money(cents: Numbers) -> list[str]:
    """Cents as an amount with two digits."""
    return [
        f"{cent // 100}.{cent % 100:02}" if cent >= 0 else f"-{-cent // 100}.{-cent % 100:02}"
        for cent in cents.tolist()
    ]


def fraction(permille: Numbers) -> list[str]:
    """Thousandths as a fraction with three digits."""
    return [f"{'-' if one < 0 else ''}{abs(one) // 1000}.{abs(one) % 1000:03}" for one in permille.tolist()]


def days(day: Numbers) -> list[str]:
    """Days since 1970-01-01 as ISO dates."""
    written: list[str] = np.datetime_as_string(day.astype("datetime64[D]")).tolist()
    return written


def moments(minute: Numbers) -> list[str]:
    """Minutes since 1970-01-01 as ISO dates with the time."""
    written: list[str] = np.datetime_as_string(minute.astype("datetime64[m]")).tolist()
    return [moment.replace("T", " ") for moment in written]


def numbers(values: Numbers) -> list[str]:
    """Whole numbers."""
    return [str(value) for value in values.tolist()]


def flags(marks: Marks) -> list[str]:
    """The words true and false."""
    return ["true" if mark else "false" for mark in marks.tolist()]


def chosen(texts: Sequence[str], places: Numbers) -> list[str]:
    """The texts at these places."""
    return [texts[place] for place in places.tolist()]


def where(known: Marks, texts: Iterable[str]) -> list[str]:
    """The texts where they are known, else empty cells."""
    return [text if mark else "" for mark, text in zip(known.tolist(), texts, strict=True)]
