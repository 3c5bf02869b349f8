"""Code that has no place in the web application, beyond what the linter refuses (eval, pickle, yaml.load, SQL by string)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vitalfew_web

PACKAGE = Path(vitalfew_web.__file__).parent
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]

FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "yaml", "requests", "urllib.request", "http.client", "telnetlib"}
"""What reads code from data, or goes out into the net by ways of its own."""

FORBIDDEN_CALLS = {"eval", "exec", "__import__", "raw", "extra", "md5", "sha1"}
MARKUP = {"core/templatetags/look.py", "core/markup.py", "core/listing/table.py"}
"""The modules that make markup: icons and chips, notes cleaned by an allow list, rows whose cells were escaped."""

WRITERS = {"grading/gateways/changing.py": {"yaml"}}
"""Who may use a forbidden module to write, never to read."""

SQL = {
    "accounts/models/found.py",
    "core/listing/pages.py",
    "grading/services/staging.py",
    "core/services.py",
    "core/views.py",
}
"""Where a question to the database is written as SQL, values apart; everywhere else models ask it."""


def names(tree: ast.AST) -> Iterator[str]:
    """What is imported or called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
        elif isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_does_nothing_that_is_forbidden(module: Path) -> None:
    used = set(names(ast.parse(module.read_text(encoding="utf-8"))))
    place = module.relative_to(PACKAGE).as_posix()
    assert used & (FORBIDDEN_MODULES | FORBIDDEN_CALLS) == WRITERS.get(place, set())
    assert "mark_safe" not in used or place in MARKUP
    assert not used & {"cursor", "executemany", "RawSQL"} or place in SQL


def test_templates_escape_everything() -> None:
    for template in sorted(PACKAGE.rglob("templates/**/*.html")):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text, template
        assert "autoescape off" not in text, template
