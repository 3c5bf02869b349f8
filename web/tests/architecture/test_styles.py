"""Every class of our style sheets is used: by a template, a script, or a part of a name that Python or a template completes."""

import re
from pathlib import Path

import pytest

import vitalfew
import vitalfew_web

PACKAGE = Path(vitalfew_web.__file__).parent
SHEETS = sorted(PACKAGE.glob("*/static/*/*.css"))
ASSETS = Path(__file__).resolve().parents[2] / "assets"
"""Scripts of pages that set-up puts together."""

SOURCES = [
    path
    for root in (PACKAGE, Path(vitalfew.__file__).parent, ASSETS)
    for path in root.rglob("*")
    if path.suffix in {".html", ".js", ".py"} and not {"built", "migrations"} & set(path.parts)
]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
RULE = re.compile(r"([^{}]+)\{")
CLASS = re.compile(r"\.(vf-[\w-]+)")


def is_used(name: str) -> bool:
    """Whether a class stands somewhere as it is, or its beginning before what completes it: vf-tag-{{ colour }}."""
    if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", TEXT):
        return True
    parts = name.split("-")
    stems = ("-".join(parts[:end]) for end in range(2, len(parts)))
    return any(re.search(rf"{re.escape(stem)}-[{{\"'$%]", TEXT) for stem in stems)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_sheet_is_used(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    names = {name for selector in RULE.findall(rules) for name in CLASS.findall(selector)}
    assert {name for name in names if not is_used(name)} == set()
