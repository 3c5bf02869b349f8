"""Every example in a docstring is run, and every public name of the library has one."""

import doctest
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import vitalfew
from vitalfew.run.customers import Customers

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CLASSES = (vitalfew.Result, vitalfew.Store, vitalfew.Scheme, Customers)


def examples() -> list[doctest.DocTest]:
    """The docstrings with examples; the first is that of the package, whose orders the others speak of."""
    names = [
        module.name for module in pkgutil.walk_packages(vitalfew.__path__, "vitalfew.") if "__main__" not in module.name
    ]
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in ("vitalfew", *names) for test in finder.find(import_module(name), globs={})]
    return [test for test in found if test.examples]


def told(test: doctest.DocTest, names: dict[str, Any]) -> str:
    """What does not come out as written."""
    report: list[str] = []
    test.globs = names
    doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=report.append, clear_globs=False)
    return "".join(report)


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    """The names that the example of the package makes."""
    names: dict[str, Any] = {}
    assert told(examples()[0], names) == ""
    return names


@pytest.mark.parametrize("test", examples(), ids=lambda test: test.name)
def test_example_gives_what_stands_there(test: doctest.DocTest, given: dict[str, Any]) -> None:
    assert told(test, dict(given)) == ""


def public_names() -> Iterator[tuple[str, Any]]:
    """What the library offers: its names, and the methods and properties of its classes that are ours."""
    yield from ((name, getattr(vitalfew, name)) for name in vitalfew.__all__ if name != "__version__")
    for kind in CLASSES:
        for name, part in inspect.getmembers_static(kind):
            plain = part.__func__ if isinstance(part, classmethod | staticmethod) else part
            ours = inspect.isfunction(plain) or isinstance(plain, property)
            home = getattr(plain, "__module__", None) or getattr(getattr(plain, "fget", None), "__module__", "")
            if ours and not name.startswith("_") and home.startswith("vitalfew"):
                yield f"{kind.__name__}.{name}", plain


@pytest.mark.parametrize(("name", "thing"), [pytest.param(name, thing, id=name) for name, thing in public_names()])
def test_public_name_has_an_example(name: str, thing: Any) -> None:
    assert ">>>" in (inspect.getdoc(thing) or ""), f"{name} shows no example"
