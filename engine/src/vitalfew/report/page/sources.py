"""The files that the page is made of: style, scripts, and the built script of the charts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
CHARTS = HERE / "built" / "echarts.min.js"


def charts() -> str:
    """The built script of the charts. Where it was not built, a report is refused."""
    try:
        return CHARTS.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refusal(
            say("the charts of the report were not built in this copy of vitalfew."),
            remedy=say("Run make assets in its folder, or take .xlsx, which needs none."),
        ) from None


@cache
def script() -> str:
    """The page's own scripts as one, in the order of their numbers; nothing of it is visible outside."""
    return f'"use strict";(() => {{\n{_joined("scripts", "js")}}})();'


@cache
def style() -> str:
    """The style sheets as one, in the order of their numbers."""
    return _joined("styles", "css")


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The content security policy: these scripts and styles, drawings held as data, and nothing else."""
    allowed = " ".join(map(_digest, scripts))
    looks = " ".join(map(_digest, styles))
    return f"default-src 'none'; script-src {allowed}; style-src {looks}; img-src data:; base-uri 'none'; form-action 'none'"


def running(title: str, foot: str) -> str:
    """What stands on every sheet of paper: the title above all but the first, the foot below all."""
    face = "font: 8pt Inter, sans-serif; color: #5c6a7f; white-space: nowrap;"
    return (
        f'@page {{ @top-left {{ content: "{_css_text(title)}"; {face} }} '
        f'@bottom-left {{ content: "{_css_text(foot)}"; {face} }} }}\n'
        '@page :first { @top-left { content: ""; } }\n'
    )


def _joined(folder: str, ending: str) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted((HERE / folder).glob(f"*.{ending}")))


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _css_text(text: str) -> str:
    """A text inside quotes of a style sheet: every sign that is no letter, digit or space as its number."""
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
