"""The language of one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from vitalfew.languages import LANGUAGES, from_locale


def wanted_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What `--lang` says, wherever it stands on the line, else LC_ALL, LC_MESSAGES or LANG, else English.

    It must be known before the line is understood, for a line may be refused in that language. A value
    that is no language is refused later, where flags are.
    """
    asked = asked_language(arguments)
    if asked is not None:
        return asked
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return from_locale(locale)


def asked_language(arguments: Sequence[str]) -> str | None:
    """What `--lang` says; None without it. Files are in this language, else English, whatever LANG says."""
    return next((name for name in _given(arguments) if name in LANGUAGES), None)


def _given(arguments: Sequence[str]) -> list[str]:
    """Values of `--lang`, the last first; what stands behind `--` is no flag."""
    line = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    apart = [value for flag, value in pairwise(line) if flag == "--lang"]
    joined = [part.partition("=")[2] for part in line if part.startswith("--lang=")]
    return [*reversed(apart), *reversed(joined)]
