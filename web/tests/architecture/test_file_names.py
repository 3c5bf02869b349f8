"""Inside an app every file has one meaning, and no others exist."""

from pathlib import Path

import pytest

import vitalfew_web

PACKAGE = Path(vitalfew_web.__file__).parent
MODULES = {
    *("choices", "rules", "models", "events", "permissions", "audit", "selectors", "services", "forms"),
    *("tasks", "receivers", "panels", "api", "views", "lists", "urls", "admin", "apps", "gateways", "__init__"),
    # What an app tells in the timelines of core/timeline.py, where it tells more than a function of panels.py can.
    "timeline",
}
FOLDERS = {"migrations", "management", "templatetags", "templates", "static", "locale", "__pycache__"}
# What core owns for all apps to use or fill; each has its line in docs/architecture.md.
OF_CORE = {
    *("folding", "money", "registries", "http", "periods", "listing", "jobs", "worker", "once", "secrecy"),
    *("markup", "palette"),
}
APPS = sorted(path for path in PACKAGE.iterdir() if (path / "apps.py").is_file())


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_every_name_has_a_meaning(app: Path) -> None:
    allowed = MODULES | FOLDERS | (OF_CORE if app.name == "core" else set())
    assert {path.stem for path in app.iterdir()} - allowed == set()


def test_the_configuration_holds_what_it_composes() -> None:
    names = {path.stem for path in (PACKAGE / "config").glob("*.py")}
    assert names <= {"__init__", "settings", "database", "sources", "urls", "wsgi", "asgi", "wiring"}
